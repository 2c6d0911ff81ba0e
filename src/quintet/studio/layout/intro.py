"""A sentence before the content: a first paragraph that leads into a list, a table or a chart."""

from __future__ import annotations

from quintet.domain.deck import Block, Text, plain
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head

MOST = 180
"""A longer first paragraph is content of its own, in characters."""

LONGEST_TITLE = 70
"""A longer title, in characters, does not stand beside a drawing."""


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


def set_beside(canvas: Canvas, facts: Facts) -> Area:
    """
    Set the head and the leading sentence over four columns, and answer the area of the other
    eight, for a drawing. Raises TooFull for a long title.
    """
    if len(facts.title) > LONGEST_TITLE:
        raise TooFull
    y = head(canvas, facts.card, 0, 4)
    lead = intro_of(facts.blocks)
    if lead:
        x, w = canvas.col(0, 4)
        size = canvas.fit([lead.text], "body", w, canvas.y1 - y)
        canvas.text(x, y, w, lead.text, "body", size=size, colour="muted")
    x, w = canvas.col(4, 8)
    return Area(x, canvas.y0, w, canvas.y1 - canvas.y0)
