"""What drawings of art have in common: their place, their tones, and mirroring."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.pages import Colour, Command, Stroke
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas

KAPPA = 0.5523
"""Where a quarter circle's control points stand."""


@dataclass(frozen=True, slots=True)
class Easel:
    """A canvas with the tones of loud or quiet art; x is mirrored in right-to-left decks."""

    canvas: Canvas
    loud: bool

    @property
    def w(self) -> float:
        return self.canvas.w

    @property
    def h(self) -> float:
        return self.canvas.h

    @property
    def s(self) -> float:
        """The shorter side."""
        return min(self.w, self.h)

    @property
    def tall(self) -> bool:
        return self.canvas.portrait

    @property
    def tones(self) -> tuple[Colour, Colour, Colour]:
        return ("art1", "art2", "art3") if self.loud else ("art1", "art1", "art2")

    @property
    def way(self) -> int:
        """1 from left to right, -1 from right to left."""
        return -1 if self.canvas.rtl else 1

    @property
    def middle(self) -> tuple[float, float]:
        """Where a single motif stands."""
        x = self.w * (0.78 if self.tall else 0.82)
        return self.x(x), self.h * (0.24 if self.tall else 0.42)

    def x(self, x: float) -> float:
        return self.w - x if self.canvas.rtl else x

    def disc(
        self, x: float, y: float, r: float, fill: Colour | None, stroke: Stroke | None = None
    ) -> None:
        self.canvas.ellipse(Area(x - r, y - r, 2 * r, 2 * r), fill, stroke)

    def rect(self, x: float, y: float, w: float, h: float, fill: Colour) -> None:
        self.canvas.rect(Area(x, y, w, h), fill)

    def quarter(self, x: float, y: float, r: float, way: tuple[int, int], fill: Colour) -> None:
        """A quarter disc with its corner at x, y, opening towards `way` (signs of x and y)."""
        dx, dy = way[0] * r, way[1] * r
        commands: list[Command] = [
            ("M", (x, y)),
            ("L", (x + dx, y)),
            ("C", (x + dx, y + dy * KAPPA, x + dx * KAPPA, y + dy, x, y + dy)),
            ("Z", ()),
        ]
        self.canvas.path(commands, fill)
