"""Columns: two to six things of equal rank side by side, on panels or under rules."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Columns
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.groups import Group, groups_of
from quintet.studio.layout.intro import set_intro

MOST_BRIEF, BRIEF, LARGER = 3, 64, 1.2
"""Up to so many groups of so few characters stand so many times as large."""

CAPACITY = {2: 320, 3: 210, 4: 130, 5: 110, 6: 110}
"""Characters each of so many columns holds, at 16x9."""


def takes(facts: Facts) -> float | None:
    groups = groups_of(facts)
    if groups is None or not 2 <= len(groups) <= 6:
        return None
    if any(len(group.heading) == 0 for group in groups) or not facts.title:
        return None
    longest = max(group.length for group in groups)
    room = 3.0 if longest <= CAPACITY[len(groups)] else 0.0
    shape = 6.0 if facts.of(Columns) else 5.0 if len(groups) <= 4 else 3.5
    return shape + room - (0.8 if facts.only("bullets") else 0.0)


@dataclass(frozen=True, slots=True)
class Cells:
    """The same measures for all cells: their padding, heading and body sizes, and heights."""

    pad: float
    gap: float
    heading: float
    body: float
    heads: float
    high: float


def lay(canvas: Canvas, facts: Facts) -> None:
    groups = groups_of(facts) or ()
    y = set_intro(canvas, facts, head(canvas, facts.card))
    area = canvas.area(y)
    for across in arrangements(canvas, len(groups)):
        try:
            cells = measured(canvas, groups, area, across)
        except TooFull:
            continue
        draw_cells(canvas, groups, area, across, cells)
        return
    raise TooFull


def arrangements(canvas: Canvas, count: int) -> tuple[int, ...]:
    """How many may stand side by side, the best first."""
    if canvas.stacked:
        return (1, 2) if count in (4, 6) and not canvas.paper else (1,)
    return {2: (2,), 3: (3,), 4: (4, 2), 5: (3,), 6: (3,)}[count]


def measured(
    canvas: Canvas, groups: tuple[Group, ...], area: Area, across: int, lines: float = 2.15
) -> Cells:
    """
    The largest type at which every group fits its cell, its heading in so many lines. Raises
    TooFull.
    """
    panels, u = canvas.theme.panels, canvas.u
    rows = -(-len(groups) // across)
    gap = (u * 4 if panels else u * 6) if across > 1 or panels else u * 4
    pad = (u * 3.2 if across > 1 else u * 3) if panels else 0.0
    above = pad if panels else u * 2.6
    w = (area.w - gap * (across - 1)) / across - 2 * pad
    cell = (area.h - _row_gap(canvas) * (rows - 1)) / rows
    brief = len(groups) <= MOST_BRIEF and all(group.length <= BRIEF for group in groups)
    larger = LARGER if brief else 1.0
    heading = canvas.fit(
        [group.heading for group in groups],
        "h3",
        w,
        canvas.scale.lead * 1.25 * lines,
        low=canvas.scale.h3 * 0.8,
        size=canvas.scale.h3 if canvas.paper or len(groups) > 4 else canvas.scale.lead * larger,
    )
    heads = max(canvas.height(group.heading, "h3", w, heading) for group in groups)
    heads -= canvas.cap_offset(groups[0].heading, "h3", heading)
    room = cell - above - heads - u * 1.5 - pad
    roof = (
        canvas.scale.body
        if canvas.paper
        else min((canvas.scale.lead - 2 * canvas.k) * larger, heading)
    )

    def fits(size: float) -> bool:
        return all(group.height(canvas, w, size) <= room for group in groups)

    body = largest(max(roof, canvas.floor("body")), canvas.floor("body"), canvas.step, fits)
    words = max(group.height(canvas, w, body) for group in groups)
    return Cells(pad, gap, heading, body, heads, above + heads + u * 1.5 + words + pad)


def _row_gap(canvas: Canvas) -> float:
    return canvas.u * (4 if canvas.theme.panels else 5)


def draw_cells(
    canvas: Canvas, groups: tuple[Group, ...], area: Area, across: int, cells: Cells
) -> None:
    """Panels hold 30% of the free height above them, rows under rules 38%."""
    rows = -(-len(groups) // across)
    row_gap = _row_gap(canvas)
    used = rows * cells.high + (rows - 1) * row_gap
    part = 0.0 if canvas.paper else 0.24 if canvas.portrait else 0.30
    y = area.y + max(0.0, area.h - used) * part
    for row in range(rows):
        line = Area(area.x, y + row * (cells.high + row_gap), area.w, cells.high)
        places = line.columns(across, cells.gap, canvas.rtl)
        for group, place in zip(groups[row * across :], places, strict=False):
            _draw_cell(canvas, group, place, cells)


def _draw_cell(canvas: Canvas, group: Group, place: Area, cells: Cells) -> None:
    if canvas.theme.panels:
        canvas.panel(place)
    else:
        canvas.rule(place.x, place.y, place.w)
    x, w = place.x + cells.pad, place.w - 2 * cells.pad
    y = place.y + (cells.pad or canvas.u * 2.6)
    canvas.text(x, y, w, group.heading, "h3", cap=True, size=cells.heading)
    group.draw(canvas, x, y + cells.heads + canvas.u * 1.5, w, cells.body)


COLUMNS = Layout("columns", "words", takes, lay)
