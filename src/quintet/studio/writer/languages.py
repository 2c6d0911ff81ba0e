"""Which language a deck is set in: the one asked for, unless the text is in another writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

LOOKED_AT = 20_000
"""Characters from the beginning that are counted."""

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "ARABIC": ("ar", "ar-sa", "fa", "ur"),
    "HEBREW": ("he",),
    "CYRILLIC": ("ru", "uk", "bg", "sr", "mk", "kk"),
    "GREEK": ("el",),
    "DEVANAGARI": ("hi", "mr"),
    "GUJARATI": ("gu",),
    "TELUGU": ("te",),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "KANNADA": ("kn",),
    "MALAYALAM": ("ml",),
    "THAI": ("th",),
    "HANGUL": ("ko",),
    "HIRAGANA": ("ja", "ja-da"),
    "KATAKANA": ("ja", "ja-da"),
    "CJK": ("zh-cn", "zh-tw", "ja", "ja-da", "ko"),
}
"""The languages of each writing; of one that is only guessed, the first is taken."""


def language_of(text: str, asked: str) -> str:
    """
    `asked`, or where the text is mostly in a writing that language does not use, the first
    language of that writing: direction and fonts follow the words, which nobody translates.
    """
    if text.isascii():
        return asked
    # Imported here: it brings the typesetter along, which whoever only names the writer does
    # without.
    from quintet.studio.type.scripts import script_of

    counted = Counter(map(script_of, text[:LOOKED_AT]))
    counted.pop("", None)
    if not counted:
        return asked
    # Japanese mixes three writings, and only its own two tell it from Chinese.
    kana = counted["HIRAGANA"] + counted["KATAKANA"]
    script = "HIRAGANA" if kana > 0.1 * counted.total() else counted.most_common(1)[0][0]
    languages = SCRIPTS.get(script)
    if languages is None or asked in languages:
        return asked
    return languages[0]
