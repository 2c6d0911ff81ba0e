"""
Pictures from outside: looked at with suspicion, and made fit for every renderer.

To be called in a child process: a decoder is what a hostile file attacks.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageCms, ImageOps

from quintet.domain.errors import QuintetError

PictureFormat = Literal["png", "jpeg", "gif", "webp", "avif"]

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2560
"""Pixels: enough for a card on a 4K screen, where it fills two thirds of it."""
JPEG_QUALITY = 90
SHRINKABLE = frozenset({"L", "RGB", "RGBA", "CMYK"})
"""Modes whose pixels can be averaged: not those of a palette."""
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held; from 5 on, width and height change places."""


class BadPicture(QuintetError):
    """A picture that cannot be used. The message says why, and is safe to show."""

    code = "bad_picture"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture as it is seen, its rotation applied: pixels, and how its file is written."""

    width: int
    height: int
    format: PictureFormat


def read_picture(path: Path) -> PictureFacts:
    """What a file says of itself, before its pixels are decoded. Raises BadPicture."""
    with _opened(path) as (picture, format_):
        width, height = picture.size
        turned = picture.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)
    return PictureFacts(height, width, format_) if turned else PictureFacts(width, height, format_)


def as_png_or_jpeg(source: Path, target: Path) -> PictureFacts:
    """
    Write a picture anew: the first frame, upright, in sRGB, at most 2560 pixels a side, and
    without metadata. PNG and GIF, and whatever can be seen through, become a PNG, the rest a
    JPEG; the facts are those of the new file. Raises BadPicture.
    """
    with _opened(source) as (picture, format_):
        if format_ == "jpeg":
            # The decoder skips what the smaller picture will not need.
            picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        if picture.mode in SHRINKABLE:
            # First of all, so that what follows needs little memory.
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        upright = _plain(_in_srgb(ImageOps.exif_transpose(picture)))
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        flat = format_ in ("png", "gif") or "A" in upright.getbands()
        upright.info.clear()  # What Pillow would carry over: EXIF, profiles, comments.
        if flat:
            upright.save(target, "PNG", compress_level=4)
        else:
            upright.save(target, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    return PictureFacts(*upright.size, "png" if flat else "jpeg")


def format_of(head: bytes) -> PictureFormat:
    """How a picture is written, by its first bytes. Raises BadPicture for what we do not read."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in text:
        raise BadPicture("SVG is not supported.")
    raise BadPicture("it is no picture of a known kind.")


def _of_brands(head: bytes) -> PictureFormat:
    """A file of ISO 14496-12: its brands stand, four letters each, in the first box."""
    box = head[8 : int.from_bytes(head[:4], "big")]
    brands = {box[place : place + 4] for place in range(0, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}:
        raise BadPicture("HEIC is not supported.")
    raise BadPicture("it is no picture of a known kind.")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Image.Image, PictureFormat]]:
    with path.open("rb") as file:
        format_ = format_of(file.read(4096))
    try:
        with warnings.catch_warnings():
            # Of a damaged file Pillow only warns, where it can go on.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=[format_.upper()]) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise BadPicture("it has more than 50 million pixels.")
                yield picture, format_
    except BadPicture:
        raise
    except Image.DecompressionBombError as error:
        raise BadPicture("it has more than 50 million pixels.") from error
    except MemoryError as error:
        raise BadPicture("it needs too much memory.") from error
    except Exception as error:
        # What a decoder raises for a file made to confuse it, no list of ours would name.
        raise BadPicture("it is damaged.") from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The colours as every renderer takes them to be meant; a broken profile is passed over."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = picture.mode if picture.mode in ("RGB", "RGBA") else "RGB"
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, meant, srgb, outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _plain(picture: Image.Image) -> Image.Image:
    """Eight bits a channel: grey, RGB, or RGBA where something can be seen through it."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        seen_through = picture.convert("RGBA")
        lowest, _ = seen_through.getchannel("A").getextrema()
        return seen_through if lowest != 255 else seen_through.convert("RGB")
    return picture.convert("L" if picture.mode in ("L", "1") else "RGB")
