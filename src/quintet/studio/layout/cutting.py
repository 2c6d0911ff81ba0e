"""Cutting a block in two, so that its first part fits a given height."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from quintet.domain.deck import (
    Block,
    Bullets,
    Code,
    Columns,
    Figure,
    Heading,
    Item,
    Numbered,
    Quote,
    Rich,
    Table,
    Text,
    rich,
)
from quintet.domain.pages import Role
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.lettering import Prepared
from quintet.studio.layout.strips import strips_of
from quintet.studio.layout.strips.lists import DEEPEST
from quintet.studio.layout.strips.things import code_size
from quintet.studio.layout.tidy import between, tidy_rich
from quintet.studio.type.breaking import sentences

Halves = tuple[tuple[Block, ...], tuple[Block, ...]]
"""What fits, and what is left."""


MOST_ROWS = 120
"""More entries, rows or lines than any page holds."""


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


def _cut_words(
    canvas: Canvas, words: Rich, role: Role, w: float, h: float, size: float, must: bool
) -> tuple[Rich, Rich] | None:
    """Cut a paragraph, at the end of a sentence if one ends in the latter half of what fits."""
    prepared = canvas.prepare([words], role)
    if not prepared.paragraphs:
        return None
    lines = prepared.cuts(0, w, size)
    fit = int(h / (prepared.pitch * size) + 1e-6)
    if fit >= len(lines):
        return None
    if fit < 2 and not must:
        return None
    end = lines[max(fit, 1) - 1].end
    end = _sentence_end(prepared, end, canvas.language)
    return tidy_rich(between(words, 0, end)), tidy_rich(between(words, end, len(_text(words))))


def _sentence_end(prepared: Prepared, end: int, language: str) -> int:
    text = prepared.paragraphs[0].text
    at = best = 0
    for sentence in sentences(text[: end + 200], language):
        at += len(sentence)
        if at > end + 1:
            break
        best = at
    return best if best > end / 2 else end


def _text(words: Rich) -> str:
    return "".join(run.text for run in words)


def _cut_text(
    canvas: Canvas, block: Text, w: float, h: float, size: float, must: bool
) -> Halves | None:
    parts = _cut_words(canvas, block.text, "body", w, h, size, must)
    return ((Text(parts[0]),), (Text(parts[1]),)) if parts else None


def _cut_heading(
    canvas: Canvas, block: Heading, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A heading too long for a whole column goes on as text."""
    if not must:
        return None
    parts = _cut_words(canvas, block.text, "h3", w, h, size * 1.16, must)
    return ((Heading(parts[0], block.level),), (Text(parts[1]),)) if parts else None


def _cut_quote(
    canvas: Canvas, block: Quote, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A quote too long for a whole column goes on as a second one, its speaker at the end."""
    if not must:
        return None
    inner = w - canvas.u * 3
    room = h - 3 * size
    parts = _cut_words(canvas, block.text, "lead", inner, room, size * 1.08, must)
    if parts:
        return (Quote(parts[0]),), (replace(block, text=parts[1]),)
    speaker = ", ".join(part for part in (block.by, block.role) if part)
    return ((Quote(block.text),), (Text(rich(speaker)),)) if speaker else None


def _cut_figure(
    canvas: Canvas, block: Figure, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A figure whose words need more than a column is not a figure: it is set as text."""
    if not must:
        return None
    parts = tuple(Text(rich(part)) for part in (block.value, block.label, block.note) if part)
    return (), parts


def _cut_list(
    canvas: Canvas, block: Bullets | Numbered, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between entries; an entry that fills a column alone goes on as a second one."""
    low, high = 0, min(len(block.items), MOST_ROWS)
    while high - low > 1:
        middle = (low + high) // 2
        if _height(canvas, replace(block, items=block.items[:middle]), w, size) <= h:
            low = middle
        else:
            high = middle
    if low:
        first = replace(block, items=block.items[:low])
        return (first,), (_rest(block, low),)
    if not must:
        return None
    item = block.items[0]
    inner = w - size * 1.6 * (min(item.level, DEEPEST) + 1)
    parts = _cut_words(canvas, item.text, "body", inner, h, size, must)
    if parts is None:
        return None
    first = replace(block, items=(Item(parts[0], item.level),))
    others = (_rest(block, 1),) if len(block.items) > 1 else ()
    return (first,), (Text(parts[1]), *others)


def _rest(block: Bullets | Numbered, done: int) -> Bullets | Numbered:
    items = block.items[done:]
    if isinstance(block, Bullets):
        return Bullets(items)
    outer = sum(item.level == 0 for item in block.items[:done])
    return Numbered(items, block.start + outer)


def _cut_columns(
    canvas: Canvas, block: Columns, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between columns; columns that do not fit alone become headings and text."""
    for count in range(len(block.columns) - 1, 0, -1):
        first = Columns(block.columns[:count])
        if _height(canvas, first, w, size) <= h:
            return (first,), (Columns(block.columns[count:]),)
    if not must:
        return None
    head, *rest = block.columns
    words: list[Block] = [Heading(head.heading, 2)] if head.heading else []
    words += [Text(head.text)] if head.text else []
    return (), (*words, *([Columns(tuple(rest))] if rest else []))


def _cut_code(
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


def _cut_table(
    canvas: Canvas, block: Table, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between rows, its header said again; rows that do not fit alone become text."""
    low, high = 0, min(len(block.rows), MOST_ROWS)
    while high - low > 1:
        middle = (low + high) // 2
        if _height(canvas, replace(block, rows=block.rows[:middle], source=""), w, size) <= h:
            low = middle
        else:
            high = middle
    if low >= 2 or (low and must):
        first = replace(block, rows=block.rows[:low], source="")
        return (first,), (replace(block, rows=block.rows[low:]),)
    return ((), records(block)) if must else None


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


def _height(canvas: Canvas, block: Block, w: float, size: float) -> float:
    return sum(strip.height(canvas, w, size) for strip in strips_of([block]))


Cutter = Callable[[Canvas, Any, float, float, float, bool], Halves | None]

CUTTERS: Mapping[type, Cutter] = {
    Text: _cut_text,
    Heading: _cut_heading,
    Quote: _cut_quote,
    Figure: _cut_figure,
    Bullets: _cut_list,
    Numbered: _cut_list,
    Columns: _cut_columns,
    Code: _cut_code,
    Table: _cut_table,
}


def halves(blocks: Sequence[Block]) -> Halves:
    """The first half of some blocks, and the rest."""
    middle = max(1, len(blocks) // 2)
    return tuple(blocks[:middle]), tuple(blocks[middle:])
