"""Header and footer: up to six places at the edges of every page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quintet.domain.deck import Frame, Rich, Slot, SlotPlace, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, Side
from quintet.studio.layout.crops import inside
from quintet.studio.layout.tidy import tidy_text

HEIGHTS = {"sm": 14.0, "md": 20.0, "lg": 28.0, "xl": 36.0}
"""Heights of pictures at 16x9; papers and social cards have their own."""

PAPER_HEIGHTS = {"sm": 12.0, "md": 18.0, "lg": 26.0, "xl": 36.0}
SOCIAL_HEIGHTS = {"sm": 28.0, "md": 40.0, "lg": 56.0, "xl": 72.0}

NUMBER = 3.5
"""Room for a card's number, in caption sizes."""

LEAST = 0.85
"""A text too long shrinks to this part of its size, and is then cut with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slot stands: its row ("top" or "bottom") and its side."""

    row: str
    side: Side


PLACES: dict[SlotPlace, Place] = {
    "topLeft": Place("top", "start"),
    "topCenter": Place("top", "center"),
    "topRight": Place("top", "end"),
    "bottomLeft": Place("bottom", "start"),
    "bottomCenter": Place("bottom", "center"),
    "bottomRight": Place("bottom", "end"),
}


def top_room(canvas: Canvas, frame: Frame) -> float:
    """How far large pictures at the top push the content down."""
    sizes = {
        slot.size
        for place, slot in frame.slots.items()
        if slot.show == "image" and place.startswith("top") and slot.value in canvas.pictures
    }
    return canvas.u * (3 if "xl" in sizes else 1 if "lg" in sizes else 0)


def draw_slots(canvas: Canvas, frame: Frame, number: int) -> tuple[str, ...]:
    """Draw header and footer; answer notes on what could not be shown as asked."""
    notes: list[str] = []
    for name, slot in frame.slots.items():
        place = PLACES[name]
        area = _area(canvas, frame, place)
        if slot.show == "image":
            notes.extend(_draw_picture(canvas, area, slot, place))
        else:
            notes.extend(_draw_text(canvas, area, slot, place, number))
    return tuple(notes)


def _area(canvas: Canvas, frame: Frame, place: Place) -> Area:
    """
    A third of the width round the row's line. Where nothing stands in the middle the outer two
    share it: half each, but a number only takes what it needs.
    """
    left, right = canvas.slots_x
    wide, gap = right - left, canvas.sheet.gutter / 2
    if place.side == "center":
        return Area(left + wide / 3 + gap, _middle(canvas, place.row), wide / 3 - 2 * gap, 0.0)
    w = _outer_width(canvas, frame, place, wide) - gap
    at_left = (place.side == "start") != canvas.rtl
    return Area(left if at_left else right - w, _middle(canvas, place.row), w, 0.0)


def _outer_width(canvas: Canvas, frame: Frame, place: Place, wide: float) -> float:
    row = {one.side: frame.slots.get(name) for name, one in PLACES.items() if one.row == place.row}
    number = canvas.scale.caption * NUMBER
    if row["center"]:
        return wide / 3
    other = row["end" if place.side == "start" else "start"]
    mine = row[place.side]
    if other is None:
        return wide
    if other.show == "number":
        return wide - number
    return number if mine and mine.show == "number" else wide / 2


def _middle(canvas: Canvas, row: str) -> float:
    """The height of a row's middle line: half the margin, inside the safe zone of 9x16."""
    sheet = canvas.sheet
    if sheet.name == "9x16":
        away = canvas.u * 3
        return sheet.top - away if row == "top" else canvas.h - sheet.bottom + away
    return sheet.top / 2 if row == "top" else canvas.h - sheet.bottom / 2


def _draw_text(
    canvas: Canvas, area: Area, slot: Slot, place: Place, number: int
) -> tuple[str, ...]:
    words = str(number) if slot.show == "number" else tidy_text(slot.value)
    if not words:
        return ()
    full = canvas.scale.caption if canvas.sheet.social else canvas.scale.foot
    size = min(
        full, max(full * LEAST, full * area.w * 0.98 / max(canvas.width(words, "foot", full), 1))
    )
    shown = shortened(canvas, words, area.w * 0.98, size)
    high = canvas.height(shown, "foot", area.w, size)
    y = area.y - high / 2
    if canvas.slots_plate and place.side == "end":
        _plate(canvas, area, y, high, canvas.width(shown, "foot", size))
    canvas.text(
        area.x,
        y,
        area.w,
        shown,
        "foot",
        size=size,
        align=place.side,
        colour=canvas.slots_colour,
        tabular=True,
        slot="number" if slot.show == "number" else "text",
    )
    if shown == rich(words):
        return ()
    return (f"The text {words!r} was too long for its place in the header or footer and was cut.",)


def _plate(canvas: Canvas, area: Area, y: float, high: float, wide: float) -> None:
    """A ground in stage colour, so that a text stays readable on loud art."""
    u = canvas.u
    x = area.x if canvas.rtl else area.right - wide
    place = Area(x - 1.2 * u, y - 0.5 * u, wide + 2.4 * u, high + u)
    canvas.rect(place, "bg", place.h if canvas.theme.shape.radius else 0)


def shortened(canvas: Canvas, words: str, w: float, size: float) -> Rich:
    """The words, or as many whole ones as fit on one line, and an ellipsis."""
    if canvas.width(words, "foot", size) <= w:
        return rich(words)
    parts = words.split(" ")
    for count in range(len(parts) - 1, 0, -1):
        shorter = " ".join(parts[:count]).rstrip(",;:-–— ") + "…"
        if canvas.width(shorter, "foot", size) <= w:
            return rich(shorter)
    letters = words
    while letters and canvas.width(letters + "…", "foot", size) > w:
        letters = letters[: len(letters) * 9 // 10]
    return rich(letters + "…")


def _draw_picture(canvas: Canvas, area: Area, slot: Slot, place: Place) -> tuple[str, ...]:
    size = canvas.pictures.get(slot.value)
    if size is None:
        return ("A picture of the header or footer could not be had and was left out.",)
    heights = SOCIAL_HEIGHTS if canvas.sheet.social else PAPER_HEIGHTS if canvas.paper else HEIGHTS
    high = heights[slot.size]
    room = Area(area.x, area.y - high / 2, min(area.w, canvas.content.w / 3), high)
    fitted = inside(size, room)
    align = canvas.align(place.side)
    x = {
        "left": area.x,
        "center": area.x + (area.w - fitted.w) / 2,
        "right": area.right - fitted.w,
    }[align]
    canvas.picture(replace(fitted, x=x), slot.value, alt="Logo")
    return ()
