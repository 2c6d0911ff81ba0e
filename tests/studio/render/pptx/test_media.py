"""Pictures in the file: read by PowerPoint, upright, and cropped to their slot."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from quintet.domain.pages import Glow, Pages, Picture
from quintet.studio.render.pptx import render_pptx

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

TakeApart = Callable[[bytes], "Package"]
One = Callable[..., Pages]

SIDEWAYS = 6
"""Exif's word for a camera turned to the right."""


def picture_in(package: Package) -> tuple[str, Image.Image]:
    """The name and the content of the one picture of a file."""
    (name,) = (name for name in package.parts if name.startswith("ppt/media/"))
    return name, Image.open(io.BytesIO(package.parts[name]))


@pytest.mark.parametrize(
    ("mode", "kept"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("L", "JPEG"), ("P", "JPEG")]
)
def test_a_picture_powerpoint_cannot_read_is_redrawn(
    mode: str, kept: str, one: One, take_apart: TakeApart, tmp_path: Path
) -> None:
    file = tmp_path / "photo"
    Image.new(mode, (40, 20)).save(file, "TIFF" if mode == "P" else "WEBP")

    package = take_apart(render_pptx(one(Picture(0, 0, 40, 20, "photo")), {"photo": file}))

    name, found = picture_in(package)
    assert (found.format, found.size) == (kept, (40, 20))
    assert name.endswith(kept.lower())


def test_a_photograph_taken_sideways_is_put_upright(
    one: One, take_apart: TakeApart, tmp_path: Path
) -> None:
    file, facts = tmp_path / "photo", Image.Exif()
    facts[0x0112] = SIDEWAYS
    Image.new("RGB", (40, 20)).save(file, "JPEG", exif=facts)

    package = take_apart(render_pptx(one(Picture(0, 0, 20, 40, "photo")), {"photo": file}))

    assert picture_in(package)[1].size == (20, 40)


def test_a_plain_photograph_is_kept_byte_for_byte(
    one: One, take_apart: TakeApart, tmp_path: Path
) -> None:
    file = tmp_path / "photo"
    Image.new("RGB", (40, 20)).save(file, "JPEG")

    package = take_apart(render_pptx(one(Picture(0, 0, 40, 20, "photo")), {"photo": file}))

    assert file.read_bytes() in package.parts.values()


def test_what_is_no_picture_leaves_its_place(
    one: One, take_apart: TakeApart, tmp_path: Path
) -> None:
    file = tmp_path / "photo"
    file.write_text("<html>Not found</html>")

    package = take_apart(render_pptx(one(Picture(0, 0, 9, 9, "photo", alt="X")), {"photo": file}))

    assert package.slide(1).find(".//{*}pic") is None
    assert package.slide(1).find(".//{*}cNvPr[@descr='X']") is not None


def test_a_crop_and_round_corners_are_powerpoints_own(
    one: One, take_apart: TakeApart, tmp_path: Path
) -> None:
    file = tmp_path / "photo"
    Image.new("RGB", (40, 20)).save(file, "PNG")
    box = Picture(0, 0, 100, 50, "photo", (0.25, 0.0, 0.125, 0.0), radius=10)

    slide = take_apart(render_pptx(one(box), {"photo": file})).slide(1)

    assert dict(slide.find(".//{*}srcRect").attrib) == {"l": "25000", "r": "12500"}
    assert slide.find(".//{*}pic//{*}prstGeom").get("prst") == "roundRect"
    assert slide.find(".//{*}pic//{*}gd").get("fmla") == "val 20000"


def test_a_glow_fades_from_its_middle_to_nothing_at_its_edge(
    one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(Glow(0, 0, 200, 200, "accent1", 0.5)), {}))

    alpha = picture_in(package)[1].getchannel("A")
    middle = alpha.width // 2
    assert alpha.getpixel((middle, middle)) == pytest.approx(128, abs=2)
    assert alpha.getpixel((0, middle)) == pytest.approx(0, abs=2)
    assert alpha.getpixel((0, 0)) == 0
