"""Roadmap: tasks as bars over time, their names beside them or, on high pages, above."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.deck import Table, plain
from quintet.domain.pages import TextBox
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.figures import directed
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro
from quintet.studio.layout.plans import Plan, Task, heads_of, name_of, plan_of
from quintet.studio.layout.sources import source_gap

FEWEST, MOST, MOST_PERIODS = 3, 8, 24
LONGEST = 70
NAMES = 0.26
"""The part of the width that names take."""


def takes(facts: Facts) -> float | None:
    table = _table(facts)
    plan = plan_of(table) if table else None
    if plan is None or not FEWEST <= len(plan.tasks) <= MOST:
        return None
    longest = max(len(plain(words)) for task in plan.tasks for words in name_of(task))
    return 9.5 if longest <= LONGEST and plan.last - plan.first <= MOST_PERIODS else None


def _table(facts: Facts) -> Table | None:
    blocks = without_intro(facts.blocks)
    block = blocks[0] if len(blocks) == 1 else None
    return block if isinstance(block, Table) else None


def lay(canvas: Canvas, facts: Facts) -> None:
    table = _table(facts)
    plan = plan_of(table) if table else None
    if table is None or plan is None:
        raise TooFull
    area = canvas.area(set_intro(canvas, facts, head(canvas, facts.card)))
    below = 0.0
    if table.source:
        below = source_gap(canvas) + canvas.height(table.source, "caption", area.w)
    bottom = _draw(canvas, plan, Area(area.x, area.y, area.w, area.h - below))
    if table.source:
        canvas.text(area.x, bottom + source_gap(canvas), area.w, table.source, "caption")


def _draw(canvas: Canvas, plan: Plan, area: Area) -> float:
    """The heads, then a row for each task; answers where they end."""
    u, n = canvas.u, len(plan.tasks)
    names = area.w if canvas.stacked else area.w * NAMES
    top = canvas.height(heads_of(plan), "caption", area.w * 0.7) + u * 1.6
    size = canvas.fit(
        [name_of(task) for task in plan.tasks],
        "small",
        names - (0.0 if canvas.stacked else u * 3),
        (area.h - top) / n - (u * (4.4 if canvas.stacked else 1.0)),
        size=canvas.scale.body if not canvas.paper else None,
        gap=0.05,
    )
    row = min((area.h - top) / n, u * (10 if not canvas.stacked else 13))
    high = max(_name_height(canvas, task, names, size) for task in plan.tasks)
    row = max(row, high + (u * 4.4 if canvas.stacked else u)) if not canvas.paper else row
    row = min(row, (area.h - top) / n)
    x, w = (area.x, area.w) if canvas.stacked else canvas.after(area.x, area.w, names)
    plot = Area(x, area.y + top, w, row * n)
    _heads(canvas, plan, area, plot)
    for i, task in enumerate(plan.tasks):
        y = plot.y + row * i
        if i:
            canvas.hairline(area.x, y, area.w)
        place = Area(canvas.start(area.x, area.w, names), y, names, row)
        _task(canvas, plan, task, place, Area(plot.x, y, plot.w, row), size)
    canvas.hairline(area.x, plot.bottom, area.w)
    return plot.bottom


def _name_height(canvas: Canvas, task: Task, w: float, size: float) -> float:
    inner = w - (0.0 if canvas.stacked else canvas.u * 3)
    return canvas.height(name_of(task), "small", inner, size, 0.05)


def _heads(canvas: Canvas, plan: Plan, area: Area, plot: Area) -> None:
    """The table's headings at the reading side, years over the plot, a line where each begins."""
    u = canvas.u
    w = area.w if canvas.stacked or not plan.year else plot.x - area.x - u
    w = area.w * 0.7 if canvas.rtl or canvas.stacked or not plan.year else w
    canvas.text(canvas.start(area.x, area.w, w), area.y, w, heads_of(plan), "caption", bold=True)
    canvas.line(area.x, plot.y, area.right, plot.y, "muted", max(0.75, canvas.k))
    if not plan.year:
        return
    years = range(-(-plan.first // plan.year), plan.last // plan.year + 1)
    for year in years:
        x = _x(plan, plot, year * plan.year)
        if plot.x + 1 < x < plot.right - 1:
            canvas.line(x, plot.y, x, plot.bottom, "line", 0.75 * max(0.8, canvas.k))


def _x(plan: Plan, plot: Area, period: float) -> float:
    """Time runs from left to right in every deck."""
    return plot.x + plot.w * (period - plan.first) / (plan.last - plan.first)


def _task(canvas: Canvas, plan: Plan, task: Task, name: Area, plot: Area, size: float) -> None:
    u = canvas.u
    words = name_of(task)
    if canvas.stacked:
        used = canvas.text(
            name.x, name.y + u * 0.8, name.w, words, "small", size=size, colour="ink", gap=0.05
        )
        lane = Area(plot.x, plot.y + u * 0.8 + used, plot.w, plot.h - u * 0.8 - used)
    else:
        inner = name.w - u * 3
        x = canvas.start(name.x, name.w, inner)
        canvas.text(
            x, name.y, inner, words, "small",
            size=size, colour="ink", h=name.h, stand="middle", gap=0.05,
        )  # fmt: skip
        lane = plot
    high = min(lane.h * 0.64, u * 5.4)
    left, right = _x(plan, plot, task.start), _x(plan, plot, task.end)
    bar = Area(left, lane.y + (lane.h - high) / 2, right - left, high)
    point = task.end - task.start <= 1.001
    canvas.rect(bar, "accent1" if point else "soft", min(canvas.radius * 0.6, high / 2))
    _span(canvas, task, bar, plot, "on_accent" if point else "ink")


def _span(canvas: Canvas, task: Task, bar: Area, plot: Area, inside: str) -> None:
    """When it is, in the bar if it has room, else beside it."""
    u, size = canvas.u, canvas.size("caption")
    while size > canvas.floor("caption") and size * 1.3 > bar.h:
        size = max(canvas.floor("caption"), size - canvas.step)
    w = canvas.width(task.span, "caption", size) * 1.05
    x, colour = bar.x + u * 1.2, inside
    if w + u * 2 > bar.w:
        colour = "muted"
        x = bar.right + u * 0.8 if bar.right + u + w <= plot.right else bar.x - u * 0.8 - w
        if x < plot.x - 0.5:
            raise TooFull
    box = canvas.lettered(x, bar.y, w, task.span, "caption", size=size, colour=colour)
    if box:
        canvas.boxes.append(_level(directed(box), bar))


def _level(box: TextBox, bar: Area) -> TextBox:
    return replace(box, y=bar.y + (bar.h - box.h) / 2, align="left")


ROADMAP = Layout("roadmap", "relation", takes, lay)
