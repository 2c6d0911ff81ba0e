"""Sheets: the nine card sizes, their twelve-column grids and their type scales. In points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quintet.domain.deck import CardSize

ScaleName = Literal["screen", "screen43", "page", "page+", "social-", "social", "social+"]


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of type by role, the floors no text goes below, and `k`, a stroke's growth."""

    foot: float
    caption: float
    small: float
    body: float
    lead: float
    h3: float
    title: float
    display: float
    figure: float
    body_floor: float
    caption_floor: float
    k: float

    def times(self, factor: float) -> Scale:
        """All sizes larger by a factor; the floors and strokes stay."""
        names = ("foot", "caption", "small", "body", "lead", "h3", "title", "display", "figure")
        return replace(self, **{name: getattr(self, name) * factor for name in names})


SCALES: Mapping[ScaleName, Scale] = {
    "screen": Scale(11, 13, 15, 18, 22, 20, 36, 64, 104, 14, 11, 1),
    "screen43": Scale(11, 12.5, 14.5, 17, 20, 19, 31, 52, 88, 14, 11, 0.9),
    "page": Scale(8, 9, 9.5, 10.5, 13, 12.5, 20, 42, 64, 9.5, 8, 0.6),
    "page+": Scale(9, 10, 11, 12.5, 15, 14.5, 24, 46, 72, 11, 9, 0.7),
    "social-": Scale(22, 24, 30, 34, 40, 38, 64, 100, 200, 30, 24, 1.9),
    "social": Scale(22, 26, 32, 40, 46, 44, 76, 112, 230, 34, 26, 2.1),
    "social+": Scale(24, 28, 34, 42, 50, 46, 84, 128, 270, 36, 28, 2.3),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One card size. `u` is the unit of vertical distances; content lives between `side`, `top` and
    `bottom` margins. `most` is the height a growing sheet may reach (the height itself: it does
    not grow).
    """

    name: CardSize
    w: float
    h: float
    u: float
    side: float
    top: float
    bottom: float
    gutter: float
    scale: ScaleName
    most: float = 0.0

    @property
    def column(self) -> float:
        """The width of one of the twelve columns."""
        return (self.w - 2 * self.side - 11 * self.gutter) / 12

    @property
    def portrait(self) -> bool:
        return self.name in ("1x1", "4x5", "9x16", "letter", "a4")

    @property
    def square(self) -> bool:
        """Portrait, but with little height to spare."""
        return self.portrait and self.h < 1.2 * self.w

    @property
    def paper(self) -> bool:
        """A sheet of a document: content starts at the top and flows."""
        return self.scale in ("page", "page+")

    @property
    def social(self) -> bool:
        return self.scale.startswith("social")

    @property
    def step(self) -> float:
        """By how much a growing sheet grows at a time."""
        return 12 * self.u


SHEETS: Mapping[CardSize, Sheet] = {
    "16x9": Sheet("16x9", 960, 540, 6, 60, 54, 54, 24, "screen"),
    "4x3": Sheet("4x3", 720, 540, 6, 48, 54, 54, 24, "screen43"),
    "fluid": Sheet("fluid", 960, 540, 6, 60, 54, 54, 24, "screen", most=1080),
    "pageless": Sheet("pageless", 720, 405, 6, 84, 60, 60, 24, "page+", most=2880),
    "letter": Sheet("letter", 612, 792, 6, 60, 66, 66, 12, "page"),
    "a4": Sheet("a4", 595.28, 841.89, 6, 57.64, 66, 66, 12, "page"),
    "1x1": Sheet("1x1", 1080, 1080, 12, 84, 96, 96, 24, "social-"),
    "4x5": Sheet("4x5", 1080, 1350, 12, 84, 108, 108, 24, "social"),
    "9x16": Sheet("9x16", 1080, 1920, 12, 84, 264, 348, 24, "social+"),
}
