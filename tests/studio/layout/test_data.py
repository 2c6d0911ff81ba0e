"""Layouts of data and relations: nothing leaves its page, no words meet, no number is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import cast

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    CardSize,
    Chart,
    Deck,
    Figure,
    Item,
    Numbered,
    Series,
    Table,
    Text,
    plain,
    rich,
)
from quintet.domain.pages import Pages, TableBox
from quintet.studio.charts.choose import chart_of
from quintet.studio.layout import lay_out
from quintet.studio.themes import THEMES

SIZES: tuple[CardSize, ...] = (
    "16x9",
    "4x3",
    "fluid",
    "pageless",
    "a4",
    "letter",
    "1x1",
    "4x5",
    "9x16",
)
WORDS = re.findall(
    r"\S+",
    "oak elm lime ash plane Field-maple Small-leaved hornbeam 東京都 شجرة Донецк Straßenbäume"
    " cooling of the streets planted in March 2024 by volunteers",
)

sizes = st.sampled_from(SIZES)
Faults = Callable[[Deck, Pages], list[str]]
Shown = Callable[[Pages], Counter[str]]
Letters = Callable[[str], Counter[str]]

quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
themes = st.sampled_from(("chalk", "paper", "midnight", "swiss", "noir"))
languages = st.sampled_from(("en", "de", "ar"))
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
numbers = st.one_of(
    st.integers(0, 99_999_999).map(lambda n: f"{n:,}"),
    st.floats(-100, 100).map(lambda n: f"{n:.1f}"),
)


def deck_of(blocks: Sequence[Block], size: CardSize, theme: str, language: str = "en") -> Deck:
    card = Card(rich("Trees of the city"), tuple(blocks), eyebrow="Register")
    return Deck("Trees", (card,), language=language, size=size, theme=theme)


def laid(deck: Deck) -> Pages:
    return lay_out(deck, THEMES[deck.theme])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    count = draw(st.integers(1, 9))
    things = draw(st.lists(names, min_size=count, max_size=count, unique=True))
    heads = draw(st.lists(names, min_size=columns, max_size=columns))
    rows = tuple((rich(thing), *(rich(draw(numbers)) for _ in range(columns))) for thing in things)
    return Table((rich("Tree"), *map(rich, heads)), rows, source=draw(st.just("") | words))


@quick
@given(table=tables(), size=sizes, theme=themes, language=languages)
def test_a_table_stays_on_its_page_with_every_number(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    table: Table,
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    deck = deck_of([table], size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    cells = " ".join(plain(cell) for row in table.rows for cell in row)
    assert not letters(cells + table.source) - shown(pages)


@quick
@given(table=tables(), size=sizes, theme=themes, language=languages, words=words)
def test_a_chart_stays_on_its_page_and_its_labels_do_not_meet(
    faults: Faults, table: Table, size: CardSize, theme: str, language: str, words: str
) -> None:
    chart = chart_of(table, "Trees of the city", "en")
    assume(chart is not None)
    for blocks in ([chart], [chart, Text(rich(words))], [Text(rich(words)), chart]):
        deck = deck_of(cast("list[Block]", blocks), size, theme, language)

        assert faults(deck, laid(deck)) == []


@st.composite
def mixtures(draw: st.DrawFn) -> list[Block]:
    """Tables and charts among other blocks, in any order and number."""
    blocks: list[Block] = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(("table", "chart", "text", "bullets", "figure")))
        table = draw(tables())
        chart = chart_of(table, "", "en")
        said = draw(words)
        blocks.append(
            {
                "table": table,
                "chart": chart or table,
                "text": Text(rich(said * 3)),
                "bullets": bullets(said, said, said),
                "figure": Figure("41 %", said),
            }[kind]
        )
    return blocks


@quick
@given(blocks=mixtures(), size=sizes, theme=themes, language=languages)
def test_data_may_stand_among_words(
    faults: Faults, blocks: list[Block], size: CardSize, theme: str, language: str
) -> None:
    deck = deck_of(blocks, size, theme, language)

    assert faults(deck, laid(deck)) == []


@quick
@given(
    figures=st.lists(st.tuples(numbers, words), min_size=1, max_size=5),
    size=sizes,
    theme=themes,
    language=languages,
)
def test_figures_stay_on_their_page(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    figures: list[tuple[str, str]],
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    deck = deck_of([Figure(*pair) for pair in figures], size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    assert not letters(" ".join(map(" ".join, figures))) - shown(pages)


@quick
@given(
    events=st.lists(st.tuples(st.integers(1950, 2040), words), min_size=3, max_size=9),
    size=sizes,
    theme=themes,
    language=languages,
)
def test_events_stay_on_their_page(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    events: list[tuple[int, str]],
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    said = [f"{year}: {text}" for year, text in events]
    deck = deck_of([bullets(*said)], size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    assert not letters(" ".join(said)) - shown(pages)


@quick
@given(steps=st.lists(words, min_size=2, max_size=8), size=sizes, theme=themes, language=languages)
def test_steps_stay_on_their_page(
    faults: Faults,
    shown: Shown,
    letters: Letters,
    steps: list[str],
    size: CardSize,
    theme: str,
    language: str,
) -> None:
    listed = Numbered(tuple(Item(rich(step)) for step in steps))
    deck = deck_of([listed], size, theme, language)

    pages = laid(deck)

    assert faults(deck, pages) == []
    assert not letters(" ".join(steps)) - shown(pages)


def bullets(*items: str) -> Bullets:
    return Bullets(tuple(Item(rich(item)) for item in items))


def table(*cells: str | tuple[str, ...]) -> Table:
    """Headings, then rows."""
    header = tuple(rich(cell) for cell in cells if isinstance(cell, str))
    rows = (cell for cell in cells if not isinstance(cell, str))
    return Table(header, tuple(tuple(map(rich, row)) for row in rows))


CHOICES: dict[str, tuple[tuple[Block, ...], str]] = {
    "a chart": ((Chart("columns", ("a", "b", "c"), ()),), "chart"),
    "figures in bullets": ((bullets("41,200 trees planted", "87% alive in year 3"),), "stats"),
    "figures after labels": ((bullets("Revenue: €4.1m", "Margin: 12 %", "Staff: 312"),), "stats"),
    "figure blocks": ((Figure("3", "a"), Figure("4", "b")), "stats"),
    "a table of two numbers": ((table("Year", "Riders", ("2019", "20"), ("2025", "41")),), "stats"),
    "a table of one row": ((table("Riders", "On time", ("8,200", "92%")),), "stats"),
    "a table of words": ((table("Line", "Who", ("1", "Ada"), ("2", "Tom")),), "table"),
    "one figure": ((Figure("−3.8 °C", "on planted streets"),), "big_number"),
    "years": ((bullets("2021: Start", "2023: Growth", "2024: Plan"),), "timeline"),
    "months": ((bullets("May 2024 – Vote", "June 2024 – Start", "July 2024 – End"),), "timeline"),
    "a numbered list": (
        (Numbered((Item(rich("Ask")), Item(rich("Dig")), Item(rich("Plant")))),),
        "steps",
    ),
}


@pytest.mark.parametrize("name", CHOICES)
def test_the_content_chooses_the_layout(name: str) -> None:
    blocks, layout = CHOICES[name]
    if name == "a chart":
        rows = tuple((rich(x), rich(str(n))) for x, n in (("a", 1), ("b", 2), ("c", 4)))
        chart = chart_of(Table((rich("x"), rich("n")), rows), "", "en")
        assert chart is not None
        blocks = (chart,)

    pages = laid(deck_of(blocks, "16x9", "chalk"))

    assert [page.layout for page in pages.pages] == [layout]


def test_a_chart_is_shown_as_its_table_where_that_is_wished_for() -> None:
    chart = chart_of(table("Tree", "n", ("Oak", "40"), ("Elm", "30"), ("Ash", "3")), "", "en")
    assert chart is not None
    card = Card(rich("Trees"), (chart,), wish="table")

    pages = laid(Deck("t", (card,)))

    assert [page.layout for page in pages.pages] == ["table"]


def test_a_sentence_may_lead_into_what_follows(shown: Shown, letters: Letters) -> None:
    blocks = [Text(rich("How it went.")), *CHOICES["years"][0]]

    pages = laid(deck_of(blocks, "16x9", "chalk"))

    assert [page.layout for page in pages.pages] == ["timeline"]
    assert not letters("How it went 2021 Start") - shown(pages)


def test_a_long_table_goes_on_over_pages_with_its_header_again(faults: Faults) -> None:
    rows = tuple((rich(f"Tree {i}"), rich(f"{i * 3:,}"), rich("Main street")) for i in range(60))
    table = Table((rich("Name"), rich("Count"), rich("Where")), rows, source="Register")
    deck = deck_of([table], "16x9", "paper")

    pages = laid(deck)

    assert faults(deck, pages) == []
    boxes = [box for page in pages.pages for box in page.boxes if isinstance(box, TableBox)]
    assert len(boxes) == len(pages.pages) > 2
    firsts = [
        next(span.text for part in row[0].text.paragraphs for span in part.spans)
        for box in boxes
        for row in box.cells
    ]
    assert firsts.count("Name") == len(boxes)
    assert {f"Tree {i}" for i in range(60)} <= set(firsts)


def test_a_table_that_is_too_wide_goes_on_with_its_first_column_again(
    faults: Faults, shown: Shown, letters: Letters
) -> None:
    header = tuple(rich(f"Measure {i}") for i in range(14))
    row = (rich("Oak"), *(rich(f"{i * 1111:,}") for i in range(1, 14)))
    deck = deck_of([Table(header, (row, row))], "1x1", "paper")

    pages = laid(deck)

    assert faults(deck, pages) == []
    boxes = [box for page in pages.pages for box in page.boxes if isinstance(box, TableBox)]
    assert len(boxes) > 1
    assert shown(pages)["k"] >= 2 * len(boxes)
    assert not letters(" ".join(map(plain, row))) - shown(pages)


@pytest.mark.parametrize("size", ["fluid", "16x9"])
def test_a_table_of_twelve_hundred_cells_keeps_every_row_and_column(
    size: CardSize, faults: Faults
) -> None:
    header = tuple(rich(f"Year {j}") for j in range(30))
    rows = tuple(tuple(rich(f"{i * 30 + j}") for j in range(30)) for i in range(40))
    deck = deck_of([Text(rich("Some words.")), Table(header, rows)], size, "paper")

    pages = laid(deck)

    assert faults(deck, pages) == []
    boxes = [box for page in pages.pages for box in page.boxes if isinstance(box, TableBox)]
    said = [
        "".join(span.text for part in cell.text.paragraphs for span in part.spans)
        for box in boxes
        for row in box.cells
        for cell in row
    ]
    assert {plain(words) for row in (header, *rows) for words in row} <= set(said)


def test_numbers_stand_to_the_right_and_the_named_row_in_tint() -> None:
    rows = tuple((rich(n), rich(v)) for n, v in (("Oak", "1,234"), ("Elm", "87"), ("Ash", "7")))
    table = Table((rich("Tree"), rich("Planted")), rows)
    deck = Deck("t", (Card(rich("Elm holds on"), (table,)),))

    pages = lay_out(deck, THEMES["chalk"])

    box = next(box for box in pages.pages[0].boxes if isinstance(box, TableBox))
    assert [cell.text.align for cell in box.cells[1]] == ["left", "right"]
    assert [row[0].fill for row in box.cells] == [None, None, "tint", None]
    assert sum(box.columns) == pytest.approx(box.w)
    assert sum(box.rows) == pytest.approx(box.h)


def test_a_remark_on_a_chart_of_several_series_stands_below_it() -> None:
    series = (Series("2024", (4.6, 3.3, 2.1)), Series("2025", (5.2, 3.6, 2.3)))
    chart = Chart("columns", ("North", "South", "West"), series)
    page = laid(
        deck_of((chart, Text(rich("All figures in million euros."))), "16x9", "chalk")
    ).pages[0]
    assert page.layout == "chart"
