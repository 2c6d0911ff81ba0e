"""Colours and gradients of a page, resolved once for every format that draws them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from quintet.domain.pages import Colour, Glow, Stop

FADE = (
    (0.0, 1.0),
    (0.15, 0.84),
    (0.3, 0.61),
    (0.45, 0.4),
    (0.6, 0.22),
    (0.75, 0.09),
    (0.88, 0.02),
    (1.0, 0.0),
)
"""
How a glow fades: from middle to edge, the share of its alpha that is left. It leaves flat, for
the eye sees a rim where a straight fade ends.
"""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one deck by token."""

    tokens: Mapping[str, str]

    def hex(self, colour: Colour) -> str:
        """ "#RRGGBB". A token the deck does not have is a KeyError."""
        return colour if colour.startswith("#") else self.tokens[colour]


def fade(glow: Glow) -> tuple[Stop, ...]:
    """The stops of a glow, from its middle to its edge."""
    return tuple(Stop(at, glow.colour, glow.alpha * share) for at, share in FADE)


def gradient_ends(
    angle: float, x: float, y: float, w: float, h: float
) -> tuple[float, float, float, float]:
    """
    Where a gradient at `angle` degrees clockwise from left-to-right begins and ends over a box:
    x1, y1, x2, y2. The corners get the first and the last stop (CSS Images 3, section 3.1.1).
    """
    turn = math.radians(angle)
    dx, dy = math.cos(turn), math.sin(turn)
    half = (abs(w * dx) + abs(h * dy)) / 2
    middle_x, middle_y = x + w / 2, y + h / 2
    return (
        middle_x - dx * half,
        middle_y - dy * half,
        middle_x + dx * half,
        middle_y + dy * half,
    )


def bounds(steps: tuple[tuple[str, tuple[float, ...]], ...]) -> tuple[float, float, float, float]:
    """The box round all points of a path: x, y, w, h. An empty path lies at 0, 0."""
    xs = [number for _, numbers in steps for number in numbers[::2]] or [0.0]
    ys = [number for _, numbers in steps for number in numbers[1::2]] or [0.0]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
