"""Groups: things of equal rank on a card, however they were written."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Block, Bullets, Columns, Heading, Item, Rich, Text, plain, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts
from quintet.studio.layout.intro import without_intro
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.tidy import tidy_rich

MOST_LEAD = 48
"""Bold words that open a list's entry are its heading if they are no longer than this."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and the words below it."""

    heading: Rich
    blocks: tuple[Block, ...]

    @property
    def length(self) -> int:
        return len(plain(self.heading)) + sum(map(length, self.blocks))

    @property
    def list(self) -> Bullets | None:
        """Its plain list, if that is all it holds."""
        one = self.blocks[0] if len(self.blocks) == 1 else None
        flat = isinstance(one, Bullets) and not any(item.level for item in one.items)
        return one if isinstance(one, Bullets) and flat else None

    @property
    def paragraphs(self) -> tuple[Rich, ...] | None:
        """Its paragraphs, if that is all it holds."""
        if all(isinstance(block, Text) for block in self.blocks):
            return tuple(block.text for block in self.blocks if isinstance(block, Text))
        return None

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        """How high the words below the heading come out."""
        if self.paragraphs is not None:
            return canvas.height(self.paragraphs, "body", w, size)
        return Stack.of(self.blocks).height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, size: float) -> None:
        """Paragraphs under a heading are muted; lists are not."""
        if self.paragraphs is not None:
            canvas.text(x, y, w, self.paragraphs, "body", size=size, colour="muted")
        else:
            high = self.height(canvas, w, size)
            Stack.of(self.blocks).draw(canvas, Area(x, y, w, high), size)


def length(block: Block) -> int:
    """How many characters a block of words has."""
    match block:
        case Text(text=text) | Heading(text=text):
            return len(plain(text))
        case Bullets(items=items):
            return sum(len(plain(item.text)) for item in items)
        case Columns(columns=columns):
            return sum(len(plain(c.heading)) + len(plain(c.text)) for c in columns)
        case _:
            return len(plain(getattr(block, "text", ())) if block.kind == "quote" else "")


def groups_of(facts: Facts) -> tuple[Group, ...] | None:
    """The groups a card consists of, after a leading sentence; None if it is not made of groups."""
    blocks = without_intro(facts.blocks)
    if len(blocks) == 1 and isinstance(blocks[0], Columns):
        return tuple(_of_column(c.heading, c.text) for c in blocks[0].columns)
    if len(blocks) == 1 and isinstance(blocks[0], Bullets):
        return _of_entries(blocks[0].items)
    return _of_headings(blocks)


def _of_column(heading: Rich, text: Rich) -> Group:
    return Group(heading, (Text(text),) if text else ())


def _of_headings(blocks: tuple[Block, ...]) -> tuple[Group, ...] | None:
    groups: list[Group] = []
    for block in blocks:
        if isinstance(block, Heading):
            groups.append(Group(block.text, ()))
        elif groups and block.kind in ("text", "bullets", "numbered"):
            last = groups.pop()
            groups.append(Group(last.heading, (*last.blocks, block)))
        else:
            return None
    return tuple(groups) if groups and all(group.blocks for group in groups) else None


def _of_entries(items: tuple[Item, ...]) -> tuple[Group, ...] | None:
    """Entries that all open with bold words and go on."""
    groups = []
    for item in items:
        first, *rest = item.text
        text = tidy_rich(tuple(rest))
        if item.level or not first.bold or not text or len(first.text) > MOST_LEAD:
            return None
        groups.append(Group(rich(first.text.strip()), (Text(text),)))
    return tuple(groups)
