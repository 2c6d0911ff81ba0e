"""Cutting things: columns between columns, code between lines, tables between rows."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.deck import Block, Code, Columns, Heading, Rich, Table, Text, rich
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.cutting.room import MOST_ROWS, Halves, height_of
from quintet.studio.layout.ruled import parted
from quintet.studio.layout.strips.things import code_size


def cut_columns(
    canvas: Canvas, block: Columns, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between columns; columns that do not fit alone become headings and text."""
    for count in range(len(block.columns) - 1, 0, -1):
        first = Columns(block.columns[:count])
        if height_of(canvas, first, w, size) <= h:
            return (first,), (Columns(block.columns[count:]),)
    if not must:
        return None
    head, *rest = block.columns
    words: list[Block] = [Heading(head.heading, 2)] if head.heading else []
    words += [Text(head.text)] if head.text else []
    return (), (*words, *([Columns(tuple(rest))] if rest else []))


def cut_code(
    canvas: Canvas, block: Code, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between lines; a line longer than a whole column within it."""
    lines = block.text.split("\n")
    room = h - canvas.u * 6
    small, inner = code_size(canvas, size), w - canvas.u * 6
    used, count = 0.0, 0
    for line in lines:
        used += canvas.height([line or " "], "code", inner, small, 0)
        if used > room:
            break
        count += 1
    if count >= 3 or (count and must):
        first, rest = "\n".join(lines[:count]), "\n".join(lines[count:])
        return (replace(block, text=first),), (replace(block, text=rest.strip("\n")),)
    if not must:
        return None
    prepared = canvas.prepare([lines[0]], "code")
    fit = max(1, int(room / (prepared.pitch * small)))
    cuts = prepared.cuts(0, inner, small)
    if fit >= len(cuts):
        return None
    end = cuts[fit - 1].end
    rest = "\n".join((lines[0][end:], *lines[1:]))
    return (replace(block, text=lines[0][:end]),), (replace(block, text=rest),)


def cut_table(
    canvas: Canvas, block: Table, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """
    Between rows, its header said again. One that is too wide is parted into several, side by
    side in thought; only what still does not fit becomes text.
    """
    low, high = 0, min(len(block.rows), MOST_ROWS)
    while high - low > 1:
        middle = (low + high) // 2
        if height_of(canvas, replace(block, rows=block.rows[:middle], source=""), w, size) <= h:
            low = middle
        else:
            high = middle
    if low >= 2 or (low and must):
        first = replace(block, rows=block.rows[:low], source="")
        return (first,), (replace(block, rows=block.rows[low:]),)
    if not must:
        return None
    return (), parted(canvas, block, w) or records(block)


def records(table: Table) -> tuple[Block, ...]:
    """A table as words: each row a paragraph of "heading: cell", so that nothing is lost."""
    blocks: list[Block] = []
    for row in table.rows or (table.header,):
        pairs = zip(table.header, row, strict=True)
        parts = [_pair(head, cell) if table.rows else cell for head, cell in pairs if cell or head]
        for part in parts:
            blocks.append(Text(part))
    if table.source:
        blocks.append(Text(rich(table.source)))
    return tuple(blocks)


def _pair(head: Rich, cell: Rich) -> Rich:
    if not head:
        return cell
    bold = tuple(replace(run, bold=True) for run in head)
    return (*bold, *rich(": "), *cell) if cell else bold
