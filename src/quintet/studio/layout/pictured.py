"""Layouts with one picture: beside the words, above them, or behind them."""

from __future__ import annotations

from quintet.domain.deck import Block, Image, Rich, Text, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.crops import MOST_CROPPED, crop_to, lost_part, place_picture
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.flow import WORDS
from quintet.studio.layout.frame import LEAST_TITLE, eyebrow_above, head
from quintet.studio.layout.groups import length
from quintet.studio.layout.stack import Stack

MOST_BESIDE, MOST_BELOW, MOST_OVER = 560, 280, 120
LARGE = 1_400
"""Pixels across, from which a picture may fill a card."""


def shape_of(facts: Facts) -> float:
    """Width over height of the card's picture."""
    size = facts.pictures[facts.of(Image)[0].source]
    return size[0] / size[1]


def others(facts: Facts) -> tuple[Block, ...]:
    return tuple(block for block in facts.blocks if not isinstance(block, Image))


def _words(facts: Facts) -> int | None:
    """How many characters stand with the one picture; None if there is not one, or other things."""
    image = facts.one(Image)
    if image is None or any(block.kind not in WORDS for block in others(facts)):
        return None
    return sum(map(length, others(facts))) + len(image.caption)


# Beside ----------------------------------------------------------------------------------------


def takes_side(facts: Facts) -> float | None:
    words = _words(facts)
    if words is None or words > MOST_BESIDE or not (facts.title or others(facts)):
        return None
    if words == 0 and shape_of(facts) > 1.2:
        return None
    return 5.0 + 2.0 + (2.5 if shape_of(facts) < 1.4 else 1.0)


def lay_side(canvas: Canvas, facts: Facts) -> None:
    """The picture bled to three edges, right and left by turns; on top of portrait cards."""
    image, blocks = facts.of(Image)[0], _with_caption(facts)
    if canvas.paper:
        _lay_side_on_paper(canvas, facts, image, blocks)
        return
    after = facts.index % 2 == 0
    x, w = canvas.col(7 if after else 0, 5)
    at_right = after != canvas.rtl
    slot = Area(x if at_right else 0.0, 0.0, w + canvas.sheet.side, canvas.h)
    bands = _bands(canvas, shape_of(facts))
    beside = lost(canvas, image, slot) <= MOST_CROPPED < lost(canvas, image, bands[0])
    if canvas.portrait and not beside:
        _lay_below(canvas, facts, image, bands)
        return
    place_picture(canvas, slot, image, bleed=True)
    first = 0 if after else 6
    x, w = canvas.col(first, 6)
    canvas.slots_x = (x, x + w)
    y = head(canvas, facts.card, first, 6)
    stack, room = Stack.of(blocks), canvas.y1 - y
    size = stack.fit(canvas, w, room, canvas.scale.lead)
    spare = room - stack.height(canvas, w, size)
    stack.draw(canvas, Area(x, y + spare * 0.12, w, room - spare * 0.12), size)


def _bands(canvas: Canvas, shape: float) -> tuple[Area, ...]:
    """Tops of a portrait card: a high one where an upright picture needs it, and the usual."""
    usual = canvas.h * (0.30 if canvas.sheet.square else 0.42)
    needed = canvas.w * (1 - MOST_CROPPED) / shape * 1.001
    heights = (needed, usual) if usual < needed <= 0.6 * canvas.h else (usual,)
    return tuple(Area(0, 0, canvas.w, high) for high in heights)


def _lay_below(canvas: Canvas, facts: Facts, image: Image, bands: tuple[Area, ...]) -> None:
    """Head and words below the first band of picture that leaves them room."""
    stack, top = Stack.of(_with_caption(facts)), canvas.y0
    for i, band in enumerate(bands):
        place_picture(canvas, band, image, bleed=True)
        canvas.y0 = band.h + canvas.u * 7
        try:
            area = canvas.area(head(canvas, facts.card))
            size = stack.fit(canvas, area.w, area.h, canvas.scale.lead)
        except TooFull:
            canvas.boxes.clear()
            if i == len(bands) - 1:
                raise
            continue
        finally:
            canvas.y0 = top
        stack.draw(canvas, area, size)
        return


def lost(canvas: Canvas, image: Image, slot: Area) -> float:
    """How much of a picture a slot cuts off."""
    return lost_part(crop_to(canvas.pictures[image.source], slot))


def _lay_side_on_paper(
    canvas: Canvas, facts: Facts, image: Image, blocks: tuple[Block, ...]
) -> None:
    """Inside the margins: the picture in five columns, the words in the others."""
    y = head(canvas, facts.card)
    stack, (x, w) = Stack.of(blocks), canvas.col(5, 7)
    x, w = canvas.after(x, w, canvas.u)
    size = stack.fit(canvas, w, canvas.y1 - y, canvas.scale.body)
    high = stack.height(canvas, w, size)
    left, wide = canvas.col(0, 5)
    slot = Area(left, y, wide, min(max(high, wide * 0.66), canvas.y1 - y))
    place_picture(canvas, slot, image)
    stack.draw(canvas, Area(x, y, w, canvas.y1 - y), size)


