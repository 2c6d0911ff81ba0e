"""
Making PowerPoint break lines where the layout did, without pinning them.

PowerPoint fills each line as far as it goes. Balanced lines (of a title, say) end earlier, so the
room is narrowed until filling gives the same lines. A paragraph stays a paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from quintet.domain.pages import Paragraph, Span, TextBox
from quintet.studio.render.pptx.filling import lines_in, shipped, words_of
from quintet.studio.type import advance

SLACK = 0.012
"""The layout wraps at 98% of a box; this much is taken off where there are several lines."""
BALANCED = 0.9
"""Lines that all end before this share of their box are balanced."""
HAIR = 0.006
"""How much wider or narrower than ours PowerPoint may come to set a line, as a share of it."""
TOWARDS = 0.8
"""Where between too narrow and too wide: rather wide, for another font may stand in."""
SPARE = 1.5
"""No text asks for a room wider than its lines by more than this: no font is so much wider."""

Texts = tuple[TextBox, ...]
"""Texts that are set in one width."""


def wish(boxes: Texts) -> float:
    """
    The width texts would like, in points: filling it gives the lines of the layout, and what is
    left over keeps a wider font from breaking them. Where neighbours leave less, they have less.
    """
    narrow, wide = limits(boxes)
    most = max(narrow * SPARE, min(box.w for box in boxes))
    if wide == float("inf"):
        return most
    if wide <= narrow:
        return second_best(boxes, narrow)
    return min(most, narrow + TOWARDS * max(0.0, wide - narrow))


def second_best(boxes: Texts, narrow: float) -> float:
    """
    A width for texts that no width gives their very lines, as when the layout kept a compound
    whole that PowerPoint breaks at the hyphen: as many lines, and balanced ones still balanced.
    """
    full = max(narrow, (1 - SLACK) * min(box.w for box in boxes))
    as_many = all(
        lines_in(each, box, narrow - each.indent) <= len(each.lines)
        for box in boxes
        for each in box.paragraphs
    )
    return narrow if as_many and narrow < BALANCED * full else full


def limits(boxes: Texts) -> tuple[float, float]:
    """
    Between which widths, in points, filling gives the lines of the layout. There is no upper one
    (infinity) for single lines.
    """
    paragraphs = [(box, paragraph) for box in boxes for paragraph in box.paragraphs]
    widest = max(
        (each.indent + line.width for _, each in paragraphs for line in each.lines), default=0.0
    )
    wide = min((overflow(each, box) for box, each in paragraphs), default=float("inf"))
    return widest * (1 + HAIR), wide * (1 - HAIR)


def overflow(paragraph: Paragraph, box: TextBox) -> float:
    """The least width at which some line would take in the next line's first word."""
    text, at, least = said(paragraph.spans), 0, float("inf")
    gap = advance(" ", shipped(box.family), box.bold) + box.tracking
    for line, after in pairwise(paragraph.lines):
        at += len(said(line.spans))
        space = 0.0
        while text[at : at + 1].isspace():
            space, at = gap * box.size, at + 1
        word = next(iter(words_of(after.spans, box)), (0.0, 0.0))[0]
        least = min(least, paragraph.indent + line.width + space + word * box.size)
    return least


def said(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)
