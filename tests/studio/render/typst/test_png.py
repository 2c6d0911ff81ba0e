"""The pictures of pages: how many, how large, and that they show something."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from quintet.domain.deck import CardSize
from quintet.domain.pages import Pages
from quintet.studio.render.typst.png import render_images, render_png

SIZES: Mapping[CardSize, tuple[float, float, int, int]] = {
    "16x9": (960, 540, 1920, 1080),
    "4x3": (720, 540, 1440, 1080),
    "letter": (612, 792, 1275, 1650),
    "a4": (595.28, 841.89, 1240, 1754),
    "1x1": (1080, 1080, 1080, 1080),
    "4x5": (1080, 1350, 1080, 1350),
    "9x16": (1080, 1920, 1080, 1920),
}


def opened(packed: bytes) -> dict[str, Image.Image]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: Image.open(io.BytesIO(archive.read(name))) for name in archive.namelist()}


def test_a_zip_holds_one_picture_for_each_page(pages: Pages, pictures: Mapping[str, Path]) -> None:
    images = opened(render_png(pages, pictures))

    assert list(images) == ["01.png", "02.png", "03.png", "04.png"]
    assert [image.size for image in images.values()] == [(1920, 1080)] * 3 + [(1920, 1200)]
    assert all(len(image.convert("RGB").getcolors(1 << 22) or ()) > 20 for image in images.values())


def test_a_single_page_is_a_zip_too(pages: Pages, pictures: Mapping[str, Path]) -> None:
    one = replace(pages, pages=pages.pages[:1])

    assert list(opened(render_png(one, pictures))) == ["01.png"]


def test_names_grow_with_the_number_of_pages(pages: Pages) -> None:
    empty = replace(pages.pages[0], boxes=(), w=10.0, h=10.0)

    names = list(opened(render_png(replace(pages, pages=(empty,) * 100), {})))

    assert (names[0], names[-1]) == ("001.png", "100.png")


@pytest.mark.parametrize("size", SIZES)
def test_every_card_size_has_its_pixels(pages: Pages, size: CardSize) -> None:
    w, h, wide, high = SIZES[size]
    page = replace(pages.pages[0], boxes=(), w=w, h=h)

    (image,) = opened(render_png(replace(pages, pages=(page,), size=size), {})).values()

    assert image.size == (wide, high)


def test_previews_are_as_wide_as_asked(pages: Pages, pictures: Mapping[str, Path]) -> None:
    images = render_images(pages, pictures, 320)

    sizes = [Image.open(io.BytesIO(image)).size for image in images]
    assert sizes == [(320, 180)] * 3 + [(320, 200)]


def test_the_same_pages_give_the_same_zip(pages: Pages, pictures: Mapping[str, Path]) -> None:
    assert render_png(pages, pictures) == render_png(pages, pictures)
