"""
One idea, one card: where a text falls apart by itself.

A section that fits stays together; a long one is parted at its sub-headings, then where a
picture, a chart or another thing that wants room of its own stands among the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quintet.domain.deck import (
    Block,
    Bullets,
    Chart,
    Code,
    Columns,
    DeckFormat,
    Figure,
    Heading,
    Image,
    Numbered,
    Quote,
    Table,
    Text,
    plain,
)
from quintet.studio.writer.atoms import Atom, Seam
from quintet.studio.writer.budget import MOST_WORDS

STRONG = (Chart, Table, Code, Columns, Image)
COMPANION = 45
"""Words that may stand beside a strong block."""

SMALL = 0.6
"""Sections below a heading share its card when all together take no more of it than this."""

MOST_SIDE = 6
"""Entries of a list that is compared with another."""

SAMPLES, SAMPLE_LINES, SAMPLE_WORDS = 2, 8, 200
"""So many samples of code share a card if they have so few lines, and characters about them."""

ROOMY = 90
"""Formats whose cards take at least so many words have room for two samples."""

LONELY = 12
"""A last card with fewer words joins the one before."""


def groups_by_idea(atoms: Sequence[Atom], format: DeckFormat) -> list[list[Atom]]:
    """The atoms of each card, in order."""
    if not atoms:
        return []
    most = MOST_WORDS[format]
    return [group for group in _within(list(atoms), most, format == "document") if group]


def _within(atoms: list[Atom], most: int, flows: bool) -> Iterator[list[Atom]]:
    """A stretch of atoms under one heading, whole if it fits, else its parts."""
    if _fits(atoms, most, flows):
        yield atoms
        return
    level = _outermost(atoms)
    if level is None:
        yield from _ideas(atoms, most, flows)
        return
    starts = [
        at for at, atom in enumerate(atoms) if at and any(o.level <= level for o in atom.opens)
    ]
    parts = [atoms[start:end] for start, end in pairwise([0, *starts, len(atoms)])]
    for part in _with_pair(parts):
        if len(part) == 2 and _is_side(part[:1]) and _is_side(part[1:]):
            yield part
        else:
            yield from _within(part, most, flows)


def _with_pair(parts: list[list[Atom]]) -> list[list[Atom]]:
    """Two lists side by side, each under a heading of its own, stay together to be compared."""
    sides = [at for at, part in enumerate(parts) if _is_side(part)]
    if len(sides) != 2 or sides[1] != sides[0] + 1 or len(parts[sides[0]][0].path) < 2:
        return parts
    at = sides[0]
    if len(parts[at]) > 1:
        return parts
    second, tail = parts[at + 1][:1], parts[at + 1][1:]
    pair = [*parts[at], *second]
    return [*parts[:at], pair, *([tail] if tail else []), *parts[at + 2 :]]


def _is_side(part: Sequence[Atom]) -> bool:
    """It begins with a heading and a list."""
    block = part[0].block
    headed = bool(part[0].opens)
    return headed and isinstance(block, Bullets | Numbered) and 2 <= len(block.items) <= MOST_SIDE


def _outermost(atoms: Sequence[Atom]) -> int | None:
    """The level of the outermost headings that open inside."""
    return min((opened.level for atom in atoms[1:] for opened in atom.opens), default=None)


def _fits(atoms: Sequence[Atom], most: int, flows: bool) -> bool:
    level = _outermost(atoms)
    if level is not None and level <= 2:
        return False
    if any(atom.seam is Seam.BREAK for atom in atoms[1:]):
        return False
    words = sum(atom.words for atom in atoms)
    if flows:
        spoken = all(isinstance(atom.block, Text | Heading | None) for atom in atoms)
        return level is None or (words <= most * SMALL and spoken)
    if level is not None and words > most * SMALL:
        return False
    return len(list(_ideas(atoms, most, flows))) <= 1


def _ideas(atoms: Sequence[Atom], most: int, flows: bool) -> Iterator[list[Atom]]:
    """Atoms under one heading, parted where the next does not go with those before."""
    if flows:
        yield from _at_breaks(atoms)
        return
    cards = [_Idea()]
    for atom in atoms:
        if cards[-1].atoms and not cards[-1].takes(atom, most):
            cards.append(_Idea(cards[-1].let_go()))
        cards[-1].atoms.append(atom)
    if len(cards) > 1 and cards[-1].is_lonely() and not cards[-2].strong:
        cards[-2].atoms.extend(cards.pop().atoms)
    if most >= ROOMY:
        cards = _with_samples(cards)
    yield from (card.atoms for card in cards if card.atoms)


def _with_samples(cards: list[_Idea]) -> list[_Idea]:
    """Short samples of code that follow one another share a card."""
    joined: list[_Idea] = []
    for card in cards:
        before = joined[-1] if joined else None
        if before and not _parted(before, card) and _are_samples([*before.blocks, *card.blocks]):
            before.atoms.extend(card.atoms)
        else:
            joined.append(card)
    return joined


def _parted(one: _Idea, two: _Idea) -> bool:
    return not one.atoms or not two.atoms or two.atoms[0].seam is Seam.BREAK


def _are_samples(blocks: Sequence[Block]) -> bool:
    """Two samples of few lines in all, and few words to say what they are."""
    code = [block for block in blocks if isinstance(block, Code)]
    texts = [block for block in blocks if isinstance(block, Text)]
    if len(code) != SAMPLES or len(code) + len(texts) < len(blocks):
        return False
    lines = sum(block.text.count("\n") + 1 for block in code)
    return lines <= SAMPLE_LINES and sum(len(plain(text.text)) for text in texts) <= SAMPLE_WORDS


def _at_breaks(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    held: list[Atom] = []
    for atom in atoms:
        if held and atom.seam is Seam.BREAK:
            yield held
            held = []
        held.append(atom)
    yield held


@dataclass(slots=True)
class _Idea:
    atoms: list[Atom] = field(default_factory=list)

    @property
    def blocks(self) -> list[Block]:
        return [atom.block for atom in self.atoms if atom.block is not None]

    @property
    def words(self) -> int:
        return sum(atom.words for atom in self.atoms)

    @property
    def strong(self) -> bool:
        return any(isinstance(block, (*STRONG, Figure, Quote)) for block in self.blocks)

    def takes(self, atom: Atom, most: int) -> bool:
        """Whether the next atom belongs on this card."""
        block, last = atom.block, self.atoms[-1].block
        if atom.seam is Seam.BREAK:
            return False
        if block is None or last is None or leads_on(last):
            return True
        if isinstance(block, Figure) and isinstance(last, Figure):
            return sum(isinstance(each, Figure) for each in self.blocks) < 5
        if isinstance(block, Quote) or isinstance(last, Quote):
            return False
        if isinstance(block, (*STRONG, Figure)):
            return not self.strong and self.words <= COMPANION
        if self.strong:
            if leads_on(block):
                return False
            beside = sum(a.words for a in self.atoms if not isinstance(a.block, STRONG))
            return beside + atom.words <= COMPANION and not isinstance(block, Heading)
        if isinstance(block, Heading) or self._ends_with_list(block):
            return self.words + atom.words <= most // 2
        return self.words + atom.words <= most

    def _ends_with_list(self, block: Block) -> bool:
        last = self.atoms[-1].block
        return isinstance(last, Bullets | Numbered) and isinstance(block, Text)

    def let_go(self) -> list[Atom]:
        """What introduces the next card goes there, and not all of this one."""
        kept: list[Atom] = []
        while len(self.atoms) > 1 and _introduces(self.atoms[-1].block):
            kept.insert(0, self.atoms.pop())
        return kept

    def is_lonely(self) -> bool:
        return self.words < LONELY and not self.strong


def leads_on(block: Block) -> bool:
    """A heading, or a line that ends in a colon: it never stands last."""
    return isinstance(block, Heading) or (
        isinstance(block, Text) and plain(block.text).rstrip().endswith((":", "："))
    )


def _introduces(block: Block | None) -> bool:
    return block is not None and leads_on(block)
