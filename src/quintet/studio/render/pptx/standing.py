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
from quintet.studio.render.pptx.filling import growth, shipped
from quintet.studio.render.pptx.placeholders import Fillings
from quintet.studio.render.pptx.surroundings import Ends, Surroundings
from quintet.studio.type import face

Anchor = Literal["t", "ctr", "b"]

FOLLOWERS: Mapping[Role, frozenset[Role]] = {
    "h3": frozenset({"lead", "body", "small", "caption"}),
    "label": frozenset({"body", "small", "caption"}),
    "lead": frozenset({"body", "small", "caption"}),
    "subtitle": frozenset({"small", "caption"}),
    "body": frozenset({"small", "caption"}),
}
"""What may follow a text in one shape with it. Titles stay alone: they name the slide."""
NATURAL_PITCH = 1.2
"""Line height over size at 100% line spacing, in PowerPoint and in any font."""
NEAR = 1.6
"""Texts further apart than so many lines of the upper one do not belong together."""
BEYOND = 0.1
"""How far a text that may shrink reaches beyond the room it has, in em."""
FIGURES = 0.25
"""The room above a figure, in em, however much there is: "€18.6 m" in two lines is misread."""
SAME = 0.5
"""Edges that differ by less, in points, are one edge."""


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A shape of text: its texts from top to bottom, its frame, what is left free inside it at
    either side, which end of it stays where it is when the text grows, and the placeholder it
    fills, "" for none. A text that `shrinks` becomes smaller rather than higher than its frame.
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
    shrinks: bool = False


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
        found[places[0]] = standing(boxes, around, holder, stage=page.stage)
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
    """Whether one width gives all of the texts the lines they would have alone."""
    _, w = room_for(boxes, around)
    for box in boxes:
        narrow, wide = limits((box,))
        if narrow > w + SAME or w >= wide > narrow:
            return False
        if wide <= narrow and abs(w - room_for((box,), around)[1]) > SAME:
            return False
    return True


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


def standing(
    boxes: Texts, around: Surroundings, holder: str = "", *, stage: bool = False
) -> Standing:
    """The shape of texts one under the other, which fills the placeholder `holder`."""
    first, last = boxes[0], boxes[-1]
    x, w = room_for(boxes, around)
    left, right = min(x, first.x), max(x + w, first.x + first.w)
    inside = Standing(
        boxes,
        left,
        first.y,
        right - left,
        last.y + last.h - first.y,
        x - left,
        right - x - w,
        holder=holder,
    )
    higher = sum(growth(box, w) for box in boxes)
    upwards = stage and first.role in ("title", "display")
    if upwards:
        higher = max(higher, first.size * first.pitch)
    if higher <= 0:
        return inside
    spare = (
        Ends(FIGURES * first.size, 0.0, 0.0)
        if first.role == "figure"
        else around.ends(boxes, share=0.5)
    )
    return grown(inside, higher, spare, upwards=upwards)


def grown(shape: Standing, higher: float, spare: Ends, *, upwards: bool = False) -> Standing:
    """
    A shape ready to become `higher`, with so much to `spare`: it grows down, or up (rather so, if
    `upwards`), or both ways. The text stays where it is; the frame takes the room it may need.
    Where there is none, the text shrinks in a font too wide for it.
    """
    above, below, both = spare.above, spare.below, spare.both
    if higher <= 0 or (below >= higher and not (upwards and above >= higher)):
        return shape
    if above >= higher:
        return reaching(shape, higher, "b")
    if both >= higher / 2:
        return reaching(shape, higher, "ctr")
    return shrinking(shape, {"b": above, "t": below, "ctr": 2 * both})


def shrinking(shape: Standing, spare: Mapping[Anchor, float]) -> Standing:
    """
    The shape with all the room there is, `spare` by the anchor that gives it. LibreOffice pitches
    lines by a font's natural height: that ours need not shrink, it takes a little beyond.
    """
    anchor = max(spare, key=spare.__getitem__)
    tallest = max(natural(box.family) for box in shape.boxes)
    need = shape.h * max(0.0, tallest / NATURAL_PITCH - 1) + shape.h / 50
    beyond = shape.boxes[0].size * BEYOND
    more = max(spare[anchor], min(need, spare[anchor] + beyond))
    return replace(reaching(shape, more, anchor), shrinks=True)


def reaching(shape: Standing, more: float, anchor: Anchor) -> Standing:
    """The shape with a frame so much higher, its text in place: held by the end it grows from."""
    up = {"t": 0.0, "ctr": more / 2, "b": more}[anchor]
    return replace(shape, y=shape.y - up, h=shape.h + more, anchor=anchor)


def natural(family: str) -> float:
    """The height of a family's line as its makers meant it, in em."""
    cut = face(shipped(family))
    return cut.ascent + cut.descent
