"""Steps: two to seven actions in their order, on panels with arrows or down a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Rich, plain
from quintet.domain.pages import Command
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.diagram import parts_of
from quintet.studio.layout.entries import Entry, actions_of, events_of
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import TooFull, largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro

FEWEST, MOST_ACROSS, MOST = 2, 5, 7
LONGEST = 170
MOST_BRIEF, BRIEF, LARGER = 3, 64, 1.2
"""Up to so many steps of so few characters stand so many times as large."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type of all steps, the height of the tallest heading, and that of a panel."""

    heading: float
    words: float
    headings: float
    high: float


def takes(facts: Facts) -> float | None:
    """A numbered list of short actions; one of dated events is a timeline."""
    steps = _steps(facts)
    dated = facts.card.wish != "steps" and events_of(without_intro(facts.blocks))
    if not FEWEST <= len(steps) <= MOST or dated:
        return None
    longest = max(map(_letters, steps))
    if longest > LONGEST:
        return None
    return 9.5 if longest <= 90 else 7.5


def _letters(step: Entry) -> int:
    return len(plain(step.heading)) + len(plain(step.words))


def _steps(facts: Facts) -> tuple[Entry, ...]:
    """Numbered entries; those of any list if the caller wishes for steps."""
    wished = facts.card.wish == "steps"
    # Numbered entries keep the numbers they have.
    return actions_of(without_intro(facts.blocks)) or (parts_of(facts) if wished else ())


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    steps = _steps(facts)
    area = canvas.area(y)
    if canvas.stacked or len(steps) > MOST_ACROSS:
        _down(canvas, steps, area)
        return
    try:
        sizes = _sizes(canvas, steps, area)
    except TooFull:
        _down(canvas, steps, area)
        return
    _across(canvas, steps, area, sizes)


def _sizes(canvas: Canvas, steps: Sequence[Entry], area: Area) -> Sizes:
    u, n = canvas.u, len(steps)
    w = (area.w - u * 4 * (n - 1)) / n - u * 5
    named = [step.heading for step in steps if step.heading]
    brief = n <= MOST_BRIEF and all(_letters(step) <= BRIEF for step in steps)
    larger = LARGER if brief and not canvas.paper else 1.0
    heading, headings = canvas.scale.lead * larger, 0.0
    if named:
        low = canvas.size("h3") * 0.8
        heading = canvas.fit(named, "h3", w, heading * 1.25 * 3.05, low, heading)
        headings = max(canvas.height(one, "h3", w, heading) for one in named)
    said = [step.words for step in steps if step.words]
    fixed = u * 12.6 + headings + (u * 1.2 if headings else 0.0) + u * 3
    size = canvas.scale.body
    if said:
        high = (canvas.scale.lead - 2 if named else canvas.scale.lead) * larger
        size = canvas.fit(said, "body", w, area.h - fixed, size=high)
    words = max((canvas.height(one, "body", w, size) for one in said), default=0.0)
    if fixed + words > area.h:
        raise TooFull
    return Sizes(heading, size, headings, fixed + words)


def _across(canvas: Canvas, steps: Sequence[Entry], area: Area, sizes: Sizes) -> None:
    u, d = canvas.u, canvas.u * 7
    top = area.y + (area.h - sizes.high) * 0.30
    cells = canvas.cells(len(steps), area, u * 4, down=False)
    for i, (cell, step) in enumerate(zip(cells, steps, strict=True)):
        panel = Area(cell.x, top, cell.w, sizes.high)
        canvas.panel(panel)
        x, w = panel.x + u * 2.5, panel.w - u * 5
        disc = Area(canvas.start(x, w, d), top + u * 3, d, d)
        number(canvas, disc, step.mark, last=i == len(steps) - 1)
        y = top + d + u * 5.6
        canvas.text(x, y, w, step.heading, "h3", size=sizes.heading)
        y += sizes.headings + (u * 1.2 if sizes.headings else 0.0)
        canvas.text(x, y, w, step.words, "body", size=sizes.words, colour=_tone(step))
        if i:
            x = cell.right + u * 2 if canvas.rtl else cell.x - u * 2
            _chevron(canvas, x, top + u * 3 + d / 2)


def _tone(step: Entry) -> str:
    return "muted" if step.heading else "ink"


def number(canvas: Canvas, disc: Area, mark: str, last: bool) -> None:
    """A numbered disc; the last of a row is filled."""
    canvas.disc(disc, "accent1" if last else "tint")
    colour = "on_accent" if last else "accent1"
    size = min(canvas.size("h3"), disc.h * 0.5)
    canvas.text(
        disc.x, disc.y, disc.w, mark, "label",
        size=size, colour=colour, align="center", h=disc.h, stand="middle",
    )  # fmt: skip


def _chevron(canvas: Canvas, x: float, y: float) -> None:
    """In the gap between two panels, pointing on."""
    side, k = (-1 if canvas.rtl else 1), canvas.k
    start: Command = ("M", (x - side * 3.5 * k, y - 6 * k))
    tip: Command = ("L", (x + side * 3.5 * k, y))
    end: Command = ("L", (x - side * 3.5 * k, y + 6 * k))
    canvas.path((start, tip, end), None, canvas.stroke("accent1", 2.2 * k))


def _down(canvas: Canvas, steps: Sequence[Entry], area: Area) -> None:
    """Discs in a column, joined by a line; the words beside them."""
    u = canvas.u
    d = u * (3.6 if canvas.paper else 5 if len(steps) > MOST_ACROSS else 7)
    x, w = canvas.after(area.x, area.w, d + u * 3)
    size, heights = _rows(canvas, steps, w, area.h, d)
    most = canvas.scale.body * (1.3 if canvas.paper else 3.0)
    gap = min((area.h - sum(heights)) / max(1, len(steps) - 1), most)
    left = canvas.start(area.x, area.w, d)
    y = area.y
    for i, (step, high) in enumerate(zip(steps, heights, strict=True)):
        last = i == len(steps) - 1
        number(canvas, Area(left, y, d, d), step.mark, last)
        if not last and high + gap > d + u * 3:
            middle = left + d / 2
            canvas.line(middle, y + d + u, middle, y + high + gap - u, "line", 2 * canvas.k)
        _words(canvas, step, Area(x, y, w, high), d, size)
        y += high + gap


def _words(canvas: Canvas, step: Entry, area: Area, d: float, size: float) -> None:
    """Level with the disc where they are low, else from its top."""
    words = _paragraphs(step)
    high = canvas.height(words, "body", area.w, size, 0.15)
    y = area.y + max(0.0, (d - high) / 2)
    canvas.text(area.x, y, area.w, words, "body", size=size, gap=0.15)


def _paragraphs(step: Entry) -> tuple[Rich, ...]:
    heading = tuple(replace(run, bold=True) for run in step.heading)
    return tuple(part for part in (heading, step.words) if part)


def _rows(
    canvas: Canvas, steps: Sequence[Entry], w: float, h: float, d: float
) -> tuple[float, list[float]]:
    """The size at which all steps stand one below the other, and their heights."""
    least = canvas.scale.body * 0.5 * (len(steps) - 1)

    def heights(size: float) -> list[float]:
        found = (canvas.height(_paragraphs(step), "body", w, size, 0.15) for step in steps)
        return [max(d, high) for high in found]

    high = canvas.scale.body if canvas.paper else canvas.scale.h3
    size = largest(
        high, canvas.floor("body"), canvas.step, lambda tried: sum(heights(tried)) + least <= h
    )
    return size, heights(size)


STEPS = Layout("steps", "relation", takes, lay)
