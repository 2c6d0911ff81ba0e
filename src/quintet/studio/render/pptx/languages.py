"""Which language PowerPoint checks a text in, and which of its three font places a script uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal
from unicodedata import east_asian_width

from quintet.domain.pages import Pages, TableBox, TextBox

REGIONS: Mapping[str, str] = {
    "ar": "ar-SA",
    "bn": "bn-BD",
    "ca": "ca-ES",
    "cs": "cs-CZ",
    "da": "da-DK",
    "el": "el-GR",
    "en": "en-US",
    "et": "et-EE",
    "fa": "fa-IR",
    "gu": "gu-IN",
    "he": "he-IL",
    "hi": "hi-IN",
    "ja": "ja-JP",
    "kn": "kn-IN",
    "ko": "ko-KR",
    "ml": "ml-IN",
    "mr": "mr-IN",
    "nb": "nb-NO",
    "sl": "sl-SI",
    "sv": "sv-SE",
    "ta": "ta-IN",
    "te": "te-IN",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
"""Where a language is not spoken in the country of the same letters (as de-DE, fr-FR are)."""

FontPlace = Literal["ea", "cs"]


def tag(language: str) -> str:
    """The tag with a region, as Office writes it: "de" is "de-DE", "pt-br" is "pt-BR"."""
    base, _, region = language.partition("-")
    base = base.lower()
    if len(region) == 2:
        return f"{base}-{region.upper()}"
    return REGIONS.get(base, f"{base}-{base.upper()}" if len(base) == 2 else "en-US")


def font_place(text: str) -> FontPlace | None:
    """Which place sets this text: East Asian, complex script, or None for the Latin one."""
    for char in text:
        code = ord(char)
        if 0x0590 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0xFB1D <= code <= 0xFEFC:
            return "cs"
        if code >= 0x1100 and not 0x1F000 <= code < 0x20000 and east_asian_width(char) in "WF":
            return "ea"
    return None


def script_families(pages: Pages) -> dict[FontPlace, str]:
    """The family most used for each of the two other places, for what is typed in later."""
    used: dict[FontPlace, Counter[str]] = {"ea": Counter(), "cs": Counter()}
    own = (pages.fonts.heading, pages.fonts.body)
    for box in texts(pages):
        for span in (span for paragraph in box.paragraphs for span in paragraph.spans):
            family = span.family or box.family
            place = None if family in own else font_place(span.text)
            if place:
                used[place][family] += len(span.text)
    return {place: most[0][0] for place, tally in used.items() if (most := tally.most_common(1))}


def texts(pages: Pages) -> Iterator[TextBox]:
    """Every text of a deck, also those in tables."""
    for page in pages.pages:
        for box in page.boxes:
            if isinstance(box, TextBox):
                yield box
            elif isinstance(box, TableBox):
                yield from (cell.text for row in box.cells for cell in row)
