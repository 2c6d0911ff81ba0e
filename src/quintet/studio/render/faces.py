"""Which families stand in for letters a text's own family lacks."""

from __future__ import annotations

from functools import cache

from quintet.studio.type.faces import has_family

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


@cache
def stand_ins(language: str) -> tuple[str, ...]:
    """
    The families asked, in this order. The layout gives every stretch of text a family that has
    its letters, so this is only the net below it.
    """
    han = HAN.get(language) or HAN.get(language.split("-")[0], "Noto Sans SC")
    named = (*FIRST, han, *(f"Noto Sans {script}" for script in SCRIPTS), *LAST)
    return tuple(family for family in dict.fromkeys(named) if has_family(family))


def locale(language: str) -> tuple[str, str | None]:
    """The ISO 639 code and the ISO 3166 region of a tag: "pt-br" is ("pt", "BR")."""
    code, _, region = language.partition("-")
    return code.lower(), region.upper() if len(region) == 2 else None
