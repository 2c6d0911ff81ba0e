"""Strips: every kind of block as a strip of a column, so that any card can be set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from quintet.domain.deck import (
    Block,
    Bullets,
    Chart,
    Code,
    Columns,
    Divider,
    Figure,
    Heading,
    Image,
    Numbered,
    Quote,
    Table,
    Text,
)
from quintet.studio.layout.strips.data import ChartStrip, TableStrip
from quintet.studio.layout.strips.figures import FigureStrip
from quintet.studio.layout.strips.lists import ListStrip
from quintet.studio.layout.strips.strip import Strip
from quintet.studio.layout.strips.things import CodeStrip, ColumnsStrip, DividerStrip, ImageStrip
from quintet.studio.layout.strips.words import HeadingStrip, QuoteStrip, TextStrip

STRIPS: dict[type, Callable[..., Strip]] = {
    Heading: HeadingStrip,
    Bullets: ListStrip,
    Numbered: ListStrip,
    Quote: QuoteStrip,
    Code: CodeStrip,
    Columns: ColumnsStrip,
    Image: ImageStrip,
    Table: TableStrip,
    Chart: ChartStrip,
    Divider: DividerStrip,
}


def strips_of(blocks: Sequence[Block]) -> tuple[Strip, ...]:
    """
    The strips of a sequence of blocks; paragraphs that follow one another share one, and so do
    figures.
    """
    strips: list[Strip] = []
    for kind, group in groupby(blocks, key=type):
        if kind is Text:
            strips.append(TextStrip(tuple(block for block in group if isinstance(block, Text))))
        elif kind is Figure:
            strips.append(FigureStrip(tuple(each for each in group if isinstance(each, Figure))))
        else:
            strips.extend(STRIPS[kind](block) for block in group)
    return tuple(strips)


__all__ = ["STRIPS", "Strip", "strips_of"]
