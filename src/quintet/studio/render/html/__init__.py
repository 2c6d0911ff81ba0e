"""HTML: the deck as one page of real text that needs nothing but itself."""
