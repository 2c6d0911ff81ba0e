"""Any deck can be laid out: nothing is lost, nothing leaves its page, nothing meets."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Code,
    Column,
    Columns,
    Deck,
    Divider,
    Figure,
    Frame,
    Heading,
    Image,
    Item,
    Numbered,
    Quote,
    Rich,
    Run,
    Slot,
    Table,
    Text,
    rich,
)
from quintet.domain.pages import Pages
from quintet.studio.layout import lay_out
from quintet.studio.layout.sheets import SHEETS
from quintet.studio.layout.slots import PLACES
from quintet.studio.themes import THEMES

Faults = Callable[[Deck, Pages], list[str]]

SIZES = {"wide": (2000, 1000), "tall": (600, 1200), "tiny": (16, 16)}

IMAGE_SIZES = ("sm", "md", "lg", "xl")
WORDS = """
a to of the water street trees planted together unverwüstlich 2026 41% — “quoted” end. Stop!
Donaudampfschifffahrtsgesellschaftskapitän https://example.com/a/very/long/path/of/parts
well-known and/or 50–60 Tiếng Việt Привет ελληνικά שלום עולם مرحبا بالعالم हिन्दी ภาษาไทย
我能吞下玻璃 日本語です。 한국어 🌳🎉 ✓ → x
"""
VOCABULARY = WORDS.split()

words = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=40).map(" ".join)
short = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
long = st.tuples(words, st.integers(1, 12)).map(lambda two: " ".join([two[0]] * two[1]))
anything = st.one_of(short, words, long)


@st.composite
def riches(draw: st.DrawFn) -> Rich:
    text = draw(anything)
    middle = len(text) // 2
    if draw(st.booleans()):
        return rich(text)
    return (
        Run(text[:middle], bold=draw(st.booleans())),
        Run(text[middle:], code=draw(st.booleans())),
    )


items = st.lists(st.builds(Item, riches(), st.integers(0, 4)), max_size=9).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 6))
    cell = st.one_of(short, short, words).map(rich)
    row = st.lists(cell, min_size=count, max_size=count).map(tuple)
    return Table(draw(row), draw(st.lists(row, max_size=12).map(tuple)), source=draw(short))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, riches(), st.integers(1, 3)),
    st.builds(Text, riches()),
    st.builds(Bullets, items),
    st.builds(Numbered, items, st.integers(1, 30)),
    st.builds(
        Columns,
        st.lists(st.builds(Column, short.map(rich), riches()), min_size=1, max_size=6).map(tuple),
    ),
    st.builds(Quote, riches(), short, short),
    st.builds(Figure, short, short, short),
    st.builds(Code, st.lists(anything, max_size=20).map("\n".join)),
    st.builds(Image, st.sampled_from((*SIZES, "gone")), short, short),
    st.builds(Divider),
    tables(),
)
cards = st.builds(
    Card,
    title=st.one_of(short, words).map(rich),
    blocks=st.lists(blocks, max_size=5).map(tuple),
    role=st.sampled_from(
        ("content", "content", "cover", "section", "agenda", "closing", "sources")
    ),
    eyebrow=short,
    subtitle=st.one_of(st.just(()), short.map(rich), words.map(rich)),
)
slots = st.one_of(
    st.just(Slot("number")),
    st.builds(Slot, st.just("text"), st.one_of(short, words)),
    st.builds(
        Slot, st.just("image"), st.sampled_from(("wide", "gone")), st.sampled_from(IMAGE_SIZES)
    ),
)
frames = st.builds(Frame, st.dictionaries(st.sampled_from(sorted(PLACES)), slots, max_size=6))
decks = st.builds(
    Deck,
    frame=frames,
    title=short,
    cards=st.lists(cards, min_size=1, max_size=3).map(tuple),
    language=st.sampled_from(("en", "ar", "he", "zh-cn", "th")),
    format=st.sampled_from(("presentation", "document", "social", "webpage")),
    size=st.sampled_from(sorted(SHEETS)),
    theme=st.sampled_from(sorted(THEMES)),
    may_split=st.booleans(),
)


def said(deck: Deck) -> str:
    """All words of a deck that a page must show."""
    return " ".join(part for card in deck.cards for part in _said(card))


def _said(card: Card) -> list[str]:
    parts = [card.eyebrow, _plain(card.title), _plain(card.subtitle)]
    for block in card.blocks:
        match block:
            case Heading(text=text) | Text(text=text):
                parts.append(_plain(text))
            case Bullets(items=entries) | Numbered(items=entries):
                parts.extend(_plain(item.text) for item in entries)
            case Columns(columns=columns):
                parts.extend(_plain(c.heading) + " " + _plain(c.text) for c in columns)
            case Quote(text=text, by=by, role=role):
                parts.extend((_plain(text), by, role))
            case Figure(value=value, label=label, note=note):
                parts.extend((value, label, note))
            case Code(text=text):
                parts.append(text)
            case Image(source=source, caption=caption) if source in SIZES:
                parts.append(caption)
            case Table(header=header, rows=rows, source=source):
                parts.extend(_plain(cell) for row in (header, *rows) for cell in row)
                parts.append(source)
    return parts


def _plain(text: Rich) -> str:
    return "".join(run.text for run in text)


@settings(
    max_examples=120,
    # A failing deck says enough as it is; to shrink one takes minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deck=decks)
def test_is_laid_out_without_fault_and_without_losing_a_letter(
    deck: Deck,
    faults: Faults,
    shown: Callable[[Pages], Counter[str]],
    letters: Callable[[str], Counter[str]],
) -> None:
    pages = lay_out(deck, THEMES[deck.theme], SIZES)

    assert faults(deck, pages) == []
    assert not letters(said(deck)) - shown(pages)
    assert [page.number for page in pages.pages] == list(range(1, len(pages.pages) + 1))
    cards = [page.card for page in pages.pages]
    assert cards == sorted(cards)
    if deck.size not in ("letter", "a4"):
        # On sheets of paper cards share pages.
        assert set(cards) == set(range(len(deck.cards)))


@pytest.mark.parametrize("size", SHEETS)
def test_one_paragraph_of_a_hundred_thousand_letters_is_split_and_said_so(
    size: str, faults: Faults
) -> None:
    text = "Trees planted on a warm street need water and someone who notices. " * 1500
    deck = Deck("Long", (Card(rich("Long"), (Text(rich(text)),)),))
    deck = replace(deck, size=size)  # type: ignore[arg-type]

    pages = lay_out(deck, THEMES["chalk"])

    assert faults(deck, pages) == []
    assert len(pages.pages) > 10
    assert pages.pages[0].parts == len(pages.pages)
    assert any("too full" in note for note in pages.notes)


@pytest.mark.parametrize("seed", [82, 154, 180, 234])
def test_a_paragraph_that_fits_one_column_but_not_two_is_no_fault(
    seed: int, faults: Faults
) -> None:
    given = random.Random(seed)
    count, endless = given.randint(120, 330), "A" * given.choice([200, 300, 150])
    words = [
        "tree" * given.randint(1, 3) if given.random() < 0.5 else "a" * given.randint(1, 9)
        for _ in range(count)
    ]
    text = " ".join([*words, endless])
    deck = Deck("D", (Card(rich("A head"), (Text(rich("x " * 400)), Text(rich(text)))),))

    pages = lay_out(deck, THEMES["aurora"])

    assert faults(deck, pages) == []
    assert not any("larger than its page" in note for note in pages.notes)


def test_a_title_beside_words_stays_above_the_lower_margin_of_a_band(faults: Faults) -> None:
    card = Card(rich("ntkcre qzaaabzq qzaaaczq 99. １２３"), (Text(rich("Plant trees.")),))
    cards = (card, replace(card, eyebrow="Streets"), replace(card, eyebrow="2/3"))
    deck = Deck("D", cards, format="webpage", size="fluid", language="he")

    assert faults(deck, lay_out(deck, THEMES["orchard"])) == []
