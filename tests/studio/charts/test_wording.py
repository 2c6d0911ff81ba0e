"""How numbers are worded at the marks."""

from __future__ import annotations

import pytest

from quintet.studio.charts.wording import wording_of

NBSP, NARROW, MINUS = "\u00a0", "\u202f", "\u2212"


@pytest.mark.parametrize(
    ("values", "language", "expected"),
    [
        ([41.2, 38, 7.5], "en", ["41.2", "38.0", "7.5"]),
        ([1234, 980], "en", ["1,234", "980"]),
        ([1234, 1980], "en", ["1,234", "1,980"]),
        ([41_234, 38_000, 0], "en", ["41.2k", "38.0k", "0"]),
        ([2_100_000, 950_000], "en", ["2,100k", "950k"]),
        ([2_100_000, 1_950_000], "en", [f"2.10{NBSP}m", f"1.95{NBSP}m"]),
        ([1234.5, 2.5], "de", ["1.235", "3"]),
        ([41_234, 38_000], "de", [f"41,2{NBSP}Tsd.", f"38,0{NBSP}Tsd."]),
        ([1234567, 5], "fr", [f"1{NARROW}234{NARROW}567", "5"]),
        ([1234567, 5], "en-in", ["12,34,567", "5"]),
        ([1234567, 5], "hi", ["12,34,567", "5"]),
        ([123, 1234, 12345], "es", ["123", "1234", "12.345"]),
        ([12.5, 3], "fa", ["۱۲٫۵", "۳٫۰"]),
        ([50_000, 120_000], "ja", ["5万", "12万"]),
        ([-3.25, 4], "en", [f"{MINUS}3.25", "4.00"]),
        ([120.4, 0.04], "en", ["120.40", "0.04"]),
        ([-0.0, 1], "en", ["0", "1"]),
    ],
)
def test_labels_of_one_chart_are_alike(
    values: list[float], language: str, expected: list[str]
) -> None:
    wording = wording_of(values, language)

    assert [wording.word(value) for value in values] == expected


def test_prefix_and_unit_stand_around_the_number_and_the_sign_before_all() -> None:
    assert wording_of([-3.5, 4], "en", "€", "m").word(-3.5) == f"{MINUS}€3.5m"
    assert wording_of([-3.5, 4], "en", "€", "m").word(4, bare=True) == "4.0"
    assert wording_of([3, 4], "de", "", f"{NBSP}%").word(4) == f"4{NBSP}%"


def test_a_unit_other_than_money_keeps_its_numbers_whole() -> None:
    assert wording_of([41_000, 52_000], "en", "", f"{NBSP}kg").word(41_000) == f"41,000{NBSP}kg"
    assert wording_of([41_000, 52_000], "de", "", f"{NBSP}€").word(41_000) == (
        f"41{NBSP}Tsd.{NBSP}€"
    )