def _with_caption(facts: Facts) -> tuple[Block, ...]:
    """The words, the picture's caption last."""
    caption = facts.of(Image)[0].caption
    return (*others(facts), Text(rich(caption))) if caption else others(facts)


# Above -----------------------------------------------------------------------------------------


def takes_top(facts: Facts) -> float | None:
    words = _words(facts)
    if words is None or not 1 <= words <= MOST_BELOW or not facts.title or facts.card.subtitle:
        return None
    if facts.card.eyebrow or shape_of(facts) < 1.3 or facts.sheet.paper:
        return None
    return 5.0 + 2.0 + (2.0 if shape_of(facts) > 1.55 else 0.5)


def lay_top(canvas: Canvas, facts: Facts) -> None:
    """The picture over the whole width, title and words side by side below it."""
    image, blocks = facts.of(Image)[0], _with_caption(facts)
    high = canvas.h * (0.42 if canvas.portrait else 0.56)
    slot = Area(0, 0, canvas.w, high)
    if lost(canvas, image, slot) > MOST_CROPPED:
        raise TooFull
    place_picture(canvas, slot, image, bleed=True)
    y, u = high + canvas.u * 5, canvas.u
    if canvas.portrait:
        x, w = canvas.x0, canvas.content.w
        y += u + _title(canvas, facts, (x, y + u, w), canvas.h * 0.2) + u * 4
        words = Area(x, y, w, canvas.y1 - y)
    else:
        x, w = canvas.col(0, 5)
        _title(canvas, facts, (x, y, w), canvas.y1 - y)
        x, w = canvas.col(5, 7)
        words = Area(x, y - u * 0.6, w, canvas.y1 - y + u * 0.6)
    stack = Stack.of(blocks)
    stack.draw(canvas, words, stack.fit(canvas, words.w, words.h, canvas.scale.lead - 2))


def _title(canvas: Canvas, facts: Facts, place: tuple[float, float, float], room: float) -> float:
    x, y, w = place
    low = canvas.scale.title * LEAST_TITLE * 0.9
    size = canvas.fit([facts.card.title], "title", w, room, low=low)
    return canvas.text(x, y, w, facts.card.title, "title", size=size, cap=True)


# Behind ----------------------------------------------------------------------------------------


def takes_full(facts: Facts) -> float | None:
    words = _words(facts)
    if words is None or words > MOST_OVER or not 1 <= len(facts.title) <= 60:
        return None
    image = facts.of(Image)[0]
    large = facts.pictures[image.source][0] >= LARGE
    fits = facts.only("image", "text") and not facts.card.subtitle and not facts.sheet.paper
    wide = 1.2 <= shape_of(facts) <= 2.2 or facts.sheet.portrait
    return 8.2 if large and fits and wide else None


def lay_full(canvas: Canvas, facts: Facts) -> None:
    """The picture over the whole card; title and sentence stand on the bottom margin, in white."""
    words: list[Rich] = [block.text for block in _with_caption(facts) if block.kind == "text"]
    lay_behind(canvas, facts.of(Image)[0], 0.30)
    x, w = canvas.col(0, 12 if canvas.portrait else 8)
    title, u = facts.card.title, canvas.u
    most = canvas.scale.title * 1.25
    low = canvas.scale.title * 0.8
    size = canvas.fit([title], "title", w, canvas.h * 0.3, low=low, size=most)
    below = canvas.height(words, "lead", w) if words else -u * 2
    y = canvas.y1 - below - u * 2 - canvas.height(title, "title", w, size)
    if facts.card.eyebrow:
        eyebrow_above(canvas, (x, y - u * 4.6, w), facts.card.eyebrow, colour="white")
    canvas.text(x, y, w, title, "title", size=size, colour="white")
    canvas.text(x, canvas.y1 - below, w, words, "lead", colour="white")


def lay_behind(canvas: Canvas, image: Image, top: float) -> None:
    """The picture over the whole card under a scrim from `top` (of the height) downwards."""
    page = Area(0, 0, canvas.w, canvas.h)
    canvas.fill = "#111111"
    canvas.slots_colour = "white"
    place_picture(canvas, page, image, bleed=True)
    canvas.scrim(page.below(canvas.h * top))


IMAGE_SIDE = Layout("image_side", "picture", takes_side, lay_side)
IMAGE_TOP = Layout("image_top", "picture", takes_top, lay_top)
IMAGE_FULL = Layout("image_full", "picture", takes_full, lay_full)
