"""Packing blocks into columns of a given height, cutting those that stand across two."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from quintet.domain.deck import Block, Bullets, Columns, Heading, Numbered, Run, Table, Text
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.cutting import cut, is_endless
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.strips.words import gap_of
from quintet.studio.type.measuring import squeezed


@dataclass(frozen=True, slots=True)
class Column:
    """The blocks of a column; whether the first `continues` the last of the column before."""

    blocks: tuple[Block, ...]
    continues: bool = False


def pack(
    canvas: Canvas,
    blocks: Sequence[Block],
    w: float,
    h: float,
    size: float,
    most: int | None = None,
) -> list[Column]:
    """
    Fill columns `w` wide and `h` high, with body type of `size`. A heading never ends a column.
    Stops early, with more than `most` columns, when these do not suffice.
    """
    left = deque(blocks)
    columns: list[Column] = []
    continues = False
    while left:
        taken, was_cut = _fill(canvas, left, w, h, size)
        columns.append(Column(tuple(taken), continues))
        continues = was_cut
        if most is not None and len(columns) >= most and left:
            columns.append(Column(tuple(left), continues))
            break
    return columns


def joined(columns: Sequence[Column]) -> tuple[Block, ...]:
    """The blocks of columns that will share a page, those made whole again that were cut."""
    blocks: list[Block] = []
    for i, column in enumerate(columns):
        rest = list(column.blocks)
        if i and column.continues and blocks and rest:
            blocks.extend(_rejoined(blocks.pop(), rest.pop(0)))
        blocks.extend(rest)
    return tuple(blocks)


def _rejoined(first: Block, rest: Block) -> tuple[Block, ...]:
    match first, rest:
        case Text(text=start), Text(text=end):
            return (Text(squeezed((*start, Run(" "), *end))),)
        case Bullets(items=before), Bullets(items=after):
            return (Bullets(before + after),)
        case Numbered(items=before, start=number), Numbered(items=after):
            return (Numbered(before + after, number),)
        case Table(rows=rows), Table(rows=more):
            return (replace(rest, rows=rows + more),)
        case Columns(columns=columns), Columns(columns=others):
            return (Columns(columns + others),)
        case _:
            return first, rest


def _fill(
    canvas: Canvas, left: deque[Block], w: float, h: float, size: float
) -> tuple[list[Block], bool]:
    """Take blocks until the column is full; whether its last one was cut."""
    taken: list[Block] = []
    used, was_cut = 0.0, False
    while left and not was_cut:
        block = left.popleft()
        gap = Stack.of((taken[-1], block)).gaps(size)[-1] if taken else 0.0
        gap = max(gap, gap_of(canvas) * size) if taken else 0.0
        high = inf if is_endless(block) else Stack.of((block,)).height(canvas, w, size)
        if used + gap + high <= h:
            taken.append(block)
            used += gap + high
            continue
        parts = cut(canvas, block, w, h - used - gap, size, not taken)
        if parts is None:
            if taken:
                left.appendleft(block)
            else:
                taken.append(block)
            break
        taken.extend(parts[0])
        left.extendleft(reversed(parts[1]))
        was_cut = bool(parts[0])
    return _without_overhang(canvas, taken, left, (w, h, size), was_cut)


def _without_overhang(
    canvas: Canvas,
    taken: list[Block],
    left: deque[Block],
    measures: tuple[float, float, float],
    was_cut: bool,
) -> tuple[list[Block], bool]:
    """Hand back headings at the column's end, and what together stands higher than alone."""
    w, h, size = measures
    while len(taken) > 1 and (
        (left and isinstance(taken[-1], Heading))
        or Stack.of(taken).height(canvas, w, size) > h + 0.01
    ):
        last = taken.pop()
        if was_cut:
            left.extendleft(reversed(_rejoined(last, left.popleft())))
        else:
            left.appendleft(last)
        was_cut = False
    return taken, was_cut
