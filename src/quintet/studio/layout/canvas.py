"""
The canvas: a page under construction. Layouts place text and marks on its grid of columns.

It speaks in roles and tokens: `canvas.text(x, y, w, words, "h3")` sets words as headings are set
in this theme and answers how high they came out; `canvas.fit(...)` finds the largest size at
which words fit and raises TooFull where even the floor is too large. On a stage page (`stage()`)
"ink", "accent1" and their kin mean the stage's colours. In right-to-left decks `col` and `cells`
count from the right, and "start" means right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from quintet.domain.pages import Align, Colour, Marker, Role, TextBox
from quintet.studio.layout.fitting import TooFull, largest
from quintet.studio.layout.lettering import (
    CAP_HEIGHT,
    NO_MARKS,
    Marks,
    Prepared,
    Words,
    prepare,
)
from quintet.studio.layout.marking import Marking
from quintet.studio.layout.roles import ROLES, Style, style_of
from quintet.studio.layout.sheets import Sheet
from quintet.studio.themes import Theme

__all__ = ["BULLET_INDENT", "Canvas", "Side", "Stand", "TooFull"]

Side = Literal["start", "center", "end"]
Stand = Literal["top", "middle", "bottom"]

BULLET_INDENT = 1.05
"""Room for a list's marker, in em."""

ROOMY = 0.94
"""How far type may shrink while its sheet may still grow."""


