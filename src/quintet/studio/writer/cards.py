"""From groups of atoms to cards: which heading is the title, which stands above it, which below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Block, Card, Heading, Quote, Rich, Text, plain
from quintet.studio.writer.atoms import Atom, Opened, blocks_of
from quintet.studio.writer.titles import lead_title

MANY_PARTS = 3
"""A section on more cards than this gives the later ones titles of their own."""


@dataclass(frozen=True, slots=True)
class Group:
    """The atoms of one card. The `part`-th of `parts` cards that its section begins or fills."""

    atoms: tuple[Atom, ...]
    part: int = 1
    parts: int = 1

    @property
    def words(self) -> int:
        return sum(atom.words for atom in self.atoms)


def cards_of(groups: Iterable[Sequence[Atom]], language: str) -> list[Card]:
    return [card_of(group, language) for group in numbered(groups)]


def numbered(groups: Iterable[Sequence[Atom]]) -> list[Group]:
    """Groups that go on with the section of the group before are counted as its parts."""
    runs: list[list[tuple[Atom, ...]]] = []
    for atoms in groups:
        if runs and not atoms[0].opens and runs[-1][-1][-1].path == atoms[0].path:
            runs[-1].append(tuple(atoms))
        else:
            runs.append([tuple(atoms)])
    return [Group(atoms, part, len(run)) for run in runs for part, atoms in enumerate(run, start=1)]


def card_of(group: Group, language: str) -> Card:
    """
    A card that opens with a heading has it as its title, the heading above as its eyebrow. One
    that goes on with a section repeats the section's title, or has one of its own.
    """
    first = group.atoms[0]
    notes = "\n".join(atom.notes for atom in group.atoms if atom.notes)
    if first.opens:
        title, eyebrow, inside = _headed(group)
        below = [replace(first, opens=inside), *group.atoms[1:]]
        return Card(title, blocks_below(below), eyebrow=eyebrow, notes=notes)
    blocks = blocks_below(group.atoms)
    return replace(_continued(group, blocks, language), notes=notes)


def blocks_below(atoms: Iterable[Atom]) -> tuple[Block, ...]:
    """Atoms as the blocks of a card, every heading that opens among them included."""
    return tuple(blocks_of(atoms, _heading))


def _headed(group: Group) -> tuple[Rich, str, tuple[Opened, ...]]:
    """Title, eyebrow, and the headings that stay among the blocks."""
    first = group.atoms[0]
    outer, deepest = first.opens[0], first.opens[-1]
    siblings = any(
        opened.level <= deepest.level for atom in group.atoms[1:] for opened in atom.opens
    )
    if len(first.opens) > 1 and siblings:
        return outer.title, _above(first.path, outer), first.opens[1:]
    parent = first.path[-2] if len(first.path) > 1 else None
    if siblings and parent and _all_below(parent, group.atoms):
        return parent.title, _above(first.path, parent), first.opens
    above = " · ".join(plain(opened.title) for opened in first.opens[:-1])
    return deepest.title, above or _above(first.path, deepest), ()


def _all_below(parent: Opened, atoms: Sequence[Atom]) -> bool:
    return all(parent in atom.path for atom in atoms)


def _above(path: Sequence[Opened], opened: Opened) -> str:
    """The heading over a heading, where it is not the title of the whole."""
    above = [each for each in path if each.level < opened.level and each.number != opened.number]
    return plain(above[-1].title) if above else ""


def _continued(group: Group, blocks: tuple[Block, ...], language: str) -> Card:
    path = group.atoms[0].path
    section = path[-1].title if path else Rich()
    speech = len(blocks) == 1 and isinstance(blocks[0], Quote)
    if speech and section:
        return Card((), blocks, eyebrow=plain(section))
    named = blocks and _names_itself(blocks)
    if section and not named and group.parts <= MANY_PARTS:
        count = f"{group.part}/{group.parts}" if group.parts > 1 else ""
        words = (_above(path, path[-1]), count)
        return Card(section, blocks, eyebrow=" · ".join(word for word in words if word))
    title, below = lead_title(blocks, language)
    return Card(title or section, below, eyebrow=plain(section) if title else "")


def _names_itself(blocks: Sequence[Block]) -> bool:
    """Its first line is a heading, or introduces the block below with a colon."""
    first = blocks[0]
    if isinstance(first, Text) and len(blocks) > 1:
        words = plain(first.text).rstrip()
        return words.endswith((":", "：")) and len(words) <= 70
    return isinstance(first, Heading)


def _heading(opened: Opened) -> Heading:
    return Heading(opened.title, max(1, min(opened.level - 1, 3)))
