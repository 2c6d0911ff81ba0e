"""The ground of a page: its sheet, its grid of columns, and its colours."""

from __future__ import annotations

from collections.abc import Mapping

from quintet.domain.pages import Box, Colour, Paint, Stroke
from quintet.studio.layout.area import Area
from quintet.studio.layout.roles import BAND, STAGE
from quintet.studio.layout.sheets import SCALES, Scale, Sheet
from quintet.studio.themes import Theme
from quintet.studio.type.scripts import is_arabic, is_right_to_left

ARABIC_SIZE = 1.06
"""Arabic letters are small for their size."""


class Ground:
    """A page's measures and colours. `boxes` holds what was placed, in reading order."""

    def __init__(
        self,
        sheet: Sheet,
        theme: Theme,
        language: str = "en",
        pictures: Mapping[str, tuple[int, int]] | None = None,
    ) -> None:
        self.sheet, self.theme, self.language = sheet, theme, language
        self.pictures = pictures or {}
        scale = SCALES[sheet.scale]
        self.scale: Scale = scale.times(ARABIC_SIZE) if is_arabic(language) else scale
        self.rtl = is_right_to_left(language)
        self.roomy = False
        """Whether a taller sheet is at hand: then type grows the sheet instead of shrinking."""
        self.boxes: list[Box] = []
        self.fill: Colour = "bg"
        self.staged = False
        self.banded = False
        """Whether this is a band of a web page that stands on the surface colour."""
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
        if self.staged:
            return STAGE.get(colour, colour)
        return BAND.get(colour, colour) if self.banded else colour

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
