"""Comparison: two named sides with lists, on two panels; pros and cons under two bars."""

from __future__ import annotations

from quintet.domain.deck import Rich, plain
from quintet.domain.pages import Colour, Command
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.groups import Group, groups_of
from quintet.studio.layout.intro import set_intro

FOR = frozenset({
    "pro", "pros", "advantage", "advantages", "strength", "strengths", "benefit", "benefits",
    "for", "upside", "upsides", "vorteil", "vorteile", "stärken", "dafür", "avantage",
    "avantages", "pour", "ventaja", "ventajas", "vantaggi", "fördelar", "voordelen", "zalety",
    "плюсы", "за", "優點", "优点", "メリット", "장점", "مزايا", "إيجابيات", "יתרונות",
})  # fmt: skip
AGAINST = frozenset({
    "challenge", "challenges", "limits", "limitations", "con", "cons", "disadvantage",
    "disadvantages", "weakness", "weaknesses", "drawback", "drawbacks", "risks", "against",
    "downside", "downsides", "nachteil", "nachteile", "schwächen", "dagegen",
    "inconvénients", "contre", "desventaja", "desventajas", "svantaggi", "nackdelar",
    "nadelen", "wady", "минусы", "против", "缺點", "缺点", "デメリット", "단점", "عيوب", "سلبيات",
    "חסרונות",
})  # fmt: skip
"""Headings that name the two sides of a question, in lower case."""


def sides_of(facts: Facts) -> tuple[Group, Group] | None:
    """Two groups that each hold one plain list of at least two entries."""
    groups = groups_of(facts)
    if groups is None or len(groups) != 2 or not facts.title:
        return None
    if any(not g.heading or g.list is None or len(g.list.items) < 2 for g in groups):
        return None
    return groups[0], groups[1]


def _named(group: Group, names: frozenset[str]) -> bool:
    words = plain(group.heading).strip(" :").casefold().split()
    return len(words) <= 2 and any(word in names for word in words)


def opposed(sides: tuple[Group, Group]) -> bool:
    return _named(sides[0], FOR) and _named(sides[1], AGAINST)


def takes_comparison(facts: Facts) -> float | None:
    sides = sides_of(facts)
    return None if sides is None else 8.5 if not opposed(sides) else 7.0


def takes_pros_cons(facts: Facts) -> float | None:
    sides = sides_of(facts)
    return 9.5 if sides is not None and opposed(sides) else None


def entries(group: Group) -> tuple[Rich, ...]:
    return tuple(item.text for item in group.list.items) if group.list else ()


def lay_comparison(canvas: Canvas, facts: Facts) -> None:
    """Two panels, the second in tint: the eye ends there."""
    sides = sides_of(facts) or ()
    y = set_intro(canvas, facts, head(canvas, facts.card))
    area, u = canvas.area(y), canvas.u
    down = canvas.portrait and not canvas.paper
    cells = canvas.cells(2, area, u * 4, down)
    pad, top = u * 4, u * 4.5
    w, room = cells[0].w - 2 * pad, cells[0].h - top - pad - u * 2.4
    heading = canvas.scale.h3

    def heads(size: float) -> float:
        return max(
            canvas.height(side.heading, "h3", w, max(size * 1.08, heading)) for side in sides
        )

    def lists(size: float) -> float:
        return max(_list_height(canvas, side, w, size) for side in sides)

    roof = canvas.scale.body if canvas.paper else canvas.scale.lead
    size = largest(roof, canvas.floor("body"), canvas.step, lambda s: heads(s) + lists(s) <= room)
    high = min(cells[0].h, heads(size) + lists(size) + top + pad + u * 2.4)
    if not canvas.stacked:
        high = max(high, area.h * 0.72)
    for i, (side, cell) in enumerate(zip(sides, cells, strict=True)):
        shift = i * (high + u * 4) if down else 0.0
        place = Area(cell.x, area.y + shift, cell.w, high)
        _draw_side(canvas, side, place, size, bool(i), (pad, top))


