"""Lines: where text breaks, and how wide it comes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.domain.deck import Run, rich
from quintet.studio.type import balanced, measure, segments, wrap
from quintet.studio.type.lines import Cut, settled, spans_of
from quintet.studio.type.measuring import Manner, Measured, squeezed

PLAIN = Manner("Inter", "JetBrains Mono", False, 0.0, "en")


def lines(text: Measured, cuts: list[Cut]) -> list[str]:
    return [text.text[cut.start : cut.end] for cut in cuts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Clock-face and/or not", ["Clock-", "face ", "and/", "or ", "not"]),
        ("from 50–60 km, 24/7", ["from ", "50–60 ", "km, ", "24/7"]),
        ("only 16 % more", ["only ", "16 % ", "more"]),
        ("我能吞下「玻璃」。", ["我", "能", "吞", "下", "「玻", "璃」。"]),
    ],
)
def test_lines_may_break_where_unicode_says(text: str, parts: list[str]) -> None:
    assert list(segments(text)) == parts


def test_thai_breaks_between_words() -> None:
    assert list(segments("ภาษาไทยง่าย", "th")) == ["ภาษา", "ไทย", "ง่าย"]


def test_words_go_on_the_next_line_when_the_column_is_full() -> None:
    text = measure(rich("one two three four"), PLAIN)

    cuts = wrap(text, text.total * 0.55, PLAIN)

    assert lines(text, cuts) == ["one two", "three four"]


def test_a_word_wider_than_its_column_is_split() -> None:
    text = measure(rich("Donaudampfschifffahrt ja"), PLAIN)

    cuts = wrap(text, 4.0, PLAIN)

    assert all(cut.width <= 4.0 for cut in cuts)
    assert "".join(lines(text, cuts)).replace(" ", "") == "Donaudampfschifffahrtja"


def test_balancing_keeps_the_number_of_lines_and_evens_them() -> None:
    text = measure(rich("Three choices separate the streets that cooled from the rest"), PLAIN)
    column = text.total * 0.8

    greedy, even = wrap(text, column, PLAIN), balanced(text, column, PLAIN)

    assert len(even) == len(greedy) == 2
    assert even[0].width - even[1].width < greedy[0].width - greedy[1].width


def test_a_lines_spans_keep_their_emphasis() -> None:
    text = measure((Run("plain "), Run("bold words", bold=True)), PLAIN)

    spans = spans_of(text, 0, 10)

    assert [(span.text, span.bold) for span in spans] == [("plain ", False), ("bold", True)]


def test_spaces_are_squeezed_across_runs_but_kept_in_code() -> None:
    runs = squeezed((Run("  a \n b "), Run("  c  ", bold=True)))

    assert [run.text for run in runs] == ["a b ", "c"]
    code = Manner("JetBrains Mono", "JetBrains Mono", False, 0.0, "en", verbatim=True)
    assert measure(rich("    x = 1"), code).total == pytest.approx(9 * 0.6, abs=0.01)


@given(st.text(max_size=200), st.floats(1.2, 40))
def test_any_text_breaks_into_lines_that_fit_and_lose_nothing(words: str, column: float) -> None:
    text = measure(rich(words), PLAIN)

    cuts = wrap(text, column, PLAIN)

    assert "".join("".join(lines(text, cuts)).split()) == "".join(text.text.split())
    assert all(cut.width <= column + 0.01 or cut.end - cut.start <= 12 for cut in cuts)


def test_a_balanced_title_keeps_its_compounds_whole() -> None:
    words = "I built the wardrobe with my nine-year-old in one afternoon and nothing was left"
    text = measure(rich(words), PLAIN)

    for part in (0.3, 0.36, 0.45, 0.6):
        shown = lines(text, balanced(text, text.total * part, PLAIN))
        assert not any(line.endswith("-") for line in shown)


def test_a_paragraph_does_not_end_in_one_lonely_word() -> None:
    text = measure(
        rich("Two buckets every other day above twenty-five degrees and none after"), PLAIN
    )
    column = (text.total - text.widths[-1]) * 1.01

    cuts = settled(text, column, PLAIN)

    assert len(wrap(text, column, PLAIN)) == len(cuts) == 2
    assert cuts[-1].width >= 0.25 * column


def test_a_title_breaks_behind_its_colon_if_that_costs_no_line() -> None:
    text = measure(rich("Harbour & Pine: third quarter 2026"), PLAIN)

    two = balanced(text, text.total * 0.62, PLAIN)
    three = balanced(text, text.total * 0.46, PLAIN)

    assert lines(text, two) == ["Harbour & Pine:", "third quarter 2026"]
    assert lines(text, three) == ["Harbour & Pine:", "third quarter", "2026"]
