"""Pictures from outside: made a PNG or JPEG, or refused with a reason."""

from __future__ import annotations

import pickle
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from quintet.studio.pictures import BadPicture, PictureFacts, as_png_or_jpeg, read_picture

RED, BLUE = (200, 30, 40), (20, 30, 200)


def picture(path: Path, mode: str = "RGB", size: tuple[int, int] = (40, 20), **how: Any) -> Path:
    """A picture whose left half is red and whose right half is blue."""
    drawn = Image.new("RGB", size, RED)
    drawn.paste(BLUE, (size[0] // 2, 0, *size))
    drawn.convert(mode).save(path, **how)
    return path


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + name + content
        + struct.pack(">I", zlib.crc32(name + content))
    )  # fmt: skip


def png_of(width: int, height: int, content: bytes = b"") -> bytes:
    """A PNG that claims a size, whatever its pixels say."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(content)) + chunk(b"IEND", b"")
    )  # fmt: skip


def fit(source: Path, folder: Path) -> tuple[Path, PictureFacts]:
    return folder / "fit", as_png_or_jpeg(source, folder / "fit")


def near(seen: Any, meant: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(seen[:3], meant, strict=True))


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.load()
        return picture


@pytest.mark.parametrize(
    ("name", "mode", "becomes"),
    [
        ("a.png", "RGB", "png"),
        ("a.png", "P", "png"),
        ("a.png", "1", "png"),
        ("a.png", "LA", "png"),
        ("a.png", "I;16", "png"),
        ("a.jpg", "RGB", "jpeg"),
        ("a.jpg", "L", "jpeg"),
        ("a.jpg", "CMYK", "jpeg"),
        ("a.gif", "P", "png"),
        ("a.webp", "RGB", "jpeg"),
        ("a.webp", "RGBA", "jpeg"),
        ("a.avif", "RGB", "jpeg"),
        ("a.avif", "RGBA", "jpeg"),
    ],
)
def test_every_kind_we_read_becomes_what_renderers_take(
    tmp_path: Path, name: str, mode: str, becomes: str
) -> None:
    source = picture(tmp_path / name, mode)

    path, facts = fit(source, tmp_path)

    assert facts == PictureFacts(40, 20, becomes)  # type: ignore[arg-type]
    assert opened(path).format == becomes.upper()
    assert read_picture(path) == facts
    assert opened(path).mode in ("L", "LA", "RGB", "RGBA")


def test_colours_survive_where_the_kind_can_hold_them(tmp_path: Path) -> None:
    for name, mode in (("a.png", "RGB"), ("a.gif", "RGB"), ("a.jpg", "CMYK"), ("a.avif", "RGB")):
        path, _ = fit(picture(tmp_path / name, mode), tmp_path)

        seen = opened(path).convert("RGB")
        assert near(seen.getpixel((5, 10)), RED)
        assert near(seen.getpixel((35, 10)), BLUE)


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    Image.new("I;16", (8, 8), 0x8000).save(tmp_path / "a.png")

    path, _ = fit(tmp_path / "a.png", tmp_path)

    assert opened(path).getpixel((4, 4)) == 128


def test_transparency_is_kept(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(tmp_path / "a.webp", lossless=True)
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(tmp_path / "a.avif")
    Image.new("P", (8, 8), 0).save(tmp_path / "b.png", transparency=0)

    for name in ("a.webp", "a.avif", "b.png"):
        path, _ = fit(tmp_path / name, tmp_path)
        assert opened(path).convert("RGBA").getpixel((4, 4))[3] == 0  # type: ignore[index]


def test_a_camera_held_sideways_gives_an_upright_picture_without_its_metadata(
    tmp_path: Path,
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    source = picture(tmp_path / "a.jpg", exif=exif, comment=b"secret", quality=95)

    assert read_picture(source) == PictureFacts(20, 40, "jpeg")
    path, facts = fit(source, tmp_path)

    upright = opened(path)
    assert (facts.width, facts.height) == upright.size == (20, 40)
    assert near(upright.getpixel((10, 5)), RED)
    assert not upright.getexif()
    assert b"secret" not in path.read_bytes()
    assert b"Maker" not in path.read_bytes()


def test_what_is_large_is_made_smaller_and_what_is_small_is_left(tmp_path: Path) -> None:
    large = picture(tmp_path / "a.jpg", size=(6000, 1500))
    narrow = picture(tmp_path / "b.png", "L", size=(9000, 2))

    assert fit(large, tmp_path)[1] == PictureFacts(2560, 640, "jpeg")
    assert fit(narrow, tmp_path)[1] == PictureFacts(2560, 1, "png")


def test_of_a_moving_picture_the_first_frame_is_taken(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, BLUE)]
    for name in ("a.gif", "a.webp"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:])

        path, _ = fit(tmp_path / name, tmp_path)

        assert near(opened(path).convert("RGB").getpixel((4, 4)), RED)


def test_a_colour_profile_is_turned_into_srgb_and_a_broken_one_passed_over(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (lab, b"no profile"):
        source = picture(tmp_path / "a.png", icc_profile=profile)

        path, _ = fit(source, tmp_path)

        assert "icc_profile" not in opened(path).info
        assert near(opened(path).getpixel((5, 10)), RED)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no picture of a known kind"),
        (b"<html><body>Not found</body></html>", "no picture of a known kind"),
        (b"%PDF-1.7", "no picture of a known kind"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "no picture of a known kind"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG is not supported"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg/>', "SVG is not supported"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC is not supported"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC is not supported"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", "damaged"),
        (b"\x89PNG\r\n\x1a\nrubbish", "damaged"),
        (b"\xff\xd8\xff\xe0rubbish", "damaged"),
        (b"GIF89arubbish", "damaged"),
        (b"RIFF\0\0\0\0WEBPrubbish", "damaged"),
        (png_of(40_000, 40_000), "more than 50 million pixels"),
        (png_of(2**31 - 1, 2**31 - 1), "more than 50 million pixels"),
        (png_of(10_000, 5_001), "more than 50 million pixels"),
        (png_of(0, 0), "damaged"),
        (png_of(100, 100, b"too little"), "damaged"),
    ],
    ids=range(18),
)
def test_what_cannot_be_used_is_told_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    source = tmp_path / "file"
    source.write_bytes(content)

    with pytest.raises(BadPicture, match=why) as unfit:
        as_png_or_jpeg(source, tmp_path / "fit")

    # It comes from a child process.
    assert str(pickle.loads(pickle.dumps(unfit.value))) == str(unfit.value)
    assert not list(tmp_path.glob("fit*"))


def test_a_truncated_picture_is_not_half_shown(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg", "a.webp", "a.avif"):
        source = picture(tmp_path / name, size=(300, 300))
        source.write_bytes(source.read_bytes()[:-60])

        with pytest.raises(BadPicture, match="damaged"):
            as_png_or_jpeg(source, tmp_path / "fit")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 2000), rubbish=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_gives_a_picture_or_a_reason_and_nothing_else(
    tmp_path: Path, name: str, place: int, rubbish: bytes
) -> None:
    source = picture(tmp_path / name, size=(64, 64))
    content = bytearray(source.read_bytes())
    place %= len(content)
    content[place : place + len(rubbish)] = rubbish
    source.write_bytes(content)

    try:
        facts = as_png_or_jpeg(source, tmp_path / "fit")
    except BadPicture:
        return

    assert opened(tmp_path / "fit").size == (facts.width, facts.height)
