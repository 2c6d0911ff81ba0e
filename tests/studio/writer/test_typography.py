"""Quotes, dashes and spaces by language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.domain.deck import Run, Text, plain, rich
from quintet.studio.writer import Written
from quintet.studio.writer.typography import set_rich, set_text, set_title

Write = Callable[..., Written]


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "He said \"it's 'fine' now\" - really...", "He said “it’s ‘fine’ now”—really…"),
        ("en-gb", 'She said "no" - twice', "She said ‘no’ – twice"),
        ("de", 'Er sagte "ja" - wirklich.', "Er sagte „ja“ – wirklich."),
        ("fr", 'Il dit "oui"! Alors: non', "Il dit «\u202foui\u202f»\u202f! Alors\u00a0: non"),
        ("es", 'Dijo "no" - y ya', "Dijo «no» — y ya"),
        ("pl", '"tak"', "„tak”"),
        ("sv", '"ja"', "”ja”"),
        ("ja", '"はい"', "「はい」"),
        ("zh-cn", '"好"', "“好”"),
        ("en", "3-5 days in 2020-2024", "3–5 days in 2020–2024"),
        ("en", "on 2026-10-21 call 555-1234", "on 2026-10-21 call 555-1234"),
        ("en", "1/2 of 5 kg by J. R. Smith", "½ of 5\u00a0kg by J.\u00a0R.\u00a0Smith"),
        ("en", "a 12% rise, 41 % of it", "a 12% rise, 41\u00a0% of it"),
        ("en", "the dogs' home in the '90s", "the dogs’ home in the ’90s"),
    ],
)
def test_text_is_set_as_its_language_sets_it(language: str, typed: str, printed: str) -> None:
    assert set_text(typed, language) == printed


def test_a_quote_may_open_in_one_run_and_close_in_another() -> None:
    text = (Run('He said "'), Run("no", bold=True), Run('" to it'))

    assert plain(set_rich(text, "en")) == "He said “no” to it"


def test_code_and_addresses_are_left_alone() -> None:
    text = (Run('print("a")', code=True), Run("https://x/a--b", link="https://x/a--b"))

    assert set_rich(text, "en") == text


def test_a_short_last_word_of_a_title_does_not_stand_alone() -> None:
    assert plain(set_title(rich("Where the money is"), "en")) == "Where the money\u00a0is"
    assert plain(set_title(rich("Two words"), "en")) == "Two words"


def test_preserve_leaves_the_type_alone_and_condense_sets_it(written: Write) -> None:
    text = '# T\n\nsub\n\n## A\n\nHe said "no" - twice, and that was all there was to say about it.'

    kept = written(text, split="natural").deck.cards[1].blocks[0]
    set_right = written(text, split="natural", mode="condense").deck.cards[1].blocks[0]

    assert isinstance(kept, Text)
    assert isinstance(set_right, Text)
    assert '"no" - twice' in plain(kept.text)
    assert "“no”—twice" in plain(set_right.text)
