"""Art of filled shapes."""

from __future__ import annotations

import math

from quintet.domain.pages import Colour, Command
from quintet.studio.layout.art.easel import KAPPA, Easel


def arcs(easel: Easel) -> None:
    """Quarter discs in the far lower corner; the upper one in portrait."""
    corner = 0.0 if easel.tall else easel.h
    way = (-easel.way, 1 if easel.tall else -1)
    for part, tone in zip((0.98, 0.72, 0.46), easel.tones, strict=True):
        easel.quarter(easel.x(easel.w), corner, easel.s * part, way, tone)


def columns(easel: Easel) -> None:
    """Seven rising bars at the far edge."""
    light, middle, strong = easel.tones
    count, wide = 7, easel.s * 0.055
    for i in range(count):
        high = easel.h * (0.18 + 0.09 * i + 0.05 * (i % 2)) * (0.42 if easel.tall else 1)
        x = easel.x(easel.w - (count - i) * wide * 1.55 - easel.canvas.u * 2)
        tone = strong if i == count - 1 else middle if i % 2 else light
        top = 0.0 if easel.tall else easel.h - high
        easel.rect(x - (wide if easel.canvas.rtl else 0), top, wide, high, tone)


def sun(easel: Easel) -> None:
    """A disc over two slopes."""
    light, middle, strong = easel.tones
    easel.disc(*easel.middle, easel.s * 0.27, strong)
    if easel.tall:
        return
    w, h, x = easel.w, easel.h, easel.x
    for i, tone in enumerate((middle, light)):
        base = h * (0.62 + 0.1 * i)
        end = (x(w * 0.62), h * (0.98 - 0.1 * i), x(w * 0.74), base + h * 0.02)
        slope: list[Command] = [
            ("M", (x(w * (0.46 + 0.1 * i)), h)),
            ("C", (*end, x(w), base - h * 0.06 * (1 - i))),
            ("L", (x(w), h)),
            ("Z", ()),
        ]
        easel.canvas.path(slope, tone)


def waves(easel: Easel) -> None:
    """Three bands along the foot."""
    light, middle, _ = easel.tones
    start, step, high, count = (0.86, 0.045, 0.02, 3) if easel.tall else (0.74, 0.09, 0.05, 4)
    for i, tone in enumerate((light, middle, middle)):
        phase = (1.2 if easel.tall else 0.9) * i + (0.0 if easel.tall else 0.4)
        _wave(easel, easel.h * (start + step * i), easel.h * high, count, phase, tone)


def _wave(easel: Easel, y: float, high: float, count: int, phase: float, tone: Colour) -> None:
    step = easel.w / count
    heights = [y + high * math.sin(phase + i * 1.9) for i in range(count + 1)]
    band: list[Command] = [("M", (0, easel.h)), ("L", (0, heights[0]))]
    for i in range(count):
        a, b = heights[i], heights[i + 1]
        band.append(("C", (step * (i + 0.5), a, step * (i + 0.5), b, step * (i + 1), b)))
    easel.canvas.path([*band, ("L", (easel.w, easel.h)), ("Z", ())], tone)


def blocks(easel: Easel) -> None:
    """Squares and quarter discs in a block at the far upper corner."""
    _, middle, strong = easel.tones
    way, w = easel.way, easel.w
    u = easel.s * (0.2 if easel.tall else 0.25)

    def square(column: float, row: float, wide: float, high: float, tone: Colour) -> None:
        x = easel.x(w - (3 - column) * u) - (wide if easel.canvas.rtl else 0)
        easel.rect(x, row * u, wide, high, tone)

    square(1, 0, 2 * u, u, middle)
    square(2, 1, u, u, "stage_ink" if easel.loud else strong)
    easel.quarter(easel.x(w - 3 * u), 2 * u, u, (way, -1), strong)
    if not easel.tall:
        easel.quarter(easel.x(w), 2 * u, 2 * u, (-way, 1), middle)
        square(0, 3, u, easel.h - 3 * u, strong)


FIELD: tuple[tuple[int, int, str, int], ...] = (
    (2, 0, "leaf", 0),
    (3, 0, "disc", 4),
    (1, 1, "disc", 1),
    (2, 1, "square", 4),
    (3, 1, "half", 3),
    (2, 2, "half", 2),
    (3, 2, "leaf", 1),
    (3, 3, "disc", 0),
    (3, 4, "square", 4),
    (2, 4, "leaf", 3),
    (1, 0, "leaf", 4),
)
"""Column, row, form and tone of the cells of `shapes`."""


def shapes(easel: Easel) -> None:
    """A field of discs, leaves and halves in several accents."""
    u = easel.s * (0.15 if easel.tall else 0.185)
    bright: tuple[Colour, ...] = ("accent1", "accent2", "accent4", "accent5", "art2")
    palette = bright if easel.loud else ("art1", "art2", "art1", "art2", "art1")
    for column, row, form, tone in FIELD:
        if easel.tall and row > 2:
            continue
        x = easel.x(easel.w - (4 - column) * u) - (u if easel.canvas.rtl else 0)
        _cell(easel, form, x, row * u, u, palette[tone])


def _cell(easel: Easel, form: str, x: float, y: float, u: float, tone: Colour) -> None:
    k, canvas = KAPPA, easel.canvas
    # Accents keep their own colours here, also on the stage.
    fill = canvas.theme.palette[tone]
    if form == "disc":
        easel.disc(x + u / 2, y + u / 2, u / 2, fill)
    elif form == "square":
        easel.rect(x, y, u, u, fill)
    elif form == "leaf":
        there = ("C", (x + u * k, y, x + u, y + u * (1 - k), x + u, y + u))
        back = ("C", (x + u * (1 - k), y + u, x, y + u * k, x, y))
        canvas.path([("M", (x, y)), there, back, ("Z", ())], fill)  # type: ignore[list-item]
    else:
        m = u / 2
        rise = ("C", (x, y + m - m * k, x + m - m * k, y, x + m, y))
        fall = ("C", (x + m + m * k, y, x + u, y + m - m * k, x + u, y + m))
        canvas.path([("M", (x, y + m)), rise, fall, ("Z", ())], fill)  # type: ignore[list-item]


def bubbles(easel: Easel) -> None:
    """Five discs round the motif's place."""
    light, middle, strong = easel.tones
    accent = "stage_accent" if easel.loud else light
    x, y = easel.middle
    for dx, dy, r, tone in (
        (0.0, 0.0, 0.30, middle),
        (-0.17, 0.34, 0.13, strong),
        (0.10, 0.42, 0.20, light),
        (-0.24, -0.16, 0.07, strong),
        (0.16, -0.34, 0.12, accent),
    ):
        easel.disc(x + dx * easel.s * easel.way, y + dy * easel.s, r * easel.s, tone)
