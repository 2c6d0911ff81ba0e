"""Entries: what is alike about the figures, events or actions that a card consists of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Block, Bullets, Columns, Figure, Item, Numbered, Rich, plain, rich
from quintet.studio.charts.moments import moment_of
from quintet.studio.layout.tidy import between, tidy_rich

LEAD = 48
"""A heading before a colon or a dash has at most so many characters."""

_UNIT = (
    r"%|‰|٪|×|x\b|°[CF]|pp\b|k\b|K\b|m\b|M\b|bn\b|B\b|thousand\b|million\b|billion\b|trillion\b"
    r"|Tsd\.|Mio\.|Mrd\.|€|\$|£|\+"
)
_FIGURE = (
    r"[+\-−–~≈<>≤≥]?\s?(?:[€$£¥₹₽]|[A-Z]{1,2}\$|(?:EUR|USD|GBP|CHF)\s)?"
    rf"\d+(?:[.,’'\u00a0\u202f ]\d+)*(?:\s?(?:{_UNIT}))*"
)
_FIRST = re.compile(rf"(?P<value>{_FIGURE})(?=[\s:–—,]|$)[\s:–—,-]*(?P<label>.*)", re.DOTALL)
_LAST = re.compile(rf"(?P<label>[^:\d][^:]*):\s+(?P<value>{_FIGURE})")
_LEAD = re.compile(rf"(.{{1,{LEAD}}}?)(?::\s+|\s+[–—-]\s+)(?=\S)", re.DOTALL)
_MOMENT = re.compile(r"(.{2,24}?)(?:\s*[:–—]\s+|\s+-\s+|,\s+|\s*\|\s+)(?=\S)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing among its like: its mark (a figure, a date), its heading and its words."""

    mark: str
    heading: Rich = ()
    words: Rich = ()


def figures_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Figures with what they say: Figure blocks, or points and columns that begin with one."""
    if blocks and all(isinstance(block, Figure) for block in blocks):
        found = (block for block in blocks if isinstance(block, Figure))
        return tuple(Entry(one.value, rich(one.label), rich(one.note)) for one in found)
    return _alike(blocks, _figure)


def events_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Dated events: points or columns that begin with a year, a month, a day."""
    return _alike(blocks, _event)


def actions_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of one numbered list, marked with their numbers."""
    if len(blocks) != 1 or not isinstance(blocks[0], Numbered) or _nested(blocks[0].items):
        return ()
    start = blocks[0].start
    return tuple(
        replace(led(item.text), mark=str(start + i)) for i, item in enumerate(blocks[0].items)
    )


def led(text: Rich) -> Entry:
    """A text with the heading it begins with: bold words, or a few before a colon or dash."""
    bold = 0
    for run in text:
        if not run.bold:
            break
        bold += len(run.text)
    whole = plain(text)
    if 0 < bold < len(whole) and bold <= 2 * LEAD:
        heading = between(text, 0, bold)
        return Entry("", _unbolded(heading), _after(text, bold))
    if found := _LEAD.match(whole):
        return Entry("", between(text, 0, found.end(1)), _after(text, found.end(1)))
    return Entry("", (), text)


def _alike(
    blocks: Sequence[Block], read: Callable[[Rich, Rich], Entry | None]
) -> tuple[Entry, ...]:
    """The entries of one list or set of columns if each can be read; else none."""
    if len(blocks) != 1:
        return ()
    block = blocks[0]
    pairs: list[tuple[Rich, Rich]] = []
    if isinstance(block, Bullets | Numbered) and not _nested(block.items):
        pairs = [(item.text, ()) for item in block.items]
    elif isinstance(block, Columns) and not any(column.icon for column in block.columns):
        pairs = [(column.heading, column.text) for column in block.columns]
    entries = [read(*pair) for pair in pairs]
    return tuple(entry for entry in entries if entry) if all(entries) else ()


def _figure(first: Rich, rest: Rich) -> Entry | None:
    text = tidy_rich((*first, *rich(" "), *rest)) if rest else first
    whole = plain(text)
    found = _FIRST.fullmatch(whole) or _LAST.fullmatch(whole)
    if not found or moment_of(found["value"]) or not found["label"].strip(" .:"):
        return None
    label = tidy_rich(between(text, found.start("label"), found.end("label")))
    return Entry(found["value"].strip(), _unbolded(label))


def _event(first: Rich, rest: Rich) -> Entry | None:
    whole = plain(first)
    if rest:
        return Entry(whole, (), rest) if moment_of(whole) else None
    for end in _ends(first, whole):
        if moment_of(whole[:end].strip(" :–—-,")):
            entry = led(_after(first, end))
            return replace(entry, mark=whole[:end].strip(" :–—-,")) if whole[end:].strip() else None
    return None


def _ends(text: Rich, whole: str) -> list[int]:
    """Where a date at the start of a text may end: with its bold run, or before a mark."""
    ends = [len(text[0].text)] if text and text[0].bold else []
    if found := _MOMENT.match(whole):
        ends.append(found.end(1))
    return ends


def _after(text: Rich, end: int) -> Rich:
    """What follows a heading, without the mark between them."""
    whole = plain(text)
    start = end + len(whole[end:]) - len(whole[end:].lstrip(" :–—-,|.\u00a0"))
    return tidy_rich(between(text, start, len(whole)))


def _unbolded(text: Rich) -> Rich:
    """For places that are bold, or large, by themselves; without a colon at the end."""
    runs = [replace(run, bold=False) for run in text]
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" :."))
    return tuple(run for run in runs if run.text)


def _nested(items: Sequence[Item]) -> bool:
    return any(item.level for item in items)
