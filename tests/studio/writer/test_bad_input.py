"""Whatever comes in, a deck or a plain refusal comes out."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintet.domain.briefs import DeckBrief
from quintet.domain.deck import DECK, Deck, Frame, Slot, plain
from quintet.domain.errors import JobFailed
from quintet.studio.writer import Written, write

Write = Callable[..., Written]

ODD = {
    "a word": "a",
    "one long paragraph": "Lorem ipsum dolor sit amet. " * 3600,
    "one long word": "a" * 20_000,
    "emoji": "😀👩‍👩‍👧🇪🇪 " * 500,
    "right to left": "مرحبا بالعالم. كيف حالك اليوم؟ " * 100,
    "Han": "这是一个句子。" * 500,
    "Thai": "สวัสดีครับ วันนี้อากาศดี " * 200,
    "controls": "a\x00b\x01\x0b\x1b[31mc\ufffe\ud800 d " * 50,
    "only pictures": "https://x.example/a.png\n" * 50,
    "many headings": "# a\n" * 1000,
    "headings without end": "#" * 3000,
    "deep list": "".join("  " * at + "- a\n" for at in range(300)),
    "deep list in a line": "- " * 2000 + "x",
    "deep quote": "> " * 2000 + "x",
    "ragged table": "| a |\n|---|---|\n| 1 | 2 | 3 | 4 |\n||\n| 5\n",
    "wide table": "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n",
    "html": "<div onclick=x><script>alert(1)</script><p>Hi</p></div>\n" * 100,
    "open fence": "```\n" + "x\n" * 500,
    "open brackets": "[" * 5000 + "![" * 2000 + "**_" * 2000,
    "stars": "*" * 5000,
    "backslashes": "\\" * 5000 + "x",
    "bars": "|" * 5000,
    "data": "![a](data:image/png;base64,AAAA)",
    "unclosed comment": "<!-- " * 300,
    "quotes": "\"'" * 2000,
    "figures": "**41 %** a\n" * 100,
    "rules": "a\n\n---\n\n***\n\n___\n\nb",
}
WAYS = tuple(itertools.product(("natural", "auto", "breaks"), ("preserve", "condense", "generate")))


def deck_or_empty(brief: dict[str, str]) -> Deck | None:
    """None where the text was refused because it holds no words."""
    try:
        return write(DeckBrief.model_validate(brief)).deck
    except JobFailed as failed:
        if failed.code == "empty":
            return None
        raise


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("split", "mode"), WAYS)
def test_odd_texts_make_decks_that_can_be_stored(text: str, split: str, mode: str) -> None:
    deck = deck_or_empty({"text": text, "split": split, "mode": mode})

    assert deck is None or 1 <= len(deck.cards) <= 300
    assert deck is None or DECK.validate_json(DECK.dump_json(deck)) == deck


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x01", "\u200b\u3000\xa0", "> \n> ", "****"])
@pytest.mark.parametrize("mode", ["preserve", "condense", "generate"])
def test_a_text_without_words_is_refused(written: Write, text: str, mode: str) -> None:
    with pytest.raises(JobFailed) as failed:
        written(text, mode=mode)

    assert failed.value.code == "empty"


def test_a_very_long_text_has_at_most_three_hundred_cards(written: Write) -> None:
    text = "".join(f"## Head {n}\n\nWords of part {n}.\n\n" for n in range(2000))

    result = written(text, split="natural")

    assert len(result.deck.cards) == 300
    assert "300 cards" in result.notes[0]


def test_exactly_the_number_asked_for_even_of_a_very_long_text(written: Write) -> None:
    text = "One sentence stands here. " * 8000

    assert len(written(text, cards=75).deck.cards) == 75


MARKUP = st.text("ab \n#*_`>|-[]()!<&\\:.1\"'—•😀\t", max_size=120)


@settings(max_examples=150, deadline=None)
@given(MARKUP, st.sampled_from(WAYS))
def test_no_text_makes_the_writer_fail(text: str, way: tuple[str, str]) -> None:
    deck = deck_or_empty({"text": text, "split": way[0], "mode": way[1]})

    assert deck is None or deck.cards


def test_letters_of_markup_are_not_lost(written: Write) -> None:
    def letters(words: str) -> Iterator[str]:
        return filter(str.isalnum, words)

    deck = written(r"A 5 \* 3, C:\dir\*.txt, snake_case_word, a < b > c & d.", split="breaks").deck

    (card,) = deck.cards
    assert "".join(letters(plain(card.title))) == "A53Cdirtxtsnakecasewordabcd"


def test_importing_the_writer_is_quick() -> None:
    """Nothing heavy comes along: it is imported in every render process."""
    script = (
        "import sys, json; import quintet.studio.writer; print(json.dumps(sorted(m for m in"
        " sys.modules if m in ('numpy', 'PIL', 'typst', 'uharfbuzz', 'icu4py', 'sqlalchemy'))))"
    )

    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert json.loads(found.stdout) == []


@pytest.mark.parametrize("split", ["natural", "auto"])
def test_sentences_behind_emoji_part_where_they_end(written: Write, split: str) -> None:
    deck = written("🐝🐝 Bees came! Roofs are warm. Parks bloom.", split=split, cards=20).deck

    assert [plain(card.title) for card in deck.cards[1:]] == [
        "🐝🐝 Bees came!",
        "Roofs are warm",
        "Parks bloom",
    ]


def test_a_title_and_a_frame_are_cleaned_as_the_text_is() -> None:
    frame = Frame({"topLeft": Slot("text", "Bees\x00 and\ud800 co")}, hide_on_first=True)
    brief = DeckBrief(text="# A\n\nWords.", title="A\x1b deck\udfff", frame=frame)

    deck = write(brief).deck

    assert deck.title == "A deck"
    assert deck.frame == Frame({"topLeft": Slot("text", "Bees and co")}, hide_on_first=True)
    assert DECK.validate_json(DECK.dump_json(deck)) == deck
