"""Cutting a block in two, so that its first part fits a given height."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quintet.domain.deck import (
    Block,
    Bullets,
    Chart,
    Code,
    Columns,
    Figure,
    Heading,
    Numbered,
    Quote,
    Table,
    Text,
    rich,
)
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.cutting.room import MOST_ROWS, Halves
from quintet.studio.layout.cutting.things import cut_code, cut_columns, cut_table, records
from quintet.studio.layout.cutting.words import (
    cut_figure,
    cut_heading,
    cut_list,
    cut_quote,
    cut_text,
)

Cutter = Callable[[Canvas, Any, float, float, float, bool], Halves | None]

CUTTERS: Mapping[type, Cutter] = {
    Text: cut_text,
    Heading: cut_heading,
    Quote: cut_quote,
    Figure: cut_figure,
    Bullets: cut_list,
    Numbered: cut_list,
    Columns: cut_columns,
    Code: cut_code,
    Table: cut_table,
}


def as_words(block: Block) -> tuple[Block, ...] | None:
    """A block as paragraphs, for a page on which it finds no place; None for words already."""
    match block:
        case Table():
            return records(block)
        case Chart(table=table) if table is not None:
            return records(table)
        case Columns(columns=columns):
            return tuple(Text(part) for c in columns for part in (c.heading, c.text) if part)
        case Bullets(items=items) | Numbered(items=items):
            return tuple(Text(item.text) for item in items)
        case Quote(text=text, by=by, role=role):
            return (Text(text), *(Text(rich(part)) for part in (by, role) if part))
        case Figure(value=value, label=label, note=note):
            return tuple(Text(rich(part)) for part in (value, label, note) if part)
        case Code(text=text):
            return tuple(Text(rich(line)) for line in text.split("\n") if line.strip())
        case _:
            return None


def halves(blocks: Sequence[Block]) -> Halves:
    """The first half of some blocks, and the rest."""
    middle = max(1, len(blocks) // 2)
    return tuple(blocks[:middle]), tuple(blocks[middle:])


def is_endless(block: Block) -> bool:
    """Whether a block is surely higher than any page, so that nobody need measure all of it."""
    match block:
        case Bullets(items=items) | Numbered(items=items):
            return len(items) > MOST_ROWS
        case Table(rows=rows):
            return len(rows) > MOST_ROWS
        case Code(text=text):
            return text.count("\n") > MOST_ROWS
        case _:
            return False


def cut(canvas: Canvas, block: Block, w: float, h: float, size: float, must: bool) -> Halves | None:
    """
    Cut a block that is higher than `h` in a column `w` wide. None when nothing worth standing
    alone fits; where something `must` fit (the column is empty), at least one line of it does.
    """
    cutter = CUTTERS.get(type(block))
    return cutter(canvas, block, w, h, size, must) if cutter else None
