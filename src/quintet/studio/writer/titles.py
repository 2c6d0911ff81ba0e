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
    Image,
    Numbered,
    Quote,
    Rich,
    Table,
    Text,
    plain,
    rich,
)
from quintet.studio.writer.headings import COUNTED
from quintet.studio.writer.rank import COMMON, LEANING
from quintet.studio.writer.runs import cut, is_bold, trimmed, words_in
from quintet.studio.writer.sentences import spans

LONGEST = 60
"""Characters of a title we make."""

SENTENCES = 5
"""How many sentences a title is looked for in."""

FEWEST_WORDS = 4
"""Words of a phrase or sentence that can be a title of its own."""

LONGEST_MOVED = 75
"""Characters of a sentence that becomes the title whole."""

CLAUSE = re.compile(r"\s*[,;:،؛，；：。—–(]\s*|\s+-\s+")
JOINT = re.compile(
    r"\s+(?:and|or|but|that|which|who|because|while|when|than|so|und|oder|aber|dass|weil|et|ou|mais|"
    r"que|qui|y|pero|porque|e|ma|che|mas|en|maar|dat|omdat|и|но|что)\s"
)
END = " \t\n.。!！?？…,;:،：；"


def lead_title(blocks: Sequence[Block], language: str) -> tuple[Rich, tuple[Block, ...]]:
    """
    A title, and the blocks that remain below it. A heading, a line that ends in a colon, or a
    short first sentence moves up; else a clause is said twice. A quotation needs no title.
    """
    if not blocks:
        return (), ()
    first, rest = blocks[0], tuple(blocks[1:])
    if isinstance(first, Image) and rest:
        title, below = lead_title(rest, language)
        return title, (first, *below)
    if isinstance(first, Quote) and not rest:
        return (), (first,)
    if moved := _moved(first, rest, language):
        return moved
    if labels := _labels(first):
        return rich(labels), tuple(blocks)
    return rich(_best_phrase(blocks, language)), tuple(blocks)


def _moved(
    first: Block, rest: tuple[Block, ...], language: str
) -> tuple[Rich, tuple[Block, ...]] | None:
    """Words of the first block that can stand as the title, and what they leave behind."""
    if isinstance(first, Heading) and len(plain(first.text)) <= 2 * LONGEST:
        return _without_colon(first.text), rest
    if isinstance(first, Bullets) and len(first.items) == 1:
        item = first.items[0].text
        return (_without_stop(item), rest) if len(plain(item)) <= LONGEST_MOVED else None
    if not isinstance(first, Text):
        return None
    words = plain(first.text)
    ends = [end for _, end in spans(words, language)]
    end = ends[0] if ends else len(words)
    if len(words[:end].strip()) <= LONGEST_MOVED:
        below = trimmed(cut(first.text, end))
        title = _without_stop(trimmed(cut(first.text, 0, end)))
        return title, ((replace(first, text=below),) if below else ()) + rest
    if words.rstrip().endswith(":") and rest and len(words) <= LONGEST + 20:
        return _without_colon(first.text), rest
    return None


def _best_phrase(blocks: Sequence[Block], language: str) -> str:
    """The first phrase that is whole, of the first sentences; else the first, cut off."""
    text = words_of(blocks)[:2000]
    found = [phrase(text[start:end], language) for start, end in spans(text, language)[:SENTENCES]]
    whole = (each for at, each in enumerate(found) if _stands(each, first=at == 0))
    return next(whole, found[0] if found else "")


def _stands(words: str, first: bool) -> bool:
    """Whether a phrase is whole, says something, and leans on nothing said before."""
    if words.endswith("…") or (not first and LEANING.match(words)):
        return False
    return words_in(words) >= FEWEST_WORDS


def phrase(text: str, language: str) -> str:
    """The first clause of a text, at most 60 characters long."""
    text = " ".join(text.split())
    ends = [end for _, end in spans(text[:1000], language)]
    sentence = text[: ends[0]].strip() if ends else ""
    if len(sentence) <= LONGEST:
        return sentence if sentence.endswith(("?", "!")) else sentence.rstrip(END)
    for ends_at, shortest in ((CLAUSE, 12), (JOINT, 24)):
        for found in ends_at.finditer(sentence, shortest, LONGEST + 10):
            if found.start() <= LONGEST and " " in sentence[: found.start()].strip():
                return sentence[: found.start()].strip(END)
    return _at_a_word(sentence[: LONGEST + 1]) + "…"


def _at_a_word(text: str) -> str:
    """Up to the last whole word that can stand last."""
    head, space, _ = text.rpartition(" ")
    if len(head) < LONGEST // 3:
        return text[:LONGEST].rstrip(END)
    while space and head.rpartition(" ")[2].lower() in COMMON:
        head, space, _ = head.rpartition(" ")
    return head.rstrip(END)


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
        if isinstance(block, Image) and (block.caption or block.alt):
            return block.caption or block.alt
        if isinstance(block, Table):
            return block.source or ", ".join(plain(cell) for cell in block.header)
    return ""


def uncounted(title: Rich) -> Rich:
    """A heading without the "Slide 3: " before it."""
    found = COUNTED.match(plain(title))
    return cut(title, found.end()) if found else title


def _labels(block: Block) -> str:
    """The labels of a short list of "label: words"."""
    if not isinstance(block, Bullets) or not 2 <= len(block.items) <= 4:
        return ""
    if not all(len(item.text) > 1 and is_bold(item.text[:1]) for item in block.items):
        return ""
    labels = ", ".join(plain(item.text[:1]).strip(" :") for item in block.items)
    return labels if len(labels) <= LONGEST else ""


def _without_stop(text: Rich) -> Rich:
    words = plain(text)
    return trimmed(cut(text, 0, len(words.rstrip(".。:： "))))


def _without_colon(text: Rich) -> Rich:
    words = plain(text)
    return trimmed(cut(text, 0, len(words.rstrip(":： "))))
