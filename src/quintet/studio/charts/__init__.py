"""Charts: whether a table is one, which, with what axis and words, and its shapes on the page."""
