"""A sentence before the content: a first paragraph that leads into a list, a table or a chart."""

from __future__ import annotations

from quintet.domain.deck import Block, Text, plain
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts
from quintet.studio.layout.fitting import TooFull

MOST = 180
"""A longer first paragraph is content of its own, in characters."""


def intro_of(blocks: tuple[Block, ...]) -> Text | None:
    """The first block, if it is a short paragraph and something follows it."""
    first = blocks[0] if len(blocks) > 1 else None
    if isinstance(first, Text) and len(plain(first.text)) <= MOST:
        return first
    return None


def without_intro(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks[1:] if intro_of(blocks) else blocks


def set_intro(canvas: Canvas, facts: Facts, y: float) -> float:
    """Set the leading sentence, if there is one, and answer where the content starts."""
    text = intro_of(facts.blocks)
    if text is None:
        return y
    area = canvas.area(y)
    w = area.w if canvas.stacked else area.w * 0.8
    x = canvas.start(area.x, area.w, w)
    size = canvas.scale.body
    if canvas.height(text.text, "body", w, size) > max(area.h, 0.0) * 0.3:
        raise TooFull
    taken = canvas.text(x, y - canvas.u, w, text.text, "body", size=size, colour="muted")
    return y - canvas.u + taken + canvas.u * (4.6 if canvas.portrait else 3.2)
