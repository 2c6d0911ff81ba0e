"""
The offline writer: from a text to a deck.

It reads, parts and shortens; it invents nothing. The same brief always gives the same deck.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quintet.domain.briefs import DeckBrief
from quintet.domain.deck import Card, Deck, Rich, Text, plain, rich
from quintet.studio.writer.atoms import Atom, atoms_of
from quintet.studio.writer.breaks import card_texts
from quintet.studio.writer.budget import MOST_CARDS
from quintet.studio.writer.cards import blocks_below, cards_of
from quintet.studio.writer.clean import clean
from quintet.studio.writer.grouping import with_charts, with_columns
from quintet.studio.writer.markdown import read
from quintet.studio.writer.natural import groups_by_idea
from quintet.studio.writer.opening import opening
from quintet.studio.writer.outline import Outline, Section
from quintet.studio.writer.roles import LONG_DECK, with_agenda, with_roles
from quintet.studio.writer.shapes import shaped
from quintet.studio.writer.sharing import share
from quintet.studio.writer.written import Written

DEFAULT_CARDS = 10


def write(brief: DeckBrief) -> Written:
    """The deck a brief asks for. Raises JobFailed("empty") where there is nothing to read."""
    text = clean(brief.text)
    if brief.split == "breaks":
        return by_breaks(brief, text)
    outline = understood(text, brief)
    if brief.split == "natural" and brief.cards is None:
        return by_nature(brief, outline)
    return by_count(brief, outline)


def understood(text: str, brief: DeckBrief) -> Outline:
    outline = read(text, front_matter=brief.split == "natural")
    sections = [replace(section, blocks=shaped(section.blocks)) for section in outline.sections]
    sections = with_columns(with_charts(sections, brief.language))
    return replace(outline, sections=tuple(sections))


def by_nature(brief: DeckBrief, outline: Outline) -> Written:
    """As many cards as the text has ideas."""
    begun = opening(outline, brief.title, brief.language)
    atoms = atoms_of(begun.sections)
    groups = groups_by_idea(atoms, brief.format)
    notes = []
    if len(groups) >= MOST_CARDS:
        groups = share(atoms, MOST_CARDS - 1, brief.language)
        notes.append(f"The text was put on {MOST_CARDS} cards, the most a deck has.")
    cards = cards_of(groups, brief.language)
    cover = begun.cover or (
        Card(rich(begun.title), role="cover") if len(cards) >= 3 and _untitled(outline) else None
    )
    cards = [*([cover] if cover else []), *cards]
    if len(cards) >= LONG_DECK and brief.format == "presentation":
        cards = with_agenda(cards, _top_headings(begun.sections), begun.title, brief.language)
    return _written(brief, begun.title, cards, notes)


def by_count(brief: DeckBrief, outline: Outline) -> Written:
    """Exactly as many cards as asked for, if the text has words for them."""
    count = brief.cards or DEFAULT_CARDS
    begun = opening(outline, brief.title, brief.language)
    cover = begun.cover
    if cover is None and count >= 3 and _untitled(outline):
        cover = Card(rich(begun.title), role="cover")
    atoms = atoms_of(begun.sections)
    if cover is not None and count == 1 and atoms:
        return _written(brief, begun.title, [_one_card(cover, atoms)])
    groups = share(atoms, count - (cover is not None), brief.language)
    cards = [*([cover] if cover else []), *cards_of(groups, brief.language)]
    notes = []
    if len(cards) < count:
        notes.append(f"The text has words for {len(cards)} cards; {count} were asked for.")
    return _written(brief, begun.title, cards, notes)


def by_breaks(brief: DeckBrief, text: str) -> Written:
    """One card for each part between breaks; `cards` is not looked at."""
    cards: list[Card] = []
    notes = []
    for number, part in enumerate(card_texts(text), start=1):
        if not part.strip():
            notes.append(f"Card {number} is empty: nothing stands between its breaks.")
            cards.append(Card())
            continue
        cards.append(_part_card(understood(part, brief), brief, first=number == 1))
    title = brief.title or next((plain(card.title) for card in cards if card.title), "")
    return _written(brief, title, cards, notes)


def _part_card(outline: Outline, brief: DeckBrief, first: bool) -> Card:
    atoms = atoms_of(outline.sections)
    if not atoms:
        return Card()
    card = cards_of([atoms], brief.language)[0]
    below = card.blocks
    short = len(below) <= 1 and all(
        isinstance(b, Text) and len(plain(b.text)) <= 180 for b in below
    )
    if first and card.title and short:
        lead = below[0].text if below and isinstance(below[0], Text) else Rich()
        return replace(card, role="cover", subtitle=lead, blocks=())
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


def _untitled(outline: Outline) -> bool:
    """No heading anywhere."""
    return not any(section.title for section in outline.sections)


def _top_headings(sections: Sequence[Section]) -> list[Rich]:
    headed = [section for section in sections if section.title]
    top = min((section.level for section in headed), default=0)
    return [section.title for section in headed if section.level == top]


def _written(
    brief: DeckBrief, title: str, cards: Sequence[Card], notes: Sequence[str] = ()
) -> Written:
    deck = Deck(
        title=title,
        cards=tuple(with_roles(cards)),
        language=brief.language,
        format=brief.format,
        size=brief.size,
        theme=brief.theme,
        frame=brief.frame,
        may_split=(brief.split != "auto" and brief.cards is None) or brief.split == "breaks",
    )
    return Written(deck, tuple(notes))
