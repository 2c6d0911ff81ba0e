"""Strips of words: paragraphs, headings and quotes."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Heading, Quote, Rich, Text
from quintet.studio.layout.canvas import Canvas

MEASURE = 40.0
"""Lines of words are at most so many em long: some 80 letters."""

HEADING_SIZES = (1.16, 1.06, 1.0)
"""Size of headings of level 1, 2, and 3 and below, as part of the body's."""


@dataclass(frozen=True, slots=True)
class TextStrip:
    """Paragraphs of running text."""

    blocks: tuple[Text, ...]
    above: float = 0.7
    below: float = 0.7
    leads: bool = False
    under: float = 0.0

    @property
    def words(self) -> tuple[Rich, ...]:
        return tuple(block.text for block in self.blocks)

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        return canvas.height(self.words, "body", measure(w, size), size, gap_of(canvas))

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        wide = measure(w, size)
        left = canvas.start(x, w, wide)
        canvas.text(left, y, wide, self.words, "body", size=size, gap=gap_of(canvas))


def gap_of(canvas: Canvas) -> float:
    """Between paragraphs of running text, in em."""
    return 0.62 if canvas.paper else 0.5


@dataclass(frozen=True, slots=True)
class HeadingStrip:
    """A heading inside a card; what follows belongs to it."""

    block: Heading
    above: float = 1.15
    below: float = 0.3
    leads: bool = True
    under: float = 0.6

    def size(self, size: float) -> float:
        return size * HEADING_SIZES[min(max(self.block.level, 1), 3) - 1]

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        return canvas.height(self.block.text, "h3", w, self.size(size))

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        canvas.text(x, y, w, self.block.text, "h3", size=self.size(size))


@dataclass(frozen=True, slots=True)
class QuoteStrip:
    """Quoted speech beside a bar, its speaker below."""

    block: Quote
    above: float = 1.1
    below: float = 1.1
    leads: bool = False
    under: float = 0.5

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        inner = w - indent_of(canvas)
        high = canvas.height(self.block.text, "lead", inner, size * 1.08)
        if speaker := speaker_of(self.block):
            high += size * 0.4 + canvas.height(speaker, "small", inner, small_of(canvas, size))
        return high

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        bar = 3 * canvas.k
        high = self.height(canvas, w, size)
        left = canvas.start(x, w, bar) + bar / 2
        canvas.line(left, y, left, y + high, "accent1", bar)
        left, inner = canvas.after(x, w, indent_of(canvas))
        y += canvas.text(left, y, inner, self.block.text, "lead", size=size * 1.08, colour="ink")
        if speaker := speaker_of(self.block):
            small = small_of(canvas, size)
            canvas.text(left, y + size * 0.4, inner, speaker, "small", size=small)


def measure(w: float, size: float) -> float:
    """How much of a column lines of words use."""
    return min(w, MEASURE * size)


def speaker_of(quote: Quote) -> str:
    """Who said it, and in which role, on one line."""
    return ", ".join(part for part in (quote.by, quote.role) if part)


def indent_of(canvas: Canvas) -> float:
    """How far words stand behind a bar."""
    return canvas.u * 3


def small_of(canvas: Canvas, size: float) -> float:
    """Second text beside body type of `size`, never below its floor."""
    return max(canvas.floor("small"), min(size * 0.86, canvas.size("small")))
