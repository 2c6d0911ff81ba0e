"""Prices: what is reserved is never less than what is settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quintet.accounts.credits import MICRO
from quintet.accounts.prices import Prices, expected_cards
from quintet.domain.briefs import DeckBrief, ImageWish, Split
from quintet.studio.press import compose

SHIPPED = Prices.load()
WITH_AI = Prices.load(ai_images=True)


@pytest.mark.parametrize(
    ("split", "breaks", "cards", "expected"),
    [
        ("auto", 0, 9, 9),
        ("auto", 0, None, 10),
        ("breaks", 0, 9, 1),
        ("auto", 5, 9, 9),
        ("breaks", 5, 9, 6),
    ],
)
def test_cards_are_expected_as_gamma_documents_them(
    split: Split, breaks: int, cards: int | None, expected: int
) -> None:
    text = "\n---\n".join(["A line with --- in it."] * (breaks + 1))

    assert expected_cards(DeckBrief(text=text, split=split, cards=cards)) == expected


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("a\r\n---\r\nb\r\n---\r\nc", 3),
        ("a\r---\rb", 2),
        ("a\u2028---\u2028b", 2),
        ("a\n-\x01--\nb", 2),
        ("a\n---\n---\nb", 3),
        ("a\n---  \nb\n ---\nc\n----\nd", 1),
        ("---\na\n---", 1),
    ],
)
def test_breaks_are_counted_as_the_writer_finds_them(text: str, cards: int) -> None:
    brief = DeckBrief(text=text, split="breaks", title="A")

    assert expected_cards(brief) == cards
    assert len(compose(brief).deck.cards) == cards


def test_a_natural_split_is_estimated_generously_and_bounded() -> None:
    short = DeckBrief(text="# One\n\nWords.\n\n## Two\n\nWords.", split="natural")
    long = DeckBrief(text="word " * 80_000, split="natural")

    assert 3 <= expected_cards(short) <= 5
    assert expected_cards(long) == 75


def test_a_gamma_deck_costs_three_credits_a_card() -> None:
    assert SHIPPED.of("gamma", DeckBrief(text="x", cards=8)) == 24 * MICRO


def test_pictures_by_ai_are_reserved_by_their_model_where_somebody_makes_them() -> None:
    brief = DeckBrief(text="x", cards=8, images=ImageWish(model="imagen-4-pro"))

    assert SHIPPED.of("gamma", brief) == 24 * MICRO
    assert WITH_AI.of("gamma", brief) == (24 + 8 * 20) * MICRO
    assert WITH_AI.spent("gamma", brief, 8, 3) == (24 + 3 * 20) * MICRO


def test_pictures_from_elsewhere_cost_nothing() -> None:
    brief = DeckBrief(text="x", cards=8, images=ImageWish(source="noImages"))

    assert WITH_AI.of("gamma", brief) == 24 * MICRO


def test_our_own_dialect_is_free_and_perceptis_counts_slides() -> None:
    brief = DeckBrief(text="x", cards=8)

    assert SHIPPED.of("quintet", brief) == 0
    assert SHIPPED.of("perceptis", brief) == 8 * MICRO


def test_every_model_of_gamma_has_a_price_and_the_ultra_ones_say_so() -> None:
    models = SHIPPED.price("gamma", "deck").models

    assert len(models) == 55
    assert models["veo-3.1"].plan == "ultra"
    assert all(price.credits > 0 for price in models.values())


def test_an_own_list_replaces_only_what_it_names(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text("[gamma.deck]\nper_card = 0.1\n\n[quintet.deck]\nper_job = 1\n")

    prices = Prices.load(own)

    assert prices.of("gamma", DeckBrief(text="x", cards=3)) == 300_000
    assert prices.of("quintet", DeckBrief(text="x")) == MICRO
    assert prices.price("gamma", "deck").models["dall-e-3"].credits == 33


@pytest.mark.parametrize("wrong", ["per_slide = 3", "per_card = -1", 'per_card = "much"'])
def test_a_wrong_entry_is_named(tmp_path: Path, wrong: str) -> None:
    own = tmp_path / "prices.toml"
    own.write_text(f"[gamma.deck]\n{wrong}\n")

    with pytest.raises(ValidationError, match=r"gamma\.deck\.per_"):
        Prices.load(own)


@given(
    cards=st.integers(1, 75),
    made=st.integers(0, 75),
    pictures=st.integers(0, 75),
    model=st.sampled_from([None, "unheard-of", *SHIPPED.price("gamma", "deck").models]),
)
def test_what_was_reserved_covers_every_deck_that_was_asked_for(
    cards: int, made: int, pictures: int, model: str | None
) -> None:
    brief = DeckBrief(text="x", cards=cards, images=ImageWish(model=model))

    spent = WITH_AI.spent("gamma", brief, min(made, cards), min(pictures, cards))

    assert 0 <= spent <= WITH_AI.of("gamma", brief)
