"""
Draw `examples/workshop-tartu.jpg`, the picture that the example report names.

An illustration of a furniture workshop in one-point perspective, drawn from shapes: no photograph,
nobody's work but this script's. Run by hand; its output is committed.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT, SCALE = 1600, 1200, 2
TARGET = Path(__file__).parents[1] / "examples/workshop-tartu.jpg"
VANISH = (0.58, 0.46)
FAR = 0.34
"""How large the far wall is, as a part of the picture."""

Point = tuple[float, float]


def at(x: float, y: float, depth: float) -> Point:
    """A point of the room (x, y from 0 to 1 on the front plane) at a depth from 0 to 1."""
    scale = 1 / (1 + depth * (1 / FAR - 1))
    vx, vy = VANISH
    across, down = vx + (x - vx) * scale, vy + (y - vy) * scale
    return across * WIDTH * SCALE, down * HEIGHT * SCALE


def mix(one: tuple[int, ...], other: tuple[int, ...], part: float) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def panel(
    draw: ImageDraw.ImageDraw, corners: Sequence[tuple[float, float, float]], fill: tuple[int, ...]
) -> None:
    draw.polygon([at(*corner) for corner in corners], fill=fill)


def room(draw: ImageDraw.ImageDraw) -> None:
    """Floor, walls and roof, in strips that grow lighter towards the windows at the end."""
    strips = 60
    for n in range(strips):
        near, far = n / strips, (n + 1) / strips
        floor = mix((104, 74, 52), (205, 170, 126), near)
        wall = mix((58, 70, 68), (150, 164, 152), near)
        roof = mix((44, 40, 38), (120, 104, 86), near)
        panel(draw, [(0, 1, near), (1, 1, near), (1, 1, far), (0, 1, far)], floor)
        panel(draw, [(0, 0, near), (0, 1, near), (0, 1, far), (0, 0, far)], wall)
        darker = mix(wall, (20, 30, 30), 0.22)
        panel(draw, [(1, 0, near), (1, 1, near), (1, 1, far), (1, 0, far)], darker)
        panel(draw, [(0, 0, near), (1, 0, near), (1, 0, far), (0, 0, far)], roof)
    panel(draw, [(0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)], (176, 182, 164))


def windows(draw: ImageDraw.ImageDraw) -> None:
    for n in range(4):
        left = 0.07 + n * 0.225
        glass = [(left, 0.14, 1), (left + 0.185, 0.14, 1), (left + 0.185, 0.62, 1), (left, 0.62, 1)]
        panel(draw, glass, (255, 243, 208))
    for n in range(5):
        near = 0.1 + n * 0.17
        tall = [(0, 0.16, near), (0, 0.16, near + 0.1), (0, 0.56, near + 0.1), (0, 0.56, near)]
        panel(draw, tall, mix((214, 210, 184), (255, 243, 208), near))


def beams(draw: ImageDraw.ImageDraw) -> None:
    for n in range(8):
        near = 0.02 + (7 - n) * 0.125
        wood = mix((92, 62, 40), (196, 158, 112), near)
        panel(draw, [(0, 0.03, near), (1, 0.03, near), (1, 0.085, near), (0, 0.085, near)], wood)
        for x in (0.22, 0.5, 0.78):
            panel(
                draw,
                [(x - 0.012, 0, near), (x + 0.012, 0, near), (x + 0.012, 0.03, near),
                 (x - 0.012, 0.03, near)],
                wood,
            )  # fmt: skip


def timber(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    """Stacks of boards along the right wall, the far ones first."""
    for stack in range(5):
        near = 0.86 - stack * 0.17
        for board in range(9 - stack % 3):
            top = 1 - 0.036 * (board + 1)
            tone = chance.uniform(-0.1, 0.1)
            face = mix((176, 128, 82), (226, 190, 142), max(0.0, min(1.0, near + tone)))
            side = mix(face, (60, 40, 26), 0.35)
            front = [(0.76, top, near), (0.985, top, near), (0.985, top + 0.031, near),
                     (0.76, top + 0.031, near)]  # fmt: skip
            flank = [(0.76, top, near), (0.76, top, near + 0.12), (0.76, top + 0.031, near + 0.12),
                     (0.76, top + 0.031, near)]  # fmt: skip
            lid = [(0.76, top, near), (0.985, top, near), (0.985, top, near + 0.12),
                   (0.76, top, near + 0.12)]  # fmt: skip
            panel(draw, lid, mix(face, (255, 236, 200), 0.35))
            panel(draw, flank, side)
            panel(draw, front, face)


def benches(draw: ImageDraw.ImageDraw) -> None:
    """Work benches on the left, and a shelf half built on the nearest."""
    for n in range(4):
        near = 0.78 - n * 0.2
        wood = mix((124, 84, 54), (206, 164, 116), near)
        for x in (0.14, 0.46):
            leg = [(x, 0.76, near), (x + 0.02, 0.76, near), (x + 0.02, 1, near), (x, 1, near)]
            panel(draw, leg, mix(wood, (40, 28, 20), 0.4))
        panel(
            draw,
            [
                (0.12, 0.73, near),
                (0.5, 0.73, near),
                (0.5, 0.73, near + 0.1),
                (0.12, 0.73, near + 0.1),
            ],
            mix(wood, (255, 236, 200), 0.3),
        )
        panel(
            draw,
            [(0.12, 0.73, near), (0.5, 0.73, near), (0.5, 0.77, near), (0.12, 0.77, near)],
            wood,
        )
        if n == 3:
            shelf(draw, near + 0.04)


def shelf(draw: ImageDraw.ImageDraw, near: float) -> None:
    pale, edge = (236, 208, 164), (168, 122, 78)
    for x in (0.19, 0.43):
        side = [(x, 0.42, near), (x + 0.014, 0.42, near), (x + 0.014, 0.73, near), (x, 0.73, near)]
        panel(draw, side, edge)
    for y in (0.43, 0.53, 0.63, 0.72):
        board = [
            (0.19, y, near),
            (0.444, y, near),
            (0.444, y + 0.012, near),
            (0.19, y + 0.012, near),
        ]
        panel(draw, board, pale)


def light(picture: Image.Image) -> Image.Image:
    """Sun through the end windows: on the floor, and in the air."""
    glow = Image.new("RGB", picture.size, (0, 0, 0))
    draw = ImageDraw.Draw(glow)
    for n in range(4):
        left = 0.07 + n * 0.225
        beam = [
            (left, 1, 0.95),
            (left + 0.16, 1, 0.95),
            (left + 0.02, 1, 0.3),
            (left - 0.2, 1, 0.3),
        ]
        draw.polygon([at(*corner) for corner in beam], fill=(92, 74, 38))
    soft = glow.filter(ImageFilter.GaussianBlur(22 * SCALE))
    haze = Image.new("RGB", picture.size, (0, 0, 0))
    x, y = VANISH[0] * WIDTH * SCALE, 0.42 * HEIGHT * SCALE
    size = 420 * SCALE
    ImageDraw.Draw(haze).ellipse((x - size, y - size * 0.7, x + size, y + size * 0.7), (74, 60, 34))
    haze = haze.filter(ImageFilter.GaussianBlur(150 * SCALE))
    return _added(_added(picture, soft), haze)


def _added(picture: Image.Image, glow: Image.Image) -> Image.Image:
    from PIL import ImageChops

    return ImageChops.add(picture, glow)


def main() -> None:
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
    draw = ImageDraw.Draw(picture)
    room(draw)
    windows(draw)
    beams(draw)
    timber(draw, random.Random(7))
    benches(draw)
    lit = light(picture).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    lit.save(TARGET, quality=86, optimize=True)
    print(TARGET.name, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
