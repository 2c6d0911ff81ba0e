"""Reading numbers as people write them: "1,234.5", "1.234,5 €", "41.2k", "−3 %", "n/a"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quintet.studio.charts.locales import locale_of
from quintet.studio.charts.vocabulary import BLANKS, is_currency

Mark = Literal[".", ","]

LONGEST = 20
"""A longer row of digits is a serial number, or a joke."""

LONGEST_TEXT = 80
"""A longer cell is words. They are not even tried: many spaces would keep the pattern for hours."""

_MINUS = "-−–"
_SPACES = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[{_MINUS}+])?\s*(?P<before>[^\d\s.,+()]{{0,4}}?\.?)\s*"
    rf"(?P<inner>[{_MINUS}+])?\s*"
    rf"(?P<digits>\d(?:[\d.,'’٬٫{_SPACES}]*\d)?)"
    r"(?P<space>\s*)(?P<after>[^\d()]*)(?(open)\))"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number as it was written: `value` (None: the cell says there is none), the currency
    before it, the unit behind it with the space between, and how many decimals it shows.
    """

    value: float | None
    prefix: str = ""
    unit: str = ""
    decimals: int = 0


def read_number(text: str, mark: Mark = ".") -> Quantity | None:
    """
    The number a cell consists of, or None if it is something else. `mark` tells what "1,234"
    means. Approximations ("~40", "<5") and ranges are something else: a mark drawn at 40 would
    claim more than the cell does.
    """
    text = text.strip().strip("*")
    if text.casefold() in BLANKS:
        return Quantity(None)
    found = _NUMBER.fullmatch(text) if len(text) <= LONGEST_TEXT else None
    if not found or (found["before"] and not is_currency(found["before"])):
        return None
    value = _value(found["digits"], mark) if len(found["digits"]) <= LONGEST else None
    if value is None or len(found["after"]) > 12:
        return None
    if found["open"] or (found["sign"] or found["inner"] or "+") in _MINUS:
        value = -value
    unit = found["after"].strip()
    space = "\u00a0" if unit and found["space"] else ""
    return Quantity(value, found["before"], space + unit, _decimals(found["digits"], mark))


def decimal_mark(texts: Iterable[str], language: str) -> Mark:
    """
    Which mark separates decimals in these texts. The texts decide where they are clear
    ("41,5", "1.234,5", "1.234.567"); where all are like "1,234" the language does.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        for digits in re.findall(r"\d[\d.,]*\d", text):
            if clear := _clear_mark(digits):
                votes[clear] += 1
    if votes["."] != votes[","]:
        return "." if votes["."] > votes[","] else ","
    return "," if locale_of(language).point == "," else "."


def _clear_mark(digits: str) -> Mark | None:
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        return "." if digits.rindex(".") > digits.rindex(",") else ","
    if not dots and not commas:
        return None
    here: Mark = "." if dots else ","
    if dots + commas > 1:
        return "," if dots else "."
    whole, fraction = digits.split(here)
    return here if len(fraction) != 3 or len(whole) > 3 or whole == "0" else None


def _value(digits: str, mark: Mark) -> float | None:
    """The value of bare digits, or None if they are grouped as no number is (a date, a version)."""
    plain = _western(digits)
    whole, _, fraction = plain.partition(mark) if plain.count(mark) <= 1 else (plain, "", "")
    if fraction and not fraction.isdigit():
        return None
    parts = re.split(rf"[.,'’{_SPACES}]", whole)
    if len(set(re.findall(rf"[.,'’{_SPACES}]", whole))) > 1:
        return None
    grouped = (
        len(parts[0]) <= 3 and len(parts[-1]) == 3 and all(len(p) in (2, 3) for p in parts[1:])
    )
    if len(parts) > 1 and not grouped:
        return None
    return float("".join(parts) + "." + (fraction or "0"))


def _decimals(digits: str, mark: Mark) -> int:
    plain = _western(digits)
    return len(plain.rpartition(mark)[2]) if plain.count(mark) == 1 else 0


def _western(digits: str) -> str:
    """Digits of any script as 0 to 9, and the Arabic marks as our point and comma."""
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() else {"٫": ".", "٬": ","}.get(c, c) for c in digits
    )
