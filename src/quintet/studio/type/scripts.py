"""Scripts: which writing a character belongs to, and what that asks of the typesetter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "iw", "yi", "ps", "sd", "ug", "ckb", "dv"})
"""Languages whose decks are mirrored."""

ARABIC = frozenset({"ar", "fa", "ur", "ps", "sd", "ug", "ckb"})
"""Languages in Arabic letters."""

ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", ""})
"""Scripts with capitals that bear letter-spacing and a tight line; "" is punctuation."""

BROKEN_BY_DICTIONARY = frozenset({"THAI", "LAO", "KHMER", "MYANMAR"})
"""Scripts without spaces, which every renderer breaks with a dictionary of its own."""


def is_right_to_left(language: str) -> bool:
    """Whether a language tag such as "ar-SA" is written from right to left."""
    return _main_tag(language) in RIGHT_TO_LEFT


def is_arabic(language: str) -> bool:
    """Whether a language is written in Arabic letters."""
    return _main_tag(language) in ARABIC


def _main_tag(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]


@lru_cache(20_000)
def script_of(character: str) -> str:
    """
    The script of a letter or mark as the first word of its Unicode name ("ARABIC", "CJK",
    "LATIN"); "" for digits, punctuation, spaces and symbols.
    """
    if character.isascii():
        return "LATIN" if character.isalpha() else ""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    script = unicodedata.name(character, "").split(" ")[0].split("-")[0]
    return {"COMBINING": "", "FULLWIDTH": "CJK", "HALFWIDTH": "KATAKANA", "MODIFIER": ""}.get(
        script, script
    )


@lru_cache(20_000)
def scripts_in(text: str) -> frozenset[str]:
    if text.isascii():
        return frozenset({"LATIN"})
    return frozenset(map(script_of, set(text)))


def is_plain_alphabet(text: str) -> bool:
    """Whether a text bears capitals, letter-spacing and the tight line of Latin type."""
    return text.isascii() or scripts_in(text) <= ALPHABETS


def is_broken_by_dictionary(text: str) -> bool:
    return not text.isascii() and not scripts_in(text).isdisjoint(BROKEN_BY_DICTIONARY)
