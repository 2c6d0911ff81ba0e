"""Pictures in their slots: cropped to fill, or whole where too much would be lost."""

from __future__ import annotations

from quintet.domain.deck import Image
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas

MOST_CROPPED = 0.45
"""The part of a picture's area that may be cut off; more, and it is shown whole."""

FOCUS_X, FOCUS_Y = 0.5, 0.4
"""Where the eye of a picture is taken to be: faces sit on the upper third."""

Crop = tuple[float, float, float, float]


def crop_to(size: tuple[int, int], slot: Area) -> Crop:
    """What to cut off left, top, right and bottom so that a picture fills a slot."""
    have, want = size[0] / size[1], slot.w / slot.h
    if have > want:
        lost = 1 - want / have
        return (lost * FOCUS_X, 0.0, lost * (1 - FOCUS_X), 0.0)
    lost = 1 - have / want
    return (0.0, lost * FOCUS_Y, 0.0, lost * (1 - FOCUS_Y))


def inside(size: tuple[int, int], slot: Area) -> Area:
    """The largest place of a picture's own shape inside a slot, in its middle."""
    scale = min(slot.w / size[0], slot.h / size[1])
    w, h = size[0] * scale, size[1] * scale
    return Area(slot.x + (slot.w - w) / 2, slot.y + (slot.h - h) / 2, w, h)


def lost_part(crop: Crop) -> float:
    """How much of a picture's area a crop cuts off, 0 to 1."""
    left, top, right, bottom = crop
    return 1 - (1 - left - right) * (1 - top - bottom)


def place_picture(
    canvas: Canvas, slot: Area, image: Image, *, whole: bool = False, bleed: bool = False
) -> Area:
    """
    Place a picture and answer where it stands: filling its slot, or whole (at the reading side,
    or on a ground when it was to bleed) if asked for or if more than MOST_CROPPED would be lost.
    """
    size = canvas.pictures[image.source]
    alt = image.alt or image.caption
    crop = crop_to(size, slot)
    if not whole and lost_part(crop) <= MOST_CROPPED:
        canvas.picture(slot, image.source, crop, 0.0 if bleed else canvas.radius * 0.8, alt)
        return slot
    if bleed:
        canvas.rect(slot, "surface")
        canvas.picture(inside(size, slot.inset(canvas.u * 3)), image.source, alt=alt)
        return slot
    fitted = inside(size, slot)
    left = canvas.start(slot.x, slot.w, fitted.w)
    place = Area(left, slot.y, fitted.w, fitted.h)
    canvas.picture(place, image.source, radius=canvas.radius * 0.8, alt=alt)
    return place
