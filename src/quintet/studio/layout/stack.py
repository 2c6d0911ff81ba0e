"""A stack: blocks set one below the other in a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import Block
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.strips import Strip, strips_of


@dataclass(frozen=True, slots=True)
class Stack:
    """Strips in a column. `tight` (0 to 1) shrinks the gaps between them."""

    strips: tuple[Strip, ...]
    tight: float = 1.0

    @classmethod
    def of(cls, blocks: Sequence[Block], tight: float = 1.0) -> Stack:
        return cls(strips_of(blocks), tight)

    def gaps(self, size: float) -> tuple[float, ...]:
        """The gap above each strip, in points; none above the first."""
        pairs = zip(self.strips, self.strips[1:], strict=False)
        between = (max(one.below, two.under if one.leads else two.above) for one, two in pairs)
        return (0.0, *(gap * size * self.tight for gap in between))[: len(self.strips)]

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        """The least height of all of it."""
        heights = sum(strip.height(canvas, w, size) for strip in self.strips)
        return heights + sum(self.gaps(size))

    def fit(
        self, canvas: Canvas, w: float, h: float, high: float, low: float | None = None
    ) -> float:
        """
        The largest body size from `high` down to `low` (the floor) in half points at which it
        needs no more than `h`. Raises TooFull when none does.
        """
        low = low or canvas.floor("body")
        return largest(high, low, canvas.step, lambda size: self.height(canvas, w, size) <= h)

    def draw(self, canvas: Canvas, area: Area, size: float) -> float:
        """
        Draw it from the top of an area and answer where it ends. Room that is left goes to the
        strips that can grow.
        """
        w = area.w
        heights = [strip.height(canvas, w, size) for strip in self.strips]
        wishes = [strip.wish(canvas, w, size) for strip in self.strips]
        gaps = self.gaps(size)
        spare = max(0.0, area.h - sum(heights) - sum(gaps))
        wanted = sum(wish - high for wish, high in zip(wishes, heights, strict=True))
        part = min(1.0, spare / wanted) if wanted > 0 else 0.0
        y = area.y
        for strip, high, wish, gap in zip(self.strips, heights, wishes, gaps, strict=True):
            y += gap
            grown = high + (wish - high) * part
            strip.draw(canvas, area.x, y, w, grown, size)
            y += grown
        return y
