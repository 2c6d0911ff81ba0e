"""Table: rows and columns over the whole width, numbers to the right, one row in tint."""

from __future__ import annotations

from quintet.domain.deck import Table, plain
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro
from quintet.studio.layout.ruled import Ruled, is_total, ruled
from quintet.studio.layout.sources import source_gap
from quintet.studio.layout.tabling import draw_table

MOST_ROWS, MOST_COLUMNS = 8, 6


def takes(facts: Facts) -> float | None:
    blocks = without_intro(facts.blocks)
    if len(blocks) != 1 or not isinstance(blocks[0], Table):
        return None
    table = blocks[0]
    within = len(table.rows) <= MOST_ROWS and len(table.header) <= MOST_COLUMNS
    return 8.0 if within else 5.0


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    table = next(block for block in facts.blocks if isinstance(block, Table))
    area = canvas.area(y)
    below = 0.0
    if table.source:
        below = source_gap(canvas) + canvas.height(table.source, "caption", area.w)
    room = Area(area.x, area.y, area.w, area.h - below)
    measured = fitted(canvas, table, room, hot_row(table, facts.title))
    y = area.y + draw_table(canvas, measured, room)
    if table.source:
        canvas.text(area.x, y + source_gap(canvas), area.w, table.source, "caption")


def fitted(canvas: Canvas, table: Table, area: Area, hot: int | None) -> Ruled:
    """The table at the largest size at which it fits an area. Raises TooFull at none."""
    size = canvas.scale.small if canvas.paper else canvas.scale.body
    low = max(canvas.scale.caption_floor, canvas.scale.small * 0.86)
    while size >= low - 1e-6:
        measured = ruled(canvas, table, area.w, size, hot)
        if measured is None:
            break
        if measured.height <= area.h:
            return measured
        size = min(size, measured.size) - max(0.25, 0.5 * canvas.k)
    raise TooFull


def hot_row(table: Table, title: str) -> int | None:
    """The one row whose name the title says; row 1 is the first below the header."""
    names = [plain(row[0]).casefold().strip() for row in table.rows]
    said = f" {title.casefold()} "
    hits = [
        i + 1
        for i, name in enumerate(names)
        if len(name) > 2 and name in said and not is_total(table.rows[i][0])
    ]
    return hits[0] if len(hits) == 1 and len(names) > 1 else None


TABLE = Layout("table", "data", takes, lay)
