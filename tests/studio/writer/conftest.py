"""What tests of the writer share: briefs in one call, and a deck's words in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from quintet.domain.briefs import DeckBrief
from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Chart,
    Code,
    Columns,
    Deck,
    Figure,
    Heading,
    Image,
    Numbered,
    Quote,
    Table,
    Text,
    plain,
)
from quintet.studio.writer import Written, write


@pytest.fixture
def written() -> Callable[..., Written]:
    def make(text: str, **brief: object) -> Written:
        return write(DeckBrief.model_validate({"text": text, **brief}))

    return make


@pytest.fixture
def words_of() -> Callable[[Deck], list[str]]:
    """Every word of a deck's body and headings, in reading order."""
    return lambda deck: [word for card in deck.cards for word in card_words(card)]


@pytest.fixture
def words_below_titles() -> Callable[[Deck], list[str]]:
    return lambda deck: [
        word for card in deck.cards for block in card.blocks for word in block_words(block)
    ]


def card_words(card: Card) -> Iterator[str]:
    yield from card.eyebrow.split()
    yield from plain(card.title).split()
    yield from plain(card.subtitle).split()
    for block in card.blocks:
        yield from block_words(block)


def block_words(block: Block) -> Iterator[str]:
    match block:
        case Text() | Heading():
            yield from plain(block.text).split()
        case Quote():
            yield from f"{plain(block.text)} {block.by} {block.role}".split()
        case Bullets() | Numbered():
            for item in block.items:
                yield from plain(item.text).split()
        case Columns():
            for column in block.columns:
                yield from f"{plain(column.heading)} {plain(column.text)}".split()
        case Figure():
            yield from f"{block.value} {block.label} {block.note}".split()
        case Code():
            yield from block.text.split()
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from plain(cell).split()
            yield from block.source.split()
        case Chart() if block.table is not None:
            yield from block_words(block.table)
        case Image():
            yield from f"{block.alt} {block.caption}".split()
        case _:
            return
