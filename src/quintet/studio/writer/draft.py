"""
A deck from a topic alone: an outline of questions, marked as a draft.

Without a text model nothing is known about the topic, and nothing is made up: each card asks
what should stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quintet.domain.deck import Bullets, Card, Item, Numbered, Rich, Text, plain, rich
from quintet.studio.writer.draft_words import PROMPTS, Prompts
from quintet.studio.writer.outline import Outline
from quintet.studio.writer.runs import unbold, words_in
from quintet.studio.writer.titles import LONGEST, phrase

MOST_TOPIC_WORDS = 45
"""A text with more words has something to say, and is not a topic."""

ORDER = re.compile(
    r"(?:please\s+)?(?:can you\s+)?(?:create|make|write|generate|build|draft|prepare|give|design)"
    r"\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:presentation|deck|slides?|slide deck|slideshow|document|report|post|carousel|web ?page|"
    r"outline|cards?)\s+(?:about|on|for|of|explaining|introducing|covering)\s+(?P<topic>.+)",
    re.IGNORECASE | re.DOTALL,
)


def topic_of(outline: Outline) -> str | None:
    """The topic, where a text is no more than that."""
    blocks = [block for section in outline.sections for block in section.blocks]
    titles = [plain(section.title) for section in outline.sections if section.title]
    if len(titles) > 1 or not all(isinstance(b, Text | Bullets | Numbered) for b in blocks):
        return None
    texts = [plain(block.text) for block in blocks if isinstance(block, Text)]
    said = " ".join([*titles, *texts])
    points = sum(words_in(plain(point)) for point in points_of(outline))
    if not said or words_in(said) + points > MOST_TOPIC_WORDS or len(texts) > 2:
        return None
    first = titles[0] if titles else texts[0]
    found = ORDER.fullmatch(first.strip())
    return _capital((found.group("topic") if found else first).strip(" .:\n"))


def points_of(outline: Outline) -> list[Rich]:
    """The points a topic comes with: the entries of its list."""
    return [
        unbold(item.text)
        for section in outline.sections
        for block in section.blocks
        if isinstance(block, Bullets | Numbered)
        for item in block.items
        if item.level == 0
    ]


def draft(topic: str, title: str, points: Sequence[Rich], count: int, language: str) -> list[Card]:
    """`count` cards: the cover, with the topic below another title, then points and questions."""
    words = prompts(language)
    short = topic if len(topic) <= LONGEST else phrase(topic, language)
    title = title or short
    lead = words.subtitle if title == topic else topic
    cover = Card(rich(title), (), role="cover", subtitle=rich(lead))
    own = [headed(point, language) for point in points]
    return [cover, *own, *asking(short, language, count)][:count]


def headed(title: Rich, language: str, hints: Sequence[str] = ()) -> Card:
    """A card to be written, with what it should answer."""
    unwritten = prompts(language).unwritten
    if not hints:
        return Card(title, (Text(rich(f"{unwritten}.")),))
    points = Bullets(tuple(Item(rich(hint)) for hint in hints))
    return Card(title, (points,), eyebrow=unwritten)


def asking(topic: str, language: str, count: int) -> Iterator[Card]:
    """`count` cards that ask about the topic, from what it is to where the facts come from."""
    words = prompts(language)
    for number in range(count):
        if number < len(words.questions):
            question, *hints = words.questions[number]
            yield headed(rich(question.format(topic=topic)), language, hints)
        else:
            more = words.more.format(topic=topic, number=number + 1)
            yield headed(rich(more), language)


def prompts(language: str) -> Prompts:
    return PROMPTS.get(language.split("-")[0], PROMPTS["en"])


def speaks(language: str) -> bool:
    return language.split("-")[0] in PROMPTS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
