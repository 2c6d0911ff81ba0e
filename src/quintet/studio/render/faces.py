"""The font files a renderer draws with, and which families stand in for missing letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "fonts"

HAN = {
    "ja": "Noto Sans JP",
    "ko": "Noto Sans KR",
    "zh-tw": "Noto Sans TC",
    "zh-hk": "Noto Sans TC",
}
"""Whose shapes Han characters take, by language; those of the mainland otherwise."""

FIRST = ("Inter", "IBM Plex Sans Arabic")
SCRIPTS = (
    *("Arabic", "Hebrew", "Armenian", "Georgian", "Ethiopic", "Thai", "Lao", "Khmer", "Myanmar"),
    *("Devanagari", "Bengali", "Gujarati", "Gurmukhi", "Tamil", "Telugu", "Kannada", "Malayalam"),
    *("Sinhala", "Oriya", "KR", "JP", "TC", "SC"),
)
LAST = ("Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji")


def file_of(family: str, *, bold: bool = False) -> Path | None:
    """The file of a family's cut; the regular one where there is no bold; None if unknown."""
    stem = family.replace(" ", "")
    cuts = ("Bold", "Regular") if bold else ("Regular",)
    files = (FOLDER / f"{stem}-{cut}.ttf" for cut in cuts)
    return next((file for file in files if file.exists()), None)


@cache
def stand_ins(language: str) -> tuple[str, ...]:
    """
    The families asked, in this order, for letters the text's own family lacks. The layout
    chooses a family that has them all, so this is the net below it: a symbol, a stray word.
    """
    han = HAN.get(language) or HAN.get(language.split("-")[0], "Noto Sans SC")
    named = (*FIRST, han, *(f"Noto Sans {script}" for script in SCRIPTS), *LAST)
    return tuple(family for family in dict.fromkeys(named) if file_of(family))


def locale(language: str) -> tuple[str, str | None]:
    """The ISO 639 code and the ISO 3166 region of a tag: "pt-br" is ("pt", "BR")."""
    code, _, region = language.partition("-")
    return code.lower(), region.upper() if len(region) == 2 else None
