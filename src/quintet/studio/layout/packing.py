"""Packing blocks into columns of a given height, cutting those that stand across two."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from math import inf

from quintet.domain.deck import Block, Heading
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.cutting import cut, is_endless
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.strips.words import gap_of

Column = tuple[Block, ...]


def pack(
    canvas: Canvas,
    blocks: Sequence[Block],
    w: float,
    height_of: Callable[[int], float],
    size: float,
    most: int | None = None,
) -> list[Column]:
    """
    Fill columns `w` wide, the i-th `height_of(i)` high, with body type of `size`. A heading never
    ends a column. Stops early, with more than `most` columns, when these do not suffice.
    """
    left = deque(blocks)
    columns: list[Column] = []
    while left:
        taken = _fill(canvas, left, w, height_of(len(columns)), size)
        columns.append(tuple(taken))
        if most is not None and len(columns) >= most and left:
            columns.append(tuple(left))
            break
    return columns


def _fill(canvas: Canvas, left: deque[Block], w: float, h: float, size: float) -> list[Block]:
    taken: list[Block] = []
    used = 0.0
    while left:
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
        if parts[0]:
            break
    while len(taken) > 1 and (
        (left and isinstance(taken[-1], Heading))
        or Stack.of(taken).height(canvas, w, size) > h + 0.01
    ):
        left.appendleft(taken.pop())
    return taken
