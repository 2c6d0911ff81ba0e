"""Pictures of a deck: each file once in the package, in a format PowerPoint reads."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageOps

from quintet.studio.render.paint import FADE
from quintet.studio.render.pptx.colours import Rgb
from quintet.studio.render.pptx.package import Part, part

SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
"""How files begin that PowerPoint reads as they are."""
CORNER = 2**0.5
"""How far a square's corners are from its middle, in halves of its side."""
ORIENTATION = 0x0112
"""The Exif tag that says a camera was held sideways; PowerPoint does not heed it."""


class Media:
    """The pictures used so far. `pictures` are the files by the names the boxes use."""

    def __init__(self, pictures: Mapping[str, Path]) -> None:
        self._pictures = pictures
        self._parts: dict[str, Part] = {}
        self._names: dict[str, str | None] = {}

    @property
    def parts(self) -> list[Part]:
        return list(self._parts.values())

    def picture(self, name: str) -> str | None:
        """The target of a picture, seen from a slide; None where it cannot be shown."""
        if name not in self._names:
            file = self._pictures.get(name)
            found = readable(file.read_bytes()) if file and file.is_file() else None
            self._names[name] = self._keep(*found) if found else None
        return self._names[name]

    def glow(self, colour: Rgb, alpha: float) -> str:
        return self._keep(glow(colour, round(alpha, 3)), "png")

    def _keep(self, content: bytes, ending: str) -> str:
        digest = sha256(content).hexdigest()
        if digest not in self._parts:
            name = f"ppt/media/image{len(self._parts) + 1}.{ending}"
            self._parts[digest] = part(name, content, packed=True)
        return f"../{self._parts[digest].name.removeprefix('ppt/')}"


def readable(content: bytes) -> tuple[bytes, str] | None:
    """
    The picture as PNG, JPEG or GIF with its ending; others, and photographs taken sideways, are
    redrawn. None for what is no picture.
    """
    ending = next((end for start, end in SIGNATURES.items() if content.startswith(start)), None)
    if ending in ("png", "gif"):
        return content, ending
    try:
        with Image.open(io.BytesIO(content)) as image:
            if ending and image.getexif().get(ORIENTATION, 1) == 1 and image.mode != "CMYK":
                return content, ending
            return redrawn(ImageOps.exif_transpose(image))
    except OSError:
        return None


def redrawn(image: Image.Image) -> tuple[bytes, str]:
    """As JPEG, or as PNG where it has clear places."""
    out = io.BytesIO()
    if "A" in image.getbands() or "transparency" in image.info:
        image.convert("RGBA").save(out, "PNG", compress_level=4)
        return out.getvalue(), "png"
    image.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue(), "jpeg"


@lru_cache(64)
def glow(colour: Rgb, alpha: float) -> bytes:
    """A disc that fades from `alpha` in the middle to nothing at its edge, 256 pixels across."""
    # Pillow's gradient reaches white in the corners, a glow ends at the sides.
    strength = [round(255 * alpha * left_of(step / 255 * CORNER)) for step in range(256)]
    veil = Image.radial_gradient("L").point(strength)
    image = Image.new("RGB", veil.size, colour)
    image.putalpha(veil)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def left_of(distance: float) -> float:
    """What is left of a glow at a share of its radius."""
    if distance >= 1:
        return 0.0
    (start, high), (end, low) = next(pair for pair in pairwise(FADE) if distance <= pair[1][0])
    return high + (low - high) * (distance - start) / (end - start)
