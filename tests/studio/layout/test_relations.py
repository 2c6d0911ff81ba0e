"""Diagrams that a caller asks for: they hold all words, and nothing meets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    CardSize,
    Column,
    Columns,
    Deck,
    Item,
    Table,
    rich,
)
from quintet.domain.pages import Pages
from quintet.studio.layout import lay_out
from quintet.studio.themes import THEMES

sizes = st.sampled_from(("16x9", "4x3", "a4", "1x1", "4x5", "9x16"))
themes = st.sampled_from(("chalk", "midnight", "swiss"))
languages = st.sampled_from(("en", "ar"))
names = st.sampled_from(("Plant", "Water daily", "Measure what grows", "Prune", "報告"))
texts = st.sampled_from(
    ("", "in March", "with the neighbours of the street", "every July at two in the afternoon")
)


Faults = Callable[[Deck, Pages], list[str]]
Shown = Callable[[Pages], Counter[str]]
Letters = Callable[[str], Counter[str]]

quick = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def deck_of(block: Block, wish: str, size: CardSize, theme: str, language: str = "en") -> Deck:
    card = Card(rich("How trees come to the city"), (block,), wish=wish)
    return Deck("t", (card,), language=language, size=size, theme=theme)


def laid(deck: Deck) -> Pages:
    return lay_out(deck, THEMES[deck.theme])


def entries(parts: list[tuple[str, str]]) -> Bullets:
    items = (f"{name}: {text}" if text else name for name, text in parts)
    return Bullets(tuple(Item(rich(item)) for item in items))


@pytest.mark.parametrize("wish", ["pyramid", "cycle"])
@quick
@given(
    parts=st.lists(st.tuples(names, texts), min_size=3, max_size=6),
    size=sizes,
    theme=themes,
    language=languages,
)
def test_a_diagram_of_parts_holds_them_all(
    wish: str,
    faults: Faults,
    shown: Shown,
    letters: Letters,
    parts: list[tuple[str, str]],
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    deck = deck_of(entries(parts), wish, size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    assert not letters(" ".join(map(" ".join, parts))) - shown(pages)


@quick
@given(
    amounts=st.lists(st.integers(1, 999_999), min_size=3, max_size=5, unique=True),
    text=texts,
    size=sizes,
    theme=themes,
    language=languages,
)
def test_a_funnel_holds_its_amounts(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    amounts: list[int],
    text: str,
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    falling = [f"{amount:,}" for amount in sorted(amounts, reverse=True)]
    items = tuple(Item(rich(f"{amount} people {text}".strip())) for amount in falling)

    deck = deck_of(Bullets(items), "funnel", size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    assert not letters(" ".join(falling)) - shown(pages)


@quick
@given(
    parts=st.lists(st.tuples(names, texts), min_size=4, max_size=4),
    size=sizes,
    theme=themes,
    language=languages,
)
def test_a_matrix_holds_its_four_groups(
    faults: Faults, parts: list[tuple[str, str]], size: CardSize, theme: str, language: str
) -> None:
    block = Columns(tuple(Column(rich(name), rich(text)) for name, text in parts))

    deck = deck_of(block, "matrix", size, theme, language)

    assert faults(deck, laid(deck)) == []


@quick
@given(
    spans=st.lists(st.tuples(names, st.integers(1, 12), st.integers(0, 6)), min_size=3, max_size=8),
    kind=st.sampled_from(("Week {}", "2025-{:02d}", "Q1 20{:02d}")),
    size=sizes,
    theme=themes,
    language=languages,
)
def test_a_roadmap_holds_its_tasks_and_their_spans(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    spans: list[tuple[str, int, int]],
    kind: str,
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    rows = [
        (name, kind.format(start), kind.format(min(12, start + more)))
        for name, start, more in spans
    ]
    cells = tuple(tuple(map(rich, row)) for row in rows)
    block = Table((rich("Task"), rich("Start"), rich("End")), cells, source="Office")
    deck = deck_of(block, "roadmap", size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    said = {word for row in rows for word in row} | {"Task", "Start", "End", "Office"}
    assert all(not letters(word) - shown(pages) for word in said)


PARTS = [("Plant", "in March"), ("Water", "daily"), ("Prune", "in fall"), ("Rest", "all winter")]


@pytest.mark.parametrize("wish", ["pyramid", "cycle", "steps", "matrix", "funnel"])
def test_a_wish_is_granted_where_the_content_allows(wish: str) -> None:
    block: Block = entries(PARTS)
    if wish == "matrix":
        block = Columns(tuple(Column(rich(name), rich(text)) for name, text in PARTS))
    if wish == "funnel":
        block = Bullets(tuple(Item(rich(text)) for text in ("900 seen", "90 asked", "9 came")))

    pages = laid(deck_of(block, wish, "16x9", "chalk"))

    assert [page.layout for page in pages.pages] == [wish]


def test_a_table_of_spans_is_a_roadmap() -> None:
    rows = (
        ("Survey", "May 2025", "June 2025"),
        ("Dig", "June 2025", "July 2025"),
        ("Plant", "October 2025", "March 2026"),
    )
    cells = tuple(tuple(map(rich, row)) for row in rows)
    block = Table((rich("Task"), rich("From"), rich("To")), cells)

    pages = laid(deck_of(block, "", "16x9", "chalk"))

    assert [page.layout for page in pages.pages] == ["roadmap"]


def test_amounts_that_rise_are_no_funnel() -> None:
    items = tuple(Item(rich(text)) for text in ("9 came", "90 asked", "900 seen"))

    pages = laid(deck_of(Bullets(items), "funnel", "16x9", "chalk"))

    assert pages.pages[0].layout == "stats"
