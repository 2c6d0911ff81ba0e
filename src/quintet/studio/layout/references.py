"""Sources: the references of a deck, numbered, in two columns when there are many."""

from __future__ import annotations

from quintet.domain.deck import Bullets, Numbered, Rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head

MANY = 5


def takes(facts: Facts) -> float | None:
    if facts.card.role != "sources" or not facts.title or not references(facts):
        return None
    return 10.0


def references(facts: Facts) -> tuple[Rich, ...]:
    """The entries of a list that is all the card has, if none stands inside another."""
    one = facts.blocks[0] if len(facts.blocks) == 1 else None
    if not isinstance(one, Bullets | Numbered) or any(item.level for item in one.items):
        return ()
    return tuple(item.text for item in one.items)


def lay(canvas: Canvas, facts: Facts) -> None:
    rows = references(facts)
    area = canvas.area(head(canvas, facts.card))
    two = len(rows) >= MANY and (not canvas.portrait or canvas.paper or canvas.sheet.square)
    across = 2 if two else 1
    each = -(-len(rows) // across)
    columns = area.columns(across, canvas.sheet.gutter * 1.5, canvas.rtl)
    first = _first(facts)
    number = canvas.scale.body * 1.7
    w = columns[0].w - number
    gap = min(canvas.u * (2 if canvas.paper else 4), area.h * 0.06)

    def fits(size: float) -> bool:
        parts = (rows[i * each : (i + 1) * each] for i in range(across))
        return all(
            sum(canvas.height(row, "body", w, size) for row in part) + gap * (len(part) - 1)
            <= area.h
            for part in parts
        )

    low = canvas.floor("body")
    size = largest(max(low, canvas.scale.body * 0.92), low, canvas.step, fits)
    for i, column in enumerate(columns):
        y = column.y
        for j, row in enumerate(rows[i * each : (i + 1) * each]):
            y += _draw(canvas, first + i * each + j, row, Area(column.x, y, column.w, 0), size)
            y += gap


def _first(facts: Facts) -> int:
    """Where the numbers begin: a part of a split list goes on counting."""
    one = facts.blocks[0]
    return one.start if isinstance(one, Numbered) else 1


def _draw(canvas: Canvas, number: int, words: Rich, place: Area, size: float) -> float:
    wide = canvas.scale.body * 1.7
    left = canvas.start(place.x, place.w, wide)
    canvas.text(
        left, place.y, wide, str(number), "body", size=size, colour="accent1", bold=True,
        tabular=True,
    )  # fmt: skip
    x, w = canvas.after(place.x, place.w, wide)
    return canvas.text(x, place.y, w, words, "body", size=size)


SOURCES = Layout("sources", "words", takes, lay)
