"""Marks on a page: rectangles, discs, lines, paths, panels, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from quintet.domain.pages import (
    Colour,
    Command,
    Ellipse,
    Glow,
    Gradient,
    Paint,
    Path,
    Picture,
    Rect,
    Rule,
    Stop,
    Stroke,
)
from quintet.studio.layout.area import Area
from quintet.studio.layout.ground import Ground
from quintet.studio.themes import contrast


class Marking(Ground):
    """A page on which marks can be placed, in tokens of the theme."""

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
