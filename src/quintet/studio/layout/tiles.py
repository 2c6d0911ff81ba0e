"""Tiles: two to four short statements side by side, large, each standing on a panel's bottom."""

from __future__ import annotations

from quintet.domain.deck import Bullets, Rich, plain
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro

LONGEST = 90

HIGH, HIGH_STACKED = 0.62, 0.9
"""How much of the free height tiles take: side by side, and one below the other."""


def takes(facts: Facts) -> float | None:
    """A plain list of two to four entries, a sentence each at most."""
    entries = entries_of(facts)
    if not 2 <= len(entries) <= 4 or not facts.title or facts.sheet.paper:
        return None
    return 7.6 if all(len(plain(entry)) <= LONGEST for entry in entries) else None


def entries_of(facts: Facts) -> tuple[Rich, ...]:
    """The entries as they will stand; none where emphasis would be lost."""
    rest = without_intro(facts.blocks)
    one = rest[0] if len(rest) == 1 else None
    if not isinstance(one, Bullets):
        return ()
    if any(item.level or any(run.bold for run in item.text) for item in one.items):
        return ()
    return tuple(item.text for item in one.items)


def lay(canvas: Canvas, facts: Facts) -> None:
    entries, u = entries_of(facts), canvas.u
    area = canvas.area(set_intro(canvas, facts, head(canvas, facts.card)))
    down = canvas.portrait
    part = HIGH_STACKED if down else HIGH
    high = area.h * part
    top = area.y + (area.h - high) * (0.0 if down else 0.3)
    tiles = canvas.cells(len(entries), Area(area.x, top, area.w, high), u * 4, down)
    pad, mark = u * 3.2, u * 3
    w, room = tiles[0].w - 2 * pad, tiles[0].h - 2 * pad - mark
    if room <= 0:
        raise TooFull
    size = canvas.fit(entries, "h3", w, room, canvas.scale.h3, canvas.scale.lead * 1.25)
    for entry, tile in zip(entries, tiles, strict=True):
        canvas.panel(tile)
        left = canvas.start(tile.x + pad, w, mark)
        canvas.bar(left, tile.y + pad, mark, 3 * canvas.k, "accent1")
        bottom = tile.bottom - pad
        canvas.text(tile.x + pad, bottom - room, w, entry, "h3", size=size, h=room, stand="bottom")


TILES = Layout("tiles", "words", takes, lay)
