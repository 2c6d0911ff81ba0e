"""Plans: the cards of a deck with every word of the text, dealt out in one of three ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from quintet.domain.deck import Card, DeckFormat, Rich, Text, plain, rich
from quintet.domain.errors import JobFailed
from quintet.studio.writer.atoms import Atom, atoms_of
from quintet.studio.writer.breaks import card_texts
from quintet.studio.writer.budget import LONG_DECK, MOST_CARDS
from quintet.studio.writer.cards import blocks_below, cards_of
from quintet.studio.writer.natural import groups_by_idea
from quintet.studio.writer.opening import LONGEST_SUBTITLE, Opening, opening
from quintet.studio.writer.outline import Outline, Section
from quintet.studio.writer.roles import MOST_SECTIONS, with_agenda, with_sections
from quintet.studio.writer.sharing import share

FEWER = "The text has words for no more than {made} cards of the {asked} asked for."
TOO_LONG = f"The text was dealt out to {MOST_CARDS} cards, the most a deck has."
TOO_MANY = f"The text has {{breaks}} breaks; a deck has at most {MOST_CARDS} cards."
EMPTY = "Card {number} is empty: nothing stands between its breaks."


@dataclass(frozen=True, slots=True)
class Plan:
    """`wanted` is the number of cards asked for, 0 where it is left to the text."""

    title: str
    cards: Sequence[Card]
    notes: Sequence[str] = field(default_factory=tuple)
    wanted: int = 0
    draft: bool = False


def by_nature(
    outline: Outline, title: str, language: str, format: DeckFormat, agenda: bool | None
) -> Plan:
    """As many cards as the text has ideas."""
    begun = opening(outline, title, language)
    atoms = atoms_of(begun.sections)
    groups = groups_by_idea(atoms, format)
    cover = begun.cover
    if cover is None and len(groups) >= 3 and _has_no_heading(outline):
        cover = Card(rich(begun.title), role="cover")
    notes = []
    if len(groups) > (room := MOST_CARDS - (cover is not None)):
        groups = share(atoms, room, language)
        notes.append(TOO_LONG)
    cards = [*([cover] if cover else []), *cards_of(groups, language)]
    if format == "presentation" and not notes:
        headings = top_headings(begun.sections)
        cards = with_sections(cards, headings)
        if agenda or (agenda is None and len(cards) >= LONG_DECK):
            cards = with_agenda(cards, headings, begun.title, language)
    return Plan(begun.title, cards, notes)


def by_count(
    outline: Outline,
    title: str,
    language: str,
    format: DeckFormat,
    count: int,
    agenda: bool | None,
) -> Plan:
    """Exactly `count` cards; fewer, with a note, where the text has no words for them."""
    for bare in (False, True):
        begun = opening(outline, title, language, bare=bare)
        cover = begun.cover
        if cover is None and count >= 3 and _has_no_heading(outline):
            cover = Card(rich(begun.title), role="cover")
        atoms = atoms_of(begun.sections)
        if cover is not None and count == 1 and atoms:
            return Plan(begun.title, [_one_card(cover, atoms)], wanted=1)
        room = count - (cover is not None)
        groups = share(atoms, room, language)
        if len(groups) == room:
            break
    headings = top_headings(begun.sections)
    spare = _has_spare_card(begun, headings, room, format) if agenda is None else agenda
    cards = [*([cover] if cover else []), *cards_of(groups, language)]
    if spare and 3 <= len(headings) <= MOST_SECTIONS and cover is not None:
        shared = cards_of(share(atoms, room - 1, language), language)
        cards = with_agenda([cover, *shared], headings, begun.title, language)
    notes = [FEWER.format(made=len(cards), asked=count)] if len(cards) < count else []
    return Plan(begun.title, cards, notes, wanted=count)


def by_breaks(text: str, title: str, language: str, understood: Callable[[str], Outline]) -> Plan:
    """
    One card for each part between breaks. Raises JobFailed("too_many_cards") beyond what any deck
    has: they were asked for one by one, so none may be put together.
    """
    cards: list[Card] = []
    notes = []
    parts = card_texts(text)
    if len(parts) > MOST_CARDS:
        raise JobFailed("too_many_cards", TOO_MANY.format(breaks=len(parts) - 1))
    for number, part in enumerate(parts, start=1):
        outline = understood(part) if part.strip() else Outline(())
        atoms = atoms_of(outline.sections)
        if not atoms:
            notes.append(EMPTY.format(number=number))
        cards.extend(cards_of([atoms], language) if atoms else [Card()])
    cards[0] = _as_cover(cards[0])
    found = next((plain(card.title) for card in cards if card.title), "")
    return Plan(title or found, cards, notes)


def top_headings(sections: Sequence[Section]) -> list[Rich]:
    headed = [section for section in sections if section.title]
    top = min((section.level for section in headed), default=0)
    return [section.title for section in headed if section.level == top]


def _has_spare_card(
    begun: Opening, headings: Sequence[Rich], room: int, format: DeckFormat
) -> bool:
    """More cards than the text has ideas: one of them can show the way."""
    if format != "presentation" or room + 1 < LONG_DECK or len(headings) < 3:
        return False
    return len(groups_by_idea(atoms_of(begun.sections), format)) < room


def _as_cover(card: Card) -> Card:
    """A first card of a title and perhaps one short line is the cover."""
    line = card.blocks[0] if card.blocks else None
    if not card.title or len(card.blocks) > 1:
        return card
    if line is None:
        return replace(card, role="cover")
    said_twice = isinstance(line, Text) and plain(line.text).startswith(plain(card.title)[:20])
    if isinstance(line, Text) and len(plain(line.text)) <= LONGEST_SUBTITLE and not said_twice:
        return replace(card, role="cover", subtitle=line.text, blocks=())
    return card


def _one_card(cover: Card, atoms: Sequence[Atom]) -> Card:
    """Everything on one card, below the text's title."""
    subtitle = (Text(cover.subtitle),) if cover.subtitle else ()
    said = [cover.notes, *(atom.notes for atom in atoms)]
    return Card(
        cover.title,
        (*subtitle, *cover.blocks, *blocks_below(atoms)),
        notes="\n".join(words for words in said if words),
    )


def _has_no_heading(outline: Outline) -> bool:
    return not any(section.title for section in outline.sections)
