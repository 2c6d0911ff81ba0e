"""Faces: the font files of the data folder, and how wide a word is in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).parents[2] / "data" / "fonts"
"""Static files, `<FamilyWithoutSpaces>-Regular.ttf` and `-Bold.ttf`."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """
    One cut of a family. `ascent` and `descent` are in em, both positive; `glyphs` are the
    characters it has.
    """

    font: hb.Font
    upem: int
    ascent: float
    descent: float
    glyphs: frozenset[str]

    @property
    def share(self) -> float:
        """The ascent's share of the line box: where PowerPoint puts the baseline."""
        return self.ascent / (self.ascent + self.descent)


def file_of(family: str, bold: bool = False) -> Path:
    """Where a cut lies. A family without a bold file is set in its regular one."""
    stem = FONTS / family.replace(" ", "")
    heavy = Path(f"{stem}-Bold.ttf")
    return heavy if bold and heavy.exists() else Path(f"{stem}-Regular.ttf")


@cache
def has_family(family: str) -> bool:
    return file_of(family).exists()


@cache
def face(family: str, bold: bool = False) -> Face:
    """Load a cut once. Raises FileNotFoundError for a family that is not shipped."""
    path = file_of(family, bold)
    if not path.exists():
        raise FileNotFoundError(f"No font file for {family!r}.")
    loaded = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(loaded)
    extents = font.get_font_extents("ltr")
    return Face(
        font=font,
        upem=loaded.upem,
        ascent=extents.ascender / loaded.upem,
        descent=-extents.descender / loaded.upem,
        glyphs=frozenset(map(chr, loaded.unicodes)),
    )


@lru_cache(200_000)
def advance(word: str, family: str, bold: bool = False) -> float:
    """The width of a shaped word, in em."""
    cut = face(family, bold)
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(cut.font, buffer)
    units: int = sum(place.x_advance for place in buffer.glyph_positions)
    return units / cut.upem
