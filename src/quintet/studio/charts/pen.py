"""The pen: shapes and one-line labels of a chart, placed by their left, middle or right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from quintet.domain.pages import Colour, Command, Ellipse, Path, Rect, Role, Stroke

if TYPE_CHECKING:  # The layouts that draw charts import this part.
    from quintet.studio.layout.canvas import Canvas

Edge = Literal["left", "center", "right"]
Rounded = Literal["top", "bottom", "left", "right"]

SPARE = 1.04
"""A label's box is this much wider than its words, so that no renderer breaks its one line."""

CURVE = 0.5523
"""How far a quarter circle's control points reach, in radii."""


class Pen:
    """
    Draws on a canvas. A chart keeps its direction in right-to-left decks, so left is left here;
    bar charts, which do turn round, mirror themselves.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.caption = canvas.size("caption")
        self.floor = canvas.floor("caption")
        self.k = canvas.k

    def width(self, text: str, size: float, *, bold: bool = False, tabular: bool = False) -> float:
        """The width of a label's box; where all figures are one width, as if they were zeros."""
        role = _role(bold)
        wide = self.canvas.width(text, role, size)
        if tabular:
            wide = max(wide, self.canvas.width(re.sub(r"\d", "0", text), role, size))
        return wide * SPARE

    def widest(
        self, texts: Iterable[str], size: float, *, bold: bool = False, tabular: bool = False
    ) -> float:
        """The width of the widest label's box; 0 without labels."""
        return max(
            (self.width(text, size, bold=bold, tabular=tabular) for text in texts), default=0.0
        )

    def height(self, size: float, *, bold: bool = False) -> float:
        """The height of a label's line box."""
        return self.canvas.prepare("0", _role(bold)).pitch * size

    def label(
        self,
        x: float,
        y: float,
        text: str,
        edge: Edge,
        size: float,
        *,
        colour: Colour = "muted",
        bold: bool = False,
        tabular: bool = False,
    ) -> None:
        """One line whose box has its left edge, middle or right edge at x, and its top at y."""
        w = self.width(text, size, bold=bold, tabular=tabular)
        left = {"left": x, "center": x - w / 2, "right": x - w}[edge]
        self.words(left, y, w, text, edge, size, colour=colour, bold=bold, tabular=tabular)

    def words(
        self,
        x: float,
        y: float,
        w: float,
        text: str,
        edge: Edge,
        size: float,
        *,
        colour: Colour = "muted",
        bold: bool = False,
        tabular: bool = False,
    ) -> float:
        """Words in a column from x to x + w, and how high they came out."""
        box = self.canvas.lettered(
            x, y, w, text, _role(bold), size=size, colour=colour, tabular=tabular
        )
        if box is None:
            return 0.0
        rtl = self.canvas.rtl and reads_leftwards(text)
        self.canvas.boxes.append(replace(box, align=edge, rtl=rtl))
        return box.h

    def lines(self, text: str, w: float, size: float, *, bold: bool = False) -> int:
        """In how many lines a column of `w` sets the text; 0 where a word is wider than it."""
        prepared = self.canvas.prepare(text, _role(bold))
        if prepared.longest * size > w * 0.98:
            return 0
        return len(prepared.cuts(0, w, size)) if prepared.paragraphs else 1

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: Colour) -> None:
        """A hairline of the grid, or the muted line of zero."""
        width = max(0.75, self.k) if colour != "line" else 0.75 * max(0.8, self.k)
        self.canvas.line(x1, y1, x2, y2, colour, width)

    def square(self, x: float, y: float, side: float, colour: Colour) -> None:
        """A legend's mark."""
        radius = side * 0.25 if self.canvas.theme.shape.radius else 0.0
        tone = self.canvas.tone(colour)
        self.canvas.boxes.append(Rect(x, y, side, side, tone, radius=radius))

    def block(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        self.canvas.boxes.append(Rect(x, y, w, h, self.canvas.tone(colour)))

    def path(
        self, commands: tuple[Command, ...], fill: Colour | None, stroke: Stroke | None = None
    ) -> None:
        self.canvas.path(commands, fill, stroke)

    def dot(self, x: float, y: float, colour: Colour) -> None:
        """A round mark of 9 points with its middle at x, y, cut out of the card."""
        d = 9 * self.k
        ring = Stroke(self.canvas.tone("bg"), 2 * self.k)
        self.canvas.boxes.append(
            Ellipse(x - d / 2, y - d / 2, d, d, self.canvas.tone(colour), ring)
        )

    def bar(self, x: float, y: float, w: float, h: float, colour: Colour, rounded: Rounded) -> None:
        """A column or bar, rounded at its far end as the theme rounds its panels."""
        thick = w if rounded in ("top", "bottom") else h
        long = h if rounded in ("top", "bottom") else w
        r = min(self.canvas.radius * 0.3, thick * 0.18, long)
        tone = self.canvas.tone(colour)
        if r <= 0.1:
            self.canvas.boxes.append(Rect(x, y, w, max(h, 0.0), tone))
        else:
            self.canvas.boxes.append(Path(_rounded(x, y, w, h, r, rounded), tone))


def reads_leftwards(text: str) -> bool:
    """Whether a label has Arabic or Hebrew letters; "−€3" and "2 m²" keep their own direction."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def _role(bold: bool) -> Role:
    return "label" if bold else "caption"


def _rounded(
    x: float, y: float, w: float, h: float, r: float, side: Rounded
) -> tuple[Command, ...]:
    """A rectangle with two round corners: drawn for "top", and turned for the other sides."""
    far, near, half = (w, h, r * (1 - CURVE))

    def turn(u: float, v: float) -> tuple[float, float]:
        match side:
            case "top":
                return x + u, y + v
            case "bottom":
                return x + w - u, y + h - v
            case "right":
                return x + w - v, y + u
            case _:
                return x + v, y + h - u

    if side in ("left", "right"):
        far, near = h, w
    return (
        ("M", turn(0, near)),
        ("L", turn(0, r)),
        ("C", (*turn(0, half), *turn(half, 0), *turn(r, 0))),
        ("L", turn(far - r, 0)),
        ("C", (*turn(far - half, 0), *turn(far, half), *turn(far, r))),
        ("L", turn(far, near)),
        ("Z", ()),
    )
