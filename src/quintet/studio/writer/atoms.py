"""
Atoms: the smallest parts a text is dealt out in, in order.

An atom is a stretch of one block: some sentences of a paragraph, some entries of a list, some
rows of a table, or a whole block. Putting neighbours together gives the block back as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from quintet.domain.deck import (
    Block,
    Bullets,
    Chart,
    Code,
    Columns,
    Divider,
    Figure,
    Heading,
    Image,
    Numbered,
    Quote,
    Rich,
    Table,
    Text,
    plain,
)
from quintet.studio.writer.outline import Section
from quintet.studio.writer.runs import cut, trimmed, words_in
from quintet.studio.writer.sentences import spans


class Seam(IntEnum):
    """What a cut right before an atom would part, from the most natural to the least."""

    SECTION = 0
    BREAK = 1
    BLOCK = 2
    ENTRY = 3
    SENTENCE = 4
    ROW = 5


@dataclass(frozen=True, slots=True)
class Opened:
    """A heading over atoms. `number` tells two headings of the same words apart."""

    level: int
    title: Rich
    number: int = 0


@dataclass(frozen=True, slots=True)
class Atom:
    """
    `start` and `end` count characters of a paragraph, entries of a list, rows of a table, lines
    of code; for other blocks they are 0 and 1. `path` is the headings the atom stands under,
    `opens` those of them that begin here. `block` is None for a heading with nothing below it.
    """

    block: Block | None
    key: int
    path: tuple[Opened, ...]
    opens: tuple[Opened, ...] = ()
    start: int = 0
    end: int = 1
    words: int = 0
    seam: Seam = Seam.BLOCK
    notes: str = ""


LISTS = (Bullets, Numbered)


def atoms_of(sections: Iterable[Section]) -> list[Atom]:
    """One atom for each block; a heading without blocks waits for the next, or stands alone."""
    atoms: list[Atom] = []
    path: list[Opened] = []
    opens: list[Opened] = []
    notes: list[str] = []
    ruled = False
    for number, section in enumerate(sections):
        if section.title:
            if opens and opens[-1].level >= section.level:
                # A heading with nothing below it, not even another heading.
                atoms.append(_whole(None, len(atoms), path, opens, Seam.SECTION, _said(notes)))
                opens, notes = [], []
            opened = Opened(section.level, section.title, number)
            path = [above for above in path if above.level < section.level] + [opened]
            opens.append(opened)
        notes.append(section.notes)
        for block in section.blocks:
            if isinstance(block, Divider):
                ruled = True
                continue
            seam = Seam.SECTION if opens else Seam.BREAK if ruled else Seam.BLOCK
            atoms.append(_whole(block, len(atoms), path, opens, seam, _said(notes)))
            opens, notes, ruled = [], [], False
    if opens or _said(notes):
        atoms.append(_whole(None, len(atoms), path, opens, Seam.SECTION, _said(notes)))
    return atoms


def _said(notes: Sequence[str]) -> str:
    return "\n".join(note for note in notes if note)


def _whole(
    block: Block | None,
    key: int,
    path: Sequence[Opened],
    opens: Sequence[Opened],
    seam: Seam,
    notes: str,
) -> Atom:
    size = 1 if block is None else length(block)
    words = sum(words_in(plain(opened.title)) for opened in opens)
    words += 0 if block is None else weight(block)
    return Atom(block, key, tuple(path), tuple(opens), 0, size, words, seam, notes)


def length(block: Block) -> int:
    """How many units a block has, by which it may be cut."""
    if isinstance(block, Text):
        return len(plain(block.text))
    if isinstance(block, LISTS):
        return len(block.items)
    if isinstance(block, Table):
        return max(len(block.rows), 1)
    return len(block.text.split("\n")) if isinstance(block, Code) else 1


def weight(block: Block) -> int:
    """About how many words of running text take as much of a reader's time."""
    if isinstance(block, Text | Heading | Quote):
        return words_in(plain(block.text))
    if isinstance(block, LISTS):
        return sum(words_in(plain(item.text)) for item in block.items)
    if isinstance(block, Columns):
        return sum(words_in(plain(c.heading)) + words_in(plain(c.text)) for c in block.columns)
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return max(sum(words_in(plain(cell)) for row in rows for cell in row) // 2, 1)
    if isinstance(block, Code):
        return block.text.count("\n") * 3 + 4
    return {Chart: 25, Figure: 12, Image: 20}.get(type(block), 0)


def cut_up(atom: Atom, language: str) -> list[Atom]:
    """The atom in its smallest parts."""
    block = atom.block
    if isinstance(block, Text):
        words = plain(block.text)
        ends = [end for _, end in spans(words[atom.start : atom.end], language)]
        return _parts(atom, [atom.start + end for end in ends], Seam.SENTENCE)
    if isinstance(block, LISTS):
        outer = [at for at, item in enumerate(block.items) if item.level == 0]
        ends = [at for at in outer if atom.start < at < atom.end]
        return _parts(atom, [*ends, atom.end], Seam.ENTRY)
    if isinstance(block, Table) and len(block.rows) > 1:
        return _parts(atom, list(range(atom.start + 1, atom.end + 1)), Seam.ROW)
    return [atom]


def _parts(atom: Atom, ends: Sequence[int], seam: Seam) -> list[Atom]:
    parts = []
    for start, end in pairwise([atom.start, *dict.fromkeys(ends)]):
        first = start == atom.start
        part = replace(atom, start=start, end=end)
        parts.append(
            replace(
                part,
                words=weight(block_of([part])) if part.block is not None else 0,
                opens=atom.opens if first else (),
                seam=atom.seam if first else seam,
                notes=atom.notes if first else "",
            )
        )
    return parts or [atom]


def block_of(atoms: Sequence[Atom]) -> Block:
    """Neighbouring atoms of one block, as a block again."""
    block, start, end = atoms[0].block, atoms[0].start, atoms[-1].end
    assert block is not None
    if isinstance(block, Text):
        return replace(block, text=trimmed(cut(block.text, start, end)))
    if isinstance(block, Numbered):
        number = block.start + sum(item.level == 0 for item in block.items[:start])
        return replace(block, items=block.items[start:end], start=number)
    if isinstance(block, Bullets):
        return replace(block, items=block.items[start:end])
    if isinstance(block, Table) and block.rows:
        last = end == len(block.rows)
        return replace(block, rows=block.rows[start:end], source=block.source if last else "")
    return block


def blocks_of(atoms: Iterable[Atom], heading: Callable[[Opened], Block]) -> Iterator[Block]:
    """
    Atoms as blocks, those of one block together, with a block for each heading among them that
    is not the card's own.
    """
    held: list[Atom] = []
    for atom in atoms:
        if held and held[-1].key != atom.key:
            yield block_of(held)
            held = []
        yield from (heading(opened) for opened in atom.opens)
        if atom.block is not None:
            held.append(atom)
    if held:
        yield block_of(held)
