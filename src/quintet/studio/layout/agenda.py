"""Agenda: what the deck will cover, a numbered row for each section."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quintet.domain.deck import Bullets, Columns, Item, Numbered, Rich, plain, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head
from quintet.studio.layout.tidy import between, tidy_rich

MOST = 10
ROW = 5.2
"""A row is at most so many body sizes high."""

LARGER = 1.18
"""Rows of headings alone are so much larger than those with words."""

NUMBER = re.compile(r"((?:§\s?)?\d{1,3}(?:\.\d{1,3})*[.)]?)\s+(?=\S)")
"""A number before a heading, with its stop: "2.", "3.1", "§ 4"."""

JOINT = re.compile(r":\s|\s[–—-]\s")
"""What parts a heading from its words in one entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Rich
    words: Rich


def takes(facts: Facts) -> float | None:
    if facts.card.role != "agenda" or not facts.title:
        return None
    entries = entries_of(facts)
    return 10.0 if entries is not None and 2 <= len(entries) <= MOST else None


def entries_of(facts: Facts) -> tuple[Entry, ...] | None:
    """The rows: columns, or entries of a list with what is said below or behind each."""
    one = facts.blocks[0] if len(facts.blocks) == 1 else None
    if isinstance(one, Columns):
        return tuple(Entry(column.heading, column.text) for column in one.columns)
    if not isinstance(one, Bullets | Numbered) or (isinstance(one, Numbered) and one.start != 1):
        return None
    return _of_items(one.items)


def _of_items(items: tuple[Item, ...]) -> tuple[Entry, ...] | None:
    entries: list[Entry] = []
    for item in items:
        if item.level == 0:
            entries.append(_entry(item.text))
        elif entries and not entries[-1].words:
            entries.append(Entry(entries.pop().heading, item.text))
        else:
            return None
    return tuple(entries)


def _entry(text: Rich) -> Entry:
    words = plain(text)
    joint = JOINT.search(words)
    if joint is None or joint.end() == len(words):
        return Entry(text, ())
    # A colon stays with its heading; a dash between two spaces goes with the words.
    end = joint.start() + (1 if joint.group().startswith(":") else 0)
    return Entry(tidy_rich(between(text, 0, end)), tidy_rich(between(text, end, len(words))))


def lay(canvas: Canvas, facts: Facts) -> None:
    entries = entries_of(facts) or ()
    area = canvas.area(head(canvas, facts.card))
    across = 2 if len(entries) > 5 and not canvas.stacked else 1
    rows = -(-len(entries) // across)
    high = min(area.h / rows, canvas.scale.body * (ROW if across == 1 else 4.8))
    size = canvas.scale.lead if across == 1 and not canvas.paper else canvas.scale.h3
    if not canvas.paper and not any(entry.words for entry in entries):
        size *= LARGER
        high = min(area.h / rows, high * LARGER)
    marks = numbers_of(entries)
    entries = entries if marks is None else tuple(map(unnumbered, entries))
    for column, place in enumerate(area.columns(across, canvas.sheet.gutter, canvas.rtl)):
        for row, entry in enumerate(entries[column * rows : (column + 1) * rows]):
            cell = Area(place.x, place.y + row * high, place.w, high)
            at = column * rows + row
            _draw_row(canvas, marks[at] if marks else f"{at + 1:02d}", entry, cell, size)


def numbers_of(entries: tuple[Entry, ...]) -> tuple[str, ...] | None:
    """The numbers that the headings bear themselves, if each has one: no second one is added."""
    found = [NUMBER.match(plain(entry.heading)) for entry in entries]
    return tuple(each.group(1) for each in found if each) if all(found) else None


def unnumbered(entry: Entry) -> Entry:
    """An entry without the number that stands before it."""
    words = plain(entry.heading)
    start = found.end() if (found := NUMBER.match(words)) else 0
    return Entry(tidy_rich(between(entry.heading, start, len(words))), entry.words)


def _draw_row(canvas: Canvas, number: str, entry: Entry, cell: Area, size: float) -> None:
    canvas.hairline(cell.x, cell.y, cell.w)
    wide = canvas.scale.title * 1.5
    left = canvas.start(cell.x, cell.w, wide)
    canvas.text(
        left, cell.y, wide, number, "h3", size=size, colour="accent1", h=cell.h,
        stand="middle", tabular=True,
    )  # fmt: skip
    x, w = canvas.after(cell.x, cell.w, wide)
    across = cell.w > canvas.content.w * 0.9 and not canvas.stacked and bool(entry.words)
    if across:
        _draw_across(canvas, entry, Area(x, cell.y, w, cell.h), size)
    else:
        _draw_stacked(canvas, entry, Area(x, cell.y, w, cell.h), size)


def _draw_across(canvas: Canvas, entry: Entry, cell: Area, size: float) -> None:
    wide = cell.w * 0.42
    left = canvas.start(cell.x, cell.w, wide)
    room = cell.h - canvas.u
    inner = wide - canvas.sheet.gutter
    fitted = canvas.fit([entry.heading], "h3", inner, room, size=size)
    start = canvas.start(left, wide, inner)
    canvas.text(start, cell.y, inner, entry.heading, "h3", size=fitted, h=cell.h, stand="middle")
    x, w = canvas.after(cell.x, cell.w, wide)
    body = canvas.fit([entry.words], "body", w, room)
    canvas.text(
        x, cell.y, w, entry.words, "body", size=body, colour="muted", h=cell.h, stand="middle"
    )


def _draw_stacked(canvas: Canvas, entry: Entry, cell: Area, size: float) -> None:
    small = canvas.size("small") if entry.words else 0.0
    below = canvas.height(entry.words, "small", cell.w) if entry.words else 0.0
    room = cell.h - below - canvas.u
    if room <= 0:
        raise TooFull
    fitted = canvas.fit([entry.heading], "h3", cell.w, room, size=size)
    high = canvas.height(entry.heading, "h3", cell.w, fitted)
    gap = canvas.u * 0.5 if entry.words else 0.0
    y = cell.y + (cell.h - high - gap - below) / 2
    y += canvas.text(cell.x, y, cell.w, entry.heading, "h3", size=fitted)
    canvas.text(cell.x, y + gap, cell.w, entry.words or rich(""), "small", size=small or None)


AGENDA = Layout("agenda", "opening", takes, lay)
