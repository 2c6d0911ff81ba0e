"""Bullets: a narrow head, and statements beside it with hairlines between. Lists under a head."""

from __future__ import annotations

from quintet.domain.deck import Bullets, Numbered, Rich, Text, plain
from quintet.domain.pages import Marker
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.flow import lay_flow
from quintet.studio.layout.frame import head, title_top
from quintet.studio.layout.intro import intro_of, set_intro, without_intro
from quintet.studio.layout.lettering import Marks
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.strips.lists import numbers

MOST_POINTS = 7
MOST_LETTERS = 160
BRIEF = 48
"""Entries of so few characters stand larger than a lead."""

FILLED = 0.66
"""Rows take about so much of their height, as far as"""
WIDEST_PAD = 6.5
"""units above and below each entry allow."""

MOST_IN_ONE, SHORT = 7, 32
"""From so many entries of at most so many characters on, a list has two columns."""

SAVING = 0.9
"""Entries shrink to this part of a lead if each then has a line of its own."""

MOST_TITLE = 70
"""A longer title needs the card's whole width."""


def list_of(facts: Facts) -> Bullets | Numbered | None:
    """The card's list, if that and a leading sentence are all it has."""
    rest = without_intro(facts.blocks)
    one = rest[0] if len(rest) == 1 else None
    return one if isinstance(one, Bullets | Numbered) else None


def takes_bullets(facts: Facts) -> float | None:
    points = list_of(facts)
    least = 1 if isinstance(points, Numbered) else 2
    if points is None or not least <= len(points.items) <= MOST_POINTS or not facts.title:
        return None
    if any(item.level for item in points.items) or len(facts.title) > MOST_TITLE:
        return None
    longest = max(len(plain(item.text)) for item in points.items)
    return 5.2 + (3.0 if longest <= MOST_LETTERS else 0.0)


def lay_bullets(canvas: Canvas, facts: Facts) -> None:
    points = list_of(facts)
    if points is None:
        raise TooFull
    lead = intro_of(facts.blocks)
    if canvas.stacked:
        y = head(canvas, facts.card)
        x, w = canvas.x0, canvas.content.w
        if lead:
            y += canvas.text(x, y, w, lead.text, "body", colour="muted") + canvas.u * 3
        room = canvas.y1 - y
    else:
        below = head(canvas, facts.card, 0, 4)
        if lead:
            _lead_beside(canvas, lead, below)
        y = title_top(canvas, facts.card, canvas.col(0, 4)[1])
        x, w = canvas.col(5, 7)
        room = canvas.y1 - y
    texts = tuple(item.text for item in points.items)
    marks = _marks(canvas, points)
    size = _size(canvas, texts, marks, w, room)
    _draw_rows(canvas, texts, marks, (x, y, w, room), size)


def _lead_beside(canvas: Canvas, lead: Text, y: float) -> None:
    """The leading sentence below the narrow title."""
    x, w = canvas.col(0, 4)
    y -= canvas.u * 1.4
    if canvas.height(lead.text, "body", w) > canvas.y1 - y:
        raise TooFull
    canvas.text(x, y, w, lead.text, "body", colour="muted")


def _marks(canvas: Canvas, points: Bullets | Numbered) -> tuple[Marks, ...]:
    """Rules part the entries of a plain list; numbers stand before those of an ordered one."""
    if isinstance(points, Bullets):
        return tuple(Marks() for _ in points.items)
    texts = numbers((0,) * len(points.items), points.start)
    return tuple(Marks((Marker("text", canvas.tone("accent1"), t),), (1.7,)) for t in texts)


def _size(
    canvas: Canvas, texts: tuple[Rich, ...], marks: tuple[Marks, ...], w: float, room: float
) -> float:
    high = canvas.scale.body if canvas.paper else _roof(canvas, texts)
    apart = canvas.u * 2 * (len(texts) - 1)

    def fits(size: float) -> bool:
        return sum(_heights(canvas, texts, marks, w, size)) + apart <= room

    if not canvas.sheet.social:
        high = _unbroken(canvas, texts, marks, w, high) or high
    return largest(high, canvas.floor("body"), canvas.step, fits)


