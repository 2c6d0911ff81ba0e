"""Tidying a card before it is laid out: clean words, no empty blocks, no missing pictures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Chart,
    Code,
    Columns,
    Figure,
    Heading,
    Image,
    Item,
    Numbered,
    Quote,
    Rich,
    Run,
    Table,
    Text,
    plain,
    rich,
)
from quintet.studio.type.breaking import sentences
from quintet.studio.type.families import clean
from quintet.studio.type.measuring import squeezed

LONG_PARAGRAPH = 3_000
"""A paragraph of more characters is set as several, broken at sentence ends."""

FIGURE = re.compile(r"[€$£¥]?\s?[+−-]?\d[\d.,\s]*\s?(%|‰|×|x|°C|k|m|bn|[€$£¥])?")
LONG_FIGURE = 9
"""A title that is a figure of so few characters is shown as one."""

LONG_HEADING = 160
"""A heading or caption of more characters is set as a paragraph."""

PART = 1_200
"""How long those are, about."""


def tidy(card: Card, pictures: Collection[str], language: str) -> Card:
    """A card whose texts are clean and whose blocks all have something to show."""
    blocks = tuple(part for block in card.blocks for part in _tidy_block(block, pictures, language))
    return replace(
        card,
        title=tidy_rich(card.title),
        subtitle=tidy_rich(card.subtitle),
        eyebrow=tidy_text(card.eyebrow),
        blocks=blocks,
    )


def as_figure(card: Card) -> Card:
    """A card whose title is a figure, and whose one short paragraph says which, shows it large."""
    title = plain(card.title)
    words = card.blocks[0] if len(card.blocks) == 1 else None
    if not FIGURE.fullmatch(title) or not isinstance(words, Text) or card.role != "content":
        return card
    label = plain(words.text)
    if len(label) > LONG_HEADING or len(title) > LONG_FIGURE:
        return card
    return replace(card, title=(), blocks=(Figure(title, ""), words))


def as_words(card: Card) -> Card:
    """A card whose list has a single entry says it as a sentence."""
    one = card.blocks[0] if len(card.blocks) == 1 and card.role == "content" else None
    if isinstance(one, Bullets) and len(one.items) == 1:
        return replace(card, blocks=(Text(one.items[0].text),))
    return card


def tidy_rich(text: Rich) -> Rich:
    return squeezed(text)


def tidy_text(text: str) -> str:
    return " ".join(clean(text).split())


def _tidy_block(block: Block, pictures: Collection[str], language: str) -> Iterator[Block]:
    match block:
        case Text(text=text):
            for part in paragraphs(tidy_rich(text), language):
                yield Text(part)
        case Heading(text=text, level=level):
            if words := tidy_rich(text):
                yield from _heading(words, level, language)
        case Bullets(items=items):
            if entries := _items(items):
                yield Bullets(entries)
        case Numbered(items=items, start=start):
            if entries := _items(items):
                yield Numbered(entries, start)
        case _:
            yield from _tidy_thing(block, pictures)


def _tidy_thing(block: Block, pictures: Collection[str]) -> Iterator[Block]:
    match block:
        case Columns(columns=columns):
            kept = tuple(
                replace(c, heading=tidy_rich(c.heading), text=tidy_rich(c.text)) for c in columns
            )
            if kept := tuple(c for c in kept if c.heading or c.text):
                yield Columns(kept)
        case Quote(text=text, by=by, role=role):
            yield from _quote(tidy_rich(text), tidy_text(by), tidy_text(role))
        case Figure(value=value, label=label, note=note):
            texts = (tidy_text(value), tidy_text(label), tidy_text(note))
            if any(texts):
                yield Figure(*texts)
        case Code(text=text, language=language):
            lines = (clean_line(line) for line in text.splitlines())
            if (whole := "\n".join(lines).strip("\n")).strip():
                yield Code(whole, language)
        case Image(source=source):
            if source in pictures:
                yield from _image(replace(block, alt=tidy_text(block.alt)))
        case Table():
            yield from _table(block)
        case Chart(categories=categories):
            if categories and block.series:
                yield block
        case _:
            yield block


def clean_line(line: str) -> str:
    """A line of code: tabs as spaces, nothing without a picture, its indent kept."""
    return "".join(clean(part) if part.strip() else part for part in line.expandtabs(4)).rstrip()


def _quote(text: Rich, by: str, role: str) -> Iterator[Block]:
    if text:
        yield Quote(text, by, role)
    elif by or role:
        yield Text((Run(", ".join(part for part in (by, role) if part)),))


def _heading(words: Rich, level: int, language: str) -> Iterator[Block]:
    """A heading as long as a paragraph is one, in bold."""
    if len(plain(words)) <= LONG_HEADING:
        yield Heading(words, level)
        return
    for part in paragraphs(words, language):
        yield Text(tuple(replace(run, bold=True) for run in part))


def _image(block: Image) -> Iterator[Block]:
    """A picture; a caption as long as a paragraph stands below it as one."""
    caption = tidy_text(block.caption)
    if len(caption) <= LONG_HEADING:
        yield replace(block, caption=caption)
    else:
        yield replace(block, caption="")
        yield from (Text(part) for part in paragraphs((Run(caption),), "en"))


def _items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    tidied = (Item(tidy_rich(item.text), max(0, item.level)) for item in items)
    return tuple(item for item in tidied if item.text)


def _table(table: Table) -> Iterator[Block]:
    """A table whose rows are all as long as its widest."""
    count = max((len(row) for row in (table.header, *table.rows)), default=0)
    if not count:
        return
    rows = [_row(row, count) for row in table.rows]
    header = _row(table.header, count)
    source = tidy_text(table.source)
    if not any(header) and not any(any(row) for row in rows):
        if source:
            yield Text(rich(source))
        return
    numeric = (*table.numeric, *(False for _ in range(count)))[:count]
    kept = tuple(row for row in rows if any(row))
    yield replace(table, header=header, rows=kept, numeric=numeric, source=source)


def _row(row: tuple[Rich, ...], count: int) -> tuple[Rich, ...]:
    cells = tuple(tidy_rich(cell) for cell in row)
    return cells + ((),) * (count - len(cells))


def paragraphs(text: Rich, language: str) -> Iterator[Rich]:
    """A text in paragraphs of a length that can be set: nearly always itself."""
    whole = plain(text)
    if len(whole) <= LONG_PARAGRAPH:
        if text:
            yield text
        return
    start = at = 0
    for sentence in sentences(whole, language):
        for begin in range(0, len(sentence), LONG_PARAGRAPH):
            at += len(sentence[begin : begin + LONG_PARAGRAPH])
            if at - start >= PART:
                yield tidy_rich(between(text, start, at))
                start = at
    if rest := tidy_rich(between(text, start, len(whole))):
        yield rest


def between(text: Rich, start: int, end: int) -> Rich:
    """The stretch of a text from one character to another."""
    at, runs = 0, []
    for run in text:
        part = run.text[max(0, start - at) : max(0, end - at)]
        if part:
            runs.append(replace(run, text=part))
        at += len(run.text)
        if at >= end:
            break
    return tuple(runs)
