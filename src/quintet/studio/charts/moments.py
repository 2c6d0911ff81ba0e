"""Telling time in a table: which texts are years, quarters, months or days, and in what order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_MONTHS = (
    "jan january januar janv janvier ene enero gen gennaio janeiro januari",
    "feb february februar févr février febrero febbraio fev fevereiro februari",
    "mar march mär märz mars marzo março mrt maart",
    "apr april avr avril abr abril aprile",
    "may mai mayo mag maggio maio mei maj",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juil juillet julio lug luglio julho",
    "aug august août ago agosto augustus augusti",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember déc décembre dic diciembre dicembre dezembro",
)
_DAYS = (
    "mon monday montag lundi lunes lunedì maandag",
    "tue tues tuesday dienstag mardi martes martedì dinsdag",
    "wed wednesday mittwoch mercredi miércoles mercoledì woensdag",
    "thu thur thurs thursday donnerstag jeudi jueves giovedì donderdag",
    "fri friday freitag vendredi viernes venerdì vrijdag",
    "sat saturday samstag samedi sábado sabato zaterdag",
    "sun sunday sonntag dimanche domingo domenica zondag",
)
"""In the languages most decks are written in; elsewhere years, quarters and ISO dates tell."""


def _places(lists: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, names in enumerate(lists) for name in names.split()}


def _any_of(names: dict[str, int], group: str) -> str:
    return f"(?P<{group}>" + "|".join(sorted(names, key=len, reverse=True)) + r")\.?"


_MONTH, _DAY = _places(_MONTHS), _places(_DAYS)
_NAME, _WEEKDAY = _any_of(_MONTH, "month"), _any_of(_DAY, "weekday")
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_SHORT = r"['’]?(?P<year>(?:19|20|21)\d\d|\d\d)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("month", rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])"),
    ("year", rf"(?:fy|cy)?\s?{_YEAR}(?:\s?[ea]|\s?\(?(?:plan|forecast|est\.?)\)?)?"),
    ("year", r"(?:fy)\s?['’]?(?P<year>\d\d)"),
    ("year", rf"(?:fy\s?)?{_YEAR}\s?[/–-]\s?(?:20)?\d\d"),
    ("quarter", rf"[qt](?P<quarter>[1-4])[\s/.-]*{_SHORT}"),
    ("quarter", rf"{_YEAR}[\s/.-]*q(?P<quarter>[1-4])"),
    ("quarter", rf"(?P<quarter>[1-4])q[\s/.-]?{_SHORT}"),
    ("bare quarter", r"(?:q|quarter )(?P<quarter>[1-4])"),
    ("quarter", rf"(?P<quarter>[1-4])\.\s?quartal\s{_YEAR}"),
    ("bare quarter", r"(?P<quarter>[1-4])\.\s?quartal"),
    ("half", rf"h(?P<half>[12])[\s/.-]*{_SHORT}"),
    ("half", rf"{_YEAR}[\s/.-]*h(?P<half>[12])"),
    ("month", rf"{_NAME}[\s,/.-]*{_SHORT}"),
    ("month", rf"(?P<number>0[1-9]|1[0-2])/{_YEAR}"),
    ("bare month", _NAME),
    ("weekday", _WEEKDAY),
    ("day", rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:[t ][\d:.z+]+)?"),
    ("day", rf"(?P<day>\d{{1,2}})\.?\s{_NAME}(?:\s{_YEAR})?"),
    ("day", rf"{_NAME}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{_YEAR})?"),
    (
        "count",
        r"(?:week|wk|w|kw|day|month|year|sprint|cw|woche|tag|monat|jahr|semaine|jour|mois)\s?(?P<count>\d{1,3})",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_CYCLES = {"bare quarter": 4.0, "bare month": 12.0, "weekday": 7.0}


def moment_of(text: str) -> tuple[str, float] | None:
    """
    What kind of moment a text names, and a number that puts moments of that kind in order:
    ("quarter", 8097.0) for "Q2 2024", ("bare month", 2.0) for "March". None: not a moment.
    """
    plain = " ".join(text.casefold().split())
    for kind, pattern in _COMPILED:
        if found := pattern.fullmatch(plain):
            return kind, _order(kind, {k: v for k, v in found.groupdict().items() if v})
    return None


def _order(kind: str, parts: dict[str, str]) -> float:
    year = int(parts.get("year", 0))
    year += 2000 if "year" in parts and year < 100 else 0
    month = _MONTH[parts["month"]] if "month" in parts else int(parts.get("number", 1)) - 1
    match kind:
        case "quarter" | "bare quarter":
            return year * 4.0 + int(parts["quarter"]) - 1
        case "half":
            return year * 2.0 + int(parts["half"]) - 1
        case "month" | "bare month":
            return year * 12.0 + month
        case "day":
            return (year * 12 + month) * 31.0 + int(parts["day"])
        case "weekday":
            return float(_DAY[parts["weekday"]])
        case "count":
            return float(parts["count"])
        case _:
            return float(year)


def in_time(texts: Sequence[str]) -> int:
    """
    1 if the texts are moments of one kind going forward, -1 if they go backward, else 0. Months
    and quarters without a year may pass the end of one: Nov, Dec, Jan.
    """
    moments = [moment_of(text) for text in texts]
    if len(moments) < 2 or any(moment is None for moment in moments):
        return 0
    kinds = {moment[0] for moment in moments if moment}
    if len(kinds) > 1:
        return 0
    orders = [moment[1] for moment in moments if moment]
    steps = [b - a for a, b in pairwise(orders)]
    cycle = _CYCLES.get(kinds.pop())
    if all(step > 0 for step in steps) or (cycle and all(step % cycle == 1 for step in steps)):
        return 1
    return -1 if all(step < 0 for step in steps) else 0


def evenly(texts: Sequence[str]) -> bool:
    """Whether moments in order stand about equally far apart, so that a line over them is fair."""
    moments = [moment for moment in map(moment_of, texts) if moment]
    steps = [b[1] - a[1] for a, b in pairwise(moments)]
    if moments and (cycle := _CYCLES.get(moments[0][0])):
        steps = [step % cycle for step in steps]
    sizes = [abs(step) for step in steps]
    return bool(sizes) and max(sizes) <= 1.5 * min(sizes)
