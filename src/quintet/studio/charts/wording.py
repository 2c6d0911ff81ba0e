"""Wording numbers: all labels of one chart alike, as their language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from quintet.studio.charts.locales import Locale, locale_of
from quintet.studio.charts.vocabulary import is_currency

MINUS = "\u2212"
MOST_DECIMALS = 3
MOST_FIGURES = 5
"""So many figures at most, where a small value would else be written as zero."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One manner for all numbers of a chart: so many decimals, shortened by `power` or not."""

    locale: Locale
    decimals: int
    power: int = 0
    short: str = ""
    prefix: str = ""
    unit: str = ""

    def word(self, value: float, *, bare: bool = False) -> str:
        """A number in words; `bare` leaves its prefix and unit out."""
        scaled = round_half_up(value / 10**self.power, self.decimals)
        sign = MINUS if scaled < 0 else ""
        digits = write_number(
            abs(scaled), self.decimals if scaled or not self.power else 0, self.locale
        )
        short = self.short if scaled else ""
        return (
            f"{sign}{digits}{short}" if bare else f"{sign}{self.prefix}{digits}{short}{self.unit}"
        )


def wording_of(values: Sequence[float], language: str, prefix: str = "", unit: str = "") -> Wording:
    """
    The manner that suits all values: three significant figures of the largest, and no decimal
    that none of them needs. A whole number is not rounded unless all are shortened (41.2k).
    """
    locale = locale_of(language)
    power, short = _shortening(values, locale, unit)
    scaled = [value / 10**power for value in values]
    return Wording(locale, _decimals(scaled), power, short, prefix, unit)


def write_number(value: float, decimals: int, locale: Locale) -> str:
    """A number of zero or more, grouped and marked as the language has it."""
    whole, _, fraction = f"{value:.{decimals}f}".partition(".")
    if float(whole) >= locale.least_grouped:
        whole = _grouped(whole, locale)
    text = whole + (locale.point + fraction if fraction else "")
    if locale.digits[0] == "0":
        return text
    return text.translate({ord(str(i)): digit for i, digit in enumerate(locale.digits)})


def round_half_up(value: float, decimals: int) -> float:
    """Rounded as people round: a half goes away from zero."""
    return float(Decimal(f"{value:.12g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _grouped(whole: str, locale: Locale) -> str:
    head, tail = whole[:-3], whole[-3:]
    size = 2 if locale.indian else 3
    start = len(head) % size
    parts = [head[:start]] if start else []
    parts += [head[i : i + size] for i in range(start, len(head), size)]
    return locale.group.join([*parts, tail])


def _shortening(values: Sequence[float], locale: Locale, unit: str) -> tuple[int, str]:
    """The largest power of ten that all values reach. 1,200 reads better than 1.2k."""
    sizes = [abs(value) for value in values if value]
    if not sizes or (unit and not is_currency(unit.strip())):
        return 0, ""
    for power, word in locale.short:
        if min(sizes) >= 10**power and max(sizes) >= 10 ** max(power, 4):
            return power, word
    return 0, ""


def _decimals(values: Sequence[float]) -> int:
    largest = max(map(abs, values), default=0.0)
    needed = next(
        (
            d
            for d in range(MOST_DECIMALS)
            if all(abs(round(v, d) - v) < 1e-9 * max(1, largest) for v in values)
        ),
        MOST_DECIMALS,
    )
    allowed = 0 if largest >= 100 else 1 if largest >= 10 else 2 if largest >= 1 else MOST_DECIMALS
    decimals = min(needed, allowed)
    most = max(decimals, MOST_FIGURES - len(str(int(largest))))
    while decimals < min(needed, most) and any(v and not round(v, decimals) for v in values):
        decimals += 1
    return decimals
