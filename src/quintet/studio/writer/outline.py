"""What a text says, before it is cards: sections under headings, each with its blocks, in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from quintet.domain.deck import Block, Rich


@dataclass(frozen=True, slots=True)
class Section:
    """
    A heading and what stands under it up to the next heading. `level` is 1 to 6, or 0 for what
    stands before the first heading. `notes` are the author's own remarks for the speaker.
    """

    level: int = 0
    title: Rich = ()
    blocks: tuple[Block, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """`meta` holds the front matter of a Markdown file by lower-case key ("title", "author")."""

    sections: tuple[Section, ...]
    meta: dict[str, str] = field(default_factory=dict)
