"""Strips of lists, bulleted and numbered, with entries inside entries."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Bullets, Item, Numbered, Rich
from quintet.domain.pages import Marker
from quintet.studio.layout.canvas import BULLET_INDENT, Canvas
from quintet.studio.layout.lettering import Marks
from quintet.studio.layout.strips.words import measure

DEEPEST = 3
"""Deeper entries are set as deep as this."""


@dataclass(frozen=True, slots=True)
class ListStrip:
    block: Bullets | Numbered
    above: float = 0.75
    below: float = 0.9
    leads: bool = False
    under: float = 0.0

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        marks = marks_of(canvas, self.block)
        return canvas.height(
            words_of(self.block.items),
            "body",
            measure(w, size),
            size,
            list_gap(self.block),
            marks.indents,
        )

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        return self.height(canvas, w, size)

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        wide = measure(w, size)
        canvas.text(
            canvas.start(x, w, wide),
            y,
            wide,
            words_of(self.block.items),
            "body",
            size=size,
            gap=list_gap(self.block),
            marks=marks_of(canvas, self.block),
        )


def words_of(items: tuple[Item, ...]) -> tuple[Rich, ...]:
    return tuple(item.text for item in items)


def list_gap(block: Bullets | Numbered) -> float:
    """Between entries, in em: less where entries stand inside others, or are many."""
    nested = any(item.level for item in block.items)
    return 0.4 if nested or len(block.items) > 8 else 0.65


def marks_of(canvas: Canvas, block: Bullets | Numbered) -> Marks:
    """Markers and indents: dots, then dashes; figures, counted anew inside each entry."""
    levels = tuple(min(item.level, DEEPEST) for item in block.items if _said(item))
    if isinstance(block, Bullets):
        shapes = (canvas.bullet(), Marker("dash", canvas.tone("muted")))
        markers = tuple(shapes[min(level, 1)] for level in levels)
        return Marks(markers, tuple(BULLET_INDENT * (level + 1) for level in levels), levels)
    texts = numbers(levels, block.start)
    step = max(1.5, 0.62 * max(map(len, texts), default=0) + 0.4)
    colour = canvas.tone("accent1")
    return Marks(
        tuple(Marker("text", colour, text) for text in texts),
        tuple(step * (level + 1) for level in levels),
        levels,
    )


def numbers(levels: tuple[int, ...], start: int) -> tuple[str, ...]:
    """ "1." "2." for the entries of each level, beginning anew below every entry above it."""
    counters = [start - 1] + [0] * DEEPEST
    texts = []
    for level in levels:
        counters[level] += 1
        counters[level + 1 :] = [0] * (DEEPEST - level)
        texts.append(f"{counters[level]}.")
    return tuple(texts)


def _said(item: Item) -> bool:
    return any(run.text.strip() for run in item.text)
