"""Timeline: dated events along a line; across wide cards, down high ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import plain
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.entries import Entry, events_of
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import TooFull, largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro

FEWEST, MOST_ACROSS, MOST = 3, 5, 9
LONGEST_MARK, LONGEST_WORDS = 18, 150

BESIDE = 0.36
"""Dates that take a larger part of the width stand over their words, not beside them."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type of all events, and the height of the tallest heading."""

    mark: float
    heading: float
    words: float
    headings: float


def takes(facts: Facts) -> float | None:
    events = events_of(without_intro(facts.blocks))
    if not FEWEST <= len(events) <= MOST:
        return None
    if any(len(one.mark) > LONGEST_MARK for one in events):
        return None
    longest = max(len(plain(one.heading)) + len(plain(one.words)) for one in events)
    if longest > LONGEST_WORDS:
        return None
    return 9.5 if longest <= 90 else 7.5


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    events = events_of(without_intro(facts.blocks))
    if canvas.stacked or len(events) > MOST_ACROSS:
        _down(canvas, events, canvas.area(y))
    else:
        _across(canvas, events, canvas.area(y))


def _across(canvas: Canvas, events: Sequence[Entry], area: Area) -> None:
    """The line at 34% of the height: dates stand on it, what happened hangs below."""
    u = canvas.u
    cells = canvas.cells(len(events), area, u * 4, down=False)
    line = area.y + area.h * 0.34
    sizes = _sizes(canvas, events, cells[0].w, area.bottom - line - u * 4)
    canvas.line(area.x, line, area.right, line, "line", 2 * canvas.k)
    for i, (cell, event) in enumerate(zip(cells, events, strict=True)):
        last = i == len(events) - 1
        _dot(canvas, canvas.start(cell.x, cell.w, _diameter(canvas)), line, last)
        pitch = canvas.prepare(event.mark, "title").pitch
        mark = line - u * 3 - sizes.mark * pitch
        tone = "accent1" if last else "ink"
        canvas.text(cell.x, mark, cell.w, event.mark, "title", size=sizes.mark, colour=tone)
        y = line + u * 4
        canvas.text(cell.x, y, cell.w, event.heading, "h3", size=sizes.heading)
        y += sizes.headings + (u if sizes.headings else 0.0)
        tone = "muted" if event.heading else "ink"
        canvas.text(cell.x, y, cell.w, event.words, "body", size=sizes.words, colour=tone)


def _sizes(canvas: Canvas, events: Sequence[Entry], w: float, h: float) -> Sizes:
    widest = max(canvas.width(event.mark, "title", 1.0) for event in events) * 1.03
    mark = min(canvas.scale.title * 0.86, w / widest)
    if mark < canvas.scale.body * 0.9:
        raise TooFull
    named = [event.heading for event in events if event.heading]
    heading = canvas.size("h3")
    if named:
        heading = canvas.fit(named, "h3", w, heading * 1.25 * 3.05, low=heading * 0.8)
    headings = max((canvas.height(one, "h3", w, heading) for one in named), default=0.0)
    said = [event.words for event in events if event.words]
    size = canvas.scale.body
    if said:
        # What happened is no larger than its date.
        high = size if named else min(canvas.scale.lead, max(size, mark))
        size = canvas.fit(said, "body", w, h - headings - canvas.u, size=high)
    elif headings > h:
        raise TooFull
    return Sizes(mark, heading, size, headings)


def _dot(canvas: Canvas, x: float, middle: float, last: bool) -> None:
    d = _diameter(canvas)
    ring = canvas.stroke("accent1", 2 * canvas.k)
    canvas.ellipse(Area(x, middle - d / 2, d, d), "accent1" if last else "bg", ring)


def _diameter(canvas: Canvas) -> float:
    return canvas.u * (1.4 if canvas.paper else 2.4)


def _down(canvas: Canvas, events: Sequence[Entry], area: Area) -> None:
    """
    Down an upright line: dates at its reading side and what happened at the other, or where
    dates are long, over what happened.
    """
    u, d = canvas.u, _diameter(canvas)
    dates = max(canvas.width(event.mark, "h3") for event in events) * 1.05 + u * 2
    if dates > area.w * BESIDE:
        dates = 0.0
    x, w = canvas.after(area.x, area.w, dates + d + u * 2.6)
    size, heights = _rows(canvas, events, w, area.h, over=not dates)
    spare = area.h - sum(heights)
    gap = min(spare / max(1, len(events) - 1), canvas.scale.body * (1.0 if canvas.paper else 2.4))
    middle = canvas.size("h3") * 0.62
    tops = [area.y + sum(heights[:i]) + gap * i for i in range(len(events))]
    line = area.right - dates - d / 2 if canvas.rtl else area.x + dates + d / 2
    canvas.line(line, tops[0] + middle, line, tops[-1] + middle, "line", 2 * canvas.k)
    for i, (event, top) in enumerate(zip(events, tops, strict=True)):
        if dates:
            left = area.right - dates + u * 2 if canvas.rtl else area.x
            canvas.text(left, top, dates - u * 2, event.mark, "h3", colour="accent1")
        _dot(canvas, line - d / 2, top + middle, last=i == len(events) - 1)
        _words(canvas, event, Area(x, top, w, heights[i]), size, over=not dates)


def _words(canvas: Canvas, event: Entry, area: Area, size: float, over: bool) -> None:
    """The date if it stands `over` the words, the heading, and the words."""
    x, y, w = area.x, area.y, area.w
    if over:
        y += canvas.text(x, y, w, event.mark, "h3", colour="accent1") + canvas.u * 0.4
    if event.heading:
        y += canvas.text(x, y, w, event.heading, "h3") + canvas.u * 0.4
    tone = "muted" if event.heading else "ink"
    canvas.text(x, y, w, event.words, "body", size=size, colour=tone)


def _rows(
    canvas: Canvas, events: Sequence[Entry], w: float, h: float, over: bool
) -> tuple[float, list[float]]:
    """The size of the words at which all events stand one below the other, and their heights."""
    least = canvas.scale.body * 0.7 * (len(events) - 1)

    def heights(size: float) -> list[float]:
        return [_height(canvas, event, w, size, over) for event in events]

    size = largest(
        canvas.scale.body,
        canvas.floor("body"),
        canvas.step,
        lambda tried: sum(heights(tried)) + least <= h,
    )
    return size, heights(size)


def _height(canvas: Canvas, event: Entry, w: float, size: float, over: bool) -> float:
    """Of all that stands beside a dot."""
    gap = canvas.u * 0.4
    high = canvas.height(event.mark, "h3", w) + gap if over else 0.0
    high += canvas.height(event.heading, "h3", w) + gap if event.heading else 0.0
    high += canvas.height(event.words, "body", w, size) if event.words else 0.0
    return max(high, canvas.size("h3") * 1.25)


TIMELINE = Layout("timeline", "relation", takes, lay)
