"""Decks as they really are: laid out, in themes, sizes and languages, and judged by others."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from quintet.domain.deck import (
    Bullets,
    Card,
    CardSize,
    Chart,
    Code,
    Column,
    Columns,
    Deck,
    Divider,
    Figure,
    Frame,
    Item,
    Numbered,
    Quote,
    Run,
    Series,
    Slot,
    Table,
    Text,
    rich,
)
from quintet.domain.pages import Page, Pages, TableBox, TextBox
from quintet.studio.layout import lay_out
from quintet.studio.render.pptx import render_pptx
from quintet.studio.themes import THEMES

FRAME = Frame({"bottomLeft": Slot("text", "Northwind"), "bottomRight": Slot("number")}, True)
GROWTH = Chart(
    "columns", ("Q1", "Q2", "Q3"), (Series("Revenue", (28.0, 31.5, 41.0)),), unit=" m", hot=2
)
MONTHS = Chart(
    "lines",
    ("Jan", "Feb", "Mar", "Apr"),
    (Series("East", (12.0, 14.0, None, 19.0)), Series("West", (11.0, 11.0, 12.0, 11.0))),
    unit="%",
)
SALES = Table(
    (rich("Region"), rich("Sold")),
    ((rich("East"), rich("1,911")), (rich("West"), rich("1,006"))),
    (False, True),
    "The ledger",
)


LONG_TITLE = "Northwind grew by a third in the third quarter of the year"
SENTENCE = "We stopped guessing, started to count, and the numbers told us where to go next. "


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(rich(text)) for text in texts)


def report() -> Deck:
    linked = (Run("See "), Run("the plan", link="https://example.org/plan?a=1&b=2"), Run(" soon."))
    cards = (
        Card(rich(LONG_TITLE), role="cover", subtitle=rich(SENTENCE), notes="Welcome."),
        Card(
            rich("What moved it"), (Bullets(items("Stock & people", "A <second> house", SENTENCE)),)
        ),
        Card(rich("Revenue"), (GROWTH,)),
        Card(rich("Month by month"), (MONTHS,)),
        Card(rich("By region"), (SALES,)),
        Card(rich("Next"), (Numbered(items("Sign", "Hire", "Move"), 1), Text(linked))),
        Card((), (Quote(rich(SENTENCE), "Dana Wells"),)),
        Card(rich("Code"), (Code("def grow():\n    return 1", "python"),)),
        Card(
            rich("Pillars"),
            (
                Columns(
                    tuple(Column(rich(name), rich(f"{name} first. {SENTENCE}")) for name in "ABC")
                ),
            ),
        ),
        Card(
            rich("So"), (Figure("41 %", "ship the same day"), Divider(), Text(rich(SENTENCE * 4)))
        ),
        Card(rich("Thank you"), role="closing"),
    )
    return Deck("Northwind grew", cards, frame=FRAME)


def translated(language: str, title: str, text: str) -> Deck:
    cards = (
        Card(rich(title), role="cover"),
        Card(rich(title), (Bullets(items(text, text)), Text(rich(text)))),
    )
    return Deck(title, cards, language, frame=FRAME)


def laid_out(deck: Deck) -> Pages:
    return lay_out(deck, THEMES[deck.theme], {})


def shown(pages: Pages) -> list[Counter[str]]:
    """The words of each page's texts and tables."""
    found = []
    for page in pages.pages:
        texts = [box for box in page.boxes if isinstance(box, TextBox)]
        tables = [box for box in page.boxes if isinstance(box, TableBox)]
        texts += [cell.text for table in tables for row in table.cells for cell in row]
        said = ("".join(s.text for s in p.spans) for text in texts for p in text.paragraphs)
        found.append(Counter(word for words in said for word in words.split()))
    return found


def read(slide: Any) -> Counter[str]:
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    tables = (shape.table for shape in slide.shapes if shape.has_table)
    frames += [cell.text_frame for table in tables for row in table.rows for cell in row.cells]
    return Counter(word for frame in frames for word in frame.text.split())


@pytest.fixture(scope="module")
def decks() -> dict[str, Pages]:
    sizes: tuple[CardSize, ...] = ("16x9", "4x3", "a4", "9x16", "fluid")
    made = {theme: replace(report(), theme=theme) for theme in ("chalk", "paper", "midnight")}
    made |= {f"chalk-{size}": replace(report(), size=size) for size in sizes[1:]}
    made["ar"] = translated("ar", "نمو المبيعات في الشرق", "ارتفعت الإيرادات 32% في Northwind")
    made["ja"] = translated("ja", "売上が伸びました", "東部の成長が最も速く、二人必要です。")
    made["hi"] = translated("hi", "बिक्री बढ़ी", "पूर्व में बिक्री सबसे तेज़ बढ़ी और लोग चाहिए।")
    return {name: laid_out(deck) for name, deck in made.items()}


def test_python_pptx_reads_the_words_of_every_deck_slide_by_slide(
    decks: dict[str, Pages],
) -> None:
    for name, pages in decks.items():
        slides = Presentation(io.BytesIO(render_pptx(pages, {}))).slides

        assert [read(slide) for slide in slides] == shown(pages), name


def test_every_title_shown_is_a_title_placeholder(decks: dict[str, Pages]) -> None:
    for name, pages in decks.items():
        slides = Presentation(io.BytesIO(render_pptx(pages, {}))).slides
        for page, slide in zip(pages.pages, slides, strict=True):
            titled = any(
                isinstance(box, TextBox) and box.role in ("title", "display") for box in page.boxes
            )
            assert (slide.shapes.title is not None) == titled, (name, page.number)


def test_microsofts_validator_finds_no_fault_in_real_decks(
    decks: dict[str, Pages],
    faults_in: Callable[[Mapping[str, bytes]], list[dict[str, str]]],
) -> None:
    judged = ("midnight", "chalk-9x16", "ar")

    faults = faults_in({f"{name}.pptx": render_pptx(decks[name], {}) for name in judged})

    assert faults == []


@pytest.mark.parametrize("name", ["chalk", "midnight"])
def test_libreoffice_breaks_the_lines_of_a_deck_where_the_layout_did(
    name: str, decks: dict[str, Pages], office: Callable[[bytes], list[str]]
) -> None:
    texts = office(render_pptx(decks[name], {}))

    for page, text in zip(decks[name].pages, texts, strict=True):
        seen = [" ".join(line.split()) for line in text.splitlines()]
        for line in lines(page):
            assert any(line in one for one in seen), (page.number, line, seen)


def lines(page: Page) -> list[str]:
    """The lines of a page's texts and tables, word by word."""
    texts = [box for box in page.boxes if isinstance(box, TextBox)]
    tables = [box for box in page.boxes if isinstance(box, TableBox)]
    texts += [cell.text for table in tables for row in table.cells for cell in row]
    set_lines = (line for text in texts for par in text.paragraphs for line in par.lines)
    return [" ".join("".join(span.text for span in line.spans).split()) for line in set_lines]
