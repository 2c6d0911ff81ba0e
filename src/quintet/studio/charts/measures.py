"""A column of a table as a measure: its name, its numbers, and the one unit they all have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quintet.studio.charts.locales import NBSP, locale_of
from quintet.studio.charts.reading import Mark, Quantity, read_number
from quintet.studio.charts.vocabulary import UNITS, is_currency, magnitude

LONGEST_HEADING = 120
"""Nobody writes a unit behind a longer heading, and the patterns would take long to say so."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands before and after every number of a measure, with its spaces."""

    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """`heading` is the column's head as written, `name` the same without its unit."""

    heading: str
    name: str
    values: tuple[float | None, ...]
    unit: Unit
    decimals: int = 0

    @property
    def known(self) -> tuple[float, ...]:
        return tuple(value for value in self.values if value is not None)


def read_measure(heading: str, cells: Sequence[str], mark: Mark, language: str) -> Measure | None:
    """The measure a column holds, or None: a cell is no number, or the units differ."""
    name, headed = read_heading(heading, language)
    read = [read_number(cell, mark) for cell in cells]
    numbers = [quantity for quantity in read if quantity is not None]
    if len(numbers) < len(cells) or all(number.value is None for number in numbers):
        return None
    scaled = _same_unit(numbers, language)
    if scaled is None:
        return None
    values, unit = scaled
    if headed and unit not in (Unit(), headed):
        return None
    decimals = max(number.decimals for number in numbers)
    return Measure(heading, name, values, headed or unit, decimals)


def read_heading(heading: str, language: str) -> tuple[str, Unit | None]:
    """A heading's name and unit: "Revenue (€m)" is ("Revenue", €…m); no unit found: None."""
    patterns = (r"(.*\S)\s*[(\[](.+)[)\]]", r"(.*\S),\s+(\S.*)", r"(.*\S)\s+in\s+(\S.*)")
    if len(heading) > LONGEST_HEADING:
        return heading.strip(), None
    for pattern in (*patterns, r"(.*\S)\s+(%|‰|[€$£¥])"):
        if found := re.fullmatch(pattern, heading.strip()):
            unit = _read_unit(found[2].strip().removeprefix("in "), language)
            if unit is not None:
                return found[1].strip(), unit
    return heading.strip(), None


def _read_unit(text: str, language: str) -> Unit | None:
    if text in UNITS:
        return _suffix("%" if text == "percent" else text, language)
    words = re.fullmatch(r"([^\w\s]|[A-Z]{0,2}\$|[A-Z]{3})?\s?([^\W\d]*\.?)\s?(\S*)", text)
    if not words:
        return None
    before, middle, after = words[1] or "", words[2], words[3]
    currency = next((word for word in (before, middle, after) if is_currency(word)), "")
    power = next((word for word in (middle, after) if magnitude(word) is not None), "")
    if not currency or {before, middle, after} - {currency, power, ""}:
        return None
    return _money(currency, power, language)


def _money(currency: str, power: str, language: str) -> Unit:
    """English puts the currency first (€41m, USD 41 m), the others last (41 Mio. €)."""
    if language.split("-")[0] in ("en", "ja", "zh", "ko", "th", "hi"):
        spaced = currency.isalpha()
        return Unit(currency + (NBSP if spaced else ""), (NBSP if spaced and power else "") + power)
    return Unit("", "".join(NBSP + word for word in (power, currency) if word))


def _suffix(text: str, language: str) -> Unit:
    if text == "%":
        return Unit("", locale_of(language).percent)
    return Unit("", text if text in ("x", "‰") or text.startswith("°") else NBSP + text)


def _same_unit(
    numbers: Sequence[Quantity], language: str
) -> tuple[tuple[float | None, ...], Unit] | None:
    """The values and their one unit, "950k" beside "1.2m" brought to ones; None: they differ."""
    written = [number for number in numbers if number.value is not None]
    prefixes = {number.prefix for number in written}
    suffixes = {_singular(number.unit.strip()) for number in written}
    if len(prefixes) > 1:
        return None
    prefix = prefixes.pop()
    if len(suffixes) == 1:
        return tuple(number.value for number in numbers), _as_written(written, prefix, language)
    powers = {suffix: _power(suffix) for suffix in suffixes}
    rest = {unit for power in powers.values() if power for unit in (power[1],)}
    if None in powers.values() or len(rest) != 1:
        return None
    tail = rest.pop()
    return (
        tuple(_scaled(number, powers) for number in numbers),
        Unit(prefix + (NBSP if prefix.isalpha() else ""), NBSP + tail if tail else ""),
    )


def _scaled(number: Quantity, powers: dict[str, tuple[int, str] | None]) -> float | None:
    power = powers.get(_singular(number.unit.strip()))
    if number.value is None or power is None:
        return None
    return float(round(number.value * 10 ** power[0], 6))


def _power(suffix: str) -> tuple[int, str] | None:
    """The power of ten and the unit in a suffix: "Mio. €" is (6, "€"), "" is (0, "")."""
    head, _, tail = suffix.replace(NBSP, " ").partition(" ")
    if (power := magnitude(head)) is not None:
        return power, tail.strip()
    return (0, suffix) if not suffix or is_currency(suffix) else None


def _as_written(written: Sequence[Quantity], prefix: str, language: str) -> Unit:
    longest = max((number.unit for number in written), key=len)
    before = prefix + (NBSP if prefix and prefix[-1].isalpha() else "")
    if longest.strip() == "%":
        return Unit(before, locale_of(language).percent)
    return Unit(before, longest)


def _singular(unit: str) -> str:
    """ "day" and "days" are one unit."""
    return unit[:-1] if len(unit) > 3 and unit.endswith("s") else unit
