"""A title for a card that has none: out of its own words, never invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quintet.domain.deck import (
    Block,
    Bullets,
    Columns,
    Figure,
    Heading,
    Numbered,
    Quote,
    Rich,
    Text,
    plain,
    rich,
)
from quintet.studio.writer.runs import cut, trimmed
from quintet.studio.writer.sentences import spans

LONGEST = 60
"""Characters of a title we make."""

CLAUSE = re.compile(r"\s*[,;:،؛，；：。—–(]\s*|\s+-\s+")
END = " \t\n.。!！?？…,;:،：；"


def lead_title(blocks: Sequence[Block], language: str) -> tuple[Rich, tuple[Block, ...]]:
    """
    A title, and the blocks that remain below it. A heading, a line that ends in a colon, or a
    short first sentence moves up; else the first clause is said twice.
    """
    if not blocks:
        return (), ()
    first, rest = blocks[0], tuple(blocks[1:])
    if isinstance(first, Heading) and len(plain(first.text)) <= 2 * LONGEST:
        return _without_colon(first.text), rest
    if isinstance(first, Text):
        words = plain(first.text)
        ends = [end for _, end in spans(words, language)]
        end = ends[0] if ends else len(words)
        if len(words[:end].strip()) <= LONGEST and not words[:end].rstrip().endswith(("?", "!")):
            below = trimmed(cut(first.text, end))
            title = _without_stop(trimmed(cut(first.text, 0, end)))
            return title, ((replace(first, text=below),) if below else ()) + rest
        if words.rstrip().endswith(":") and rest and len(words) <= LONGEST + 20:
            return _without_colon(first.text), rest
    return rich(phrase(words_of(blocks), language)), tuple(blocks)


def phrase(text: str, language: str) -> str:
    """The first clause of a text, at most 60 characters long."""
    text = " ".join(text.split())
    ends = [end for _, end in spans(text[:1000], language)]
    sentence = text[: ends[0]].strip() if ends else ""
    if len(sentence) <= LONGEST:
        return sentence if sentence.endswith(("?", "!")) else sentence.rstrip(END)
    for found in CLAUSE.finditer(sentence):
        if found.start() > LONGEST:
            break
        if found.start() >= 12 and (" " in sentence[: found.start()].strip()):
            return sentence[: found.start()].strip(END)
    short = sentence[:LONGEST]
    if " " in short[LONGEST // 3 :]:
        short = short[: short.rindex(" ")]
    return short.rstrip(END) + "…"


def words_of(blocks: Sequence[Block]) -> str:
    """The first words of the blocks that a title could be made of."""
    for block in blocks:
        if isinstance(block, Text | Heading | Quote):
            return plain(block.text)
        if isinstance(block, Bullets | Numbered) and block.items:
            return plain(block.items[0].text)
        if isinstance(block, Columns) and block.columns:
            return plain(block.columns[0].heading)
        if isinstance(block, Figure):
            return f"{block.value} {block.label}"
    return ""


def _without_stop(text: Rich) -> Rich:
    words = plain(text)
    return trimmed(cut(text, 0, len(words.rstrip(".。:： "))))


def _without_colon(text: Rich) -> Rich:
    words = plain(text)
    return trimmed(cut(text, 0, len(words.rstrip(":： "))))
