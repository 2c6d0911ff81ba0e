"""Cycle: three to six steps that come round again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.pages import Command
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, Side
from quintet.studio.layout.diagram import (
    Key,
    asked_for,
    draw_legend,
    legend_height,
    legend_size,
    length,
    one_line,
    parts_of,
    room_for,
    whole,
)
from quintet.studio.layout.entries import Entry
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_beside, set_intro
from quintet.studio.layout.steps import number

FEWEST, MOST = 3, 6
LONGEST = 90

ROOM = {3: 1.8, 4: 1.8, 5: 1.05, 6: 0.92}
"""How high words beside a disc may be, in radii: those of its neighbour begin beyond."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of `count` discs `d` wide; the first on top, on with the clock or against it."""

    x: float
    y: float
    r: float
    d: float
    count: int
    turn: int

    def angle(self, place: float) -> float:
        return -math.pi / 2 + self.turn * 2 * math.pi * place / self.count

    def at(self, angle: float) -> tuple[float, float]:
        return self.x + self.r * math.cos(angle), self.y + self.r * math.sin(angle)


def takes(facts: Facts) -> float | None:
    steps = parts_of(facts)
    if not FEWEST <= len(steps) <= MOST or not asked_for(facts, "cycle", "loop"):
        return None
    return 9.5 if max(map(length, steps)) <= LONGEST else None


def lay(canvas: Canvas, facts: Facts) -> None:
    steps = parts_of(facts)
    if canvas.stacked:
        y = set_intro(canvas, facts, head(canvas, facts.card))
        _above(canvas, steps, canvas.area(y))
        return
    _beside(canvas, steps, set_beside(canvas, facts))


def _beside(canvas: Canvas, steps: Sequence[Entry], area: Area) -> None:
    """The ring in the middle of its area, words outside it."""
    u = canvas.u
    ring = Ring(
        area.x + area.w / 2,
        area.y + area.h / 2,
        min(canvas.h * 0.25, area.w * 0.22),
        u * 8,
        len(steps),
        -1 if canvas.rtl else 1,
    )
    _draw(canvas, ring, steps)
    side = area.w / 2 - ring.r - ring.d / 2 - u * 2
    above = area.h / 2 - ring.r - ring.d / 2 - u * 1.6
    for i, entry in enumerate(steps):
        x, y = ring.at(ring.angle(i))
        if abs(x - ring.x) < ring.r * 0.3:
            _over(canvas, entry, Area(area.x, y, area.w, above), ring, y < ring.y)
        else:
            _next_to(canvas, entry, (x, y), side, ring)


def _over(canvas: Canvas, entry: Entry, area: Area, ring: Ring, up: bool) -> None:
    """Words above the topmost disc, or below the lowest."""
    words = whole(entry)
    w = min(area.w, ring.r * 3.4)
    size = canvas.fit([words], "body", w, area.h, size=canvas.scale.body, gap=0.05)
    high = canvas.height(words, "body", w, size, 0.05)
    gap = ring.d / 2 + canvas.u * 1.2
    y = area.y - gap - high if up else area.y + gap
    canvas.text(ring.x - w / 2, y, w, words, size=size, align="center", gap=0.05)


def _next_to(canvas: Canvas, entry: Entry, at: tuple[float, float], w: float, ring: Ring) -> None:
    """Words beside a disc, on the outer side of the ring and level with it."""
    words = whole(entry)
    right = at[0] > ring.x
    gap = ring.d / 2 + canvas.u * 2
    room = ring.r * ROOM[ring.count]
    space = (ring.x + ring.r + w + ring.d / 2 - at[0]) if right else at[0] - ring.x + ring.r + w
    wide = min(w * 1.2, max(w, space - gap))
    size = canvas.fit([words], "body", wide, room, size=canvas.scale.body, gap=0.05)
    high = canvas.height(words, "body", wide, size, 0.05)
    x = at[0] + gap if right else at[0] - gap - wide
    align: Side = "start" if right != canvas.rtl else "end"
    canvas.text(x, at[1] - high / 2, wide, words, size=size, align=align, gap=0.05)


def _above(canvas: Canvas, steps: Sequence[Entry], area: Area) -> None:
    u = canvas.u
    keys = [Key(entry.mark, "accent1", one_line(entry)) for entry in steps]
    size = legend_size(canvas, keys, area.w, area.h * 0.55)
    legend = legend_height(canvas, keys, area.w, size)
    d = u * (8.5 if not canvas.paper else 6)
    high = room_for(canvas, area.h - legend - u * 6, 28)
    r = min(area.w * (0.34 if not canvas.paper else 0.2), (high - d) / 2)
    turn = -1 if canvas.rtl else 1
    ring = Ring(area.x + area.w / 2, area.y + r + d / 2, r, d, len(steps), turn)
    _draw(canvas, ring, steps)
    top = ring.y + r + d / 2 + u * 5
    draw_legend(canvas, keys, Area(area.x, top, area.w, legend), size)


def _draw(canvas: Canvas, ring: Ring, steps: Sequence[Entry]) -> None:
    for i in range(ring.count):
        _arrow(canvas, ring, i)
    for i, entry in enumerate(steps):
        x, y = ring.at(ring.angle(i))
        place = Area(x - ring.d / 2, y - ring.d / 2, ring.d, ring.d)
        number(canvas, place, entry.mark, last=i == 0)


def _arrow(canvas: Canvas, ring: Ring, place: int) -> None:
    """An arc from one disc to the next, with its head."""
    away = (ring.d / 2 + canvas.u * 1.6) / ring.r * ring.turn
    a, b = ring.angle(place) + away, ring.angle(place + 1) - away
    if (b - a) * ring.turn <= 0:
        return
    reach = 4 / 3 * math.tan((b - a) / 4) * ring.r
    (x1, y1), (x2, y2) = ring.at(a), ring.at(b)
    start: Command = ("M", (x1, y1))
    arc: Command = (
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
    stroke = canvas.stroke("soft", 2.4 * canvas.k)
    canvas.path((start, arc), None, stroke)
    along, size = b + ring.turn * math.pi / 2, 7 * canvas.k
    left: Command = ("M", (x2 - size * math.cos(along - 0.6), y2 - size * math.sin(along - 0.6)))
    right: Command = ("L", (x2 - size * math.cos(along + 0.6), y2 - size * math.sin(along + 0.6)))
    canvas.path((left, ("L", (x2, y2)), right), None, stroke)


CYCLE = Layout("cycle", "relation", takes, lay)
