"""Condense and generate: shorter by leaving out, drafts from topics, nothing made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.domain.deck import Bullets, Code, Deck, Numbered, Text, plain
from quintet.studio.writer import Written
from quintet.studio.writer.budget import WORDS
from quintet.studio.writer.draft_words import PROMPTS
from quintet.studio.writer.rank import ranks

Write = Callable[..., Written]
WordsOf = Callable[[Deck], list[str]]

BEES = """# Bees in the city

What four summers of counting have taught us.

## Where they live

Bees live in walls, in gardens and on roofs. Most city bees are solitary and nest in the ground.
The counting of city bees began in 2022 with eleven gardens. It rained a lot that year. In 2025
the counting covered 212 gardens and found 147 species of bees. Some people like honey. Old walls
with loose mortar hold more nests than new walls do. Roof gardens hold few nests.

## What they need

Bees need flowers from March to October. Gardens with lavender alone feed bees for five weeks.
A mix of twelve native flowers feeds bees for thirty weeks. Bare soil is needed for nests. Lawns
offer bees neither flowers nor bare soil. Cats do not matter.

- **Flowers:** twelve native kinds, in bloom one after the other, all summer long until October
- **Soil:** one square metre of bare and sunny ground that nobody digs in spring or in summer
- **Water:** a flat dish with pebbles, filled every other day when there has been no rain at all
- **Quiet:** no mowing before nine in the morning, and none at all in the two weeks of May
"""


@pytest.mark.parametrize("amount", ["brief", "medium", "detailed"])
def test_condensed_cards_have_about_the_words_asked_for(written: Write, amount: str) -> None:
    deck = written(BEES, mode="condense", cards=3, amount=amount).deck

    most = WORDS["presentation"][amount]  # type: ignore[index]
    for card in deck.cards[1:]:
        spoken = sum(len(said(block).split()) for block in card.blocks)
        assert spoken <= most * 1.6


def said(block: object) -> str:
    if isinstance(block, Text):
        return plain(block.text)
    return " ".join(plain(item.text) for item in block.items) if isinstance(block, Bullets) else ""


def test_what_is_left_out_is_said_in_the_notes(written: Write, words_of: WordsOf) -> None:
    deck = written(BEES, mode="condense", cards=3, amount="brief").deck

    kept = set(" ".join(words_of(deck)).replace("\xa0", " ").split())
    noted = set(" ".join(card.notes for card in deck.cards).split())
    assert {"Cats", "matter.", "honey.", "147", "species"} <= kept | noted
    assert "Cats" not in kept


def test_every_sentence_of_a_condensed_deck_is_the_authors(written: Write) -> None:
    deck = written(BEES, mode="condense", cards=4).deck

    flat = " ".join(BEES.split())
    for card in deck.cards:
        for block in card.blocks:
            if isinstance(block, Text):
                for sentence in plain(block.text).split(". "):
                    assert sentence.rstrip(".") in flat


def test_generate_makes_points_of_sentences_and_says_it_did_not_rewrite(written: Write) -> None:
    result = written(BEES, mode="generate", cards=3, tone="warm", audience="children")

    assert any(isinstance(block, Bullets) for block in result.deck.cards[1].blocks)
    assert not result.deck.draft
    assert result.notes == (
        "The text was arranged and shortened, not rewritten: no text model is configured.",
        "The tone and audience asked for was not applied: no text model is configured.",
    )


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Best hikes in the Alps", "Best hikes in the Alps"),
        ("Create a presentation about solar power.", "Solar power"),
        ("please make a short 5-slide deck on bees\n", "Bees"),
    ],
)
def test_a_topic_alone_makes_a_draft_of_questions(written: Write, text: str, topic: str) -> None:
    result = written(text, mode="generate")

    deck = result.deck
    assert deck.draft
    assert deck.title == topic
    assert len(deck.cards) == 10
    assert plain(deck.cards[0].title).replace("\xa0", " ") == topic
    assert all(card.eyebrow == "To be written" for card in deck.cards[1:])
    assert said(deck.cards[1].blocks[0]).startswith("In one sentence, without jargon")
    assert result.notes[0].startswith("Made from a topic alone")


def test_a_topic_with_points_makes_a_card_of_each(written: Write) -> None:
    deck = written("City bees\n\n- Where they live\n- What they eat", mode="generate", cards=4).deck

    assert [plain(card.title).replace("\xa0", " ") for card in deck.cards][:3] == [
        "City bees",
        "Where they live",
        "What they eat",
    ]


def test_a_draft_speaks_the_language_or_says_that_it_does_not(written: Write) -> None:
    german = written("Stadtbienen", mode="generate", language="de")
    swahili = written("Nyuki", mode="generate", language="sw")

    assert german.deck.cards[1].eyebrow == "Noch zu schreiben"
    assert "questions are in English" in swahili.notes[1]


def test_a_sentence_that_introduces_code_stays_with_it(written: Write) -> None:
    text = (
        "# T\n\n## Query\n\n"
        + "This sentence is only here to fill the card up. " * 12
        + "All of us run the same query:\n\n```sql\nselect 1\n```\n"
    )

    card = written(text, mode="condense", cards=2).deck.cards[1]

    assert "All of us run the same query:" in said(card.blocks[0])
    assert isinstance(card.blocks[-1], Code)


def test_steps_with_gaps_lose_their_numbers(written: Write) -> None:
    steps = "\n".join(
        f"{n}. Step {n} of the plan is a matter of {'many ' * 9}words" for n in range(1, 9)
    )

    card = written(
        f"# T\n\n## Plan\n\n{steps}", mode="condense", cards=2, amount="brief"
    ).deck.cards[1]

    block = card.blocks[0]
    kept = [plain(item.text).split()[1] for item in block.items]  # type: ignore[union-attr]
    assert isinstance(block, Numbered) == (kept == [str(n + 1) for n in range(len(kept))])


def test_ranks_prefer_what_others_repeat() -> None:
    sentences = [
        "Bees need flowers in gardens.",
        "It rained.",
        "Gardens with flowers feed bees longer than lawns.",
        "The bus was late again today.",
        "Flowers in gardens bloom for bees until October.",
    ]

    scores = ranks(sentences)

    assert min(scores[0], scores[2], scores[4]) > max(scores[1], scores[3])


def test_a_document_takes_more_words_than_a_post(written: Write, words_of: WordsOf) -> None:
    document = written(BEES, mode="condense", format="document", size="a4", cards=3).deck
    post = written(BEES, mode="condense", format="social", size="4x5", cards=3).deck

    assert len(words_of(document)) > 2 * len(words_of(post))


@pytest.mark.parametrize("language", PROMPTS)
def test_every_language_asks_as_much(language: str) -> None:
    words = PROMPTS[language]

    assert [len(question) for question in words.questions] == [4] * 12
    assert "{topic}" in words.questions[0][0]
    assert "{number}" in words.more


def test_a_draft_with_a_title_keeps_its_topic_below(written: Write) -> None:
    deck = written("Best hikes in the Alps", mode="generate", title="Our summer").deck

    cover = deck.cards[0]
    assert (deck.title, plain(cover.title)) == ("Our summer", "Our summer")
    assert plain(cover.subtitle) == "Best hikes in the Alps"
