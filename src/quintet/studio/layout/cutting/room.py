"""What all cutters share."""

from __future__ import annotations

from quintet.domain.deck import Block
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.strips import strips_of

Halves = tuple[tuple[Block, ...], tuple[Block, ...]]
"""What fits, and what is left."""

MOST_ROWS = 120
"""More entries, rows or lines than any page holds."""


def height_of(canvas: Canvas, block: Block, w: float, size: float) -> float:
    return sum(strip.height(canvas, w, size) for strip in strips_of([block]))
