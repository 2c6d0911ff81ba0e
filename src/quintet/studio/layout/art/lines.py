"""Art of lines and fades."""

from __future__ import annotations

from quintet.domain.pages import Command, Gradient, Stop
from quintet.studio.layout.area import Area
from quintet.studio.layout.art.easel import Easel


def rings(easel: Easel) -> None:
    """Seven circles round one place."""
    _, middle, strong = easel.tones
    x, y = easel.middle
    for i in range(7):
        stroke = easel.canvas.stroke(strong if i % 3 == 0 else middle, 1.4 * easel.canvas.k)
        easel.disc(x, y, easel.s * (0.10 + 0.085 * i), None, stroke)
    if easel.loud:
        easel.disc(x, y, easel.s * 0.045, strong)


def glow(easel: Easel) -> None:
    """Two fades and a field of dots."""
    w, h, s = easel.w, easel.h, easel.s
    part = 1.0 if easel.loud else 0.6
    easel.canvas.glow(easel.x(w * 0.86), h * 0.2, s * 0.62, "accent2", 0.5 * part)
    easel.canvas.glow(easel.x(w * 0.98), h * 0.78, s * 0.52, "accent1", 0.34 * part)
    top = 0.06 if easel.tall else 0.16
    for i in range(6):
        for j in range(7):
            x = easel.x(w * 0.70 + i * s * 0.055)
            easel.disc(x, h * top + j * s * 0.055, s * 0.0045, easel.tones[2])


def stripes(easel: Easel) -> None:
    """Six slanted bars."""
    light, middle, strong = easel.tones
    wide, slant = easel.way * easel.s * 0.05, easel.way * easel.h * 0.5
    for i in range(6):
        foot = easel.x(easel.w * 0.62 + i * easel.s * 0.14)
        bar: list[Command] = [
            ("M", (foot + slant, 0)),
            ("L", (foot + slant + wide, 0)),
            ("L", (foot + wide, easel.h)),
            ("L", (foot, easel.h)),
            ("Z", ()),
        ]
        easel.canvas.path(bar, strong if i == 2 else middle if i % 2 else light)


def frame(easel: Easel) -> None:
    """Two thin frames inside the edge; text stands in their middle."""
    canvas = easel.canvas
    page, u = Area(0, 0, easel.w, easel.h), canvas.u
    canvas.rect(page.inset(3 * u), None, 0, canvas.stroke("art3", 0.9 * canvas.k))
    canvas.rect(page.inset(3.9 * u), None, 0, canvas.stroke("art2", 0.6 * canvas.k))


def veil(easel: Easel) -> None:
    """A gradient with two fades."""
    w, h, s = easel.w, easel.h, easel.s
    stops = (Stop(0, "stage"), Stop(0.62, "#3A1B78"), Stop(1, "#8A2F8F"))
    if not easel.loud:
        stops = (Stop(0, "stage"), Stop(0.7, "stage"), Stop(1, "#3A1B78"))
    easel.canvas.rect(Area(0, 0, w, h), Gradient(145 if easel.canvas.rtl else 35, stops))
    part = 1.0 if easel.loud else 0.5
    easel.canvas.glow(easel.x(w * 0.9), h * 0.12, s * 0.6, "accent1", 0.42 * part)
    easel.canvas.glow(easel.x(w * 0.66), h * 1.02, s * 0.5, "accent2", 0.26 * part)
