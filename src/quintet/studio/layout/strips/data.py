"""Strips of data: tables and charts, each with its source below."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Chart, Table
from quintet.studio.charts.draw import draw_chart, least_height
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.ruled import Ruled, ruled
from quintet.studio.layout.sources import chart_source, source_gap
from quintet.studio.layout.tabling import draw_table

WIDE_CHART = 0.52
"""The height a chart would like, as part of its width."""

LEAST_CHART = 8.5
"""The height a chart needs, in em of the body."""

MOST_CHART = 0.6
"""A chart cannot be cut, so it never asks for more of a page's height than this part."""


@dataclass(frozen=True, slots=True)
class TableStrip:
    """A table as wide as its column. One that is too wide has no height: cut it into words."""

    block: Table
    above: float = 1.0
    below: float = 1.0
    leads: bool = False
    under: float = 0.5

    def measured(self, canvas: Canvas, w: float, size: float) -> Ruled | None:
        return ruled(canvas, self.block, w, size * (1.0 if canvas.paper else 0.92))

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        table = self.measured(canvas, w, size)
        return float("inf") if table is None else table.height + self.source(canvas, w)

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        table = self.measured(canvas, w, size)
        return float("inf") if table is None else sum(table.wish) + self.source(canvas, w)

    def source(self, canvas: Canvas, w: float) -> float:
        if not self.block.source:
            return 0.0
        return source_gap(canvas) + canvas.height(self.block.source, "caption", w)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        table = self.measured(canvas, w, size)
        if table is None:
            return
        y += draw_table(canvas, table, Area(x, y, w, h - self.source(canvas, w)))
        if self.block.source:
            canvas.text(x, y + source_gap(canvas), w, self.block.source, "caption")


@dataclass(frozen=True, slots=True)
class ChartStrip:
    """A chart, which grows where there is room."""

    block: Chart
    above: float = 1.0
    below: float = 1.0
    leads: bool = False
    under: float = 0.5

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        named = min(least_height(canvas, self.block, w), MOST_CHART * canvas.content.h)
        return max(LEAST_CHART * size, named) + self.source(canvas, w)

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return max(self.height(canvas, w, size), WIDE_CHART * w)

    def source(self, canvas: Canvas, w: float) -> float:
        words = chart_source(self.block)
        return source_gap(canvas) + canvas.height(words, "caption", w) if words else 0.0

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        words = chart_source(self.block)
        y += draw_chart(canvas, self.block, Area(x, y, w, h - self.source(canvas, w)))
        if words:
            canvas.text(x, y + source_gap(canvas), w, words, "caption")
