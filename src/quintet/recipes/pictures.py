"""The pictures a deck names: found, made fit to be drawn, or left out with a note."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quintet.domain.deck import Block, Card, Deck, Image
from quintet.domain.errors import QuintetError
from quintet.studio.press import fit_picture


class NoPicture(QuintetError):
    """A picture that is not to be had. The message says why."""

    code = "no_picture"


MOST_PICTURES = 100
AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A picture that can be drawn: the file, and its size in pixels."""

    path: Path
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A deck whose every picture is at hand, by the name the deck calls it."""

    deck: Deck
    pictures: Mapping[str, Found]
    notes: tuple[str, ...] = field(default_factory=tuple)

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        return {name: (each.width, each.height) for name, each in self.pictures.items()}

    @property
    def paths(self) -> dict[str, Path]:
        return {name: each.path for name, each in self.pictures.items()}


def sources_of(deck: Deck) -> list[str]:
    """Every picture a deck names, each once, in order: those of its frame after its cards'."""
    blocks = [block for card in deck.cards for block in card.blocks]
    named = [block.source for block in blocks if isinstance(block, Image)]
    framed = [slot.value for slot in deck.frame.slots.values() if slot.show == "image"]
    return list(dict.fromkeys([*named, *framed]))


def without(deck: Deck, missing: Collection[str]) -> Deck:
    """The deck less the pictures that could not be had."""
    if not missing:
        return deck
    cards = tuple(replace(card, blocks=tuple(_kept(card, missing))) for card in deck.cards)
    slots = {
        place: slot
        for place, slot in deck.frame.slots.items()
        if slot.show != "image" or slot.value not in missing
    }
    return replace(deck, cards=cards, frame=replace(deck.frame, slots=slots))


def local_pictures(deck: Deck, beside: Path, folder: Path) -> Illustrated:
    """
    Pictures that lie beside the text, for `quintet make`. A path may not lead out of the folder
    `beside`; an address of the web is left out with a note: this command works offline.
    """
    found: dict[str, Found] = {}
    notes: list[str] = []
    for source in sources_of(deck):
        try:
            found[source] = _local(source, beside, folder)
        except QuintetError as bad:
            notes.append(f"The picture {source} was left out: {bad}")
    return Illustrated(without(deck, set(sources_of(deck)) - set(found)), found, tuple(notes))


def _local(source: str, beside: Path, folder: Path) -> Found:
    if "://" in source:
        raise NoPicture("this command does not fetch addresses.")
    path = (beside / source).resolve()
    if not path.is_relative_to(beside.resolve()) or not path.is_file():
        raise NoPicture("there is no such file beside the text.")
    facts = fit_picture(path, folder / name_of(source))
    return Found(folder / name_of(source), facts.width, facts.height)


def name_of(source: str) -> str:
    """A file name for a picture that is the same each time and holds nothing of its address."""
    return hashlib.sha256(source.encode()).hexdigest()[:24]


async def gather(
    sources: list[str], have: Callable[[str], Awaitable[Found]]
) -> tuple[dict[str, Found], tuple[str, ...]]:
    """Have every picture, a few at once. One that cannot be had becomes a note."""
    gate = asyncio.Semaphore(AT_ONCE)
    notes: dict[str, str] = {}

    async def one(source: str) -> Found | None:
        async with gate:
            try:
                return await have(source)
            except QuintetError as bad:
                notes[source] = f"The picture {source} was left out: {bad}"
                return None

    found = await asyncio.gather(*(one(source) for source in sources[:MOST_PICTURES]))
    for source in sources[MOST_PICTURES:]:
        notes[source] = f"The picture {source} was left out: a deck may name {MOST_PICTURES}."
    had = {source: each for source, each in zip(sources, found, strict=False) if each}
    return had, tuple(notes[source] for source in sources if source in notes)


def _kept(card: Card, missing: Collection[str]) -> Iterator[Block]:
    for block in card.blocks:
        if not (isinstance(block, Image) and block.source in missing):
            yield block
