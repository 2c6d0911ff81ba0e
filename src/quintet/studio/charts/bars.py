"""Bars: names beside them, one series with its values at the ends, several over a grid."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis, Colour
from quintet.studio.charts.axis import exact_axis
from quintet.studio.charts.look import Drawn, draw_legend, legend, worded_ticks, worded_values
from quintet.studio.charts.pen import Edge, Pen

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area

Colours = tuple[tuple[Colour, ...], ...]

THICK = 0.56
"""The part of its row that a bar fills."""

HIGHEST_ROW = 56.0
"""In points at 16x9."""

NAMES = (0.40, 0.50, 0.60)
"""Names take at most this part of the width, and wrap beyond it; more where rows are low."""


def draw_bars(pen: Pen, chart: Chart, axis: Axis, area: Area, colours: Colours) -> Drawn:
    """Draw bars from the top of an area; few of them do not fill it."""
    many, whole, roomy = len(chart.series) > 1, area, axis
    axis = axis if axis.shown else exact_axis(chart)
    if many:
        lower = draw_legend(pen, chart, area, colours)
        area = replace(area, y=area.y + lower, h=area.h - lower)
    foot = pen.height(pen.caption) + pen.caption * 0.5 if axis.shown else 0.0
    row = min((area.h - foot) / len(chart.categories), HIGHEST_ROW * pen.k)
    size = _size(pen, row)
    names = _names_width(pen, chart, area.w, size, row)
    plot = _plot(pen, chart, axis, replace(area, h=row * len(chart.categories)), names, size)
    if axis.shown:
        _grid(pen, chart, axis, plot)
    thick = row * (THICK if not many else 0.72) / len(chart.series)
    for i, name in enumerate(chart.categories):
        _name(pen, name, area, plot.y + row * i, row, names, size)
        for j in range(len(chart.series)):
            top = plot.y + row * i + (row - thick * len(chart.series)) / 2 + thick * j
            _bar(pen, chart, axis, plot, (i, j), (top, thick), size, colours)
    zero = _x(pen, axis, plot, 0.0)
    if axis.low < 0 or axis.shown:
        pen.line(zero, plot.y, zero, plot.y + plot.h, "muted")
    used = replace(whole, h=plot.y + plot.h + foot - whole.y)
    gap = 100 * (row - thick * len(chart.series)) / thick
    ends = sorted(_x(pen, axis, plot, value) for value in (roomy.low, roomy.high))
    scale = replace(plot, x=ends[0], w=ends[1] - ends[0])
    return Drawn(used, size, labels=not many, legend=many, gap=gap, plot=scale)


def _size(pen: Pen, row: float) -> float:
    """Small, or as much smaller as low rows ask for."""
    return max(pen.floor, min(pen.canvas.size("small"), row * 0.62))


def _names_width(pen: Pen, chart: Chart, w: float, size: float, row: float) -> float:
    """Room for the names: the least part of the width at which they fit their rows."""
    widest = pen.widest(chart.categories, size)
    for part in NAMES:
        wide = min(widest, w * part)
        if _tallest(pen, chart, wide) <= row:
            break
    return wide + size * 0.9


def _tallest(pen: Pen, chart: Chart, w: float) -> float:
    return max(pen.canvas.height(name, "caption", w, pen.floor) for name in chart.categories)


def least_bars(pen: Pen, chart: Chart, w: float) -> float:
    """The height bars need for their names not to meet."""
    widest = pen.widest(chart.categories, pen.floor)
    rows = _tallest(pen, chart, min(widest, w * NAMES[-1])) * len(chart.categories)
    if len(chart.series) == 1:
        return rows
    return rows + legend(pen, chart, w)[1] + pen.height(pen.caption) + pen.caption * 0.5


def _plot(pen: Pen, chart: Chart, axis: Axis, area: Area, names: float, size: float) -> Area:
    """Where bars may stand: beside the names, with room at the ends for values or ticks."""
    if axis.shown:
        words = worded_ticks(chart, axis, pen.canvas.language)
        after = pen.widest((word for _, word in words), pen.caption, tabular=True) / 2
        before = max(0.0, after - names)
    else:
        values = [value for value in chart.series[0].values if value is not None]
        labels = [word for word in worded_values(chart, pen.canvas.language)[0] if word]
        room = pen.widest(labels, size, bold=True) + size * 0.6
        before = room if min(values, default=0.0) < 0 else 0.0
        after = room if max(values, default=0.0) > 0 or not before else 0.0
    w = area.w - names - before - after
    x = area.x + after if pen.canvas.rtl else area.x + names + before
    return replace(area, x=x, w=w)


def _x(pen: Pen, axis: Axis, plot: Area, value: float) -> float:
    part = (value - axis.low) / (axis.high - axis.low)
    return plot.x + plot.w * (1 - part if pen.canvas.rtl else part)


def _name(pen: Pen, name: str, area: Area, y: float, row: float, names: float, size: float) -> None:
    rtl, column = pen.canvas.rtl, names - size * 0.9
    while size > pen.floor and pen.canvas.height(name, "caption", column, size) > row:
        size = max(pen.floor, size - 0.25)
    h = pen.canvas.height(name, "caption", column, size)
    x = area.x + area.w - column if rtl else area.x
    pen.words(x, y + (row - h) / 2, column, name, "right" if rtl else "left", size, colour="ink")


def _bar(
    pen: Pen,
    chart: Chart,
    axis: Axis,
    plot: Area,
    place: tuple[int, int],
    row: tuple[float, float],
    size: float,
    colours: Colours,
) -> None:
    """One bar of category and series `place`, at the top and thickness `row`, with its value."""
    (i, j), (top, thick) = place, row
    value = chart.series[j].values[i]
    if value is None:
        return
    start, end = _x(pen, axis, plot, 0.0), _x(pen, axis, plot, value)
    left, w = min(start, end), abs(end - start)
    tone, gap = colours[j][i % len(colours[j])], 1.2 * pen.k if j else 0.0
    falling = value < 0 or axis.high == 0
    forward: Literal["left", "right"] = "left" if falling != pen.canvas.rtl else "right"
    if w > 0.05:
        pen.bar(left, top + gap, w, thick - gap, tone, forward)
    if len(chart.series) > 1:
        return
    word = worded_values(chart, pen.canvas.language)[0][i] or ""
    hot = chart.hot is None or i == chart.hot
    at = end + size * 0.5 if forward == "right" else end - size * 0.5
    y = top + (thick - pen.height(size, bold=hot)) / 2
    edge: Edge = "left" if forward == "right" else "right"
    pen.label(at, y, word, edge, size, colour="ink" if hot else "muted", bold=hot)


def _grid(pen: Pen, chart: Chart, axis: Axis, plot: Area) -> None:
    """Lines for all steps; words below them, fewer where they would meet."""
    words = worded_ticks(chart, axis, pen.canvas.language)
    for value, _ in words:
        if value:
            x = _x(pen, axis, plot, value)
            pen.line(x, plot.y, x, plot.y + plot.h, "line")
    apart = plot.w / max(1, len(words) - 1)
    widest = pen.widest((word for _, word in words), pen.caption, tabular=True)
    stride = max(1, math.ceil((widest + pen.caption * 0.5) / max(apart, 0.1)))
    for value, word in words[::-1][::stride]:
        x = _x(pen, axis, plot, value)
        pen.label(x, plot.y + plot.h + pen.caption * 0.5, word, "center", pen.caption, tabular=True)
