"""A donut: the parts of one whole, the part that matters in its hole, a legend with the values."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis, Colour, Command, Stroke
from quintet.studio.charts.look import Drawn, worded_values
from quintet.studio.charts.pen import SPARE, Edge, Pen

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area

Colours = tuple[tuple[Colour, ...], ...]

HOLE = 0.62


@dataclass(frozen=True, slots=True)
class Places:
    """Where the ring stands, in a square, and where its legend."""

    ring: Area
    names: Area
    row: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.ring.x + self.ring.w / 2, self.ring.y + self.ring.h / 2


def places(pen: Pen, chart: Chart, area: Area) -> Places:
    """The ring at the reading side of a wide area, at the top of a high one."""
    count, size, gap = len(chart.categories), pen.canvas.size("small"), pen.canvas.u * 7
    wide, rtl = area.w > area.h * 1.15, pen.canvas.rtl
    d = min(area.h, area.w * 0.46)
    w = area.w - d - gap if wide else area.w
    high = _tallest(pen, chart, _column(pen, chart, w, size), size) + size * 0.5
    row = min(max(size * 2.6, high), (area.h if wide else area.h * 0.6) / count)
    if wide:
        left, other = (area.right - d, area.x) if rtl else (area.x, area.x + d + gap)
        top = area.y + max(0.0, (d - row * count) / 2)
        names = replace(area, x=other, w=w, y=top, h=row * count)
        return Places(replace(area, x=left, w=d, h=d), names, row, size)
    d = min(area.w * 0.72, area.h - row * count - gap)
    ring = replace(area, x=area.x + (area.w - d) / 2, w=d, h=d)
    names = replace(area, y=area.y + d + gap, h=row * count)
    return Places(ring, names, row, size)


def _column(pen: Pen, chart: Chart, w: float, size: float) -> float:
    """What a legend `w` wide leaves for its names, beside marks and values."""
    words = (word for word in worded_values(chart, pen.canvas.language)[0] if word)
    return w - pen.widest(words, size, bold=True, tabular=True) - size * 2.7


def _tallest(pen: Pen, chart: Chart, w: float, size: float) -> float:
    return max(pen.canvas.height(name, "caption", w, size) for name in chart.categories)


def draw_donut(pen: Pen, chart: Chart, axis: Axis, area: Area, colours: Colours) -> Drawn:
    """Draw the ring alone: its words stand beside the chart, alike in every format."""
    here = places(pen, chart, area)
    _ring(pen, chart, here.middle, here.ring.w / 2, colours[0])
    return Drawn(here.ring, here.size, labels=False, plot=here.ring)


def word_donut(pen: Pen, chart: Chart, area: Area, colours: Colours) -> float:
    """Write the hole and the legend of a ring drawn in an area; answer the height of it all."""
    here = places(pen, chart, area)
    _middle(pen, chart, here.middle, here.ring.w / 2 * HOLE)
    _names(pen, chart, here.names, here.row, here.size, colours[0])
    return max(here.ring.bottom, here.names.bottom) - area.y


def _ring(
    pen: Pen, chart: Chart, middle: tuple[float, float], r: float, colours: tuple[Colour, ...]
) -> None:
    values = [value or 0.0 for value in chart.series[0].values]
    edge = Stroke(pen.canvas.tone("bg"), 2 * pen.k)
    angle = -math.pi / 2
    for value, colour in zip(values, colours, strict=True):
        turn = 2 * math.pi * value / (sum(values) or 1.0)
        outer = tuple(_arc(middle, r, angle, turn))
        inner = tuple(_arc(middle, r * HOLE, angle + turn, -turn))
        start: Command = ("M", _at(middle, r, angle))
        inwards: Command = ("L", _at(middle, r * HOLE, angle + turn))
        pen.path((start, *outer, inwards, *inner, ("Z", ())), colour, edge)
        angle += turn


def _at(middle: tuple[float, float], r: float, angle: float) -> tuple[float, float]:
    return middle[0] + r * math.cos(angle), middle[1] + r * math.sin(angle)


def _arc(middle: tuple[float, float], r: float, start: float, turn: float) -> Iterator[Command]:
    """An arc of a circle in curves of at most a quarter each."""
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4) * r
    for i in range(pieces):
        a, b = start + i * step, start + (i + 1) * step
        (x1, y1), (x2, y2) = _at(middle, r, a), _at(middle, r, b)
        yield (
            "C",
            (
                x1 - reach * math.sin(a),
                y1 + reach * math.cos(a),
                x2 + reach * math.sin(b),
                y2 - reach * math.cos(b),
                x2,
                y2,
            ),
        )


def _middle(pen: Pen, chart: Chart, middle: tuple[float, float], r: float) -> None:
    """The part the card speaks of, in the hole: its value over its name."""
    if chart.hot is None:
        return
    canvas, w = pen.canvas, r * 1.5
    value = worded_values(chart, canvas.language)[0][chart.hot] or ""
    name = chart.categories[chart.hot]
    widest = w / max(canvas.width(value, "figure", 1.0) * SPARE, 0.1)
    size = min(canvas.size("figure") * 0.62, r * 0.62, widest)
    small = max(pen.floor, min(canvas.size("small"), r * 0.2))
    lines = pen.lines(name, w * 0.9, small)
    below = canvas.height(name, "caption", w * 0.9, small) if 1 <= lines <= 2 else 0.0
    top = middle[1] - (size * 0.71 + below + (small * 0.7 if below else 0.0)) / 2
    left, rise = middle[0] - w / 2, canvas.cap_offset(value, "figure", size)
    box = canvas.lettered(left, top - rise, w, value, "figure", size=size, colour="ink")
    if box:
        canvas.boxes.append(replace(box, align="center", rtl=False))
    if below:
        y = top + size * 0.71 + small * 0.7
        pen.words(middle[0] - w * 0.45, y, w * 0.9, name, "center", small)


def _names(
    pen: Pen, chart: Chart, area: Area, row: float, size: float, colours: tuple[Colour, ...]
) -> None:
    canvas, rtl = pen.canvas, pen.canvas.rtl
    words = [word or "" for word in worded_values(chart, canvas.language)[0]]
    side, column = size * 0.8, _column(pen, chart, area.w, size)
    for i, (name, word) in enumerate(zip(chart.categories, words, strict=True)):
        y = area.y + row * i
        if i:
            pen.line(area.x, y, area.x + area.w, y, "line")
        left = area.x + area.w - side if rtl else area.x
        pen.square(left, y + (row - side) / 2, side, colours[i])
        hot, fitted = i == chart.hot, size
        while fitted > pen.floor and canvas.height(name, "caption", column, fitted) > row:
            fitted = max(pen.floor, fitted - 0.25)
        h = canvas.height(name, "caption", column, fitted)
        x = left - size * 0.9 - column if rtl else left + side + size * 0.9
        pen.words(
            x, y + (row - h) / 2, column, name, "right" if rtl else "left", fitted, colour="ink"
        )
        at = area.x if rtl else area.x + area.w
        top = y + (row - pen.height(size, bold=hot)) / 2
        edge: Edge = "left" if rtl else "right"
        pen.label(at, top, word, edge, size, colour="ink", bold=hot, tabular=True)