class Canvas(Marking):
    """A page being made: its ground, its marks, and text set in roles."""

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        language: str = "en",
        pictures: Mapping[str, tuple[int, int]] | None = None,
    ) -> None:
        super().__init__(sheet, theme, language, pictures)
        self._styles: dict[Role, Style] = {}

    # Measuring --------------------------------------------------------------------------------

    def style(self, role: Role) -> Style:
        found = self._styles.get(role)
        if found is None:
            found = self._styles[role] = style_of(role, self.theme)
        return found

    def size(self, role: Role) -> float:
        """The size of a role on this sheet, before anything is fitted."""
        size: float = getattr(self.scale, ROLES[role].size)
        return size

    def floor(self, role: Role) -> float:
        """The smallest size a role may be set in; on a roomy sheet hardly below its own."""
        size = self.size(role)
        if self.roomy:
            return size * ROOMY
        if role in ("title", "display", "quote", "figure"):
            return min(size, max(self.scale.body_floor, size * 0.6))
        kind = ROLES[role].floor
        floor = self.scale.caption_floor if kind == "caption" else self.scale.body_floor
        return size if kind == "size" else min(size, floor)

    def prepare(self, words: Words, role: Role) -> Prepared:
        return prepare(words, self.style(role), self.language)

    def height(
        self,
        words: Words,
        role: Role,
        w: float,
        size: float | None = None,
        gap: float = 0.5,
        indents: Sequence[float] = (),
    ) -> float:
        """How high the words come out; `gap` between paragraphs and their `indents` in em."""
        return self.prepare(words, role).height(w, size or self.size(role), gap, indents)

    def width(self, words: Words, role: Role, size: float | None = None) -> float:
        """How wide the words are on one line; with several paragraphs, the widest."""
        prepared = self.prepare(words, role)
        widest = max((text.total for text in prepared.paragraphs), default=0.0)
        return widest * (size or self.size(role))

    def fit(
        self,
        items: Sequence[Words],
        role: Role,
        w: float,
        h: float,
        low: float | None = None,
        size: float | None = None,
        gap: float = 0.5,
    ) -> float:
        """
        The largest size, from `size` down to `low` (the role's floor) in half points, at which
        each item fits into w by h with no word wider than w. Raises TooFull if none does; at the
        floor a word that is still too wide is split.
        """
        prepared = [self.prepare(words, role) for words in items]
        widest = max((text.longest / text.slack for text in prepared), default=0.0)
        low = low or self.floor(role)

        def high_enough(size: float) -> bool:
            return all(text.height(w, size, gap) <= h for text in prepared)

        def fits(size: float) -> bool:
            return widest * size <= w and high_enough(size)

        try:
            return largest(size or self.size(role), low, self.step, fits)
        except TooFull:
            if high_enough(low):
                return low
            raise

    # Text -------------------------------------------------------------------------------------

    def text(
        self,
        x: float,
        y: float,
        w: float,
        words: Words,
        role: Role = "body",
        *,
        size: float | None = None,
        colour: Colour | None = None,
        align: Side = "start",
        h: float | None = None,
        stand: Stand = "top",
        gap: float = 0.5,
        cap: bool = False,
        marks: Marks = NO_MARKS,
        bold: bool | None = None,
        tabular: bool = False,
        slot: Literal["number", "text"] | None = None,
    ) -> float:
        """
        Set words in a column of `w` and answer how far below `y` they end. With `cap`, y is where
        the capitals begin; with `h`, they `stand` at the top, middle or bottom of that height.
        `marks` are the markers and indents of a list (see `bullets`).
        """
        box = self.lettered(
            x, y, w, words, role, size=size, colour=colour, align=align, gap=gap, marks=marks,
            bold=bold, tabular=tabular, slot=slot,
        )  # fmt: skip
        if box is None:
            return 0.0
        down = 0.0
        if h is not None:
            down = {"top": 0.0, "middle": (h - box.h) / 2, "bottom": h - box.h}[stand]
        if cap:
            down -= self.cap_offset(words, role, box.size)
        self.boxes.append(_moved(box, down))
        return box.h + down

    def cap_offset(self, words: Words, role: Role, size: float | None = None) -> float:
        """How far the capitals of the first line begin below the top of its box."""
        offset = self.prepare(words, role).baseline - CAP_HEIGHT
        return offset * (size or self.size(role))

    def lettered(
        self,
        x: float,
        y: float,
        w: float,
        words: Words,
        role: Role,
        *,
        size: float | None = None,
        colour: Colour | None = None,
        align: Side = "start",
        gap: float = 0.5,
        marks: Marks = NO_MARKS,
        bold: bool | None = None,
        tabular: bool = False,
        slot: Literal["number", "text"] | None = None,
    ) -> TextBox | None:
        """The box that `text` would place, for those who keep it elsewhere; None if empty."""
        style = self.style(role)
        if bold is not None and bold != style.bold:
            style = _bolder(style, bold)
        prepared = prepare(words, style, self.language)
        if not prepared.paragraphs:
            return None
        self.missing.update(dict.fromkeys(prepared.missing))
        size = size or self.size(role)
        return TextBox(
            x=x,
            y=y,
            w=w,
            h=prepared.height(w, size, gap, marks.indents),
            paragraphs=prepared.set(w, size, gap, marks),
            role=role,
            family=prepared.manner.family,
            size=size,
            pitch=prepared.pitch,
            colour=self.tone(colour or style.colour),
            bold=style.bold,
            tracking=prepared.manner.tracking,
            align=self.align(align),
            rtl=self.rtl and role != "code",
            tabular=tabular,
            language=self.language,
            slot=slot,
        )

    def bullet(self, colour: Colour = "accent1") -> Marker:
        """The theme's list marker."""
        shape: Literal["dot", "square"] = "dot" if self.theme.shape.radius else "square"
        return Marker(shape, self.tone(colour))

    def bullets(self, count: int, colour: Colour = "accent1") -> Marks:
        """The marks of a plain list of `count` entries."""
        return Marks((self.bullet(colour),) * count, (BULLET_INDENT,) * count)

    def align(self, side: Side) -> Align:
        if side == "center":
            return "center"
        return "right" if (side == "end") != self.rtl else "left"


def _bolder(style: Style, bold: bool) -> Style:
    return replace(style, bold=bold)


def _moved(box: TextBox, down: float) -> TextBox:
    return replace(box, y=box.y + down) if down else box
