"""
Families: which one can set a text.

A family is chosen for a whole text, not letter by letter: where one letter is missing, the whole
text takes the fallback, else Vietnamese words would mix two faces. Only what no single family
has (a foreign word, an arrow, an emoji) is set in another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from quintet.studio.type.faces import face, has_family
from quintet.studio.type.scripts import script_of

SERIF = frozenset({"Fraunces", "Lora", "Playfair Display", "DM Serif Display", "Source Serif 4"})

FALLBACK: dict[str, tuple[str, ...]] = {
    "LATIN": ("Inter", "Noto Sans"),
    "CYRILLIC": ("Inter", "Noto Sans"),
    "GREEK": ("Inter", "Noto Sans"),
    "ARABIC": ("IBM Plex Sans Arabic", "Noto Sans Arabic"),
    "HIRAGANA": ("Noto Sans JP",),
    "KATAKANA": ("Noto Sans JP",),
    "BOPOMOFO": ("Noto Sans TC",),
    "HANGUL": ("Noto Sans KR",),
}
"""Families by script. A script that is not named takes "Noto Sans <Script>" if it is shipped."""

HAN: dict[str, str] = {"zh-tw": "TC", "zh-hk": "TC", "zh-hant": "TC", "ja": "JP", "ko": "KR"}
"""Han characters are drawn differently by language; everything else takes SC."""

SYMBOLS = (
    "Inter",
    "Noto Sans",
    "Noto Sans Symbols 2",
    "Noto Sans Symbols",
    "Noto Sans Math",
    "Noto Emoji",
    "JetBrains Mono",
)
REPLACEMENT = "\ufffd"
JOINERS = "\u200c\u200d"
"""Kept although fonts may lack them: they join letters, and shaping understands them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    How a text is set: mostly in `family`, stretch by stretch in `stretches` (their texts joined
    are the text as it can be set), and which characters no family has.
    """

    family: str
    stretches: tuple[tuple[str, str], ...]
    missing: tuple[str, ...] = ()


def clean(text: str) -> str:
    """
    A text as it is set: composed, on one line, without characters that have no picture (controls,
    lone surrogates, direction overrides, soft hyphens, variation selectors).
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(filter(None, map(_cleaned, composed)))


@lru_cache(20_000)
def _cleaned(character: str) -> str:
    kind = unicodedata.category(character)
    if character in "\t\n\r\v\f" or kind in ("Zl", "Zp"):
        return " "
    if kind in ("Cc", "Cs") or (kind == "Cf" and character not in JOINERS):
        return ""
    return "" if "\ufe00" <= character <= "\ufe0f" else character


@lru_cache(8_192)
def choose(text: str, family: str, language: str = "en") -> Choice:
    """Choose the family of a clean text that would best be set in `family`."""
    if not _lacks(text, family):
        return Choice(family, ((text, family),) if text else ())
    main = _main_family(text, family, language)
    others = _candidates(text, family, language)
    stretches: list[tuple[str, str]] = []
    missing: list[str] = []
    for word in _words(text):
        stretches.extend(_set_word(word, main, others, missing))
    merged = groupby(stretches, key=lambda stretch: stretch[1])
    joined = tuple(("".join(part for part, _ in group), name) for name, group in merged)
    return Choice(main, joined, tuple(dict.fromkeys(missing)))


def _lacks(text: str, family: str) -> set[str]:
    lacking = set(text) - face(family).glyphs
    return {c for c in lacking if c not in JOINERS and not c.isspace()} if lacking else lacking


def _candidates(text: str, family: str, language: str) -> tuple[str, ...]:
    """Families to try, in order: the scripts' own, the wanted one, then those with symbols."""
    names: list[str] = []
    scripts = {script_of(character) for character in _lacks(text, family)} - {""}
    for script in sorted(scripts):
        if script in ("LATIN", "CYRILLIC", "GREEK") and family in SERIF:
            names.append("Source Serif 4")
        names.extend(_families_of(script, scripts, language.lower()))
    names.extend((family, *SYMBOLS))
    return tuple(name for name in dict.fromkeys(names) if has_family(name))


def _families_of(script: str, scripts: set[str], language: str) -> tuple[str, ...]:
    if script == "CJK":
        if language.startswith("zh") or not scripts & {"HIRAGANA", "KATAKANA", "HANGUL"}:
            region = HAN.get(language, HAN.get(language[:2], "SC"))
        else:
            region = "KR" if "HANGUL" in scripts else "JP"
        return tuple(f"Noto Sans {name}" for name in dict.fromkeys((region, "SC", "TC", "JP")))
    return FALLBACK.get(script, (f"Noto Sans {script.title()}",))


def _main_family(text: str, family: str, language: str) -> str:
    """The family that sets all letters of the text, else the one that sets most of them."""
    letters = {character for character in text if script_of(character)}
    if not letters or not letters - face(family).glyphs:
        return family
    candidates = _candidates(text, family, language)
    return max(
        candidates,
        key=lambda name: (
            sum(text.count(c) for c in letters & face(name).glyphs),
            -candidates.index(name),
        ),
    )


def _words(text: str) -> Iterator[str]:
    """Words with the spaces that follow them."""
    start = 0
    for i in range(1, len(text)):
        if text[i - 1].isspace() and not text[i].isspace():
            yield text[start:i]
            start = i
    yield text[start:]


def _set_word(
    word: str, main: str, others: tuple[str, ...], missing: list[str]
) -> Iterator[tuple[str, str]]:
    for name in (main, *others):
        if not _lacks(word, name):
            bare = word.rstrip()
            yield bare, name
            if bare != word:
                yield word[len(bare) :], main
            return
    for character in word:
        yield _set_character(character, main, others, missing)


def _set_character(
    character: str, main: str, others: tuple[str, ...], missing: list[str]
) -> tuple[str, str]:
    for name in (main, *others):
        if not _lacks(character, name):
            return character, name
    missing.append(character)
    marks = (REPLACEMENT, "?")
    return next(
        (mark, name) for mark in marks for name in (main, *others) if not _lacks(mark, name)
    )
