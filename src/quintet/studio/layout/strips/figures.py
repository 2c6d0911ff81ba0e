"""Figures as a strip: one alone, several side by side."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Figure
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.strips.words import small_of

NARROWEST = 7.5
"""Side by side, each has at least so many em."""


@dataclass(frozen=True, slots=True)
class FigureStrip:
    """Figures that follow one another, what each says below it; the first in the accent."""

    blocks: tuple[Figure, ...]
    above: float = 1.5
    below: float = 1.0
    leads: bool = False
    under: float = 0.7

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        rows = self._rows(canvas, w, size)
        return sum(rows) + size * (len(rows) - 1)

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        inner, gap, across = self._cells(canvas, w, size)
        big = self._figure_size(canvas, inner, size)
        for row, high in enumerate(self._rows(canvas, w, size)):
            for i, block in enumerate(self.blocks[row * across : (row + 1) * across]):
                place = across - 1 - i if canvas.rtl else i
                colour = "ink" if row or i else "accent1"
                self._draw_one(
                    canvas, (x + place * (inner + gap), y, inner), block, (big, size), colour
                )
            y += high + size

    def _cells(self, canvas: Canvas, w: float, size: float) -> tuple[float, float, int]:
        """Width of a cell, the gap between two, and how many stand side by side."""
        gap = canvas.u * 4
        most = max(1, int((w + gap) / (NARROWEST * size + gap)))
        across = min(len(self.blocks), most, 5)
        across = -(-len(self.blocks) // -(-len(self.blocks) // across))
        return (w - gap * (across - 1)) / across, gap, across

    def _rows(self, canvas: Canvas, w: float, size: float) -> list[float]:
        inner, _, across = self._cells(canvas, w, size)
        big = self._figure_size(canvas, inner, size)
        heights = [self._height_of(canvas, block, inner, big, size) for block in self.blocks]
        return [max(heights[i : i + across]) for i in range(0, len(heights), across)]

    def _figure_size(self, canvas: Canvas, w: float, size: float) -> float:
        """One size for all, so that the longest stands on one line where it can."""
        wide = max(canvas.prepare(block.value, "figure").longest for block in self.blocks)
        return max(size, min(size * 2.4, w * 0.97 / wide if wide else size))

    def _height_of(self, canvas: Canvas, block: Figure, w: float, big: float, size: float) -> float:
        high = canvas.height(block.value, "figure", w, big) + size * 0.25
        high += canvas.height(block.label, "body", w, size)
        if block.note:
            high += size * 0.2
            high += canvas.height(block.note, "small", w, small_of(canvas, size))
        return high

    def _draw_one(
        self,
        canvas: Canvas,
        at: tuple[float, float, float],
        block: Figure,
        sizes: tuple[float, float],
        colour: str,
    ) -> None:
        (x, y, w), (big, size) = at, sizes
        y += canvas.text(x, y, w, block.value, "figure", size=big, colour=colour) + size * 0.25
        y += canvas.text(x, y, w, block.label, "body", size=size, colour="muted")
        if block.note:
            canvas.text(x, y + size * 0.2, w, block.note, "small", size=small_of(canvas, size))
