"""Lists: entries with their levels, from Markdown's nested tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from markdown_it.token import Token

from quintet.domain.deck import Block, Bullets, Heading, Item, Numbered, Run, Text
from quintet.studio.writer import tables
from quintet.studio.writer.inline import Paragraph
from quintet.studio.writer.runs import bold, joined, merged

Part = Block | str
"""A block, or a note to the speaker. A `Heading` among them opens a section."""


class Source(Protocol):
    """The tokens of a text, read up to `at`."""

    tokens: list[Token]
    at: int

    def part(self, token: Token) -> Iterator[Part]: ...

    def content(self) -> str: ...

    def inline(self, content: str) -> Paragraph: ...


class List:
    """
    One list with those nested in it. Blocks that cannot stand in an item (code, tables, quotes)
    part the list in two.
    """

    def __init__(self, source: Source, opening: Token) -> None:
        self.source = source
        self.ordered = opening.type == "ordered_list_open"
        self.number = int(opening.attrs.get("start", 1)) if self.ordered else 1
        self.first = self.number
        self.items: list[Item] = []
        self.done: list[Part] = []

    def blocks(self) -> list[Part]:
        self._read(0, "ordered_list_close" if self.ordered else "bullet_list_close")
        self._flush()
        return self.done

    def _read(self, level: int, stop: str, count: int | None = None) -> None:
        """`count` is the number of the next entry where a nested list has numbers."""
        source = self.source
        while source.at < len(source.tokens):
            token = source.tokens[source.at]
            source.at += 1
            if token.type == stop:
                return
            if token.type == "list_item_open":
                self._item(level, f"{count}. " if count is not None else "")
                count = count + 1 if count is not None else None

    def _item(self, level: int, prefix: str) -> None:
        source, opened = self.source, len(self.items)
        while source.at < len(source.tokens):
            token = source.tokens[source.at]
            source.at += 1
            if token.type == "list_item_close":
                self.number += level == 0
                return
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self._nested(token, level + 1)
            elif token.type in ("paragraph_open", "heading_open") and not self._is_table():
                words = source.inline(source.content())
                self._say(level, prefix, words, new=len(self.items) == opened)
                prefix = ""
            else:
                self._flush()
                self.done.extend(_item_part(part) for part in source.part(token))
                opened = 0

    def _is_table(self) -> bool:
        content = self.source.tokens[self.source.at].content
        return "|" in content and tables.starts_at(content.split("\n")) is not None

    def _nested(self, opening: Token, level: int) -> None:
        if opening.type == "ordered_list_open":
            self._read(level, "ordered_list_close", int(opening.attrs.get("start", 1)))
        else:
            self._read(level, "bullet_list_close")

    def _say(self, level: int, prefix: str, read: Paragraph, new: bool) -> None:
        words = read.words
        if prefix and words:
            words = merged((Run(prefix), *words))
        if words and (new or not self.items):
            self.items.append(Item(words, level))
        elif words:
            last = self.items[-1]
            self.items[-1] = Item(joined([last.text, words]), last.level)
        if read.images:
            self._flush()
            self.done.extend(read.images)

    def _flush(self) -> None:
        if not self.items:
            return
        least = min(item.level for item in self.items)
        items = tuple(Item(item.text, item.level - least) for item in self.items)
        if self.ordered and least == 0:
            outer = sum(item.level == 0 for item in items)
            self.done.append(Numbered(items, self.first))
            self.first += outer
        else:
            self.done.append(Bullets(items))
        self.items = []


def _item_part(part: Part) -> Part:
    return Text(bold(part.text)) if isinstance(part, Heading) else part
