"""
The offline writer: from a text to a deck.

It reads, parts and shortens; it invents nothing. The same brief always gives the same deck.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quintet.domain.briefs import DeckBrief
from quintet.domain.deck import Card, Deck
from quintet.studio.writer.budget import DEFAULT_CARDS, WORDS
from quintet.studio.writer.clean import clean, cleaned, nothing_to_read
from quintet.studio.writer.condense import as_points, condense
from quintet.studio.writer.draft import asking, draft, headed, points_of, speaks, topic_of
from quintet.studio.writer.grouping import with_charts, with_columns
from quintet.studio.writer.instructions import Wishes, applied, notes_on, unmet, wishes_of
from quintet.studio.writer.languages import language_of
from quintet.studio.writer.markdown import read
from quintet.studio.writer.outline import Outline
from quintet.studio.writer.plans import Plan, by_breaks, by_count, by_nature
from quintet.studio.writer.roles import with_roles
from quintet.studio.writer.shapes import shaped
from quintet.studio.writer.titles import uncounted
from quintet.studio.writer.typography import set_card
from quintet.studio.writer.written import Written

NO_MODEL = "no text model is configured"
DRAFTED = f"Made from a topic alone: an outline of questions, marked as a draft, for {NO_MODEL}."
ARRANGED = f"The text was arranged and shortened, not rewritten: {NO_MODEL}."
UNTOLD = f"The {{what}} asked for was not applied: {NO_MODEL}."
PARTLY = "Cards {first} to {last} are headings still to be written: the text has no more to say."
ENGLISH = "The draft's questions are in English: there are none for the language {language!r}."


def write(brief: DeckBrief) -> Written:
    """The deck a brief asks for. Raises JobFailed("empty") where there is nothing to read."""
    brief = cleaned(brief)
    wishes = wishes_of(brief.instructions)
    language = language_of(brief.text, brief.language)
    brief = brief.model_copy(update={"title": brief.title or wishes.title, "language": language})
    plan = planned(brief, clean(brief.text), wishes)
    if not any(card.title or card.blocks for card in plan.cards):
        raise nothing_to_read()
    plan = in_mode(plan, brief)
    deck = applied(_deck(brief, plan), wishes)
    notes = [*plan.notes, *unmet(deck, wishes), *notes_on(wishes)]
    return Written(deck, tuple(dict.fromkeys(notes)))


def planned(brief: DeckBrief, text: str, wishes: Wishes) -> Plan:
    """The cards with every word of the text, and what was said about them."""

    def understood(part: str) -> Outline:
        return _understood(part, brief, charts=wishes.charts is not False)

    if brief.split == "breaks":
        return by_breaks(text, brief.title, brief.language, understood)
    outline = understood(text)
    if brief.mode == "generate" and (topic := topic_of(outline)):
        count = brief.cards or DEFAULT_CARDS
        cards = draft(topic, brief.title, points_of(outline), count, brief.language)
        return Plan(brief.title or topic, cards, [DRAFTED, *_in_english(brief)], draft=True)
    if brief.split == "natural" and brief.cards is None:
        return by_nature(outline, brief.title, brief.language, brief.format, wishes.agenda)
    count = brief.cards or DEFAULT_CARDS
    return by_count(outline, brief.title, brief.language, brief.format, count, wishes.agenda)


def in_mode(plan: Plan, brief: DeckBrief) -> Plan:
    """`preserve` leaves the plan as it is; the other modes shorten its cards and set its type."""
    if brief.mode == "preserve":
        return plan
    cards: Iterable[Card] = plan.cards
    notes = list(plan.notes)
    if not plan.draft:
        most = WORDS[brief.format][brief.amount]
        cards = [condense(card, most, brief.language) for card in cards]
    if brief.mode == "generate":
        told = {"tone": brief.tone, "audience": brief.audience}
        asked = " and ".join(what for what, value in told.items() if value)
        notes += [UNTOLD.format(what=asked)] if asked else []
        plan = replace(plan, cards=list(cards), notes=notes)
        plan = plan if plan.draft else _generated(plan, brief)
        cards, notes = plan.cards, list(plan.notes)
    return replace(plan, cards=[set_card(card, brief.language) for card in cards], notes=notes)


def _generated(plan: Plan, brief: DeckBrief) -> Plan:
    """Sentences as points, and headed cards where the text did not last."""
    cards, notes = list(plan.cards), [ARRANGED, *plan.notes]
    if brief.format in ("presentation", "social"):
        cards = [as_points(c, brief.language) if c.role == "content" else c for c in cards]
    if brief.split == "breaks":
        bare = [card.role == "content" and not card.blocks and bool(card.title) for card in cards]
        cards = [
            headed(c.title, brief.language) if b else c for c, b in zip(cards, bare, strict=True)
        ]
        return replace(plan, cards=cards, notes=notes, draft=any(bare))
    missing = plan.wanted - len(cards)
    if missing <= 0:
        return replace(plan, cards=cards, notes=notes)
    cards += asking(plan.title, brief.language, missing)
    partly = PARTLY.format(first=plan.wanted - missing + 1, last=plan.wanted)
    return replace(plan, cards=cards, notes=[partly, *_in_english(brief)], draft=True)


def _in_english(brief: DeckBrief) -> list[str]:
    return [] if speaks(brief.language) else [ENGLISH.format(language=brief.language)]


def _understood(text: str, brief: DeckBrief, charts: bool) -> Outline:
    outline = read(text, front_matter=brief.split == "natural")
    sections = [replace(section, blocks=shaped(section.blocks)) for section in outline.sections]
    if brief.mode != "preserve":
        sections = [replace(section, title=uncounted(section.title)) for section in sections]
    if charts:
        sections = with_charts(sections, brief.language)
    return replace(outline, sections=tuple(with_columns(sections)))


def _deck(brief: DeckBrief, plan: Plan) -> Deck:
    return Deck(
        title=plan.title,
        cards=tuple(with_roles(plan.cards)),
        language=brief.language,
        format=brief.format,
        size=brief.size,
        theme=brief.theme,
        frame=brief.frame,
        may_split=brief.split == "breaks" or (brief.split == "natural" and brief.cards is None),
        draft=plan.draft,
    )
