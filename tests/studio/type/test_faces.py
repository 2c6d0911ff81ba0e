"""Faces: the families that ship, and which of them sets a text."""

from __future__ import annotations

import pytest

from quintet.studio.themes import THEMES
from quintet.studio.type import advance, choose, face, has_family
from quintet.studio.type.families import clean


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_family_of_every_theme_ships(theme: object) -> None:
    fonts = theme.fonts  # type: ignore[attr-defined]

    assert has_family(fonts.heading)
    assert has_family(fonts.body)
    assert has_family(fonts.mono)


def test_a_family_that_does_not_ship_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="Comic Sans"):
        face("Comic Sans")


def test_bold_letters_are_wider() -> None:
    assert advance("Planted", "Inter", True) > advance("Planted", "Inter", False) > 3


def test_one_missing_letter_moves_the_whole_text_to_the_fallback() -> None:
    # DM Sans has all of "Ti", but not "ế": no word mixes two faces.
    choice = choose("Tiếng Việt is here", "DM Sans", "vi")

    assert choice.family == "Inter"
    assert choice.stretches == (("Tiếng Việt is here", "Inter"),)


def test_a_serif_heading_falls_back_to_a_serif() -> None:
    assert choose("Привет", "Fraunces", "ru").family == "Source Serif 4"


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("مرحبا بالعالم", "ar", "IBM Plex Sans Arabic"),
        ("שלום עולם", "he", "Noto Sans Hebrew"),
        ("हिन्दी", "hi", "Noto Sans Devanagari"),
        ("ภาษาไทย", "th", "Noto Sans Thai"),
        ("汉字", "zh-cn", "Noto Sans SC"),
        ("漢字", "zh-tw", "Noto Sans TC"),
        ("漢字", "ja", "Noto Sans JP"),
        ("漢字かな", "en", "Noto Sans JP"),
        ("한국어", "ko", "Noto Sans KR"),
    ],
)
def test_each_script_has_its_family(text: str, language: str, family: str) -> None:
    assert choose(text, "Inter", language).family == family


def test_an_emoji_does_not_change_the_family_of_the_words() -> None:
    choice = choose("A tree 🌳 here", "DM Sans", "en")

    assert choice.family == "DM Sans"
    assert ("🌳", "Noto Emoji") in choice.stretches
    assert "".join(text for text, _ in choice.stretches) == "A tree 🌳 here"


def test_a_character_that_no_family_has_is_replaced_and_told() -> None:
    choice = choose("ab \U000e0fff", "Inter", "en")

    assert choice.missing == ("\U000e0fff",)
    assert "\U000e0fff" not in "".join(text for text, _ in choice.stretches)


def test_cleaning_leaves_nothing_without_a_picture() -> None:
    assert clean("a\x00b\u00adc\u202ed\ud800e\tf") == "abcde f"
    assert clean("e\u0301") == "é"