def _list_height(canvas: Canvas, side: Group, w: float, size: float) -> float:
    words = entries(side)
    indents = canvas.bullets(len(words)).indents
    return canvas.height(words, "body", w, size, 0.8, indents)


def _draw_side(
    canvas: Canvas, side: Group, place: Area, size: float, second: bool, pads: tuple[float, float]
) -> None:
    pad, top = pads
    colour: Colour = "accent1" if second else "muted"
    canvas.panel(place, "tint" if second else "surface")
    if canvas.radius == 0:
        canvas.bar(place.x, place.y, place.w, 4 * canvas.k, colour)
    x, w, y = place.x + pad, place.w - 2 * pad, place.y + top
    heading = max(size * 1.08, canvas.scale.h3)
    tone: Colour = "accent1" if second else "ink"
    y += canvas.text(x, y, w, side.heading, "h3", colour=tone, cap=True, size=heading)
    words = entries(side)
    marks = canvas.bullets(len(words), colour)
    canvas.text(x, y + canvas.u * 2.4, w, words, "body", size=size, gap=0.8, marks=marks)


# Pros and cons ---------------------------------------------------------------------------------


def lay_pros_cons(canvas: Canvas, facts: Facts) -> None:
    """Two columns under bars, entries behind checks and crosses."""
    sides = sides_of(facts) or ()
    y = set_intro(canvas, facts, head(canvas, facts.card))
    area, u = canvas.area(y), canvas.u
    down = canvas.portrait and not canvas.paper
    cells = canvas.cells(2, area, u * 5 if down else u * 8, down)
    indent, apart = u * 5.4, u * (1.8 if down else 3)
    w = cells[0].w - indent
    heads = max(canvas.height(side.heading, "h3", cells[0].w, canvas.scale.lead) for side in sides)
    room = cells[0].h - u * 4 - heads - u * 3

    def high(side: Group, size: float) -> float:
        words = entries(side)
        rows = sum(canvas.height(row, "body", w, size) for row in words)
        return rows + apart * (len(words) - 1)

    roof = canvas.scale.body if canvas.paper else canvas.scale.lead
    size = largest(
        roof,
        canvas.floor("body"),
        canvas.step,
        lambda s: all(high(side, s) <= room for side in sides),
    )
    for i, (side, cell) in enumerate(zip(sides, cells, strict=True)):
        colour: Colour = "muted" if i else "accent1"
        canvas.bar(cell.x, cell.y, cell.w, 3 * canvas.k, colour)
        lead = canvas.scale.lead
        canvas.text(cell.x, cell.y + u * 4, cell.w, side.heading, "h3", cap=True, size=lead)
        y = cell.y + u * 4 + heads + u * 3
        for row in entries(side):
            mark = u * 3.4
            left = canvas.start(cell.x, cell.w, mark)
            _mark(canvas, Area(left, y + size * 0.72 - mark / 2, mark, mark), colour, bool(i))
            left, wide = canvas.after(cell.x, cell.w, indent)
            y += canvas.text(left, y, wide, row, "body", size=size) + apart
        if y - apart > cell.bottom + 0.01:
            raise TooFull


def _mark(canvas: Canvas, place: Area, colour: Colour, against: bool) -> None:
    """A check, or a cross, drawn on a field of 24."""
    scale = place.w / 24

    def at(x: float, y: float) -> tuple[float, float]:
        return place.x + x * scale, place.y + y * scale

    check: list[Command] = [("M", at(5, 13)), ("L", at(10, 18)), ("L", at(19, 7))]
    cross: list[Command] = [
        ("M", at(6, 6)),
        ("L", at(18, 18)),
        ("M", at(18, 6)),
        ("L", at(6, 18)),
    ]
    canvas.path(cross if against else check, None, canvas.stroke(colour, 2.6 * scale))


COMPARISON = Layout("comparison", "words", takes_comparison, lay_comparison)
PROS_CONS = Layout("pros_cons", "words", takes_pros_cons, lay_pros_cons)
