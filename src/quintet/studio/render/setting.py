"""Where the lines of a text box stand, and which of its paragraphs make one list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from quintet.domain.pages import Line, Marker, Paragraph, Rect, TextBox

PieceKind = Literal["paragraph", "bullets", "numbers"]

DOT, SQUARE, DASH = 0.3, 0.27, (0.8, 0.1)
"""Diameter, side, and length by thickness of drawn markers, in em of the text."""

MARK_HEIGHT = 0.29
"""How far above the baseline the middle of a drawn marker stands: half an x-height, in em."""

SAFE = re.compile(r"(?i)(https?://|mailto:|tel:)[^\s\x00-\x1f]+\Z")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
NOTHING = re.compile(r"[\ufeff\ufffe\uffff\ud800-\udfff]")
"""No characters at all: PDF/UA forbids the first three, JSON the last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph, and how far in from the starting side its marker stands."""

    paragraph: Paragraph
    start: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Entries that belong together: a paragraph alone, or all of one list."""

    kind: PieceKind
    entries: tuple[Entry, ...]


def pieces(box: TextBox) -> tuple[Piece, ...]:
    """The paragraphs of a box in order; neighbours with markers of one kind make one list."""
    entries = _entries(box.paragraphs)
    return tuple(
        Piece(kind, tuple(entry for _, entry in members))
        for (kind, _), members in groupby(
            enumerate(entries), lambda numbered: _group(numbered[0], numbered[1].paragraph.marker)
        )
    )


def _group(place: int, marker: Marker | None) -> tuple[PieceKind, int]:
    if marker is None:
        return "paragraph", place
    return ("numbers" if marker.shape == "text" else "bullets"), -1


def _entries(paragraphs: tuple[Paragraph, ...]) -> Iterator[Entry]:
    """A marker stands where the words of the level above it begin, the outermost at the edge."""
    indents: dict[int, float] = {}
    for paragraph in paragraphs:
        above = [indent for level, indent in indents.items() if level < paragraph.level]
        yield Entry(paragraph, max(above, default=0.0))
        indents = {level: at for level, at in indents.items() if level < paragraph.level}
        indents[paragraph.level] = paragraph.indent


def anchor(box: TextBox, indent: float) -> float:
    """
    The x inside the box its lines hang on: their left end, middle or right end, as `box.align`
    says. The indent is taken off on the starting side.
    """
    left, right = (0.0, box.w - indent) if box.rtl else (indent, box.w)
    return {"left": left, "center": (left + right) / 2, "right": right}[box.align]


def from_left(box: TextBox, start: float, width: float) -> float:
    """The left edge of something `width` wide that begins `start` in from the starting side."""
    return box.w - start - width if box.rtl else start


def drawn_mark(box: TextBox, entry: Entry, marker: Marker, line: Line) -> Rect:
    """Where a dot, square or dash stands before a line, seen from the box's corner."""
    size = box.size
    room = entry.paragraph.indent - entry.start
    w, h = {
        "dot": (DOT * size, DOT * size),
        "square": (SQUARE * size, SQUARE * size),
        "dash": (min(DASH[0] * size, max(room - size / 4, size / 4)), DASH[1] * size),
    }[marker.shape]
    middle = line.baseline - MARK_HEIGHT * size
    return Rect(from_left(box, entry.start, w), middle - h / 2, w, h, marker.colour)


def safe_link(link: str | None) -> str | None:
    """The address if a reader may follow it: web, mail or telephone; else None."""
    return link if link and SAFE.match(link) else None


def printable(text: str) -> str:
    """The text without what no format can show: controls and halves of characters."""
    return CONTROL.sub(" ", NOTHING.sub("", text))


def decorative(box: TextBox) -> bool:
    """
    Whether a reader who hears the page loses nothing when the box is passed over. What can be
    followed is never decoration.
    """
    if any(safe_link(span.link) for paragraph in box.paragraphs for span in paragraph.spans):
        return False
    return box.slot is not None or box.role in ("mark", "foot") or not has_words(box)


def has_words(box: TextBox) -> bool:
    return any(
        span.text.strip()
        for paragraph in box.paragraphs
        for line in paragraph.lines
        for span in line.spans
    )
