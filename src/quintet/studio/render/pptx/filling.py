"""
Filling lines as PowerPoint fills them: word after word, in our fonts or in wider ones.

Who opens a deck seldom has its fonts, and what stands in for them may be wider: a line more then.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from quintet.domain.pages import Paragraph, Span, TextBox
from quintet.studio.render.pptx.markup import clean
from quintet.studio.type import advance, has_family, segments

WIDER, WIDER_BOLD, WIDER_DIGITS = 1.2, 1.35, 1.5
"""
How much wider than ours a font may be that stands in. DejaVu Sans is about the widest: against
our families it is up to 1.24 times as wide, 1.31 in bold, 1.34 in bold digits, and more where
ours are set tightly. Arial is as wide as ours.
"""
STAND_IN = "Inter"
"""What words are measured in whose family is not shipped."""

PARTS = re.compile("(?=.)([^ ]*)( *)", re.DOTALL)
"""Words and the spaces after them."""

Words = tuple[tuple[float, float], ...]
"""The width of each word, and of the space after it, in em."""


def growth(box: TextBox, width: float) -> float:
    """How much higher a box would become, set `width` wide in a wider font, in points."""
    if box.role == "code":
        return 0.0
    times = wider(box)
    more = (
        lines_in(paragraph, box, (width - paragraph.indent) / times) - len(paragraph.lines)
        for paragraph in box.paragraphs
    )
    return max(0, sum(more)) * box.size * box.pitch


def wider(box: TextBox) -> float:
    """How much wider than ours the font of a text may be, where another stands in."""
    if box.role == "figure":
        return WIDER_DIGITS
    return WIDER_BOLD if box.bold else WIDER


def lines_in(paragraph: Paragraph, box: TextBox, width: float) -> int:
    """How many lines a paragraph fills in `width` points. Too long a word is broken anywhere."""
    column, lines, used = max(1.0, width / box.size), 1, 0.0
    for word, space in words_of(paragraph.spans, box):
        if used and used + word > column:
            lines, used = lines + 1, 0.0
        lines += max(0, math.ceil(word / column) - 1)
        used += word + space
    return lines


def words_of(spans: tuple[Span, ...], box: TextBox) -> Words:
    return _words(spans, box.family, box.bold, box.tracking, box.language)


@lru_cache(4_096)
def _words(
    spans: tuple[Span, ...], family: str, bold: bool, tracking: float, language: str
) -> Words:
    letters = Letters(spans, family, bold, tracking)
    found = []
    for segment in segments(letters.text, language) if letters.text else ():
        # What the layout holds together across a space ("16 %"), PowerPoint does not.
        for word, space in PARTS.findall(segment):
            found.append((letters.next(len(word)), letters.next(len(space))))
    return tuple(found)


class Letters:
    """Hands out the widths of a text's stretches, one after another."""

    def __init__(self, spans: tuple[Span, ...], family: str, bold: bool, tracking: float) -> None:
        self._cuts = [
            (clean(span.text), shipped(span.family or family), bold or span.bold) for span in spans
        ]
        self.text = "".join(text for text, _, _ in self._cuts)
        self._tracking = tracking
        self._at = 0

    def next(self, count: int) -> float:
        """The width of the next `count` characters, in em."""
        start, self._at = self._at, self._at + count
        wide = sum(advance(*cut) for cut in self._between(start, self._at))
        return wide + self._tracking * count

    def _between(self, start: int, end: int) -> Iterator[tuple[str, str, bool]]:
        at = 0
        for text, family, bold in self._cuts:
            part = text[max(0, start - at) : max(0, end - at)]
            at += len(text)
            if part:
                yield part, family, bold


def shipped(family: str) -> str:
    return family if has_family(family) else STAND_IN
