"""Cutting words: paragraphs at sentence or line ends, lists between entries."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.deck import Bullets, Figure, Heading, Item, Numbered, Quote, Rich, Text, rich
from quintet.domain.pages import Role
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.cutting.room import MOST_ROWS, Halves, height_of
from quintet.studio.layout.lettering import Prepared
from quintet.studio.layout.strips.lists import DEEPEST
from quintet.studio.layout.tidy import between, tidy_rich
from quintet.studio.type.breaking import sentences


def _cut_words(
    canvas: Canvas, words: Rich, role: Role, w: float, h: float, size: float, must: bool
) -> tuple[Rich, Rich] | None:
    """Cut a paragraph, at the end of a sentence if one ends in the latter half of what fits."""
    prepared = canvas.prepare([words], role)
    if not prepared.paragraphs:
        return None
    lines = prepared.cuts(0, w, size)
    fit = int(h / (prepared.pitch * size) + 1e-6)
    if fit >= len(lines):
        return None
    if fit < 2 and not must:
        return None
    end = lines[max(fit, 1) - 1].end
    end = _sentence_end(prepared, end, canvas.language)
    return tidy_rich(between(words, 0, end)), tidy_rich(between(words, end, len(_text(words))))


def _sentence_end(prepared: Prepared, end: int, language: str) -> int:
    text = prepared.paragraphs[0].text
    at = best = 0
    for sentence in sentences(text[: end + 200], language):
        at += len(sentence)
        if at > end + 1:
            break
        best = at
    return best if best > end / 2 else end


def _text(words: Rich) -> str:
    return "".join(run.text for run in words)


def cut_text(
    canvas: Canvas, block: Text, w: float, h: float, size: float, must: bool
) -> Halves | None:
    parts = _cut_words(canvas, block.text, "body", w, h, size, must)
    return ((Text(parts[0]),), (Text(parts[1]),)) if parts else None


def cut_heading(
    canvas: Canvas, block: Heading, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A heading too long for a whole column goes on as text."""
    if not must:
        return None
    parts = _cut_words(canvas, block.text, "h3", w, h, size * 1.16, must)
    return ((Heading(parts[0], block.level),), (Text(parts[1]),)) if parts else None


def cut_quote(
    canvas: Canvas, block: Quote, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A quote too long for a whole column goes on as a second one, its speaker at the end."""
    if not must:
        return None
    inner = w - canvas.u * 3
    room = h - 3 * size
    parts = _cut_words(canvas, block.text, "lead", inner, room, size * 1.08, must)
    if parts:
        return (Quote(parts[0]),), (replace(block, text=parts[1]),)
    speaker = ", ".join(part for part in (block.by, block.role) if part)
    return ((Quote(block.text),), (Text(rich(speaker)),)) if speaker else None


def cut_figure(
    canvas: Canvas, block: Figure, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """A figure whose words need more than a column is not a figure: it is set as text."""
    if not must:
        return None
    parts = tuple(Text(rich(part)) for part in (block.value, block.label, block.note) if part)
    return (), parts


def cut_list(
    canvas: Canvas, block: Bullets | Numbered, w: float, h: float, size: float, must: bool
) -> Halves | None:
    """Between entries; an entry that fills a column alone goes on as a second one."""
    low, high = 0, min(len(block.items), MOST_ROWS)
    while high - low > 1:
        middle = (low + high) // 2
        if height_of(canvas, replace(block, items=block.items[:middle]), w, size) <= h:
            low = middle
        else:
            high = middle
    if low:
        first = replace(block, items=block.items[:low])
        return (first,), (_rest(block, low),)
    if not must:
        return None
    item = block.items[0]
    inner = w - size * 1.6 * (min(item.level, DEEPEST) + 1)
    parts = _cut_words(canvas, item.text, "body", inner, h, size, must)
    if parts is None:
        return None
    first = replace(block, items=(Item(parts[0], item.level),))
    others = (_rest(block, 1),) if len(block.items) > 1 else ()
    return (first,), (Text(parts[1]), *others)


def _rest(block: Bullets | Numbered, done: int) -> Bullets | Numbered:
    items = block.items[done:]
    if isinstance(block, Bullets):
        return Bullets(items)
    outer = sum(item.level == 0 for item in block.items[:done])
    return Numbered(items, block.start + outer)
