"""What a block really is: a labelled list, a figure with meaning, a table that is a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from quintet.domain.deck import (
    Block,
    Bullets,
    Figure,
    Heading,
    Image,
    Item,
    Numbered,
    Rich,
    Table,
    Text,
    plain,
)
from quintet.studio.writer.quotes import attributed
from quintet.studio.writer.runs import bold, cut, is_bold, is_italic, merged

L = TypeVar("L", Bullets, Numbered)

LABEL = re.compile(r"(?P<label>[^\s:.!?](?:[^:.!?\n]|[.](?=\S)){0,38}):\s+(?=\S)")
DASHED = re.compile(r"(?P<label>[^\s.!?–—](?:[^.!?\n–—]|[.](?=\S)){0,38})\s[–—]\s(?=\S)")
MOST_LABEL_WORDS = 5

VALUE = re.compile(
    r"(?:[~≈<>≤≥±+\-−–]\s?)?(?:[A-Z]{0,3}[$€£¥₹₽₩]\s?)?\d[\d.,'’\u00a0\u202f]*(?:\s\d{3})*"
    r"\s?(?:%|‰|×|x|pp|k|m|M|bn|mn|K|B|[$€£¥₹₽₩]|million|billion|Mio\.?|Mrd\.?|h|kg|km|t|°C|/\d+)*"
)
MOST_FIGURE_LABEL = 110
SOURCE = re.compile(
    r"(?:source|sources|quelle|quellen|fuente|fonte|bron|källa|źródło|источник)s?\s?:",
    re.IGNORECASE,
)
LONGEST_HEADING = 70


def shaped(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of one section, each as what it is. The words and their order stay."""
    return tuple(_with_captions([part for block in attributed(blocks) for part in _shape(block)]))


def _shape(block: Block) -> Iterator[Block]:
    if isinstance(block, Text):
        yield _paragraph(block)
    elif isinstance(block, Bullets):
        figures = [_figure(item.text) for item in block.items]
        if 2 <= len(figures) <= 5 and all(figures) and not any(i.level for i in block.items):
            yield from (figure for figure in figures if figure)
        else:
            yield labelled(block)
    elif isinstance(block, Numbered):
        yield labelled(block)
    else:
        yield block


def _paragraph(block: Text) -> Block:
    """A strong line alone is a heading; a strong figure with a few words is a figure."""
    if figure := _figure(block.text):
        return figure
    words = plain(block.text)
    if is_bold(block.text) and len(words) <= LONGEST_HEADING and words[-1] not in ".!?…,;":
        return Heading(tuple(replace(run, bold=False) for run in block.text), 3)
    return block


def _figure(text: Rich) -> Figure | None:
    """ "**41 %** of customers renew": a bold value and what it says."""
    if not text or not text[0].bold or text[0].code:
        return None
    value = text[0].text.strip().rstrip(":")
    label = plain(text[1:]).strip().lstrip(":–—-").strip()
    if not label or len(label) > MOST_FIGURE_LABEL or not VALUE.fullmatch(value):
        return None
    if any(run.link or run.code for run in text[1:]) or "\n" in label:
        return None
    return Figure(value, label)


def labelled(block: L) -> L:
    """ "Label: words" entries get their label in bold, when most entries are so made."""
    outer = [item for item in block.items if item.level == 0]
    for pattern, share in ((LABEL, 0.6), (DASHED, 0.99)):
        marked = [item for item in outer if _label_end(item, pattern)]
        if len(outer) >= 2 and len(marked) >= share * len(outer):
            return replace(block, items=tuple(_labelled(item, pattern) for item in block.items))
    return block


def _label_end(item: Item, pattern: re.Pattern[str]) -> int:
    words = plain(item.text)
    found = pattern.match(words)
    if found is None or len(found.group("label").split()) > MOST_LABEL_WORDS:
        return 0
    return found.end("label") + (pattern is LABEL)


def _labelled(item: Item, pattern: re.Pattern[str]) -> Item:
    end = _label_end(item, pattern)
    if not end or any(run.bold for run in item.text):
        return item
    return replace(item, text=merged((*bold(cut(item.text, 0, end)), *cut(item.text, end))))


def _with_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """A line in italics below a picture, or "Source: …" below a table, belongs to it."""
    before: Block | None = None
    for block in blocks:
        words = plain(block.text) if isinstance(block, Text) else ""
        if isinstance(before, Image) and not before.caption and _is_caption(block):
            before = replace(before, caption=words)
            continue
        if isinstance(before, Table) and words and len(words) <= 160 and SOURCE.match(words):
            before = replace(before, source=words)
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_caption(block: Block) -> bool:
    return isinstance(block, Text) and is_italic(block.text) and len(plain(block.text)) <= 160
