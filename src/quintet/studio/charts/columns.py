"""Columns: one series with its values at the marks, several grouped or stacked over a grid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis, Colour
from quintet.studio.charts.look import Drawn, draw_legend, worded_ticks, worded_values
from quintet.studio.charts.pen import Pen

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area

Colours = tuple[tuple[Colour, ...], ...]

ALONE, GROUPED = 0.62, 0.70
"""The part of its slot that a column, or a group of them, fills."""

WIDEST = 64.0
"""No column is wider than this, in points at 16x9."""


def category_size(pen: Pen, names: tuple[str, ...], slot: float) -> float | None:
    """The size at which names fit below their columns in at most two lines, or None."""
    size = pen.caption
    while size >= pen.floor - 1e-6:
        if all(1 <= pen.lines(name, slot * 0.94, size) <= 2 for name in names):
            return size
        size -= 0.5 * max(0.5, pen.k)
    return None


def fits_columns(pen: Pen, chart: Chart, w: float, language: str) -> bool:
    """Whether names and values find room side by side; bars are the way out where they do not."""
    axis = 0.0 if len(chart.series) == 1 else 4 * pen.caption
    slot = (w - axis) / len(chart.categories)
    if category_size(pen, chart.categories, slot) is None:
        return False
    if len(chart.series) > 1:
        return True
    words = [word for word in worded_values(chart, language)[0] if word]
    return all(pen.width(word, pen.floor, bold=True) <= slot for word in words)


def draw_columns(pen: Pen, chart: Chart, axis: Axis, area: Area, colours: Colours) -> Drawn:
    """Draw columns into an area that they fill."""
    many = len(chart.series) > 1
    whole = area
    if many:
        area = _lowered(area, draw_legend(pen, chart, area, colours))
    area = _with_axis(pen, chart, axis, area) if axis.shown else _plain(pen, axis, area)
    slot = area.w / len(chart.categories)
    size = category_size(pen, chart.categories, slot) or pen.floor
    plot = replace(area, h=area.h - _names_height(pen, chart, slot, size))
    if axis.shown:
        _grid(pen, chart, axis, whole, plot)
    stacked = chart.chart == "stacked"
    side = 1 if stacked else len(chart.series)
    bar = min(slot * (GROUPED if side > 1 else ALONE) / side, WIDEST * max(0.7, pen.k))
    _marks(pen, chart, axis, plot, colours, bar, stacked)
    if not axis.shown:
        _values(pen, chart, axis, plot, slot)
    pen.line(plot.x, _y(axis, plot, 0), plot.x + plot.w, _y(axis, plot, 0), "muted")
    for i, name in enumerate(chart.categories):
        x = plot.x + slot * (i + 0.03)
        pen.words(x, plot.y + plot.h + size * 0.55, slot * 0.94, name, "center", size)
    gap = 100 * (slot - bar * side) / bar
    return Drawn(whole, size, labels=not many, legend=many, gap=gap, plot=plot)


def _lowered(area: Area, by: float) -> Area:
    return replace(area, y=area.y + by, h=area.h - by)


def _with_axis(pen: Pen, chart: Chart, axis: Axis, area: Area) -> Area:
    words = worded_ticks(chart, axis, pen.canvas.language)
    room = pen.widest((word for _, word in words), pen.caption, tabular=True) + pen.caption * 0.7
    top = pen.caption * 0.7
    return replace(area, x=area.x + room, w=area.w - room, y=area.y + top, h=area.h - top)


def _plain(pen: Pen, axis: Axis, area: Area) -> Area:
    """Room above the plot for the label of the tallest column; its axis leaves some of it."""
    high = pen.height(pen.caption, bold=True)
    return _lowered(area, high * 0.6 if axis.high > 0 else high + pen.caption * 0.35)


def _names_height(pen: Pen, chart: Chart, slot: float, size: float) -> float:
    heights = (pen.canvas.height(name, "caption", slot * 0.94, size) for name in chart.categories)
    return size * 0.55 + max(heights, default=0.0)


def _y(axis: Axis, plot: Area, value: float) -> float:
    return plot.y + plot.h * (axis.high - value) / (axis.high - axis.low)


def _grid(pen: Pen, chart: Chart, axis: Axis, whole: Area, plot: Area) -> None:
    for value, word in worded_ticks(chart, axis, pen.canvas.language):
        y = _y(axis, plot, value)
        if value:
            pen.line(plot.x, y, plot.x + plot.w, y, "line")
        top = y - pen.height(pen.caption) / 2
        pen.label(plot.x - pen.caption * 0.7, top, word, "right", pen.caption, tabular=True)


def _marks(
    pen: Pen,
    chart: Chart,
    axis: Axis,
    plot: Area,
    colours: Colours,
    bar: float,
    stacked: bool,
) -> None:
    slot = plot.w / len(chart.categories)
    side = 1 if stacked else len(chart.series)
    for i in range(len(chart.categories)):
        start = plot.x + slot * i + (slot - bar * side) / 2
        under = 0.0
        for j, series in enumerate(chart.series):
            value = series.values[i]
            if value is None:
                continue
            tone = colours[j][i % len(colours[j])]
            x = start if stacked else start + bar * j
            y1, y2 = _y(axis, plot, under), _y(axis, plot, under + value)
            gap = 1.2 * pen.k if side > 1 and j else 0.0
            cut = pen.k if stacked and under else 0.0
            last = not stacked or j == len(chart.series) - 1
            _mark(pen, x + gap, y1 - cut, y2, bar - gap, tone, rounded=last)
            under += value if stacked else 0.0


def _mark(
    pen: Pen, x: float, base: float, end: float, w: float, tone: Colour, rounded: bool
) -> None:
    top, h = min(base, end), abs(base - end)
    if h < 0.05:
        return
    if rounded:
        pen.bar(x, top, w, h, tone, "top" if end < base else "bottom")
    else:
        pen.block(x, top, w, h, tone)


def _values(pen: Pen, chart: Chart, axis: Axis, plot: Area, slot: float) -> None:
    words = worded_values(chart, pen.canvas.language)[0]
    size = pen.caption
    widest = pen.widest((word for word in words if word), size, bold=True)
    size = max(pen.floor, min(size, size * slot / max(widest, 0.1)))
    for i, (value, word) in enumerate(zip(chart.series[0].values, words, strict=True)):
        if value is None or word is None:
            continue
        hot = chart.hot is None or i == chart.hot
        h, y = pen.height(size, bold=hot), _y(axis, plot, value)
        at = y + size * 0.35 if value < 0 else y - size * 0.35 - h
        tone = "ink" if hot else "muted"
        middle = plot.x + slot * (i + 0.5)
        pen.label(middle, at, word, "center", size, colour=tone, bold=hot)
