"""Numbers as people write them."""

from __future__ import annotations

import pytest

from quintet.studio.charts.measures import read_heading
from quintet.studio.charts.moments import in_time, moment_of
from quintet.studio.charts.reading import Quantity, decimal_mark, read_number

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("1,234.5", ".", Quantity(1234.5, decimals=1)),
        ("1.234,5", ",", Quantity(1234.5, decimals=1)),
        ("1 234,5", ",", Quantity(1234.5, decimals=1)),
        ("1\u202f234\u202f567", ",", Quantity(1234567.0)),
        ("12,34,567.8", ".", Quantity(1234567.8, decimals=1)),
        ("1’234’567", ".", Quantity(1234567.0)),
        ("41.2k", ".", Quantity(41.2, unit="k", decimals=1)),
        ("2,1 Mio. €", ",", Quantity(2.1, unit=f"{NBSP}Mio. €", decimals=1)),
        ("€ 38", ".", Quantity(38.0, prefix="€")),
        ("$1,200", ".", Quantity(1200.0, prefix="$")),
        ("USD 12", ".", Quantity(12.0, prefix="USD")),
        ("41 %", ".", Quantity(41.0, unit=f"{NBSP}%")),
        ("41%", ".", Quantity(41.0, unit="%")),
        ("−3.8", ".", Quantity(-3.8, decimals=1)),
        ("-3", ".", Quantity(-3.0)),
        ("–3", ".", Quantity(-3.0)),
        ("€-3", ".", Quantity(-3.0, prefix="€")),
        ("-€3", ".", Quantity(-3.0, prefix="€")),
        ("(1.2)", ".", Quantity(-1.2, decimals=1)),
        ("+4 %", ".", Quantity(4.0, unit=f"{NBSP}%")),
        ("**17**", ".", Quantity(17.0)),
        ("٤١", ".", Quantity(41.0)),
        ("४१.५", ".", Quantity(41.5, decimals=1)),
        ("n/a", ".", Quantity(None)),
        ("–", ".", Quantity(None)),
        ("", ".", Quantity(None)),
        ("12 days", ".", Quantity(12.0, unit=f"{NBSP}days")),
    ],
)
def test_a_number_is_read_in_many_spellings(text: str, mark: str, expected: Quantity) -> None:
    assert read_number(text, "," if mark == "," else ".") == expected


@pytest.mark.parametrize(
    "text",
    ["~40", "<5", "12–15", "3/5", "Q1", "v2.1", "12.05.2024", "2024-01-03", "1,23", "five", "A4"],
)
def test_what_is_not_one_exact_number_is_left_alone(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        (["1,234", "5,678"], "en", "."),
        (["1.234", "5.678"], "de", ","),
        (["1.234", "5.678"], "en", "."),
        (["1,5", "2,25"], "en", ","),
        (["0.125"], "de", "."),
        (["1.234.567"], "en", ","),
        (["1,234.5"], "fr", "."),
    ],
)
def test_the_texts_tell_the_decimal_mark_and_else_the_language(
    texts: list[str], language: str, expected: str
) -> None:
    assert decimal_mark(texts, language) == expected


@pytest.mark.parametrize(
    ("texts", "direction"),
    [
        (["2021", "2022", "2023"], 1),
        (["2024", "2023", "2022"], -1),
        (["FY22", "FY23"], 1),
        (["2022/23", "2023/24"], 1),
        (["Q1 2024", "Q2 2024", "Q1 2025"], 1),
        (["1Q24", "2Q24"], 1),
        (["Q3", "Q4", "Q1"], 1),
        (["January", "February", "March"], 1),
        (["Nov", "Dec", "Jan"], 1),
        (["Jan 2024", "Feb 2024"], 1),
        (["Dec-23", "Jan-24"], 1),
        (["2024-01", "2024-02"], 1),
        (["2024-01-31", "2024-02-01"], 1),
        (["3 May 2024", "10 May 2024"], 1),
        (["Week 1", "Week 2"], 1),
        (["Januar", "Februar", "März", "April"], 1),
        (["janv. 2024", "févr. 2024"], 1),
        (["Ene", "Feb", "Mar"], 1),
        (["1. Quartal 2024", "2. Quartal 2024"], 1),
        (["T4 2023", "T1 2024"], 1),
        (["Mon", "Tue", "Wed"], 1),
        (["Freitag", "Samstag", "Sonntag", "Montag"], 1),
        (["H1 2024", "H2 2024"], 1),
        (["2021", "2023", "2022"], 0),
        (["2021", "Q1 2022"], 0),
        (["North", "South"], 0),
        (["12", "13"], 0),
    ],
)
def test_moments_are_told_from_other_words_and_put_in_order(
    texts: list[str], direction: int
) -> None:
    assert in_time(texts) == direction


def test_a_plan_year_is_still_that_year() -> None:
    assert moment_of("2025 (plan)") == moment_of("2025")


@pytest.mark.parametrize("filler", [" ", "\t", "1 ", "( ", "a in ", "- "])
def test_a_hundred_thousand_characters_are_words_and_said_to_be_at_once(filler: str) -> None:
    text = "1" + filler * (100_000 // len(filler)) + "x"

    assert read_number(text) is None
    assert read_heading(text, "en") == (text, None)
