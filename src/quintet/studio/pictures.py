"""
Pictures from outside: looked at with suspicion, and made fit for every renderer.

To be called in a child process: a decoder is what a hostile file attacks.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
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
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held; from 5 on, width and height change places."""
SUFFIXES: Mapping[str, str] = {"png": ".png", "jpeg": ".jpg"}


class UnfitPicture(QuintetError):
    """A picture that cannot be used, and why, in words that are safe to show."""

    code = "unfit_picture"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture as it is seen, its rotation applied: pixels, and how its file is written."""

    width: int
    height: int
    format: PictureFormat


def read_picture(path: Path) -> PictureFacts:
    """What a file says of itself, before its pixels are decoded. Raises UnfitPicture."""
    with _opened(path) as (picture, format_):
        width, height = picture.size
        turned = picture.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)
    return PictureFacts(height, width, format_) if turned else PictureFacts(width, height, format_)


def as_png_or_jpeg(source: Path, target: Path) -> tuple[Path, PictureFacts]:
    """
    Write a picture anew: the first frame, upright, in sRGB, at most 2560 pixels a side, and
    without metadata. Where it went is `target` with the suffix `.png` or `.jpg`; a PNG is made of
    what may be transparent or flat. Raises UnfitPicture.
    """
    with _opened(source) as (picture, format_):
        if format_ == "jpeg":
            # The decoder skips what the smaller picture will not need.
            picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        upright = _plain(_in_srgb(ImageOps.exif_transpose(picture)))
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        flat = format_ in ("png", "gif") or "A" in upright.getbands()
        written = _write(upright, target, "png" if flat else "jpeg")
    return written, PictureFacts(*upright.size, "png" if flat else "jpeg")


def format_of(head: bytes) -> PictureFormat:
    """How a picture is written, by its first bytes. Raises UnfitPicture for what we do not read."""
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
        raise UnfitPicture("SVG pictures are not supported.")
    raise UnfitPicture("The file is no picture of a known kind.")


def _of_brands(head: bytes) -> PictureFormat:
    """A file of ISO 14496-12: its brands stand, four letters each, in the first box."""
    box = head[8 : int.from_bytes(head[:4], "big")]
    brands = {box[place : place + 4] for place in range(0, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}:
        raise UnfitPicture("HEIC pictures are not supported.")
    raise UnfitPicture("The file is no picture of a known kind.")


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
                    raise UnfitPicture("The picture has more than 50 million pixels.")
                yield picture, format_
    except UnfitPicture:
        raise
    except Image.DecompressionBombError as error:
        raise UnfitPicture("The picture has more than 50 million pixels.") from error
    except MemoryError as error:
        raise UnfitPicture("The picture needs too much memory.") from error
    except Exception as error:
        # What a decoder raises for a file made to confuse it, no list of ours would name.
        raise UnfitPicture("The picture is damaged.") from error


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


def _write(picture: Image.Image, target: Path, format_: Literal["png", "jpeg"]) -> Path:
    """Without what Pillow would otherwise carry over: EXIF, profiles, comments."""
    path = target.with_suffix(SUFFIXES[format_])
    picture.info.clear()
    if format_ == "png":
        picture.save(path, "PNG", compress_level=4)
    else:
        picture.save(path, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    return path
