"""The words all parts share: briefs, jobs, decks, pages, errors. Pure data, no I/O."""
