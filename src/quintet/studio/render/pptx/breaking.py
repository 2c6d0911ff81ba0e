"""
Making PowerPoint break lines where the layout did, without pinning them.

PowerPoint fills each line as far as it goes. Balanced lines (of a title, say) end earlier, so the
room is narrowed until filling gives the same lines. A paragraph stays a paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from quintet.domain.pages import Line, Paragraph, TextBox

SLACK = 0.012
"""The layout wraps at 98% of a box; this much is taken off where there are several lines."""
SPACE = 0.25
"""A word space, in em."""
HAIR = 0.006
"""How much wider than ours PowerPoint may come to set a line."""
TOWARDS = 0.75
"""Where between too narrow and too wide: rather wide, for another font may stand in."""
FULLEST = 0.88
"""A single line fills at most this much of its box, so that a wider font does not break it."""


def room(box: TextBox) -> float:
    """The width in which filling the lines of a box gives those of the layout, in points."""
    if all(len(paragraph.lines) < 2 for paragraph in box.paragraphs):
        return box.w
    full = box.w * (1 - SLACK)
    widest = max(
        paragraph.indent + line.width for paragraph in box.paragraphs for line in paragraph.lines
    )
    narrowest = widest * (1 + HAIR)
    too_wide = min(overflow(paragraph, box.size) for paragraph in box.paragraphs)
    if too_wide >= full:
        return full
    return min(full, narrowest + TOWARDS * max(0.0, too_wide - narrowest))


def spread(box: TextBox, page_width: float) -> tuple[float, float]:
    """
    The left edge and the width of a box on its page. Boxes of single lines that are nearly full
    grow away from where their lines begin: it moves nothing, and another font may be wider.
    """
    if any(len(paragraph.lines) > 1 for paragraph in box.paragraphs):
        return box.x, box.w
    widest = max(
        (paragraph.indent + line.width for paragraph in box.paragraphs for line in paragraph.lines),
        default=0.0,
    )
    more = max(0.0, widest / FULLEST - box.w)
    left, right = max(0.0, box.x), max(0.0, page_width - box.x - box.w)
    if box.align == "left":
        return box.x, box.w + min(more, right)
    if box.align == "right":
        return box.x - min(more, left), box.w + min(more, left)
    half = min(more / 2, left, right)
    return box.x - half, box.w + 2 * half


def overflow(paragraph: Paragraph, size: float) -> float:
    """The least width at which some line would take in the next line's first word."""
    return min(
        (
            paragraph.indent + line.width + SPACE * size + first_word(after)
            for line, after in pairwise(paragraph.lines)
        ),
        default=float("inf"),
    )


def first_word(line: Line) -> float:
    """About how wide a line's first word is: its share of the letters. Han breaks by the letter."""
    text = "".join(span.text for span in line.spans)
    words = text.split()
    if not words:
        return 0.0
    letters = len(words[0]) if len(words) > 1 else 1
    return line.width * letters / len(text)
