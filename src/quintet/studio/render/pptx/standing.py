"""
Where texts stand on a slide so that they come out right in our fonts, and well in any other.

With our fonts nothing moves. With wider ones, lines have room to spare; what takes another line
all the same grows to where there is room; and texts that belong together, a heading and what is
under it, share one shape, in which the one pushes the other down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Literal

from quintet.domain.pages import Page, Role, TextBox
from quintet.studio.render.pptx.breaking import Texts, limits, wish
from quintet.studio.render.pptx.filling import growth
from quintet.studio.render.pptx.placeholders import Fillings
from quintet.studio.render.pptx.surroundings import Surroundings

Anchor = Literal["t", "ctr", "b"]

FOLLOWERS: Mapping[Role, frozenset[Role]] = {
    "h3": frozenset({"lead", "body", "small", "caption"}),
    "label": frozenset({"body", "small", "caption"}),
    "lead": frozenset({"body", "small", "caption"}),
    "subtitle": frozenset({"small", "caption"}),
    "body": frozenset({"small", "caption"}),
}
"""What may follow a text in one shape with it. Titles stay alone: they name the slide."""
NEAR = 1.6
"""Texts further apart than so many lines of the upper one do not belong together."""
SAME = 0.5
"""Edges that differ by less, in points, are one edge."""


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A shape of text: its texts from top to bottom, its frame, what is left free inside it at
    either side, which end of it stays where it is when the text grows, and the placeholder it
    fills, "" for none. What must stay `whole` runs on over its frame rather than break.
    """

    boxes: Texts
    x: float
    y: float
    w: float
    h: float
    left: float = 0.0
    right: float = 0.0
    anchor: Anchor = "t"
    holder: str = ""
    whole: bool = False


def standings(page: Page, fillings: Fillings) -> dict[int, Standing | None]:
    """
    Where each text of a page stands, by its place among the boxes; None for one that stands in
    the shape of another. `fillings` are the placeholders some of them fill.
    """
    around = Surroundings(page)
    found: dict[int, Standing | None] = {}
    for places in stacks(page, around, fillings.keys()):
        boxes = tuple(box for place in places if isinstance(box := page.boxes[place], TextBox))
        holder = next((fillings[place] for place in places if place in fillings), "")
        found |= dict.fromkeys(places)
        found[places[0]] = replace(standing(boxes, around, stage=page.stage), holder=holder)
    return found


def stacks(page: Page, around: Surroundings, alone: Set[int]) -> Iterator[tuple[int, ...]]:
    """
    The places of texts that share a shape, in reading order. No two of those `alone`, which are
    placeholders, share one.
    """
    stack: tuple[int, ...] = ()
    above: Texts = ()
    for place, box in enumerate(page.boxes):
        if not isinstance(box, TextBox):
            continue
        held = len(alone & {*stack, place})
        if above and held < 2 and follows(above, box, around):
            stack, above = (*stack, place), (*above, box)
            continue
        if stack:
            yield stack
        stack, above = (place,), (box,)
    if stack:
        yield stack


def follows(above: Texts, box: TextBox, around: Surroundings) -> bool:
    """Whether a text belongs right under others, and in one shape with them."""
    last = above[-1]
    gap = box.y - last.y - last.h
    if box.role not in FOLLOWERS.get(last.role, ()) or box.slot or last.slot:
        return False
    if (box.align, box.rtl) != (last.align, last.rtl) or abs(hang(box) - hang(last)) > SAME:
        return False
    if not -SAME < gap < NEAR * last.size * last.pitch or around.between(last, box):
        return False
    return around.panel(last) == around.panel(box) and fit((*above, box), around)


def hang(box: TextBox) -> float:
    """Where the lines of a text hang: their left end, middle or right end."""
    return box.x + {"left": 0.0, "center": box.w / 2, "right": box.w}[box.align]


def fit(boxes: Texts, around: Surroundings) -> bool:
    """Whether one width gives all of the texts their lines."""
    narrow, wide = limits(boxes)
    return narrow < wide and narrow <= room_for(boxes, around)[1] + SAME


def room_for(boxes: Texts, around: Surroundings) -> tuple[float, float]:
    """
    The left edge and the width between which texts that share a shape are set. It gives them the
    lines of the layout, and goes beyond their boxes as far as they wish and neighbours allow.
    """
    sides = [around.sides(box) for box in boxes]
    start, w = hang(boxes[0]), wish(boxes)
    before = start - max(left for left, _ in sides)
    after = min(right for _, right in sides) - start
    match boxes[0].align:
        case "left":
            w = min(w, after)
            return start, w
        case "right":
            w = min(w, before)
            return start - w, w
        case "center":
            w = min(w, 2 * before, 2 * after)
            return start - w / 2, w


def standing(boxes: Texts, around: Surroundings, *, stage: bool) -> Standing:
    """The shape of texts one under the other."""
    first, last = boxes[0], boxes[-1]
    x, w = room_for(boxes, around)
    left, right = min(x, first.x), max(x + w, first.x + first.w)
    higher = sum(growth(box, w) for box in boxes)
    whole = higher > 0 and is_one_figure(boxes)
    if whole:
        higher = 0.0
    upwards = stage and first.role in ("title", "display")
    if upwards:
        higher = max(higher, first.size * first.pitch)
    h = last.y + last.h - first.y
    y, h, anchor = grown(first.y, h, higher, around.ends(boxes), upwards=upwards)
    return Standing(boxes, left, y, right - left, h, x - left, right - x - w, anchor, whole=whole)


def is_one_figure(boxes: Texts) -> bool:
    """Whether a shape is a single figure: "€18.6 m" in two lines would be misread."""
    lines = [line for box in boxes for paragraph in box.paragraphs for line in paragraph.lines]
    return len(lines) == 1 and boxes[0].role == "figure" and boxes[0].align == "left"


def grown(
    y: float, h: float, higher: float, spare: tuple[float, float], *, upwards: bool = False
) -> tuple[float, float, Anchor]:
    """
    Top, height and anchor of a frame whose text might become `higher`, with so much `spare` above
    and below it. The text stays where it is; the frame takes the room it may need: below it, or
    above it (rather so, if `upwards`), or half and half.
    """
    above, below = spare
    if higher <= 0 or (below >= higher and not (upwards and above >= higher)):
        return y, h, "t"
    if above >= higher:
        return y - higher, h + higher, "b"
    if min(above, below) >= higher / 2:
        return y - higher / 2, h + higher, "ctr"
    return (y - above, h + above, "b") if above > below else (y, h, "t")
