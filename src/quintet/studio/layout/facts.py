"""Facts: what a layout looks at when asked whether it takes a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from quintet.domain.deck import Block, Card, DeckFormat, plain
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.sheets import Sheet

B = TypeVar("B", bound=Block)
Family = Literal["opening", "words", "relation", "data", "picture", "flow"]
BlockKind = Literal[
    "heading",
    "text",
    "bullets",
    "numbered",
    "columns",
    "table",
    "chart",
    "quote",
    "figure",
    "code",
    "image",
    "divider",
]


@dataclass(frozen=True, slots=True)
class Facts:
    """
    A card and its place: the `index`-th (from 0) of `total` cards. `pictures` gives the pixel
    width and height of every picture at hand; blocks naming others have been taken out.
    `section` is the number of a section card, from 1. A split card is `part` of `parts`.
    """

    card: Card
    sheet: Sheet
    format: DeckFormat = "presentation"
    index: int = 1
    total: int = 3
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    section: int = 0
    draft: bool = False
    part: int = 1
    parts: int = 1

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.card.blocks

    @property
    def kinds(self) -> tuple[BlockKind, ...]:
        """The kinds of the blocks, in order."""
        return tuple(block.kind for block in self.card.blocks)

    @property
    def title(self) -> str:
        return plain(self.card.title)

    @property
    def last(self) -> bool:
        return self.index == self.total - 1

    def only(self, *kinds: BlockKind) -> bool:
        """Whether the card has blocks, and all are of these kinds."""
        return bool(self.card.blocks) and all(kind in kinds for kind in self.kinds)

    def of(self, kind: type[B]) -> tuple[B, ...]:
        """The blocks of one class."""
        return tuple(block for block in self.card.blocks if isinstance(block, kind))

    def one(self, kind: type[B]) -> B | None:
        """The block of one class, if there is exactly one."""
        found = self.of(kind)
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Layout:
    """
    One way to lay a card out. `takes` answers None unless `lay` would set every word of the
    card, else how well it suits: about 5 for the right shape of content, 3 for words within its
    capacity, 2 for a picture at hand. `lay` raises TooFull where the words do not fit. `stage`
    layouts stand on the stage colour; two of them never touch.
    """

    name: str
    family: Family
    takes: Callable[[Facts], float | None]
    lay: Callable[[Canvas, Facts], None]
    stage: bool = False
