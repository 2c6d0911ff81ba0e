"""
Flow: any sequence of blocks, in one column or two. What no other layout takes ends here, so that
no word is ever lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import Block
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import BlockKind, Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.packing import Column, pack
from quintet.studio.layout.sizing import roof
from quintet.studio.layout.stack import Stack

WORDS: tuple[BlockKind, ...] = ("text", "heading", "bullets", "numbered", "quote")
"""Blocks that can stand in half the width."""

TIGHTEST = 0.7
"""Gaps shrink to this part before a card splits."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How many columns the words flow through, and how wide one is."""

    count: int
    w: float
    gap: float

    def area(self, canvas: Canvas, place: int, y: float, h: float) -> Area:
        """The place-th column, counted from the reading side."""
        at = self.count - 1 - place if canvas.rtl else place
        return Area(canvas.x0 + at * (self.w + self.gap), y, self.w, h)


def columns_for(canvas: Canvas, blocks: Sequence[Block]) -> Columns:
    """Two columns for many words on a wide card, one for everything else."""
    wide = canvas.content.w
    if canvas.stacked or any(block.kind not in WORDS for block in blocks):
        return Columns(1, wide, 0.0)
    gap = canvas.sheet.gutter * 2
    return Columns(2, (wide - gap) / 2, gap)


def lay_flow(canvas: Canvas, facts: Facts) -> None:
    """Set the blocks below the head: in one column, or in two that end level."""
    y = head(canvas, facts.card)
    room = canvas.y1 - y
    blocks = facts.blocks
    high = canvas.scale.body if facts.parts > 1 else roof(canvas, facts, 12)
    if _one_column(canvas, blocks, y, high, canvas.scale.body if _words(facts) else None):
        return
    columns = columns_for(canvas, blocks)
    if columns.count == 1:
        _tight_column(canvas, blocks, y)
        return
    size = _fit_columns(canvas, blocks, columns, room, min(high, canvas.scale.body))
    level = _level(canvas, blocks, columns, room, size)
    for place, part in enumerate(pack(canvas, blocks, columns.w, level, size)):
        Stack.of(part.blocks).draw(canvas, columns.area(canvas, place, y, level), size)


def lay_column(canvas: Canvas, facts: Facts) -> None:
    """
    Set the blocks in one column at whatever size holds them, words too: a little more of them
    fits than in two columns. Raises TooFull.
    """
    y = head(canvas, facts.card)
    if not _one_column(canvas, facts.blocks, y, canvas.scale.body, None):
        _tight_column(canvas, facts.blocks, y)


def _words(facts: Facts) -> bool:
    """Whether the words may flow through two columns instead of shrinking."""
    return not (facts.sheet.portrait or facts.sheet.paper) and facts.only(*WORDS)


def _one_column(
    canvas: Canvas, blocks: Sequence[Block], y: float, high: float, low: float | None
) -> bool:
    stack, area = Stack.of(blocks), canvas.area(y)
    try:
        size = stack.fit(canvas, area.w, area.h, high, low)
    except TooFull:
        return False
    stack.draw(canvas, area, size)
    return True


def _tight_column(canvas: Canvas, blocks: Sequence[Block], y: float) -> None:
    """At the floor, with gaps as small as they may be. Raises TooFull."""
    area, floor = canvas.area(y), canvas.floor("body")
    stack = Stack.of(blocks, TIGHTEST)
    stack.draw(canvas, area, stack.fit(canvas, area.w, area.h, floor))


def _fit_columns(
    canvas: Canvas, blocks: Sequence[Block], columns: Columns, h: float, high: float
) -> float:
    """The largest size at which the blocks fit the columns. Raises TooFull."""

    def fits(size: float) -> bool:
        found = pack(canvas, blocks, columns.w, h, size, columns.count)
        return len(found) <= columns.count and _holds(canvas, found, columns, h, size)

    return largest(high, canvas.floor("body"), canvas.step, fits)


def _level(
    canvas: Canvas, blocks: Sequence[Block], columns: Columns, h: float, size: float
) -> float:
    """The least height at which the columns still hold the blocks: they end about level."""
    low, high = h * 0.4, h
    for _ in range(6):
        middle = (low + high) / 2
        found = pack(canvas, blocks, columns.w, middle, size, columns.count)
        if len(found) <= columns.count and _holds(canvas, found, columns, middle, size):
            high = middle
        else:
            low = middle
    return high


def _holds(canvas: Canvas, found: list[Column], columns: Columns, h: float, size: float) -> bool:
    return all(Stack.of(part.blocks).height(canvas, columns.w, size) <= h + 0.02 for part in found)


def takes(facts: Facts) -> float:
    """Anything; paragraphs below a title look better in any layout of their own."""
    return -1.5 if facts.only("text") and facts.title else 0.5


FLOW = Layout("flow", "flow", takes, lay_flow)
