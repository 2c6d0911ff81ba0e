"""Free shapes: a path as PowerPoint's custom geometry, in a frame that just holds it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quintet.domain.pages import Command
from quintet.studio.render.pptx.markup import emu

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Left, top, width, height."""


def frame(commands: Sequence[Command]) -> Frame:
    """The smallest frame round a path; curves bulge only as far as they really go."""
    points = list(touched(commands)) or [(0.0, 0.0)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def touched(commands: Iterable[Command]) -> Iterable[Point]:
    """Points whose frame is the path's: ends, and where a curve turns back."""
    here: Point = (0.0, 0.0)
    for kind, numbers in commands:
        if kind == "Z":
            continue
        end = (numbers[-2], numbers[-1])
        if kind == "C":
            xs = (here[0], numbers[0], numbers[2], end[0])
            ys = (here[1], numbers[1], numbers[3], end[1])
            yield from ((at(xs, t), at(ys, t)) for t in (*turns(xs), *turns(ys)))
        yield end
        here = end


def at(p: Sequence[float], t: float) -> float:
    """One coordinate of a cubic curve at `t`."""
    s = 1 - t
    return s**3 * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t**3 * p[3]


def turns(p: Sequence[float]) -> list[float]:
    """Where between its ends one coordinate of a cubic curve turns back."""
    a = 3 * (p[3] - 3 * p[2] + 3 * p[1] - p[0])
    b = 6 * (p[2] - 2 * p[1] + p[0])
    c = 3 * (p[1] - p[0])
    if abs(a) < 1e-9:
        roots = [-c / b] if abs(b) > 1e-9 else []
    else:
        inside = b * b - 4 * a * c
        root = math.sqrt(inside) if inside >= 0 else None
        roots = [] if root is None else [(-b + root) / (2 * a), (-b - root) / (2 * a)]
    return [t for t in roots if 0 < t < 1]


def custom(commands: Sequence[Command], within: Frame, *, filled: bool) -> str:
    """The geometry element; the path's own coordinates are EMU from the frame's corner."""
    left, top, width, height = within
    steps = "".join(step(command, left, top) for command in commands)
    fill = "" if filled else ' fill="none"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(width)}" h="{emu(height)}"{fill}>{steps}</a:path></a:pathLst>'
        "</a:custGeom>"
    )


NAMES = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def step(command: Command, left: float, top: float) -> str:
    kind, numbers = command
    if kind == "Z":
        return "<a:close/>"
    points = "".join(
        f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>'
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    return f"<a:{NAMES[kind]}>{points}</a:{NAMES[kind]}>"
