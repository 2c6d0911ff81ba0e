"""The first card: the text's own title, and the line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Block, Card, Image, Rich, Text, plain, rich
from quintet.studio.writer.outline import Outline, Section
from quintet.studio.writer.runs import words_in
from quintet.studio.writer.titles import LONGEST, phrase, words_of

LONGEST_SUBTITLE = 180
"""Characters of a first paragraph that may stand below the title."""

MOST_SUBTITLE_WORDS = 30

LONGEST_BYLINE = 90


@dataclass(frozen=True, slots=True)
class Opening:
    """
    The cover, if the text has a title of its own or was given one; the sections below it; the
    deck's title.
    """

    cover: Card | None
    sections: tuple[Section, ...]
    title: str


def opening(outline: Outline, title: str, language: str, *, bare: bool = False) -> Opening:
    """
    `title` is the one the caller gave, or empty. A `bare` cover leaves the lines below the title to
    the next cards.
    """
    sections = outline.sections
    given = title or outline.meta.get("title", "")
    own = _title_section(sections, given)
    if own is not None:
        cover, rest = _cover(own, bare)
        byline = _byline(outline.meta)
        cover = replace(cover, blocks=(*cover.blocks, *byline))
        return Opening(cover, rest + sections[1:], given or plain(own.title))
    if given:
        return Opening(Card(rich(given), _byline(outline.meta), role="cover"), sections, given)
    return Opening(None, sections, _found_title(sections, language))


def _title_section(sections: Sequence[Section], given: str) -> Section | None:
    """The only heading of the first level, where the text begins with it; or the only heading."""
    first = sections[0] if sections else None
    if first is None or not first.title or any(s.level <= first.level for s in sections[1:]):
        return None
    return first if first.level == 1 or (len(sections) == 1 and not given) else None


def _cover(section: Section, bare: bool) -> tuple[Card, tuple[Section, ...]]:
    subtitle, rest = ((), section.blocks) if bare else _subtitle(section.blocks)
    picture, rest = _picture(rest)
    byline, rest = ((), rest) if bare else _short_line(rest)
    blocks = (*picture, *byline)
    cover = Card(section.title, blocks, role="cover", subtitle=subtitle, notes=section.notes)
    return cover, (Section(0, (), rest),) if rest else ()


def _picture(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The one picture of the opening, where it comes first."""
    pictures = sum(isinstance(block, Image) for block in blocks)
    first = bool(blocks) and isinstance(blocks[0], Image)
    return (blocks[:1], blocks[1:]) if first and pictures == 1 else ((), blocks)


def _subtitle(blocks: Sequence[Block]) -> tuple[Rich, tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Text):
        words = plain(blocks[0].text)
        if (
            len(words) <= LONGEST_SUBTITLE
            and words_in(words) <= MOST_SUBTITLE_WORDS
            and not words.endswith((":", "："))
        ):
            return blocks[0].text, tuple(blocks[1:])
    return (), tuple(blocks)


def _short_line(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A single short line that remains (a date, an author) stays on the cover."""
    if len(blocks) == 1 and isinstance(blocks[0], Text):
        words = plain(blocks[0].text)
        if len(words) <= LONGEST_BYLINE and not words.endswith((":", "：")):
            return tuple(blocks), ()
    return (), tuple(blocks)


def _byline(meta: dict[str, str]) -> tuple[Block, ...]:
    words = " · ".join(meta[key] for key in ("author", "date") if meta.get(key))
    return (Text(rich(words)),) if words else ()


def _found_title(sections: Sequence[Section], language: str) -> str:
    """The first heading, else the first clause."""
    for section in sections:
        if section.title:
            return plain(section.title)
    blocks = [block for section in sections for block in section.blocks]
    return phrase(words_of(blocks), language)[: 2 * LONGEST]
