"""Who may ask for what: accounts, their keys, credits, limits and prices."""
