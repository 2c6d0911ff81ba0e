"""Pyramid: three to five levels, the first on top."""

from __future__ import annotations

from collections.abc import Sequence

from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.diagram import (
    Key,
    asked_for,
    draw_legend,
    legend_height,
    legend_size,
    length,
    mark,
    on,
    one_line,
    parts_of,
    polygon,
    room_for,
    shade,
    words_beside,
    words_size,
)
from quintet.studio.layout.entries import Entry
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro

FEWEST, MOST = 3, 5
LONGEST = 110
WIDE = 0.46


def takes(facts: Facts) -> float | None:
    levels = parts_of(facts)
    if not FEWEST <= len(levels) <= MOST or not asked_for(facts, "pyramid", "hierarchy"):
        return None
    return 9.5 if max(map(length, levels)) <= LONGEST else None


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    levels, area = parts_of(facts), canvas.area(y)
    if canvas.stacked:
        _above(canvas, levels, area)
    else:
        _beside(canvas, levels, area)


def _beside(canvas: Canvas, levels: Sequence[Entry], area: Area) -> None:
    """The triangle at the reading side, words at the ends of lines that lead from its levels."""
    u, n, wide = canvas.u, len(levels), area.w * WIDE
    shape = Area(canvas.start(area.x, area.w, wide), area.y, wide, area.h)
    _shapes(canvas, levels, shape)
    x, w = canvas.after(area.x, area.w, wide + u * 6)
    size = words_size(canvas, levels, w, area.h / n - u)
    side = -1 if canvas.rtl else 1
    end = x + w + u * 1.5 if canvas.rtl else x - u * 1.5
    for i, entry in enumerate(levels):
        row = Area(x, area.y + area.h * i / n, w, area.h / n - u * 0.9)
        words_beside(canvas, entry, row, size)
        middle = row.y + row.h / 2
        edge = wide / 2 * (middle - area.y) / area.h
        start = shape.x + wide / 2 + side * (edge + u)
        canvas.line(start, middle, end, middle, "line", 1.2 * canvas.k)


def _above(canvas: Canvas, levels: Sequence[Entry], area: Area) -> None:
    u = canvas.u
    keys = [Key(entry.mark, "accent1", one_line(entry)) for entry in levels]
    size = legend_size(canvas, keys, area.w, area.h * 0.55)
    legend = legend_height(canvas, keys, area.w, size)
    wide = area.w * (0.8 if not canvas.paper else 0.55)
    high = room_for(canvas, min(area.h - legend - u * 5, wide * 0.8), 20)
    wide = min(wide, high * 1.25)
    _shapes(canvas, levels, Area(area.x + (area.w - wide) / 2, area.y, wide, high))
    draw_legend(canvas, keys, Area(area.x, area.y + high + u * 5, area.w, legend), size)


def _shapes(canvas: Canvas, levels: Sequence[Entry], area: Area) -> None:
    n, gap = len(levels), canvas.u * 0.9
    middle, half = area.x + area.w / 2, area.w / 2
    for i, entry in enumerate(levels):
        top, bottom = area.h * i / n, area.h * (i + 1) / n - gap
        a, b = half * top / area.h, half * bottom / area.h
        fill = shade(canvas, i, n + 1)
        points = [
            (middle - a, area.y + top),
            (middle + a, area.y + top),
            (middle + b, area.y + bottom),
            (middle - b, area.y + bottom),
        ]
        polygon(canvas, points if i else points[1:], fill)
        down = (bottom - top) * 0.24 if i == 0 else 0.0
        place = Area(middle - b, area.y + top + down, 2 * b, bottom - top - down)
        size = min(canvas.size("h3"), (bottom - top) * 0.4)
        mark(canvas, place, entry.mark, size, on(canvas, fill))


PYRAMID = Layout("pyramid", "relation", takes, lay)
