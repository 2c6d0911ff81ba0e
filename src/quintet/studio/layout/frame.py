"""The frame of a content card: eyebrow, title and sub-title above the content."""

from __future__ import annotations

from quintet.domain.deck import Card
from quintet.domain.pages import Colour, Role
from quintet.studio.layout.canvas import Canvas, Side, TooFull

LEAST_TITLE = 0.72
"""A title shrinks to this part of its size; a longer one moves into the card's words."""

BELOW, BELOW_ON_PORTRAIT = 4.2, 4.6
"""Room between a head and what stands under it, in units."""


def title_lines(canvas: Canvas, count: int) -> int:
    """How many lines a title over `count` columns may have."""
    if canvas.stacked:
        return 3
    return 2 if count > 7 else 4


def head(canvas: Canvas, card: Card, first: int = 0, count: int = 12) -> float:
    """
    Set the card's head over `count` columns from `first`, and answer where the content starts.
    Capitals of the first line stand on the top margin. Raises TooFull for a title too long.
    """
    x, w = canvas.col(first, count)
    u, y = canvas.u, canvas.y0
    if not (card.title or card.eyebrow or card.subtitle):
        return y
    if card.eyebrow:
        if canvas.height(card.eyebrow, "eyebrow", w) > 2.1 * one_line(canvas, "eyebrow"):
            raise TooFull
        canvas.text(x, y, w, card.eyebrow, "eyebrow", cap=True)
    elif has_bar(canvas):
        short = 44 * canvas.k
        canvas.bar(canvas.start(x, w, short), y, short, 4 * canvas.k, "accent1")
    y = title_top(canvas, card, w)
    if card.title:
        size = title_size(canvas, card, w, title_lines(canvas, count))
        y += canvas.text(x, y, w, card.title, "title", cap=True, size=size)
    if card.subtitle:
        wide = w * (0.8 if count > 7 and not canvas.portrait else 1.0)
        if canvas.height(card.subtitle, "subtitle", wide) > 4.1 * one_line(canvas, "subtitle"):
            raise TooFull
        left = canvas.start(x, w, wide)
        y += u * 1.2
        y += canvas.text(left, y, wide, card.subtitle, "subtitle")
    return y + u * (BELOW_ON_PORTRAIT if canvas.portrait else BELOW)


def has_bar(canvas: Canvas) -> bool:
    """Whether a title without eyebrow stands below a short bar."""
    return canvas.theme.shape.rule == "top" and not canvas.staged


def title_top(canvas: Canvas, card: Card, w: float) -> float:
    """Where the capitals of a title in a column of `w` stand: what is beside it begins there."""
    if card.eyebrow:
        high = canvas.height(card.eyebrow, "eyebrow", w)
        return canvas.y0 + high - canvas.cap_offset(card.eyebrow, "eyebrow") + canvas.u * 2.4
    return canvas.y0 + (canvas.u * 3.2 if has_bar(canvas) else 0.0)


def title_size(canvas: Canvas, card: Card, w: float, lines: int) -> float:
    """The largest size at which the title needs at most `lines` lines."""
    most = canvas.size("title")
    pitch = canvas.prepare(card.title, "title").pitch
    room = most * pitch * (lines + 0.05)
    return canvas.fit([card.title], "title", w, room, low=most * LEAST_TITLE)


def one_line(canvas: Canvas, role: Role) -> float:
    """The height of one line of a role."""
    return canvas.size(role) * canvas.style(role).pitch


def eyebrow_above(
    canvas: Canvas,
    place: tuple[float, float, float],
    words: str,
    align: Side = "start",
    colour: Colour | None = None,
) -> None:
    """The line above a large title, at x, y in a width. Raises TooFull if one is not enough."""
    x, y, w = place
    if canvas.height(words, "eyebrow", w) > 1.6 * one_line(canvas, "eyebrow"):
        raise TooFull
    canvas.text(x, y, w, words, "eyebrow", align=align, colour=colour)
