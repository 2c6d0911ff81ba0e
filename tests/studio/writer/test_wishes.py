"""What is asked for in free words is done, or named as not done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.domain.deck import Chart, Columns, Table, plain
from quintet.studio.writer import Written

Write = Callable[..., Written]

TEXT = (
    "# T\n\n## Sales\n\n| Year | Sales |\n|---|---|\n| 2023 | 10 |\n| 2024 | 14 |\n"
    "| 2025 | 19 |\n\n"
    "## Ways\n\n- **Walk:** it is free\n- **Ride:** it is fast\n- **Drive:** it is dry\n"
)


def test_numbers_are_charts_unless_the_caller_says_no(written: Write) -> None:
    plainly = written(TEXT, split="natural").deck
    without = written(TEXT, split="natural", instructions="Please no charts.").deck

    assert isinstance(plainly.cards[1].blocks[0], Chart)
    assert isinstance(without.cards[1].blocks[0], Table)


@pytest.mark.parametrize(
    "words",
    [
        "No charts",
        "avoid graphs!",
        "Use tables, not charts",
        "use a table",
        "Don't use any charts.",
    ],
)
def test_there_are_many_ways_to_say_no_charts(written: Write, words: str) -> None:
    result = written(TEXT, split="natural", instructions=words)

    assert isinstance(result.deck.cards[1].blocks[0], Table)
    assert result.notes == ()


def test_a_title_can_be_asked_for_but_the_parameter_wins(written: Write) -> None:
    assert written(TEXT, instructions='Title: "Our year"').deck.title == "Our year"
    assert written(TEXT, instructions="Title: Our year", title="Given").deck.title == "Given"


def test_a_list_of_three_stands_in_three_columns(written: Write) -> None:
    deck = written(TEXT, split="natural", instructions="Show it in three columns").deck

    block = deck.cards[2].blocks[0]
    assert isinstance(block, Columns)
    assert [(plain(c.heading), plain(c.text)) for c in block.columns] == [
        ("Walk", "it is free"),
        ("Ride", "it is fast"),
        ("Drive", "it is dry"),
    ]


def test_a_layout_can_be_wished_for_by_name(written: Write) -> None:
    deck = written(TEXT, split="natural", instructions="Card 3 as a timeline.").deck

    assert [card.wish for card in deck.cards] == [None, None, "timeline"]


def test_notes_can_be_refused(written: Write) -> None:
    text = "# T\n\n## A\n\nwords\n\n<!-- smile -->"

    result = written(text, split="natural", instructions="No speaker notes")

    assert [card.notes for card in result.deck.cards] == ["", ""]


def test_an_agenda_can_be_asked_for_and_refused(written: Write) -> None:
    short = "# T\n\n" + "\n\n".join(f"## S{n}\n\nwords" for n in range(4))
    long = "# T\n\n" + "\n\n".join(f"## S{n}\n\nwords" for n in range(8))

    asked = written(short, split="natural", instructions="Add an agenda").deck
    refused = written(long, split="natural", instructions="no table of contents").deck

    assert asked.cards[1].role == "agenda"
    assert all(card.role != "agenda" for card in refused.cards)


def test_what_is_not_understood_is_named_once(written: Write) -> None:
    result = written(
        TEXT, split="natural", instructions="No charts. Use a pirate's voice; mention cats."
    )

    assert result.notes == (
        "Not acted on, for no text model is configured: “Use a pirate's voice”, “mention cats”.",
    )


def test_a_wish_for_no_change_is_what_preserve_does(written: Write) -> None:
    assert written(TEXT, instructions="Do not change the text.", cards=3).notes == ()


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Add speaker notes.", "No speaker notes were made"),
        ("Use four columns", "Nothing was put in 4 columns"),
        ("Add an agenda", "No agenda was made"),
        ("Card 9 as a timeline", "There is no card 9"),
        ("Use charts", "No chart was made"),
    ],
)
def test_a_wish_that_finds_nothing_to_hold_on_to_is_named(
    written: Write, words: str, note: str
) -> None:
    result = written("# T\n\n## A\n\nwords", split="natural", instructions=words)

    assert [each.startswith(note) for each in result.notes] == [True]
