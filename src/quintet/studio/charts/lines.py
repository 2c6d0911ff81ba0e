"""Lines over time: a grid, the first series strong over its tint, names at the lines' ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart, Series
from quintet.domain.pages import Axis, Colour, Command, Stroke
from quintet.studio.charts.look import Drawn, draw_legend, worded_ticks, worded_values
from quintet.studio.charts.pen import Edge, Pen

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area

Colours = tuple[tuple[Colour, ...], ...]
Point = tuple[float, float]

APART = 2.7
"""End labels stand at least this many caption sizes apart."""

ENDS = 0.26
"""Names at the lines' ends take at most this part of the width; longer ones go to a legend."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands at the lines' ends: the room it takes, and whether names are there too."""

    room: float
    named: bool


def draw_lines(pen: Pen, chart: Chart, axis: Axis, area: Area, colours: Colours) -> Drawn:
    """Draw lines into an area that they fill."""
    ends, whole = _ends(pen, chart, area.w), area
    legend = not ends.named and len(chart.series) > 1
    if legend:
        lower = draw_legend(pen, chart, area, colours)
        area = replace(area, y=area.y + lower, h=area.h - lower)
    words = worded_ticks(chart, axis, pen.canvas.language)
    room = pen.widest((word for _, word in words), pen.caption, tabular=True) + pen.caption * 0.7
    foot, top = pen.height(pen.caption) + pen.caption * 0.55, pen.caption * 0.7
    plot = replace(
        area, x=area.x + room, w=area.w - room - ends.room, y=area.y + top, h=area.h - foot - top
    )
    _grid(pen, words, axis, plot)
    _moments(pen, chart.categories, plot, whole)
    runs = [_points(series, axis, plot) for series in chart.series]
    if axis.low == 0 and len(runs[0]) > 1 and None not in chart.series[0].values:
        _ground(pen, runs[0], plot, colours[0][0])
    for j in reversed(range(len(runs))):
        _line(pen, chart.series[j], axis, plot, colours[j][0], strong=j == 0)
    _label_ends(pen, chart, runs, plot, colours, ends)
    return Drawn(whole, pen.caption, labels=False, legend=legend, plot=plot)


def _ends(pen: Pen, chart: Chart, w: float) -> Ends:
    values = [_last(row) for row in worded_values(chart, pen.canvas.language)]
    valued = pen.widest(values, pen.caption, bold=True)
    named = pen.widest((series.name for series in chart.series), pen.caption, bold=True)
    inside = named <= w * ENDS and len(chart.series) > 1
    return Ends(max(valued, named if inside else 0.0) + pen.caption * 1.2, inside)


def _last(row: Sequence[str | None]) -> str:
    return next((word for word in reversed(row) if word), "")


def _x(plot: Area, i: int, count: int) -> float:
    return plot.x + plot.w * i / max(1, count - 1)


def _points(series: Series, axis: Axis, plot: Area) -> list[Point]:
    count = len(series.values)
    return [
        (_x(plot, i, count), plot.y + plot.h * (axis.high - v) / (axis.high - axis.low))
        for i, v in enumerate(series.values)
        if v is not None
    ]


def _grid(pen: Pen, words: Sequence[tuple[float, str]], axis: Axis, plot: Area) -> None:
    for value, word in words:
        y = plot.y + plot.h * (axis.high - value) / (axis.high - axis.low)
        ground = value == 0 or (value == axis.low and axis.low > 0)
        pen.line(plot.x, y, plot.x + plot.w, y, "muted" if ground else "line")
        top = y - pen.height(pen.caption) / 2
        pen.label(plot.x - pen.caption * 0.7, top, word, "right", pen.caption, tabular=True)


def _moments(pen: Pen, names: Sequence[str], plot: Area, whole: Area) -> None:
    """Names below the plot, every second or third only where all of them would meet."""
    size, y = pen.caption, plot.y + plot.h + pen.caption * 0.55
    for step in range(1, len(names) + 1):
        shown = [i for i in range(len(names)) if (len(names) - 1 - i) % step == 0]
        places = [_moment_place(pen, names, i, plot, whole) for i in shown]
        if all(a[1] + size * 0.9 <= b[0] for a, b in pairwise(places)):
            break
    for i, (left, _) in zip(shown, places, strict=True):
        pen.label(left, y, names[i], "left", size)


def _moment_place(pen: Pen, names: Sequence[str], i: int, plot: Area, whole: Area) -> Point:
    """The left and right edge of a name below its point, kept within the chart."""
    w = pen.width(names[i], pen.caption)
    middle = _x(plot, i, len(names))
    left = min(max(middle - w / 2, whole.x), whole.x + whole.w - w)
    return left, left + w


def _ground(pen: Pen, points: Sequence[Point], plot: Area, colour: Colour) -> None:
    base = plot.y + plot.h
    edge: list[Command] = [("M", (points[0][0], base))]
    edge += [("L", point) for point in points]
    pen.path((*edge, ("L", (points[-1][0], base)), ("Z", ())), "tint")


def _line(pen: Pen, series: Series, axis: Axis, plot: Area, colour: Colour, strong: bool) -> None:
    """The line, broken where a value is missing, with a dot at its last point."""
    count, commands, pen_down = len(series.values), [], False
    point: Point | None = None
    for i, value in enumerate(series.values):
        if value is None:
            pen_down = False
            continue
        y = plot.y + plot.h * (axis.high - value) / (axis.high - axis.low)
        point = (_x(plot, i, count), y)
        command: Command = ("L" if pen_down else "M", point)
        commands.append(command)
        pen_down = True
    if point is None:
        return
    width = (3.0 if strong else 2.0) * pen.k
    pen.path(tuple(commands), None, Stroke(pen.canvas.tone(colour), width))
    pen.dot(*point, colour)


def _label_ends(
    pen: Pen, chart: Chart, runs: Sequence[list[Point]], plot: Area, colours: Colours, ends: Ends
) -> None:
    size = pen.caption
    values = [_last(row) for row in worded_values(chart, pen.canvas.language)]
    h = size * APART if ends.named else pen.height(size, bold=True)
    middles = [run[-1][1] if run else plot.y + plot.h for run in runs]
    tops = kept_apart([m - h / 2 for m in middles], h, plot.y - size * 0.7, plot.y + plot.h - h)
    x = plot.x + plot.w + size * 0.9
    for j, (top, series, value) in enumerate(zip(tops, chart.series, values, strict=True)):
        tone = "accent1" if colours[j][0] == "accent1" else "ink"
        edge: Edge = "left"
        if ends.named:
            pen.label(x, top, series.name, edge, size, colour=tone, bold=True)
            pen.label(x, top + pen.height(size, bold=True), value, edge, size, colour=tone)
        else:
            pen.label(x, top, value, edge, size, colour=tone, bold=True)


def kept_apart(tops: Sequence[float], h: float, low: float, high: float) -> list[float]:
    """
    The tops moved as little as need be so that things of height `h` do not meet and stand
    between low and high. Where there is no room for all, they stand close together.
    """
    order = sorted(range(len(tops)), key=lambda i: tops[i])
    pitch = min(h, (high - low) / max(1, len(tops) - 1)) if len(tops) > 1 else h
    groups: list[tuple[float, int]] = []
    for i in order:
        middle, count = min(max(tops[i], low), high), 1
        while groups and groups[-1][0] + groups[-1][1] * pitch > middle - 1e-9:
            start, many = groups.pop()
            total = start * many + (middle - pitch * many) * count
            count += many
            middle = min(max(total / count, low), high - pitch * (count - 1))
        groups.append((middle, count))
    places = [start + pitch * n for start, count in groups for n in range(count)]
    moved = dict(zip(order, places, strict=True))
    return [moved[i] for i in range(len(tops))]
