"""Strips of things that are not running words: code, columns, pictures and dividers."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Code, Columns, Divider, Image
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.crops import place_picture
from quintet.studio.layout.strips.words import small_of

WIDE = 26
"""Columns stand side by side where each is at least so many em wide; else one below the other."""


@dataclass(frozen=True, slots=True)
class CodeStrip:
    """Code on its dark panel."""

    block: Code
    above: float = 1.0
    below: float = 1.0
    leads: bool = False
    under: float = 0.5

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        pad = canvas.u * 3
        lines = code_lines(self.block)
        return canvas.height(lines, "code", w - 2 * pad, code_size(canvas, size), 0) + 2 * pad

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        pad = canvas.u * 3
        high = self.height(canvas, w, size)
        canvas.rect(Area(x, y, w, high), "code_bg", min(canvas.radius, 14 * canvas.k))
        lines, small = code_lines(self.block), code_size(canvas, size)
        canvas.text(x + pad, y + pad, w - 2 * pad, lines, "code", size=small, gap=0)


def code_lines(block: Code) -> list[str]:
    """Line by line, tabs as spaces; an empty line is one space, so that it keeps its height."""
    return [line.expandtabs(4).rstrip() or " " for line in block.text.rstrip("\n").split("\n")]


def code_size(canvas: Canvas, size: float) -> float:
    """Code beside body type of `size`."""
    return max(canvas.floor("code"), size * 0.84)


@dataclass(frozen=True, slots=True)
class ColumnsStrip:
    """Things of equal rank: side by side where there is room."""

    block: Columns
    above: float = 1.1
    below: float = 1.1
    leads: bool = False
    under: float = 0.5

    def across(self, w: float, size: float) -> int:
        """How many stand side by side."""
        most = max(1, int(w / (WIDE * 0.5 * size)))
        return min(most, len(self.block.columns), 4)

    def _cells(self, canvas: Canvas, w: float, size: float) -> tuple[float, float, int]:
        across = self.across(w, size)
        gap = canvas.u * 5
        return (w - gap * (across - 1)) / across, gap, across

    def _rows(self, canvas: Canvas, w: float, size: float) -> list[float]:
        inner, _, across = self._cells(canvas, w, size)
        heights = [
            canvas.height(column.heading, "h3", inner, size)
            + size * 0.3
            + canvas.height(column.text, "body", inner, size)
            for column in self.block.columns
        ]
        return [max(heights[i : i + across]) for i in range(0, len(heights), across)]

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        rows = self._rows(canvas, w, size)
        return sum(rows) + size * (len(rows) - 1)

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        inner, gap, across = self._cells(canvas, w, size)
        for row, high in enumerate(self._rows(canvas, w, size)):
            for i, column in enumerate(self.block.columns[row * across : (row + 1) * across]):
                place = across - 1 - i if canvas.rtl else i
                left = x + place * (inner + gap)
                down = canvas.text(left, y, inner, column.heading, "h3", size=size)
                top = y + down + size * 0.3
                canvas.text(left, top, inner, column.text, "body", size=size, colour="muted")
            y += high + size


@dataclass(frozen=True, slots=True)
class ImageStrip:
    """A picture inside the column, whole, its caption below."""

    block: Image
    above: float = 1.0
    below: float = 1.0
    leads: bool = False
    under: float = 0.5

    def _caption(self, canvas: Canvas, w: float, size: float) -> float:
        if not self.block.caption:
            return 0.0
        return canvas.height(self.block.caption, "small", w, small_of(canvas, size)) + size * 0.4

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        return min(w * 0.4, canvas.content.h * 0.3) + self._caption(canvas, w, size)

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return min(w * 0.75, canvas.content.h * 0.9) + self._caption(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        caption = self._caption(canvas, w, size)
        place = place_picture(canvas, Area(x, y, w, h - caption), self.block, whole=True)
        if caption:
            top = place.bottom + size * 0.4
            canvas.text(x, top, w, self.block.caption, "small", size=small_of(canvas, size))


@dataclass(frozen=True, slots=True)
class DividerStrip:
    """A quiet line."""

    block: Divider
    above: float = 1.0
    below: float = 1.0
    leads: bool = False
    under: float = 0.5

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        return canvas.k

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return canvas.k

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        canvas.hairline(x, y, w)
