"""Cards: titles, covers, roles, and what stands together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Chart,
    Code,
    Columns,
    Figure,
    Heading,
    Image,
    Numbered,
    Quote,
    Table,
    Text,
    plain,
)
from quintet.studio.writer import Written

Write = Callable[..., Written]
REPORT = Path(__file__).parents[3] / "examples" / "quarterly-report.md"


@pytest.fixture
def report(written: Write) -> tuple[Card, ...]:
    return written(REPORT.read_text("utf-8"), split="natural").deck.cards


def text_of(block: Block) -> str:
    assert isinstance(block, Text)
    return plain(block.text)


def titles(cards: tuple[Card, ...]) -> list[str]:
    return [plain(card.title) for card in cards]


def test_the_example_becomes_a_card_for_each_idea(report: tuple[Card, ...]) -> None:
    shapes = [(card.role, tuple(type(block) for block in card.blocks)) for card in report]

    assert shapes == [
        ("cover", (Text,)),
        ("agenda", (Bullets,)),
        ("content", (Figure,) * 4),
        ("content", (Text, Chart)),
        ("content", (Table,)),
        ("content", (Bullets,)),
        ("content", (Columns,)),
        ("content", (Quote,)),
        ("content", (Text, Code)),
        ("content", (Image, Text)),
        ("content", (Table,)),
        ("content", (Numbered,)),
        ("closing", (Text,)),
    ]


def test_a_card_carries_the_heading_above_its_own(report: tuple[Card, ...]) -> None:
    assert [card.eyebrow for card in report[2:]] == (
        ["Results"] * 4 + ["Customers"] * 3 + ["Operations"] * 2 + ["Outlook"] * 2
    )


def test_the_cover_has_the_first_line_below_its_title(report: tuple[Card, ...]) -> None:
    assert plain(report[0].title) == "Harbour & Pine: third quarter 2026"
    assert plain(report[0].subtitle).startswith("Ready-to-assemble furniture")
    assert text_of(report[0].blocks[0]) == "Report to the board, 21 October 2026"


def test_a_chart_keeps_the_table_it_shows(report: tuple[Card, ...]) -> None:
    chart = report[3].blocks[1]

    assert isinstance(chart, Chart)
    assert chart.table is not None
    assert plain(chart.table.rows[-1][1]) == "9.9"


def test_the_agenda_names_the_sections(report: tuple[Card, ...]) -> None:
    agenda = report[1].blocks[0]

    assert isinstance(agenda, Bullets)
    assert plain(agenda.items[-1].text) == "Plan to the end of March · Questions and figures"
    assert [plain(item.text) for item in agenda.items if not item.level] == [
        "Results",
        "Customers",
        "Operations",
        "Outlook",
    ]


def test_a_short_deck_and_a_document_have_no_agenda(written: Write) -> None:
    short = "# T\n\n" + "\n\n".join(f"## S{n}\n\nWords." for n in range(4))
    document = written(REPORT.read_text("utf-8"), split="natural", format="document", size="a4")

    assert all(c.role != "agenda" for c in written(short, split="natural").deck.cards)
    assert all(c.role != "agenda" for c in document.deck.cards)


def test_long_sections_of_many_cards_have_cards_of_their_own(written: Write) -> None:
    body = "Words that make a paragraph of some length. " * 8
    text = "# T\n\n" + "\n\n".join(
        f"## S{s}\n\n" + "\n\n".join(f"### S{s} part {n}\n\n{body}" for n in range(4))
        for s in range(3)
    )

    cards = written(text, split="natural").deck.cards

    assert [plain(card.title) for card in cards if card.role == "section"] == ["S0", "S1", "S2"]


def test_a_bare_deck_of_sections_has_no_invented_cover(written: Write) -> None:
    deck = written("# One\n\nwords\n\n# Two\n\nwords", split="natural").deck

    assert deck.title == "One"
    assert titles(deck.cards) == ["One", "Two"]
    assert deck.cards[0].role == "content"


def test_a_title_that_was_given_wins_and_the_texts_own_stays_on_the_cover(written: Write) -> None:
    own = written("# Own\n\nwords", split="natural", title="Given").deck
    bare = written("Words. More words. Even more words.", title="Given", cards=3).deck

    assert (own.title, plain(own.cards[0].title)) == ("Given", "Own")
    assert (bare.title, plain(bare.cards[0].title)) == ("Given", "Given")


def test_front_matter_names_title_and_author(written: Write) -> None:
    text = "---\ntitle: The plan\nauthor: Bo Ek\ndate: May 2027\n---\n\n## A\n\nwords\n"

    cover = written(text, split="natural").deck.cards[0]

    assert plain(cover.title) == "The plan"
    assert text_of(cover.blocks[0]) == "Bo Ek · May 2027"


def test_untitled_cards_take_a_short_first_sentence_as_title(written: Write) -> None:
    deck = written("Bees are in trouble. They need flowers, soil and water.", split="breaks").deck

    (card,) = deck.cards
    assert plain(card.title) == "Bees are in trouble"
    assert plain(card.subtitle) == "They need flowers, soil and water."


def test_untitled_cards_with_long_sentences_repeat_the_first_clause(written: Write) -> None:
    sentence = (
        "Bees in the city have had four hard summers in a row, and the gardens that were planted"
        " for them in the spring of last year have made hardly any difference so far."
    )

    (card,) = written(sentence, split="breaks").deck.cards

    assert plain(card.title) == "Bees in the city have had four hard summers in a row"
    assert text_of(card.blocks[0]) == sentence


def test_a_section_that_goes_on_repeats_its_title_and_counts(written: Write) -> None:
    text = "# T\n\n## Bees\n\n" + "This is a sentence about bees that has ten words. " * 12

    cards = written(text, cards=3).deck.cards

    assert titles(cards) == ["T", "Bees", "Bees"]
    assert [card.eyebrow for card in cards] == ["", "", "2/2"]


def test_short_sisters_become_columns_and_long_ones_do_not(written: Write) -> None:
    short = "# T\n\n## Ways\n\n### Walk\n\nIt is free.\n\n### Ride\n\nIt is fast.\n"
    long = short.replace("It is free.", "It is free. " * 60)

    assert isinstance(written(short, split="natural").deck.cards[1].blocks[0], Columns)
    assert not any(
        isinstance(block, Columns)
        for card in written(long, split="natural").deck.cards
        for block in card.blocks
    )


def test_a_last_card_with_an_address_closes_and_one_without_does_not(written: Write) -> None:
    text = "# T\n\n## A\n\nwords\n\n## The end\n\nAsk {}."

    assert written(text.format("bo@x.example"), split="natural").deck.cards[-1].role == "closing"
    assert written(text.format("nobody"), split="natural").deck.cards[-1].role == "content"


def test_references_are_sources(written: Write) -> None:
    deck = written("# T\n\n## A\n\nwords\n\n## References\n\n- Ek 2020\n- Li 2021", split="natural")

    assert deck.deck.cards[-1].role == "sources"


def test_the_authors_comment_is_the_cards_note(written: Write) -> None:
    deck = written("# T\n\n## A\n\nwords\n\n<!-- smile -->\n\n## B\n\nwords", split="natural").deck

    assert [card.notes for card in deck.cards] == ["", "smile", ""]


def test_frame_theme_and_size_pass_through(written: Write) -> None:
    deck = written(
        "# T\n\nwords",
        theme="paper",
        size="4x3",
        language="fr",
        frame={"slots": {"topLeft": {"show": "number"}}},
    ).deck

    assert (deck.theme, deck.size, deck.language) == ("paper", "4x3", "fr")
    assert deck.frame.slots["topLeft"].show == "number"


def test_a_document_keeps_a_section_on_one_card(written: Write) -> None:
    text = REPORT.read_text("utf-8")

    deck = written(text, split="natural", format="document", size="a4").deck

    assert "Sales grew where we opened showrooms" in titles(deck.cards)
    assert len(deck.cards) == 12


def test_two_lists_under_sister_headings_are_compared_on_one_card(written: Write) -> None:
    sides = "### Pros\n\n- cheap\n- near\n\n### Cons\n\n- old\n- small\n"
    long = "A paragraph of some length that says how the old mill came to be looked at. " * 5

    deck = written(f"# T\n\n## The mill\n\n{long}\n\n{sides}", split="natural").deck

    last = deck.cards[-1]
    assert plain(last.title) == "The mill"
    assert [type(block) for block in last.blocks] == [Heading, Bullets, Heading, Bullets]


def test_a_picture_right_below_the_title_stands_on_the_cover(written: Write) -> None:
    deck = written("# T\n\n![sea](sea.jpg)\n\n## A\n\nwords", split="natural").deck

    assert deck.cards[0].blocks == (Image("sea.jpg", alt="sea"),)


def test_a_cover_gives_its_line_back_where_cards_are_wanting(written: Write) -> None:
    deck = written("# Bees\n\nThey fly. They sting. They dance.", cards=4).deck

    assert [plain(card.title) for card in deck.cards] == [
        "Bees",
        "They fly",
        "They sting",
        "They dance",
    ]


def test_lines_of_labels_are_named_by_their_labels(written: Write) -> None:
    deck = written("# T\n\nSubtitle.\n\n- Who: Ana\n- Where: Room 4", split="natural").deck

    assert plain(deck.cards[1].title) == "Who, Where"


def test_the_number_of_a_slide_leaves_its_title_unless_every_word_is_kept(written: Write) -> None:
    text = "Slide 1: Bees\n- small\n- striped\n\nSlide 2: Wasps\nThey sting."

    assert titles(written(text, split="natural").deck.cards) == ["Slide 1: Bees", "Slide 2: Wasps"]
    assert titles(written(text, split="natural", mode="condense").deck.cards) == ["Bees", "Wasps"]


def test_a_quotation_alone_needs_no_title(written: Write) -> None:
    (card,) = written("> Make it work.\n> — Kent Beck", split="breaks").deck.cards

    assert card.title == ()
    assert isinstance(card.blocks[0], Quote)


def test_a_title_is_a_whole_clause_where_one_of_the_first_sentences_has_one(
    written: Write,
) -> None:
    text = (
        "When people speak about storing power they think of large halls of batteries far outside."
        " Our city has taken another way. It began in the cellars of its schools and its pools."
    )

    (card,) = written(text, split="breaks").deck.cards

    assert plain(card.title) == "Our city has taken another way"


def test_a_section_that_goes_on_with_a_short_sentence_has_it_as_title(written: Write) -> None:
    more = "Nobody can say for sure how many of them there were in all of those years together."
    wasps = f"Wasps came to the city in 1920. {more} {more}"
    text = f"# T\n\n## Bees\n\nThey fly. {more} {more}\n\n{wasps}"

    cards = written(text, cards=3).deck.cards

    assert [(card.eyebrow, plain(card.title)) for card in cards[1:]] == [
        ("", "Bees"),
        ("Bees", "Wasps came to the city in 1920"),
    ]


def test_a_list_that_goes_on_repeats_no_entry_as_its_title(written: Write) -> None:
    steps = "\n".join(
        f"{n}. Fold in the flour of bowl {n}, and stir until it is smooth" for n in range(1, 9)
    )
    cards = written(f"# Cake\n\n## Method\n\n{steps}\n", cards=5).deck.cards
    assert {plain(card.title) for card in cards[1:]} <= {"Contents", "Method"}


def test_no_card_holds_a_single_entry_of_a_list_where_that_can_be(written: Write) -> None:
    steps = "\n".join(f"{n}. Heat the oven and line tin {n}" for n in range(1, 7))
    cards = written(
        f"# Cake\n\n## Method\n\n{steps}\n\n## Tips\n\nEat it warm. Share it.\n", cards=6
    ).deck.cards
    counts = [len(b.items) for card in cards for b in card.blocks if isinstance(b, Numbered)]
    assert min(counts) > 1


def test_short_samples_of_code_share_a_card_and_long_ones_do_not(written: Write) -> None:
    def samples(lines: int) -> list[int]:
        code = "```sh\n" + "\n".join(["make all"] * lines) + "\n```"
        text = f"# Tool\n\nFast.\n\n## Use\n\nRun this:\n\n{code}\n\nOr that:\n\n{code}\n"
        cards = written(text, split="natural").deck.cards
        return [sum(isinstance(b, Code) for b in card.blocks) for card in cards[1:]]

    assert samples(2) == [2]
    assert samples(9) == [1, 1]
