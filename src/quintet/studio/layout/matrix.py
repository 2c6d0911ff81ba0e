"""Matrix: four groups in two rows and two columns."""

from __future__ import annotations

from collections.abc import Sequence

from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.diagram import asked_for
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.groups import Group, groups_of
from quintet.studio.layout.intro import set_beside, set_intro

LONGEST = 140


def takes(facts: Facts) -> float | None:
    """Four groups of few words, if asked for as a matrix, or named after SWOT."""
    groups = groups_of(facts)
    if groups is None or len(groups) != 4 or not asked_for(facts, "matrix", "swot", "quadrant"):
        return None
    return 9.5 if max(group.length for group in groups) <= LONGEST else None


def lay(canvas: Canvas, facts: Facts) -> None:
    groups = groups_of(facts) or ()
    if canvas.stacked:
        y = set_intro(canvas, facts, head(canvas, facts.card))
        area = canvas.area(y)
        _cells(canvas, groups, Area(area.x, y, area.w, min(area.h, area.w * 1.02)))
        return
    _cells(canvas, groups, set_beside(canvas, facts))


def _cells(canvas: Canvas, groups: Sequence[Group], area: Area) -> None:
    """Panels a unit apart; the first in tint."""
    u = canvas.u
    pad = u * (3 if not canvas.paper else 2)
    cells = [cell for row in area.rows(2, u) for cell in row.columns(2, u, canvas.rtl)]
    inner = cells[0].inset(pad)
    named = [group.heading for group in groups]
    heading = canvas.fit(named, "h3", inner.w, inner.h * 0.4, canvas.size("h3") * 0.8)
    top = max(canvas.height(one, "h3", inner.w, heading) for one in named) + u
    size = largest(
        canvas.scale.body if canvas.paper else canvas.scale.h3,
        canvas.floor("body"),
        canvas.step,
        lambda tried: all(g.height(canvas, inner.w, tried) <= inner.h - top for g in groups),
    )
    for i, (cell, group) in enumerate(zip(cells, groups, strict=True)):
        canvas.panel(cell, "tint" if i == 0 else "surface")
        place = cell.inset(pad)
        colour = "accent1" if i == 0 else "ink"
        canvas.text(
            place.x, place.y, place.w, group.heading, "h3", size=heading, colour=colour, cap=True
        )
        group.draw(canvas, place.x, place.y + top, place.w, size)


MATRIX = Layout("matrix", "relation", takes, lay)
