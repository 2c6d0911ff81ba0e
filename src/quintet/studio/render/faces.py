"""Which families stand in for letters a text's own family lacks."""

from __future__ import annotations

import re
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
CODE, REGION = re.compile(r"[A-Za-z]{2,3}"), re.compile(r"[A-Za-z]{2}")
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
    """
    The ISO 639 code and the ISO 3166 region of a tag: "pt-br" is ("pt", "BR"). What is no such
    code is taken as English.
    """
    code, _, region = language.partition("-")
    known = CODE.fullmatch(code)
    return (code.lower() if known else "en", region.upper() if REGION.fullmatch(region) else None)
