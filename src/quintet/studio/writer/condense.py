"""
A card made shorter by leaving out, never by rewording.

The sentences and entries that say most stay, the others go to the speaker's notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Column,
    Columns,
    Heading,
    Item,
    Numbered,
    Rich,
    Text,
    plain,
)
from quintet.studio.writer.atoms import weight
from quintet.studio.writer.rank import ranks
from quintet.studio.writer.runs import cut, joined, trimmed, words_in
from quintet.studio.writer.sentences import spans

SLACK = 1.15
LIST_SLACK = 1.5
"""A card so much over its number of words is left alone; one of a single list may have more."""

LONGEST_LEAD = 20
"""Words of a sentence that ends in a colon and stays with what it introduces."""

LEAST = 0.35
"""The share of a card's words that its text has at least, whatever stands beside it."""

WORTH = 0.5
"""What ranks below this share of the best is not kept only because it would fit."""

NESTED = 0.6
"""What an entry inside another one counts."""


@dataclass(frozen=True, slots=True)
class Saying:
    """
    One sentence or list entry: the `part`-th of block `block`, which stands below the
    `part_of`-th heading of the card.
    """

    block: int
    part: int
    text: Rich
    level: int = 0
    part_of: int = 0

    @property
    def words(self) -> int:
        return words_in(plain(self.text))


def condense(card: Card, most: int, language: str) -> Card:
    """The card with about `most` words, in the order they had."""
    total = sum(map(weight, card.blocks))
    alone = len(card.blocks) == 1 and isinstance(card.blocks[0], Bullets | Numbered | Columns)
    if total <= most * (LIST_SLACK if alone else SLACK):
        return card
    said = list(_sayings(card.blocks, language))
    if not said:
        return card
    fixed = total - sum(saying.words for saying in said)
    kept = _chosen(said, max(most - fixed, round(most * LEAST))) | _leads(said, card.blocks)
    stays = [saying for at, saying in enumerate(said) if at in kept]
    left_out = [plain(saying.text) for at, saying in enumerate(said) if at not in kept]
    notes = "\n".join(words for words in (card.notes, " ".join(left_out)) if words)
    return replace(card, blocks=tuple(_rebuilt(card.blocks, stays)), notes=notes)


def _sayings(blocks: Sequence[Block], language: str) -> Iterator[Saying]:
    heading = 0
    for number, block in enumerate(blocks):
        heading += isinstance(block, Heading)
        if isinstance(block, Text):
            for part, (start, end) in enumerate(spans(plain(block.text), language)):
                if words := trimmed(cut(block.text, start, end)):
                    yield Saying(number, part, words, 0, heading)
        elif isinstance(block, Bullets | Numbered):
            for part, item in enumerate(block.items):
                yield Saying(number, part, item.text, item.level, heading)
        elif isinstance(block, Columns):
            for part, column in enumerate(block.columns):
                for start, end in spans(plain(column.text), language)[1:]:
                    yield Saying(number, part, trimmed(cut(column.text, start, end)), 1, heading)


def _chosen(said: Sequence[Saying], room: int) -> set[int]:
    """The best that fit, by place; an entry inside another only with it; at least one."""
    scores = ranks([plain(saying.text) for saying in said])
    sizes = [saying.words for saying in said]
    order = sorted(
        range(len(said)), key=lambda at: (-scores[at] * (NESTED if said[at].level else 1), at)
    )
    chosen: set[int] = set()
    used = 0
    # Below each heading the best is kept first, so that no part of the card falls silent.
    firsts = dict.fromkeys(said[at].part_of for at in order)
    best = {next(at for at in order if said[at].part_of == part) for part in firsts}
    for at in sorted(order, key=lambda at: at not in best):
        needed = {at, *_above(said, at)} - chosen
        words = sum(sizes[each] for each in needed)
        worth = scores[at] >= WORTH * scores[order[0]]
        if at in best or (worth and used + words <= room * 1.1):
            chosen |= needed
            used += words
        elif used >= room:
            break
    return chosen


def _leads(said: Sequence[Saying], blocks: Sequence[Block]) -> set[int]:
    """Sentences that introduce a block which stays whole."""
    leads = set()
    for at, saying in enumerate(said):
        ends = at + 1 == len(said) or said[at + 1].block != saying.block
        below = blocks[saying.block + 1] if saying.block + 1 < len(blocks) else None
        whole = below is not None and not isinstance(below, Text | Heading)
        if ends and whole and saying.words <= LONGEST_LEAD and plain(saying.text).endswith(":"):
            leads.add(at)
    return leads


def _above(said: Sequence[Saying], at: int) -> Iterator[int]:
    """The entries an entry is nested in."""
    level, block = said[at].level, said[at].block
    for other in range(at - 1, -1, -1):
        if said[other].block != block or not level:
            return
        if said[other].level < level:
            yield other
            level = said[other].level


def _rebuilt(blocks: Sequence[Block], kept: Sequence[Saying]) -> Iterator[Block]:
    """The blocks with what was kept of them; a heading goes when all below it went."""
    said: dict[int, list[Saying]] = defaultdict(list)
    for saying in kept:
        said[saying.block].append(saying)
    waiting: list[Block] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            waiting.append(block)
            continue
        short = _shortened(block, said[number])
        if short is not None:
            yield from waiting
            yield short
            waiting = []


def _shortened(block: Block, kept: Sequence[Saying]) -> Block | None:
    if isinstance(block, Text):
        return Text(joined(saying.text for saying in kept)) if kept else None
    if isinstance(block, Bullets | Numbered):
        items = tuple(Item(saying.text, saying.level) for saying in kept)
        gaps = [saying.part for saying in kept] != list(range(len(kept)))
        if isinstance(block, Numbered) and gaps:
            return Bullets(items) if items else None
        return replace(block, items=items) if items else None
    if isinstance(block, Columns):
        return Columns(tuple(_column(column, at, kept) for at, column in enumerate(block.columns)))
    return block


def _column(column: Column, at: int, kept: Sequence[Saying]) -> Column:
    """Its first sentence always, the others when they were kept."""
    later = [saying.text for saying in kept if saying.part == at]
    first = spans(plain(column.text), "en")[:1]
    opening = trimmed(cut(column.text, 0, first[0][1])) if first else column.text
    return replace(column, text=joined([opening, *later]))


def as_points(card: Card, language: str) -> Card:
    """Running text as a list of its sentences, where the card has nothing but text."""
    if not card.blocks or not all(isinstance(block, Text) for block in card.blocks):
        return card
    points = [Item(saying.text) for saying in _sayings(card.blocks, language)]
    return replace(card, blocks=(Bullets(tuple(points)),)) if len(points) > 1 else card
