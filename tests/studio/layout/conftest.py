"""What the layout's tests share: how to find faults on pages, and decks to lay out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from quintet.domain.deck import Deck
from quintet.domain.pages import ChartBox, Page, Pages, TableBox, TextBox
from quintet.studio.layout.laying import sheet_of
from quintet.studio.layout.roles import ROLES
from quintet.studio.layout.sheets import SCALES, Scale

Edges = tuple[float, float, float, float]


def texts_of(page: Page) -> Iterator[TextBox]:
    """Every text of a page, those of tables and charts included."""
    for box in page.boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, TableBox):
            yield from (cell.text for row in box.cells for cell in row)
        elif isinstance(box, ChartBox):
            yield from (drawn for drawn in box.drawn if isinstance(drawn, TextBox))


def ink_of(box: TextBox) -> Edges | None:
    """Where the letters of a text stand: left, top, right, bottom; None without any."""
    lines = [(line, part.indent) for part in box.paragraphs for line in part.lines]
    if not lines:
        return None
    left, right = box.x + box.w, box.x
    for line, indent in lines:
        w = line.width
        if box.align == "center":
            start = box.x + (box.w - w) / 2
        elif box.align == "right":
            start = box.x + box.w - w - (indent if box.rtl else 0)
        else:
            start = box.x + (0 if box.rtl else indent)
        left, right = min(left, start), max(right, start + w)
    top = box.y + lines[0][0].baseline - 0.62 * box.size
    return left, top, right, box.y + lines[-1][0].baseline + 0.1 * box.size


def meet(one: Edges, other: Edges) -> bool:
    return (
        one[0] < other[2] - 0.5
        and other[0] < one[2] - 0.5
        and one[1] < other[3] - 0.5
        and other[1] < one[3] - 0.5
    )


def faults_of(deck: Deck, pages: Pages) -> list[str]:
    """Texts outside their page or margins, texts that meet, texts below their floor."""
    sheet = sheet_of(deck)
    scale = SCALES[sheet.scale]
    found = []
    for page in pages.pages:
        placed: list[tuple[TextBox, Edges]] = []
        for box in texts_of(page):
            ink = ink_of(box)
            if ink is None or box.role == "mark":
                continue
            where = f"page {page.number} {page.layout} {box.role}: {_start(box)!r}"
            low, bottom = (0.0, page.h) if box.slot else (sheet.top, page.h - sheet.bottom)
            edge = 0.0 if box.slot else sheet.side
            if ink[0] < edge - 0.6 or ink[2] > page.w - edge + 0.6:
                found.append(f"beyond a side: {where} {ink}")
            if ink[1] < low - 0.1 * box.size or ink[3] > bottom + 1 + 0.2 * box.size:
                found.append(f"above or below: {where} {ink}")
            if box.size < floor_of(box, scale) - 0.01:
                found.append(f"too small: {where} {box.size}")
            found.extend(
                f"meets {_start(other)!r}: {where}" for other, edges in placed if meet(ink, edges)
            )
            placed.append((box, ink))
    return found


def floor_of(box: TextBox, scale: Scale) -> float:
    caption, body = scale.caption_floor, scale.body_floor
    if box.slot:
        return min(scale.foot, scale.caption) * 0.84
    if ROLES[box.role].floor == "caption" or box.role in ("foot", "small"):
        return float(caption)
    return float(body)


def _start(box: TextBox) -> str:
    return "".join(span.text for part in box.paragraphs for span in part.spans)[:30]


def letters_in(text: str) -> Counter[str]:
    """The letters of a text, whatever their case and the spaces between them."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return Counter(c for c in unicodedata.normalize("NFKD", folded) if c.isalnum())


def letters_of(pages: Pages) -> Counter[str]:
    found: Counter[str] = Counter()
    for page in pages.pages:
        for box in texts_of(page):
            for part in box.paragraphs:
                marker = part.marker.text if part.marker else ""
                found += letters_in(marker + "".join(span.text for span in part.spans))
    return found


@pytest.fixture
def faults() -> Callable[[Deck, Pages], list[str]]:
    return faults_of


@pytest.fixture
def letters() -> Callable[[str], Counter[str]]:
    return letters_in


@pytest.fixture
def shown() -> Callable[[Pages], Counter[str]]:
    return letters_of
