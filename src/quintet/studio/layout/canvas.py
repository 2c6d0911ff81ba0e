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

from quintet.domain.pages import (
    Align,
    Box,
    Colour,
    Command,
    Ellipse,
    Glow,
    Gradient,
    Marker,
    Paint,
    Path,
    Picture,
    Rect,
    Role,
    Rule,
    Stop,
    Stroke,
    TextBox,
)
from quintet.studio.layout.area import Area
from quintet.studio.layout.fitting import TooFull, largest
from quintet.studio.layout.lettering import (
    CAP_HEIGHT,
    NO_MARKS,
    Marks,
    Prepared,
    Words,
    prepare,
)
from quintet.studio.layout.roles import ROLES, STAGE, Style, style_of
from quintet.studio.layout.sheets import SCALES, Scale, Sheet
from quintet.studio.themes import Theme, contrast
from quintet.studio.type.scripts import is_right_to_left

__all__ = ["BULLET_INDENT", "Canvas", "Side", "Stand", "TooFull"]

Side = Literal["start", "center", "end"]
Stand = Literal["top", "middle", "bottom"]

BULLET_INDENT = 1.05
"""Room for a list's marker, in em."""


ROOMY = 0.94
"""How far type may shrink while its sheet may still grow."""


class Canvas:
    """A page being made. `boxes` holds what was placed, in reading order."""

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        language: str = "en",
        pictures: Mapping[str, tuple[int, int]] | None = None,
    ) -> None:
        self.sheet, self.theme, self.language = sheet, theme, language
        self.pictures = pictures or {}
        self.scale: Scale = SCALES[sheet.scale]
        self.rtl = is_right_to_left(language)
        self.roomy = False
        """Whether a taller sheet is at hand: then type grows the sheet instead of shrinking."""
        self.boxes: list[Box] = []
        self.fill: Colour = "bg"
        self.staged = False
        self.missing: dict[str, None] = {}
        """Characters that no family has, in order of appearance."""
        self.w, self.h, self.u, self.k = sheet.w, sheet.h, sheet.u, self.scale.k
        self.x0, self.x1 = sheet.side, sheet.w - sheet.side
        self.y0, self.y1 = sheet.top, sheet.h - sheet.bottom
        self.slots_x = (self.x0, self.x1)
        """Between which edges header and footer stand; narrower beside a bleeding picture."""
        self.slots_colour: Colour = "muted"
        self.slots_plate = False
        """Whether header and footer at the far side need a plate, standing on loud art."""
        self._styles: dict[Role, Style] = {}

    # The grid ---------------------------------------------------------------------------------

    @property
    def portrait(self) -> bool:
        return self.sheet.portrait

    @property
    def paper(self) -> bool:
        """Whether this is a page of a document."""
        return self.sheet.paper

    @property
    def stacked(self) -> bool:
        """Whether what stands side by side on a wide card is stacked here."""
        return self.sheet.portrait or self.sheet.paper

    @property
    def step(self) -> float:
        """By how much sizes of type are tried: half a point at 16x9."""
        return max(0.25, 0.5 * self.k)

    @property
    def radius(self) -> float:
        """The radius of panels."""
        factor = 2.0 if self.sheet.social else 0.6 if self.paper else 1.0
        return self.theme.shape.radius * factor

    @property
    def content(self) -> Area:
        """Everything between the margins."""
        return Area(self.x0, self.y0, self.x1 - self.x0, self.y1 - self.y0)

    def area(self, y: float) -> Area:
        """What is left of the content below a height."""
        return self.content.below(y)

    def col(self, first: int, count: int) -> tuple[float, float]:
        """x and width of `count` columns from `first` (0 to 11), from the reading side."""
        w = count * self.sheet.column + (count - 1) * self.sheet.gutter
        x = self.x0 + first * (self.sheet.column + self.sheet.gutter)
        return (self.w - x - w if self.rtl else x), w

    def cells(
        self, count: int, area: Area, gap: float | None = None, down: bool | None = None
    ) -> tuple[Area, ...]:
        """Equal parts of an area: columns on wide cards, rows on portrait ones or if `down`."""
        gap = self.sheet.gutter if gap is None else gap
        if self.portrait if down is None else down:
            return area.rows(count, gap)
        return area.columns(count, gap, self.rtl)

    def start(self, x: float, w: float, inner: float) -> float:
        """Where something `inner` wide stands at the reading side of x to x + w."""
        return x + w - inner if self.rtl else x

    def after(self, x: float, w: float, taken: float) -> tuple[float, float]:
        """x and width of what is left when `taken` is used at the reading side."""
        return (x if self.rtl else x + taken), w - taken

    # Colours ----------------------------------------------------------------------------------

    def stage(self) -> None:
        """Make this a stage page: its own ground, and the stage's inks from here on."""
        self.staged, self.fill = True, "stage"

    def tone(self, colour: Colour) -> Colour:
        """The token to use for a token on this page."""
        return STAGE.get(colour, colour) if self.staged else colour

    def hex(self, colour: Colour) -> str:
        """The "#RRGGBB" a token stands for on this page."""
        token = self.tone(colour)
        return token if token.startswith("#") else self.theme.palette[token]

    def paint(self, paint: Paint) -> Paint:
        return self.tone(paint) if isinstance(paint, str) else paint

    def stroke(
        self, colour: Colour | None, width: float = 1.0, dash: tuple[float, ...] = ()
    ) -> Stroke | None:
        return None if colour is None else Stroke(self.tone(colour), width, dash)

    # Marks ------------------------------------------------------------------------------------

    def rect(
        self, area: Area, fill: Paint, radius: float = 0.0, stroke: Stroke | None = None
    ) -> None:
        radius = max(0.0, min(radius, area.w / 2, area.h / 2))
        self.boxes.append(Rect(area.x, area.y, area.w, area.h, self.paint(fill), stroke, radius))

    def ellipse(self, area: Area, fill: Paint, stroke: Stroke | None = None) -> None:
        self.boxes.append(Ellipse(area.x, area.y, area.w, area.h, self.paint(fill), stroke))

    def disc(self, area: Area, fill: Paint, stroke: Stroke | None = None) -> None:
        """A round mark, which is a square in themes without radius."""
        if self.theme.shape.radius:
            self.ellipse(area, fill, stroke)
        else:
            self.rect(area, fill, 0.0, stroke)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: Colour = "line",
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        self.boxes.append(Rule(x1, y1, x2, y2, Stroke(self.tone(colour), width, dash)))

    def path(
        self, commands: Sequence[Command], fill: Paint = None, stroke: Stroke | None = None
    ) -> None:
        self.boxes.append(Path(tuple(commands), self.paint(fill), stroke))

    def glow(self, x: float, y: float, radius: float, colour: Colour, alpha: float) -> None:
        """A radial fade round a point; it may reach beyond the page."""
        side = 2 * radius
        self.boxes.append(Glow(x - radius, y - radius, side, side, colour, alpha))

    def bar(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        """A bar. Thin ones are strokes: a fill under a pixel vanishes in a picture."""
        if h < 1.8:
            self.line(x, y + h / 2, x + w, y + h / 2, colour, h)
        else:
            self.rect(Area(x, y, w, h), colour)

    def rule(self, x: float, y: float, w: float, strong: bool = False) -> None:
        """The theme's rule above a row or column; `strong` ones are bars of 3 points."""
        top = self.theme.shape.rule == "top"
        if top or strong:
            self.bar(x, y, w, 3 * self.k, "ink" if top else "accent1")
        else:
            self.line(x, y, x + w, y, "line", max(0.75, self.k))

    def hairline(self, x: float, y: float, w: float) -> None:
        """A quiet line between rows, in every theme."""
        self.line(x, y, x + w, y, "line", max(0.75, self.k))

    def panel(self, area: Area, fill: Colour = "surface") -> None:
        """A ground for a group; outlined where it barely differs from the card."""
        faint = fill == "surface" and contrast(self.hex("surface"), self.hex("bg")) < 1.12
        outline = self.stroke("line" if faint else None, 0.75 * max(1.0, self.k))
        self.rect(area, fill, self.radius, outline)

    def scrim(self, area: Area, angle: float = 90) -> None:
        """Darkness over a picture, towards the text: from clear to nearly black."""
        stops = (Stop(0, "scrim", 0.0), Stop(0.55, "scrim", 0.6), Stop(1, "scrim", 0.9))
        self.rect(area, Gradient(angle, stops))

    def picture(
        self,
        area: Area,
        image: str,
        crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
        radius: float = 0.0,
        alt: str = "",
    ) -> None:
        radius = min(radius, area.w / 2, area.h / 2)
        self.boxes.append(Picture(area.x, area.y, area.w, area.h, image, crop, radius, alt))

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
        widest = max((text.longest / _slack(text) for text in prepared), default=0.0)
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

    def grow(
        self,
        items: Sequence[Words],
        w: float,
        h: float,
        roof: float | None = None,
        gap: float = 0.5,
    ) -> float:
        """Like `fit` for body text, but from the lead size, so that few words stand larger."""
        return self.fit(items, "body", w, h, size=roof or self.scale.lead, gap=gap)

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


def _slack(text: Prepared) -> float:
    return min((paragraph.slack for paragraph in text.paragraphs), default=1.0)


def _bolder(style: Style, bold: bool) -> Style:
    return replace(style, bold=bold)


def _moved(box: TextBox, down: float) -> TextBox:
    return replace(box, y=box.y + down) if down else box
