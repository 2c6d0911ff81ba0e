"""How numbers are written in each language: its marks, its grouping, its words for thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NBSP = "\u00a0"
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Locale:
    """
    `point` separates decimals, `group` thousands (in lakhs for "indian"). `short` names powers
    of ten, largest first, with the space that belongs before them.
    """

    point: Literal[".", ",", "٫"] = "."
    group: str = ","
    indian: bool = False
    percent: str = "%"
    digits: str = "0123456789"
    short: tuple[tuple[int, str], ...] = ()
    least_grouped: int = 1_000


def _spaced(*pairs: tuple[int, str]) -> tuple[tuple[int, str], ...]:
    return tuple((power, NBSP + word) for power, word in pairs)


_LATIN_SHORT = ((9, f"{NBSP}bn"), (6, f"{NBSP}m"), (3, "k"))
_EAST = Locale(short=((8, "亿"), (4, "万")))
_INDIAN = Locale(indian=True)
_DOT = Locale(",", ".", percent=NBSP + "%")
_SPACE = Locale(",", NBSP, percent=NBSP + "%")

LOCALES: dict[str, Locale] = {
    "en": Locale(short=_LATIN_SHORT),
    "en-in": Locale(indian=True, short=((7, f"{NBSP}cr"), (5, f"{NBSP}lakh"))),
    "de": Locale(
        ",", ".", percent=NBSP + "%", short=_spaced((9, "Mrd."), (6, "Mio."), (3, "Tsd."))
    ),
    "fr": Locale(",", NARROW, percent=NARROW + "%", short=_spaced((9, "Md"), (6, "M"), (3, "k"))),
    "es": Locale(
        ",", ".", percent=NBSP + "%", short=_spaced((6, "M"), (3, "mil")), least_grouped=10_000
    ),
    "it": Locale(",", ".", short=_spaced((9, "Mrd"), (6, "Mln"))),
    "pt-br": Locale(",", ".", short=_spaced((9, "bi"), (6, "mi"), (3, "mil"))),
    "pt-pt": Locale(",", NBSP, short=_spaced((6, "M"), (3, "mil")), least_grouped=10_000),
    "nl": Locale(",", ".", short=_spaced((9, "mld."), (6, "mln."))),
    "pl": Locale(
        ",", NBSP, short=_spaced((9, "mld"), (6, "mln"), (3, "tys.")), least_grouped=10_000
    ),
    "ru": Locale(
        ",", NBSP, percent=NBSP + "%", short=_spaced((9, "млрд"), (6, "млн"), (3, "тыс."))
    ),
    "uk": Locale(",", NBSP, short=_spaced((9, "млрд"), (6, "млн"), (3, "тис."))),
    "sv": Locale(",", NBSP, percent=NBSP + "%", short=_spaced((9, "md"), (6, "mn"), (3, "tn"))),
    "tr": Locale(",", "."),
    "fa": Locale("٫", "٬", percent="٪", digits="۰۱۲۳۴۵۶۷۸۹"),
    "zh-cn": _EAST,
    "ja": Locale(short=((8, "億"), (4, "万"))),
    "zh-tw": Locale(short=((8, "億"), (4, "萬"))),
    "ko": Locale(short=((8, "억"), (4, "만"))),
}
"""By tag; looks.md section 8 for the marks, CLDR's short forms for the words."""

_FAMILIES: tuple[tuple[Locale, str], ...] = (
    (_DOT, "ca da el hr is ro sl sr bs gl eu"),
    (Locale(",", "."), "id vi"),
    (_SPACE, "cs sk bg lt et lv nb no nn fi fr-ca hy ka kk"),
    (Locale(",", NBSP), "hu be az sq"),
    (_INDIAN, "hi mr gu te bn ta kn ml pa ne"),
)


def locale_of(language: str) -> Locale:
    """The locale of a tag such as "pt-br": the tag's own, else its language's, else English."""
    tag = language.lower().replace("_", "-")
    for name in (tag, tag.split("-")[0]):
        if name in LOCALES:
            return LOCALES[name]
        for locale, names in _FAMILIES:
            if name in names.split():
                return locale
    return {"zh": _EAST, "pt": LOCALES["pt-br"]}.get(tag.split("-")[0], Locale())
