"""PNG: one picture a page, in a zip; and smaller ones for previews."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from quintet.domain.deck import CardSize
from quintet.domain.pages import Pages
from quintet.studio.render.typst.engine import compile_png

PER_INCH: Mapping[CardSize, float] = {
    "fluid": 144,
    "16x9": 144,
    "4x3": 144,
    "pageless": 144,
    "letter": 150,
    "a4": 150,
    "1x1": 72,
    "4x5": 72,
    "9x16": 72,
}
"""Pixels to 72 points, so that cards get the pixel sizes people expect: 16x9 is 1920 x 1080."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: equal pages give equal bytes."""


def render_png(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    """A zip with 01.png, 02.png ... in the order of the pages."""
    images = compile_png(pages, pictures, PER_INCH[pages.size])
    digits = max(2, len(str(len(images))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for number, image in enumerate(images, 1):
            archive.writestr(zipfile.ZipInfo(f"{number:0{digits}}.png", EPOCH), image)
    return packed.getvalue()


def render_images(pages: Pages, pictures: Mapping[str, Path], width: int) -> list[bytes]:
    """One PNG a page; the widest page is `width` pixels wide, the others in proportion."""
    widest = max((page.w for page in pages.pages), default=1.0)
    return compile_png(pages, pictures, 72 * width / widest)
