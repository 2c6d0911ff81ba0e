"""Decks where our fonts are not installed: another stands in, and nothing runs into anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    CardSize,
    Code,
    Column,
    Columns,
    Deck,
    Figure,
    Item,
    Quote,
    Table,
    Text,
    rich,
)
from quintet.domain.pages import Pages
from quintet.studio.layout import lay_out
from quintet.studio.render.pptx import render_pptx
from quintet.studio.themes import THEMES

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Word

HAIRLINE = 1 / 200
"""What words may touch by, in shares of a page's shorter side."""

TITLE = "Harbour & Pine: third quarter 2026"
SENTENCE = "What we sold from certified timber, what it cost, and what we do about it next."
SAID = "I built the wardrobe with my daughter in one afternoon, and nothing was left in the bag."
FIGURES = (
    Figure("€18.6 m", "revenue, a sixth more than a year ago"),
    Figure("43.0 %", "gross margin, up from 40.9 %"),
    Figure("94 %", "of orders delivered on the day we promised"),
    Figure("61", "net promoter score, our best so far"),
)
PARTS = (
    ("Colour is hard to judge", "One return in five still names the shade of the oil."),
    ("Delivery slots matter", "Seven in ten would wait three days for a window they choose."),
    ("Assembly is easier", "The time for a shelf fell from 54 to 31 minutes."),
)
DATES = (
    "2 November 2026: The second shift starts in Tartu",
    "16 November 2026: Windows of two hours open in Hamburg",
    "11 January 2027: The shelf goes on sale in France",
    "1 March 2027: The showroom opens",
)
RISKS = Table(
    (rich("Risk"), rich("How likely"), rich("What we do about it")),
    ((rich("The oak contract ends"), rich("Certain"), rich("Tender opens a year ahead")),) * 3,
)


def entries(*texts: str) -> Bullets:
    return Bullets(tuple(Item(rich(text)) for text in texts))


def card(title: str, *blocks: Block, wish: str = "") -> Card:
    return Card(rich(title), blocks, wish=wish or None, eyebrow="Results")


def full(theme: str, size: CardSize) -> Pages:
    """A deck of the main layouts, each of them about as full as it gets."""
    columns = Columns(tuple(Column(rich(head), rich(text)) for head, text in PARTS))
    named = entries(*(f"{head}: {text}" for head, text in PARTS))
    cards = (
        Card(rich(TITLE), role="cover", subtitle=rich(SENTENCE)),
        card("The quarter in four figures", *FIGURES),
        card("Sales grew most where we opened showrooms", Text(rich(f"{SENTENCE} " * 4))),
        card("Three things our customers told us about it", columns),
        Card((), (Quote(rich(SAID), "Maren Lindqvist", "customer in Malmö"),)),
        Card(rich("What could go wrong before the spring"), role="section"),
        card("What could go wrong", RISKS),
        card("How it works", named, wish="steps"),
        card("Plan to the end of March", entries(*DATES), wish="timeline"),
        card("What moved the margin this year", named),
        card("How we measure it", Code("select avg(on_time)\n  from parcel"), Text(rich(SENTENCE))),
        Card(rich("Thank you for reading"), role="closing", subtitle=rich("board@example.org")),
    )
    return lay_out(Deck(TITLE, cards, theme=theme, size=size), THEMES[theme], {})


def test_no_words_run_into_one_another_where_our_fonts_are_missing(
    elsewhere: Callable[[Mapping[str, bytes]], dict[str, list[list[Word]]]],
) -> None:
    decks = {"wide": full("chalk", "16x9"), "tall": full("paper", "4x5")}

    printed = elsewhere({name: render_pptx(pages, {}) for name, pages in decks.items()})

    for name, pages in decks.items():
        hairline = HAIRLINE * min(pages.pages[0].w, pages.pages[0].h)
        for page, words in zip(pages.pages, printed[name], strict=True):
            met = [
                (one.text, other.text)
                for one, other in combinations(words, 2)
                if one.overlap(other) > hairline
            ]
            assert words
            assert met == [], (name, page.number, page.layout)
