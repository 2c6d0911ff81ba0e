"""Pictures on a page: of any kind, cropped and rounded as the layout says."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from quintet.domain.pages import Box, Pages, Picture
from quintet.studio.render.typst.png import render_images

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
KINDS = ("PNG", "JPEG", "GIF", "WEBP")


def flag(file: Path, kind: str) -> Path:
    """Red on the left, blue on the right; its name says nothing of its kind."""
    image = Image.new("RGB", (40, 20), RED)
    image.paste(BLUE, (20, 0, 40, 20))
    image.save(file, kind)
    return file


def shown(pages: Pages, box: Box, files: dict[str, Path]) -> Image.Image:
    """A page of 100 by 100 points with one box, a pixel to a point."""
    page = replace(pages.pages[0], w=100.0, h=100.0, fill="bg", boxes=(box,))
    (image,) = render_images(replace(pages, pages=(page,)), files, 100)
    return Image.open(io.BytesIO(image)).convert("RGB")


def near(image: Image.Image, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return all(abs(a - b) < 24 for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_is_shown_whatever_its_kind(pages: Pages, tmp_path: Path, kind: str) -> None:
    image = shown(pages, Picture(10, 10, 80, 40, "flag"), {"flag": flag(tmp_path / "flag", kind)})

    assert near(image, 20, 30, RED)
    assert near(image, 80, 30, BLUE)
    assert near(image, 5, 30, WHITE)
    assert near(image, 50, 55, WHITE)


def test_a_drawing_is_shown_too(pages: Pages, tmp_path: Path) -> None:
    file = tmp_path / "drawing"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4">'
        '<rect width="4" height="4" fill="#00f"/></svg>'
    )

    assert near(shown(pages, Picture(10, 10, 80, 80, "it"), {"it": file}), 50, 50, BLUE)


def test_what_is_cropped_is_not_seen(pages: Pages, tmp_path: Path) -> None:
    box = Picture(10, 10, 80, 80, "flag", crop=(0.5, 0.0, 0.0, 0.0))

    image = shown(pages, box, {"flag": flag(tmp_path / "flag", "PNG")})

    assert near(image, 16, 50, BLUE)
    assert near(image, 84, 50, BLUE)
    assert near(image, 5, 50, WHITE)


def test_corners_are_round(pages: Pages, tmp_path: Path) -> None:
    box = Picture(10, 10, 80, 80, "flag", radius=40)

    image = shown(pages, box, {"flag": flag(tmp_path / "flag", "PNG")})

    assert near(image, 12, 12, WHITE)
    assert near(image, 30, 50, RED)
