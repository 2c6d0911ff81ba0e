"""Covers with a picture: beside the words, or behind them."""

from __future__ import annotations

from quintet.domain.deck import Image, Rich, plain, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.crops import place_picture
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import eyebrow_above
from quintet.studio.layout.opening import display_size, eyebrow_of, lead_and_by, texts
from quintet.studio.layout.pictured import lay_behind, shape_of

MOST_WORDS, MOST_OVER = 280, 160
LONGEST_OVER = 48
"""A longer title stands beside the picture rather than over it."""

LARGE = 1_600
"""Pixels across, from which a picture may fill a cover."""


def takes_split(facts: Facts) -> float | None:
    """A cover with a picture and few words."""
    words = _words(facts)
    return 11.0 if words is not None and words <= MOST_WORDS else None


def _words(facts: Facts) -> int | None:
    """How many characters stand below the title of a cover with one picture."""
    if facts.card.role != "cover" or not facts.title or facts.one(Image) is None:
        return None
    if not facts.only("image", "text"):
        return None
    caption = len(facts.of(Image)[0].caption)
    return sum(len(plain(text)) for text in texts(facts)) + caption


def _lead(facts: Facts) -> tuple[tuple[Rich, ...], Rich]:
    """The lead, the picture's caption at its end, and the by-line."""
    lead, by = lead_and_by(texts(facts))
    caption = facts.of(Image)[0].caption
    return ((*lead, rich(caption)) if caption else lead), by


def lay_split(canvas: Canvas, facts: Facts) -> None:
    """The picture on the far five columns; on top of portrait cards. The words beside it."""
    image, u = facts.of(Image)[0], canvas.u
    if canvas.stacked:
        high = canvas.h * (0.36 if canvas.sheet.square or not canvas.portrait else 0.5)
        place_picture(canvas, Area(0, 0, canvas.w, high), image, bleed=True)
        x, w, top = canvas.x0, canvas.content.w, high + u * 8
    else:
        x, w = canvas.col(7, 5)
        slot = Area(0.0 if canvas.rtl else x, 0, w + canvas.sheet.side, canvas.h)
        place_picture(canvas, slot, image, bleed=True)
        (x, w), top = canvas.col(0, 6), canvas.y0
        canvas.slots_x = (x, x + w)
    lead, by = _lead(facts)
    size = display_size(canvas, facts.card.title, w, 4, 0.82)
    title = canvas.height(facts.card.title, "display", w, size)
    below = canvas.height(lead, "lead", w) + u * 3 if lead else 0.0
    foot = canvas.y1 - (canvas.height(by, "small", w) if by else 0.0)
    eyebrow = eyebrow_of(facts)
    first = top + (u * 5 if eyebrow else 0.0)
    room = foot - first - title - below
    if room < 0:
        raise TooFull
    y = first + (0.0 if canvas.stacked else room * 0.42)
    if eyebrow:
        eyebrow_above(canvas, (x, y - u * 4.6, w), eyebrow)
    canvas.text(x, y, w, facts.card.title, "display", size=size)
    canvas.text(x, y + title + u * 3, w, lead, "lead")
    canvas.text(x, foot, w, by, "small")


def takes_full(facts: Facts) -> float | None:
    """A large, wide picture and a short title."""
    words = _words(facts)
    if words is None or words > MOST_OVER or len(facts.title) > LONGEST_OVER:
        return None
    large = facts.pictures[facts.of(Image)[0].source][0] >= LARGE
    page = facts.sheet.w / facts.sheet.h
    alike = 0.6 <= shape_of(facts) / page <= 1.6
    return 12.0 if large and alike and not facts.sheet.paper else None


def lay_full(canvas: Canvas, facts: Facts) -> None:
    """The picture over all; title, lead and by-line stand on the bottom margin, in white."""
    lay_behind(canvas, facts.of(Image)[0], 0.1)
    lead, by = _lead(facts)
    words = (*lead, by) if by else lead
    x, w = canvas.col(0, 12 if canvas.portrait else 9)
    u, title = canvas.u, facts.card.title
    size = display_size(canvas, title, w, 4 if canvas.portrait else 2)
    below = canvas.height(words, "lead", w) + u * 2.4 if words else 0.0
    y = canvas.y1 - below - canvas.height(title, "display", w, size)
    eyebrow = eyebrow_of(facts)
    if y - (u * 4.6 if eyebrow else 0) < canvas.h * 0.3:
        raise TooFull
    if eyebrow:
        eyebrow_above(canvas, (x, y - u * 4.6, w), eyebrow, colour="white")
    canvas.text(x, y, w, title, "display", size=size, colour="white")
    canvas.text(x, canvas.y1 - below + u * 2.4, w, words, "lead", colour="white")


COVER_SPLIT = Layout("cover_split", "opening", takes_split, lay_split)
COVER_FULL = Layout("cover_full", "opening", takes_full, lay_full)