def _unbroken(
    canvas: Canvas, texts: tuple[Rich, ...], marks: tuple[Marks, ...], w: float, high: float
) -> float | None:
    """The largest size, not much below a lead, at which each entry has one line."""

    def fits(size: float) -> bool:
        line = size * canvas.style("body").pitch * 1.5
        return all(high <= line for high in _heights(canvas, texts, marks, w, size))

    try:
        return largest(high, min(high, canvas.scale.lead) * SAVING, canvas.step, fits)
    except TooFull:
        return None


def _roof(canvas: Canvas, texts: tuple[Rich, ...]) -> float:
    """How large the entries may stand: the larger, the fewer and shorter they are."""
    scale = canvas.scale
    if len(texts) > 4:
        return (scale.lead + scale.body) / 2
    brief = all(len(plain(text)) <= BRIEF for text in texts)
    few = brief and len(texts) < 4
    pair = len(texts) <= 2 and all(len(plain(text)) <= 2 * BRIEF for text in texts)
    return scale.lead * (1.4 if few else 1.2 if brief or pair else 1.0)


def _heights(
    canvas: Canvas, texts: tuple[Rich, ...], marks: tuple[Marks, ...], w: float, size: float
) -> list[float]:
    return [
        canvas.height(text, "body", w, size, indents=mark.indents)
        for text, mark in zip(texts, marks, strict=True)
    ]


def _draw_rows(
    canvas: Canvas,
    texts: tuple[Rich, ...],
    marks: tuple[Marks, ...],
    place: tuple[float, float, float, float],
    size: float,
) -> None:
    x, y, w, room = place
    heights = _heights(canvas, texts, marks, w, size)
    most = canvas.u * 1.3
    if not canvas.paper:
        # Few entries stand wider apart: the rows take most of the height they have.
        spread = (room * FILLED - sum(heights)) / max(1, 2 * len(texts) - 2)
        most = min(max(canvas.u * 3.2, spread), canvas.u * WIDEST_PAD)
    pad = min(most, (room - sum(heights)) / max(1, 2 * len(texts) - 2))
    for i, (text, mark) in enumerate(zip(texts, marks, strict=True)):
        if i:
            canvas.hairline(x, y, w)
            y += pad
        # The first line's capitals stand level with the title's.
        y += canvas.text(x, y, w, text, "body", size=size, cap=i == 0, marks=mark) + pad


def takes_list(facts: Facts) -> float | None:
    """A list below a title over the whole width."""
    points = list_of(facts)
    if points is None or not facts.title:
        return None
    short = all(len(plain(item.text)) <= BRIEF and not item.level for item in points.items)
    sparse = short and len(points.items) <= 4
    return 6.4 + (0.8 if len(facts.title) > MOST_TITLE else 0.0) - (1.5 if sparse else 0.0)


BULLETS = Layout("bullets", "words", takes_bullets, lay_bullets)


def lay_list(canvas: Canvas, facts: Facts) -> None:
    """In one column, or in two where the entries are many and short and the card is wide."""
    halves = halves_of(facts)
    if canvas.stacked or canvas.paper or halves is None:
        lay_flow(canvas, facts)
        return
    area = canvas.area(set_intro(canvas, facts, head(canvas, facts.card)))
    places = area.columns(2, canvas.sheet.gutter * 2, canvas.rtl)
    stacks = [Stack.of((half,)) for half in halves]
    size = min(
        stack.fit(canvas, place.w, area.h, canvas.scale.lead * 1.2)
        for stack, place in zip(stacks, places, strict=True)
    )
    for stack, place in zip(stacks, places, strict=True):
        stack.draw(canvas, place, size)


def halves_of(facts: Facts) -> tuple[Bullets | Numbered, Bullets | Numbered] | None:
    """Two halves of a list of many short entries."""
    points = list_of(facts)
    if points is None or len(points.items) < MOST_IN_ONE:
        return None
    if any(item.level or len(plain(item.text)) > SHORT for item in points.items):
        return None
    half = (len(points.items) + 1) // 2
    first, second = points.items[:half], points.items[half:]
    if isinstance(points, Numbered):
        return Numbered(first, points.start), Numbered(second, points.start + half)
    return Bullets(first), Bullets(second)


LIST = Layout("list", "words", takes_list, lay_list)
