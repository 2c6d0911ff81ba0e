"""Layouts of data and relations: nothing leaves its page, no words meet, no number is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
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
    Table,
    Text,
    plain,
    rich,
)
from quintet.domain.pages import Box, ChartBox, Page, Pages, TableBox, TextBox
from quintet.studio.charts.choose import chart_of
from quintet.studio.layout import lay_out
from quintet.studio.themes import THEMES

SIZES: tuple[CardSize, ...] = ("16x9", "4x3", "fluid", "a4", "letter", "1x1", "4x5", "9x16")
WORDS = re.findall(
    r"\S+",
    "oak elm lime ash plane Field-maple Small-leaved hornbeam 東京都 شجرة Донецк Straßenbäume"
    " cooling of the streets planted in March 2024 by volunteers",
)

sizes = st.sampled_from(SIZES)
themes = st.sampled_from(("chalk", "paper", "midnight", "swiss", "noir"))
languages = st.sampled_from(("en", "de", "ar"))
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
numbers = st.one_of(
    st.integers(0, 99_999_999).map(lambda n: f"{n:,}"),
    st.floats(-100, 100).map(lambda n: f"{n:.1f}"),
)


def laid(blocks: Sequence[Block], size: CardSize, theme: str, language: str = "en") -> Pages:
    card = Card(rich("Trees of the city"), tuple(blocks), eyebrow="Register")
    deck = Deck("Trees", (card,), language=language, size=size, theme=theme)
    return lay_out(deck, THEMES[theme])


def texts(boxes: Sequence[Box]) -> Iterator[TextBox]:
    for box in boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, ChartBox):
            yield from (drawn for drawn in box.drawn if isinstance(drawn, TextBox))
        elif isinstance(box, TableBox):
            yield from (cell.text for row in box.cells for cell in row)


def said(page: Page) -> str:
    return "\n".join(
        "".join(span.text for span in paragraph.spans)
        for box in texts(page.boxes)
        for paragraph in box.paragraphs
    )


def extents(box: TextBox) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line as it is set."""
    for paragraph in box.paragraphs:
        for line in paragraph.lines:
            room = box.w - paragraph.indent - line.width
            start = 0.0 if box.rtl else paragraph.indent
            left = box.x + start + {"left": 0.0, "center": room / 2, "right": room}[box.align]
            base = box.y + line.baseline
            below = box.size * (0.02 if box.role == "figure" else 0.15)
            yield left, base - box.size * 0.7, left + line.width, base + below


def check(pages: Pages) -> None:
    for page in pages.pages:
        lines = [line for box in texts(page.boxes) for line in extents(box)]
        for left, top, right, bottom in lines:
            assert left >= -0.5
            assert right <= page.w + 0.5
            assert top >= -0.5
            assert bottom <= page.h + 0.5
        for i, one in enumerate(lines):
            for two in lines[i + 1 :]:
                apart = (
                    one[2] <= two[0] + 0.6
                    or two[2] <= one[0] + 0.6
                    or one[3] <= two[1] + 0.6
                    or two[3] <= one[1] + 0.6
                )
                assert apart, (page.layout, one, two)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    count = draw(st.integers(1, 9))
    things = draw(st.lists(names, min_size=count, max_size=count, unique=True))
    heads = draw(st.lists(names, min_size=columns, max_size=columns))
    rows = tuple((rich(thing), *(rich(draw(numbers)) for _ in range(columns))) for thing in things)
    return Table((rich("Tree"), *map(rich, heads)), rows, source=draw(st.just("") | words))


@settings(max_examples=25, deadline=None)
@given(tables(), sizes, themes, languages)
def test_a_table_stays_on_its_page_with_every_number(
    table: Table, size: CardSize, theme: str, language: str
) -> None:
    pages = laid([table], size, theme, language)

    check(pages)
    found = "\n".join(map(said, pages.pages))
    for row in table.rows:
        for cell in row:
            assert " ".join(plain(cell).split()) in found


@settings(max_examples=30, deadline=None)
@given(tables(), sizes, themes, languages, words)
def test_a_chart_stays_on_its_page_and_its_labels_do_not_meet(
    table: Table, size: CardSize, theme: str, language: str, words: str
) -> None:
    chart = chart_of(table, "Trees of the city", "en")
    if chart is None:
        return

    check(laid([chart], size, theme, language))
    check(laid([chart, Text(rich(words))], size, theme, language))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(numbers, words), min_size=1, max_size=5), sizes, themes, languages)
def test_figures_stay_on_their_page(
    figures: list[tuple[str, str]], size: CardSize, theme: str, language: str
) -> None:
    pages = laid([Figure(*pair) for pair in figures], size, theme, language)

    check(pages)
    found = "\n".join(map(said, pages.pages))
    assert all(value in found and label in found for value, label in figures)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1950, 2040), words), min_size=3, max_size=9),
    sizes,
    themes,
    languages,
)
def test_events_stay_on_their_page(
    events: list[tuple[int, str]], size: CardSize, theme: str, language: str
) -> None:
    items = tuple(Item(rich(f"{year}: {text}")) for year, text in events)

    check(laid([Bullets(items)], size, theme, language))


@settings(max_examples=25, deadline=None)
@given(st.lists(words, min_size=2, max_size=8), sizes, themes, languages)
def test_steps_stay_on_their_page(
    steps: list[str], size: CardSize, theme: str, language: str
) -> None:
    pages = laid([Numbered(tuple(Item(rich(step)) for step in steps))], size, theme, language)

    check(pages)
    found = "\n".join(map(said, pages.pages))
    assert all(step in found for step in steps)


def bullets(*items: str) -> Bullets:
    return Bullets(tuple(Item(rich(item)) for item in items))


CHOICES: dict[str, tuple[tuple[Block, ...], str]] = {
    "a chart": ((Chart("columns", ("a", "b", "c"), ()),), "chart"),
    "figures in bullets": ((bullets("41,200 trees planted", "87% alive in year 3"),), "stats"),
    "figures after labels": ((bullets("Revenue: €4.1m", "Margin: 12 %", "Staff: 312"),), "stats"),
    "figure blocks": ((Figure("3", "a"), Figure("4", "b")), "stats"),
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

    pages = laid(blocks, "16x9", "chalk")

    assert [page.layout for page in pages.pages] == [layout]


def test_a_sentence_may_lead_into_what_follows() -> None:
    pages = laid([Text(rich("How it went.")), *CHOICES["years"][0]], "16x9", "chalk")

    assert pages.pages[0].layout == "timeline"
    assert "How it went." in said(pages.pages[0])


def test_a_long_table_goes_on_over_pages_with_its_header_again() -> None:
    rows = tuple((rich(f"Tree {i}"), rich(f"{i * 3:,}"), rich("Main street")) for i in range(60))
    table = Table((rich("Name"), rich("Count"), rich("Where")), rows, source="Register")

    pages = laid([table], "16x9", "paper")

    check(pages)
    assert len(pages.pages) > 2
    assert all(page.layout == "table" or "Name" in said(page) for page in pages.pages)
    found = re.findall(r"Tree \d+", "\n".join(map(said, pages.pages)))
    assert len(set(found)) == 60


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
