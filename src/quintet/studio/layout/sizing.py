"""Sizing: how large running text may stand, the larger, the fewer the words."""

from __future__ import annotations

from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import BlockKind, Facts
from quintet.studio.layout.frame import title_lines, title_size
from quintet.studio.layout.groups import length

LARGER = ((70, 1.6), (140, 1.4), (240, 1.22), (360, 1.1))
"""Up to so many characters running text stands so many times as large as a lead."""

BELOW_TITLE = 0.86
"""Words never stand larger than this part of their card's title,"""
BELOW_HEADED = 0.72
"""or this where headings, which are larger than words, stand among them."""


def roof(canvas: Canvas, facts: Facts, count: int) -> float:
    """The largest size of a card's words, below a title over `count` columns."""
    if canvas.paper:
        return canvas.scale.body
    lead = canvas.scale.lead
    words: tuple[BlockKind, ...] = ("text", "heading", "bullets", "numbered", "quote")
    if not facts.only(*words) or not facts.title:
        return lead
    letters = sum(map(length, facts.blocks))
    part = next((part for most, part in LARGER if letters <= most), 1.0)
    w = canvas.col(0, count)[1]
    title = title_size(canvas, facts.card, w, title_lines(canvas, count))
    below = BELOW_TITLE if facts.only("text") else BELOW_HEADED
    return max(lead, min(lead * part, title * below))
