"""From groups of atoms to cards: which heading is the title, which stands above it, which below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quintet.domain.deck import Block, Card, Heading, Numbered, Quote, Rich, Text, plain
from quintet.studio.writer.atoms import Atom, Opened, blocks_of
from quintet.studio.writer.rank import LEANING
from quintet.studio.writer.runs import words_in
from quintet.studio.writer.sentences import sentences
from quintet.studio.writer.titles import FEWEST_WORDS, LONGEST_MOVED, lead_title

MANY_PARTS = 3
"""A section on more cards than this gives the later ones titles of their own."""


def cards_of(groups: Iterable[Sequence[Atom]], language: str) -> list[Card]:
    """A card of each group; those that go on with one section belong together."""
    runs: list[list[Sequence[Atom]]] = []
    for atoms in groups:
        if runs and not atoms[0].opens and runs[-1][-1][-1].path == atoms[0].path:
            runs[-1].append(atoms)
        else:
            runs.append([atoms])
    return [card for run in runs for card in _counted(_run(run, language))]


def _run(run: Sequence[Sequence[Atom]], language: str) -> list[Card]:
    many = len(run) > MANY_PARTS
    return [_card(atoms, language, repeats=not many or not part) for part, atoms in enumerate(run)]


def _counted(cards: Sequence[Card]) -> Iterator[Card]:
    """ "2/3" above a title that stood on the card before as well."""
    titles = [plain(card.title) for card in cards]
    for at, card in enumerate(cards):
        parts, part = titles.count(titles[at]), titles[: at + 1].count(titles[at])
        if part > 1 and titles[at]:
            above = (card.eyebrow, f"{part}/{parts}")
            card = replace(card, eyebrow=" · ".join(word for word in above if word))
        yield card


def _card(atoms: Sequence[Atom], language: str, repeats: bool) -> Card:
    """
    A card that opens with a heading has it as its title, the heading above as its eyebrow. One
    that goes on with a section `repeats` the section's title, or has one of its own.
    """
    first = atoms[0]
    notes = "\n".join(atom.notes for atom in atoms if atom.notes)
    if first.opens:
        title, eyebrow, inside = _headed(atoms)
        below = [replace(first, opens=inside), *atoms[1:]]
        return Card(title, blocks_below(below), eyebrow=eyebrow, notes=notes)
    return replace(_continued(atoms, language, repeats), notes=notes)


def blocks_below(atoms: Iterable[Atom]) -> tuple[Block, ...]:
    """Atoms as the blocks of a card, every heading that opens among them included."""
    return tuple(blocks_of(atoms, _heading))


def _headed(atoms: Sequence[Atom]) -> tuple[Rich, str, tuple[Opened, ...]]:
    """Title, eyebrow, and the headings that stay among the blocks."""
    first = atoms[0]
    outer, deepest = first.opens[0], first.opens[-1]
    siblings = any(opened.level <= deepest.level for atom in atoms[1:] for opened in atom.opens)
    if len(first.opens) > 1 and siblings:
        return outer.title, _above(first.path, outer), first.opens[1:]
    parent = first.path[-2] if len(first.path) > 1 else None
    if siblings and parent and _all_below(parent, atoms):
        return parent.title, _above(first.path, parent), first.opens
    above = " · ".join(plain(opened.title) for opened in first.opens[:-1])
    return deepest.title, above or _above(first.path, deepest), ()


def _all_below(parent: Opened, atoms: Sequence[Atom]) -> bool:
    return all(parent in atom.path for atom in atoms)


def _above(path: Sequence[Opened], opened: Opened) -> str:
    """The heading over a heading, where it is not the title of the whole."""
    above = [each for each in path if each.level < opened.level and each.number != opened.number]
    return plain(above[-1].title) if above else ""


def _continued(atoms: Sequence[Atom], language: str, repeats: bool) -> Card:
    path, blocks = atoms[0].path, blocks_below(atoms)
    section = path[-1].title if path else Rich()
    if section and len(blocks) == 1 and isinstance(blocks[0], Quote):
        return Card((), blocks, eyebrow=plain(section))
    named = blocks and _names_itself(blocks, language)
    if section and repeats and not named:
        return Card(section, blocks, eyebrow=_above(path, path[-1]))
    title, below = lead_title(blocks, language)
    inside = len(path) > 1 or (path and path[0].level > 1)
    if inside and (below[:1] == blocks[:1]) and _says_twice(title, blocks):
        return Card(section, blocks, eyebrow=_above(path, path[-1]))
    return Card(title or section, below, eyebrow=plain(section) if title else "")


def _says_twice(title: Rich, blocks: Sequence[Block]) -> bool:
    """Whether a title is cut off from the words below it, or from an entry of a list."""
    return plain(title).endswith("…") or isinstance(blocks[0], Numbered)


def _names_itself(blocks: Sequence[Block], language: str) -> bool:
    """
    Its first line is a heading, introduces the block below with a colon, or is a short sentence
    that can stand over the others.
    """
    first = blocks[0]
    if not isinstance(first, Text):
        return isinstance(first, Heading)
    words = plain(first.text).rstrip()
    if len(blocks) > 1 and words.endswith((":", "：")):
        return len(words) <= LONGEST_MOVED
    found = sentences(words, language)
    opening = found[0] if len(found) > 1 else ""
    leans = LEANING.match(opening) is not None
    return len(opening) <= LONGEST_MOVED and words_in(opening) >= FEWEST_WORDS and not leans


def _heading(opened: Opened) -> Heading:
    return Heading(opened.title, max(1, min(opened.level - 1, 3)))
