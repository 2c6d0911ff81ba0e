"""How many cards there are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.domain.deck import Bullets, Deck, Image, Text, plain
from quintet.domain.errors import JobFailed
from quintet.studio.writer import Written

Write = Callable[..., Written]

PARTS = [
    f"Part {n} says this. It says that, too. And then it ends.\n\nMore of {n}." for n in range(6)
]


@pytest.mark.parametrize(
    ("breaks", "split", "cards", "made"),
    [
        (0, "auto", 9, 9),
        (0, "auto", None, 10),
        (0, "breaks", 9, 1),
        (5, "auto", 9, 9),
        (5, "breaks", 9, 6),
    ],
)
def test_the_number_of_cards_is_as_documented(
    written: Write, breaks: int, split: str, cards: int | None, made: int
) -> None:
    text = ("\n---\n" if breaks else "\n\n").join(PARTS)

    deck = written(text, split=split, cards=cards).deck

    assert len(deck.cards) == made


@pytest.mark.parametrize("mode", ["preserve", "condense", "generate"])
@pytest.mark.parametrize("cards", [1, 2, 3, 5, 8, 13, 21])
def test_a_text_with_headings_makes_exactly_so_many(written: Write, mode: str, cards: int) -> None:
    sections = [f"## Head {n}\n\n{PARTS[n]}\n\n- a {n}\n- b {n}\n- c {n}" for n in range(4)]
    text = "# Title\n\nA line.\n\n" + "\n\n".join(sections)

    assert len(written(text, mode=mode, cards=cards).deck.cards) == cards


def test_words_are_shared_out_evenly(written: Write) -> None:
    text = " ".join(f"Sentence number {n} has exactly seven words." for n in range(60))

    deck = written(text, cards=7).deck

    sizes = [
        len(plain(block.text).split())
        for card in deck.cards
        for block in card.blocks
        if isinstance(block, Text)
    ]
    assert len(sizes) == 6
    assert max(sizes) - min(sizes) <= 14


def test_cuts_fall_between_sections_where_they_can(written: Write) -> None:
    text = "# T\n\n" + "\n\n".join(f"## S{n}\n\n{PARTS[n]}" for n in range(6))

    deck = written(text, cards=4).deck

    assert [plain(card.title) for card in deck.cards] == ["T", "S0", "S2", "S4"]


def test_breaks_are_exact_and_windows_newlines_are_taken(written: Write) -> None:
    deck = written(
        "one\r\n---\r\ntwo --- still two\n --- \n---x\r\n---\r\nthree", split="breaks"
    ).deck

    assert len(deck.cards) == 3


def test_an_empty_part_is_an_empty_card_and_said(written: Write) -> None:
    result = written("one\n---\n\n---\nthree", split="breaks")

    assert len(result.deck.cards) == 3
    assert result.notes == ("Card 2 is empty: nothing stands between its breaks.",)


def test_more_breaks_than_any_deck_has_are_refused(written: Write) -> None:
    with pytest.raises(JobFailed) as failed:
        written("a\n---\n" * 400, split="breaks")

    assert failed.value.code == "too_many_cards"


def test_a_short_text_that_is_kept_makes_fewer_cards_and_says_so(written: Write) -> None:
    result = written("One sentence. And another one.", cards=10)

    assert len(result.deck.cards) == 3
    assert result.notes == ("The text has words for no more than 3 cards of the 10 asked for.",)


def test_a_short_text_gets_headed_drafts_when_generated(written: Write) -> None:
    text = "# Bees\n\n" + " ".join(
        f"Bees of kind {n} live here and there, as we know." for n in range(6)
    )

    result = written(text, mode="generate", cards=10)

    assert len(result.deck.cards) == 10
    assert result.deck.draft
    assert "Cards 8 to 10 are headings still to be written" in result.notes[0]


def test_only_pictures_make_cards_of_pictures(written: Write) -> None:
    text = "\n".join(f"https://x.example/{n}.png" for n in range(4))

    deck = written(text, cards=4).deck

    assert sum(isinstance(b, Image) for card in deck.cards for b in card.blocks) == 4


def test_a_deck_may_split_where_the_number_was_left_open(written: Write) -> None:
    assert written("# a\n\nb", split="natural").deck.may_split
    assert written("a", split="breaks").deck.may_split
    assert not written("# a\n\nb", split="natural", cards=2).deck.may_split
    assert not written("a").deck.may_split


def test_a_list_and_its_lead_stay_together(written: Write) -> None:
    text = "# T\n\n## A\n\n" + "Word " * 30 + ".\n\nThese are the three:\n\n- a\n- b\n- c\n"

    deck = written(text, cards=3).deck

    last = deck.cards[-1]
    assert plain(last.title) == "These are the three"
    assert isinstance(last.blocks[0], Bullets)


def test_an_entry_stands_on_one_card_even_where_there_are_hardly_enough(
    written: Write, words_of: Callable[[Deck], list[str]]
) -> None:
    text = "## One\n\n- alpha beta gamma delta epsilon\n- zeta\n- eta\n\n## Two\n\n- theta\n- iota"

    deck = written(text, cards=7).deck

    assert [words_of(deck).count(word) for word in ("zeta", "eta", "theta", "iota")] == [1, 1, 1, 1]
