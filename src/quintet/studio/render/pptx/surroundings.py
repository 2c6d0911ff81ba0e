"""What stands round a text on its page: how far it may spread before it meets something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quintet.domain.pages import (
    Align,
    Box,
    ChartBox,
    Ellipse,
    Page,
    Path,
    Picture,
    Rect,
    Rule,
    TableBox,
    TextBox,
)
from quintet.studio.render.pptx.breaking import wish
from quintet.studio.render.pptx.filling import growth
from quintet.studio.render.pptx.geometry import frame

CLEAR = 1 / 90
"""What stays free between a text and its neighbours, in shares of a page's shorter side."""
EDGE = 1 / 45
"""What stays free of a page along its edge, likewise."""
WHOLE = 0.9
"""A box that covers this share of its page's width and height is the ground, not a neighbour."""
RISE, FALL = 0.73, 0.22
"""How high above the first baseline and how low below the last ink stands, in em."""
QUOTES = frozenset("“”„‟‘’‚«»\"'")
LOW = 0.4
"""How high above the baseline the ink of quotation marks ends, in em."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the page, in points, and the text that stands in it, if one does."""

    left: float
    top: float
    right: float
    bottom: float
    text: TextBox | None = None

    @property
    def align(self) -> Align | None:
        return self.text.align if self.text else None

    def holds(self, other: Area) -> bool:
        return (
            self.left <= other.left
            and self.right >= other.right
            and self.top <= other.top
            and self.bottom >= other.bottom
        )

    def level_with(self, other: Area) -> bool:
        return self.top < other.bottom and other.top < self.bottom

    def in_line_with(self, other: Area) -> bool:
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True, slots=True)
class Ends:
    """What is free above texts, below them, and at both ends at once, in points."""

    above: float
    below: float
    both: float


class Surroundings:
    """
    The areas that boxes of one page cover; a text is known by its box. What is asked of a text is
    asked again for its neighbours, so it is remembered: that halves what a deck costs.
    """

    def __init__(self, page: Page) -> None:
        shorter = min(page.w, page.h)
        self._clear, edge = CLEAR * shorter, EDGE * shorter
        self._page = Area(edge, edge, page.w - edge, page.h - edge)
        self._areas = [(id(box), area) for box in page.boxes for area in areas(box, page)]
        # By the identity of boxes, which the page keeps alive.
        self._inks = {box: area for box, area in self._areas if area.text}
        self._panels: dict[int, Area] = {}
        self._growing: dict[int, bool] = {}

    def panel(self, box: TextBox) -> Area:
        """The smallest area round a text that holds it: a panel, a picture, or the page."""
        known = self._panels.get(id(box))
        if known is None:
            ink, own = self._ink(box), id(box)
            round_it = [area for other, area in self._areas if other != own and area.holds(ink)]
            known = min(round_it, key=lambda area: area.right - area.left, default=self._page)
            self._panels[own] = known
        return known

    def sides(self, box: TextBox) -> tuple[float, float]:
        """How far left and how far right the lines of a text may reach, in points."""
        ink, panel = self._ink(box), self.panel(box)
        padding = (
            0.0 if panel is self._page else free(panel.left, box.x, panel.right, box.x + box.w)
        )
        left, right = panel.left + padding, panel.right - padding
        for other in self._others((box,), ink):
            if not other.level_with(ink):
                continue
            if other.left >= ink.right:
                shared = other.align in ("right", "center")
                edge = (ink.right + other.left) / 2 if shared else other.left
                right = min(right, edge - self._clear / (2 if shared else 1))
            elif other.right <= ink.left:
                shared = other.align in ("left", "center")
                edge = (ink.left + other.right) / 2 if shared else other.right
                left = max(left, edge + self._clear / (2 if shared else 1))
        return min(left, box.x), max(right, box.x + box.w)

    def ends(self, boxes: tuple[TextBox, ...], share: float) -> Ends:
        """
        What is free above and below texts that stand one under the other. `share` is how much of
        a gap counts, in the second pair, that has a text at its far end which may want some, too.
        """
        ink, panel = together(tuple(map(self._ink, boxes))), self.panel(boxes[0])
        above = shared_above = ink.top - panel.top
        below = shared_below = panel.bottom - ink.bottom
        for other in self._others(boxes, ink):
            if not other.in_line_with(ink):
                continue
            if other.bottom <= ink.top:
                gap = ink.top - other.bottom
                above = min(above, gap)
                if gap * share < shared_above:
                    shared_above = min(shared_above, gap * self._part(other, share))
            elif other.top >= ink.bottom:
                gap = other.top - ink.bottom
                below = min(below, gap)
                if gap * share < shared_below:
                    shared_below = min(shared_below, gap * self._part(other, share))
        spare = self._clear / 2
        return Ends(
            max(0.0, above - spare),
            max(0.0, below - spare),
            max(0.0, min(shared_above, shared_below) - spare),
        )

    def between(self, upper: TextBox, lower: TextBox) -> bool:
        """Whether something else stands between two texts one under the other."""
        over, under = self._ink(upper), self._ink(lower)
        gap = Area(min(over.left, under.left), over.bottom, max(over.right, under.right), under.top)
        return any(
            other.in_line_with(gap) and other.level_with(gap)
            for other in self._others((upper, lower), gap)
        )

    def _others(self, own: tuple[TextBox, ...], ink: Area) -> Iterator[Area]:
        """The areas in the way of texts: neither theirs nor one that holds them."""
        mine = {id(box) for box in own}
        for other, area in self._areas:
            if other not in mine and not area.holds(ink):
                yield area

    def _ink(self, box: TextBox) -> Area:
        known = self._inks.get(id(box))
        if known is None:
            known = self._inks[id(box)] = ink_of(box)
        return known

    def _part(self, other: Area, share: float) -> float:
        """How much of the gap before an area counts."""
        if other.text is None:
            return 1.0
        growing = self._growing.get(id(other.text))
        if growing is None:
            growing = self._growing[id(other.text)] = grows(other.text)
        return share if growing else 1.0


