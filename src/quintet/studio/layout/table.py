"""Table: rows and columns over the whole width, numbers to the right, one row in tint."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.deck import Chart, Table, plain
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

PARTS = {1: 0.66, 2: 0.66, 3: 0.83}
"""How much of a wide card's width so many columns take."""


def takes(facts: Facts) -> float | None:
    table = table_of(facts)
    if table is None:
        return None
    within = len(table.rows) <= MOST_ROWS and len(table.header) <= MOST_COLUMNS
    return 8.0 if within else 5.0


def table_of(facts: Facts) -> Table | None:
    """The card's table; or its chart's, where the caller wishes for a table instead."""
    blocks = without_intro(facts.blocks)
    block = blocks[0] if len(blocks) == 1 else None
    if isinstance(block, Chart) and block.table and facts.card.wish == "table":
        return replace(block.table, source=block.source)
    return block if isinstance(block, Table) else None


def lay(canvas: Canvas, facts: Facts) -> None:
    table = table_of(facts)
    if table is None:
        raise TooFull
    area = canvas.area(set_intro(canvas, facts, head(canvas, facts.card)))
    below = 0.0
    if table.source:
        below = source_gap(canvas) + canvas.height(table.source, "caption", area.w)
    room = Area(area.x, area.y, area.w, area.h - below)
    measured, room = _narrowed(
        canvas, room, fitted(canvas, table, room, hot_row(table, facts.title))
    )
    y = area.y + draw_table(canvas, measured, room)
    if table.source:
        canvas.text(area.x, y + source_gap(canvas), area.w, table.source, "caption")


def _narrowed(canvas: Canvas, area: Area, wide: Ruled) -> tuple[Ruled, Area]:
    """Few columns with few words do not stand so far apart that the eye loses its row."""
    part = 1.0 if canvas.stacked else PARTS.get(len(wide.columns), 1.0)
    w = area.w * part
    narrow = ruled(canvas, wide.table, w, wide.size, wide.hot)
    if part == 1.0 or narrow is None or narrow.size < wide.size or any(narrow.wraps):
        return wide, area
    return narrow, Area(canvas.start(area.x, area.w, w), area.y, w, area.h)


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
