"""
The studio: pure thinking about cards, pages and pictures. No network, database or web framework.

`writer` makes a deck of words, `layout` makes pages of a deck (with `type` to measure text and
`themes` for colours and fonts), `render` makes files of pages.
"""