def grows(box: TextBox) -> bool:
    """Whether a text might become higher in a wider font."""
    return box.role != "mark" and growth(box, min(box.w, wish((box,)))) > 0


def free(left: float, start: float, right: float, end: float) -> float:
    """The lesser of the two margins inside a panel."""
    return max(0.0, min(start - left, right - end))


def areas(box: Box, page: Page) -> Iterator[Area]:
    """What a box covers of its page, if it can be in the way of a text."""
    match box:
        case TextBox():
            if any(paragraph.lines for paragraph in box.paragraphs):
                yield ink_of(box)
        case Rule():
            xs, ys = sorted((box.x1, box.x2)), sorted((box.y1, box.y2))
            yield Area(xs[0], ys[0], xs[1], ys[1])
        case Path():
            left, top, width, height = frame(box.commands)
            if not (page.stage and str(box.fill).startswith("art")):
                yield Area(left, top, left + width, top + height)
        case Rect() | Ellipse() | Picture() | TableBox() | ChartBox():
            if box.w < WHOLE * page.w or box.h < WHOLE * page.h:
                yield Area(box.x, box.y, box.x + box.w, box.y + box.h)


def ink_of(box: TextBox) -> Area:
    """About where the letters of a text stand."""
    lines = [(p.indent + line.width, line) for p in box.paragraphs for line in p.lines]
    if not lines:
        return Area(box.x, box.y, box.x + box.w, box.y + box.h, box)
    wide = max(width for width, _ in lines)
    left = {"left": 0.0, "center": (box.w - wide) / 2, "right": box.w - wide}[box.align]
    fall = -LOW if _only_quotes(box) else FALL
    return Area(
        box.x + left,
        box.y + lines[0][1].baseline - RISE * box.size,
        box.x + left + wide,
        box.y + lines[-1][1].baseline + fall * box.size,
        box,
    )


def _only_quotes(box: TextBox) -> bool:
    """Whether a text is a quotation mark alone; most are not, as their first letters tell."""
    spans = [span.text for paragraph in box.paragraphs for span in paragraph.spans]
    if not spans or spans[0][:1] not in QUOTES:
        return False
    text = "".join(spans).strip()
    return bool(text) and QUOTES.issuperset(text)


def together(inks: tuple[Area, ...]) -> Area:
    return Area(
        min(ink.left for ink in inks),
        min(ink.top for ink in inks),
        max(ink.right for ink in inks),
        max(ink.bottom for ink in inks),
    )
