"""`preserve` keeps every word, in order; what is added repeats the text's own headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quintet.domain.briefs import DeckBrief
from quintet.domain.deck import Card, Deck, plain
from quintet.studio.writer import write

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäßéñłжшαωبنגה漢字かな🐝𝔘", min_size=1, max_size=9)
SENTENCE = st.lists(WORDS, min_size=1, max_size=14).map(lambda words: " ".join(words).capitalize())
PROSE = st.lists(SENTENCE, min_size=1, max_size=5).map(lambda said: ". ".join(said) + ".")
BULLETS = st.lists(SENTENCE, min_size=1, max_size=6).map(
    lambda items: "\n".join(f"- {item}" for item in items)
)
STEPS = st.lists(SENTENCE, min_size=1, max_size=4).map(
    lambda items: "\n".join(f"{at}. {item}" for at, item in enumerate(items, start=1))
)
HEADING = st.builds(lambda level, words: f"{'#' * level} {words}", st.integers(1, 4), SENTENCE)
STRONG = SENTENCE.map(lambda words: f"**{words}**")
QUOTE = PROSE.map(lambda words: f"> {words}")
CODE = st.lists(WORDS, min_size=1, max_size=5).map(
    lambda lines: "```\n" + "\n".join(lines) + "\n```"
)
TABLE = st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=4).map(
    lambda rows: "| x | y |\n|---|---|\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)
)
TEXTS = st.lists(
    st.one_of(PROSE, BULLETS, STEPS, HEADING, STRONG, QUOTE, CODE, TABLE), min_size=1, max_size=14
).map("\n\n".join)
with_fixtures = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MARKS = set("#-*>|`")


def source_words(text: str) -> list[str]:
    """The words without Markdown's marks and the numbers of list entries."""
    words = []
    for line in text.split("\n"):
        first, _, rest = line.partition(" ")
        numbered = first.rstrip(".").isdigit()
        words.extend((rest if numbered else line).replace("**", " ").replace("|", " ").split())
    return [word for word in words if not set(word) <= MARKS]


def numbers(text: str) -> Counter[str]:
    """The numbers before entries and headings: marks, or words, as they are used."""
    return Counter(re.findall(r"^\d+(?=\. )", text, re.MULTILINE))


def missing(source: list[str], deck: list[str]) -> list[str]:
    """What of `source` does not come, in its order, in `deck`."""
    heard = iter(word.rstrip(".:。") for word in deck)
    return [word for word in source if not any(word.rstrip(".:。") == said for said in heard)]


@with_fixtures
@given(TEXTS, st.sampled_from(["natural", "auto", "breaks"]), st.sampled_from([None, 1, 3, 7]))
def test_no_word_is_lost_and_none_changes_place(
    words_of: Callable[[Deck], list[str]], text: str, split: str, cards: int | None
) -> None:
    brief = DeckBrief.model_validate({"text": text, "split": split, "cards": cards})

    deck = write(brief).deck

    assert missing(source_words(text), words_of(deck)) == []


@with_fixtures
@given(TEXTS, st.sampled_from([None, 2, 5, 10, 20]))
def test_nothing_is_said_twice_below_the_titles(
    words_below_titles: Callable[[Deck], list[str]], text: str, cards: int | None
) -> None:
    deck = write(DeckBrief.model_validate({"text": text, "cards": cards})).deck

    said = Counter(word.strip(".:") for word in source_words(text))
    bodies = words_below_titles(deck)
    heard = Counter(word.strip(".:") for word in bodies if not set(word) <= MARKS)
    for header in ("x", "y"):
        heard.pop(header, None)
    assert heard <= said + numbers(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(["natural", "auto"]))
def test_every_title_is_of_the_texts_own_words(text: str, split: str) -> None:
    deck = write(DeckBrief.model_validate({"text": text, "split": split})).deck

    said = "".join(source_words(text)).replace(".", "")
    for card in deck.cards:
        if card.role != "agenda":
            assert spoken(card) in said


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_the_same_brief_gives_the_same_deck(text: str) -> None:
    brief = DeckBrief(text=text, split="natural")

    assert write(brief) == write(brief)


def spoken(card: Card) -> str:
    """A title without the number it opens with, and without spaces and full stops."""
    words = re.sub(r"^\d+[.)]\s", "", plain(card.title)).replace(", ", "")
    return "".join(words.split()).rstrip("…").replace(".", "")
