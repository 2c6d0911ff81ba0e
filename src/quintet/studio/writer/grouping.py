"""Sections seen together: short sisters side by side as columns, tables of numbers as charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quintet.domain.deck import Block, Column, Columns, Table, Text, plain
from quintet.studio.writer.outline import Section

LONGEST_COLUMN = {2: 320, 3: 220, 4: 150}
"""Characters of text in each of so many columns."""

LONGEST_HEADING = 48


def with_columns(sections: Sequence[Section]) -> list[Section]:
    """Two to four short sections under one heading, each a paragraph, become its columns."""
    done: list[Section] = []
    at = 0
    while at < len(sections):
        children = _children(sections, at)
        if columns := _columns(sections[at], children):
            done.append(replace(sections[at], blocks=(*sections[at].blocks, columns)))
            at += 1 + len(children)
        else:
            done.append(sections[at])
            at += 1
    return done


def _children(sections: Sequence[Section], parent: int) -> Sequence[Section]:
    """The sections below one, if there are few and all of one level."""
    above = sections[parent].level
    end = parent + 1
    while end < len(sections) and sections[end].level > above and end - parent <= 5:
        end += 1
    children = sections[parent + 1 : end]
    return children if len({child.level for child in children}) == 1 else ()


def _columns(parent: Section, children: Sequence[Section]) -> Columns | None:
    most = LONGEST_COLUMN.get(len(children))
    if most is None or not parent.title or children[0].level < 3 or parent.notes:
        return None
    columns = []
    for child in children:
        text = child.blocks[0] if len(child.blocks) == 1 else None
        if not isinstance(text, Text) or len(plain(text.text)) > most or child.notes:
            return None
        if len(plain(child.title)) > LONGEST_HEADING:
            return None
        columns.append(Column(child.title, text.text))
    return Columns(tuple(columns))


def with_charts(sections: Sequence[Section], language: str) -> list[Section]:
    """Tables that show better as charts are charts; the chart keeps its table."""
    return [replace(section, blocks=tuple(_charted(section, language))) for section in sections]


def _charted(section: Section, language: str) -> Iterator[Block]:
    from quintet.studio.charts.choose import chart_of

    for block in section.blocks:
        chart = None
        if isinstance(block, Table):
            chart = chart_of(block, plain(section.title), language)
        yield chart or block
