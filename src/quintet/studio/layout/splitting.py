"""Splitting a card that is too full into parts that each fit a page."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace

from quintet.domain.deck import Block, Card, Heading, Rich, Text, plain, rich
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.cutting import as_words, halves
from quintet.studio.layout.flow import Columns, columns_for
from quintet.studio.layout.frame import head
from quintet.studio.layout.packing import joined, pack
from quintet.studio.layout.tidy import LONG_HEADING, paragraphs

MOST_HEAD = 600
"""Characters of a title, sub-title or eyebrow that no page holds as one."""

MOST_ABOVE = 40
"""So long the title above a part with a title of its own may be, in characters."""

EVENED = 4
"""Cards of up to so many parts are shared out evenly; of longer ones the last may be short."""


def split(canvas: Canvas, card: Card, fits: Callable[[Card], bool]) -> list[Card]:
    """
    The parts of a card on empty pages like `canvas`, in order, each with the card's title and its
    number ("2/3"). The words of all parts are those of the card. `fits` says whether a part can
    be laid out; what does not fit is split further, down to plain words.
    """
    card = _with_room_for_mark(canvas, card)
    groups: list[tuple[Block, ...]] = []
    left = deque(_share(canvas, card))
    while left:
        blocks = left.popleft()
        part = replace(card, blocks=blocks, eyebrow=part_eyebrow(card, 888, 888))
        smaller = None if fits(part) else _smaller(canvas, card, blocks)
        if smaller is None:
            groups.append(blocks)
        else:
            left.extendleft(reversed(smaller))
    parts = [_part(card, blocks, i, len(groups)) for i, blocks in enumerate(groups)]
    headed = [_headed(part, i) for i, part in enumerate(parts)]
    return [new if fits(new) else old for new, old in zip(headed, parts, strict=True)]


def _part(card: Card, blocks: tuple[Block, ...], i: int, total: int) -> Card:
    return replace(
        card,
        blocks=blocks,
        eyebrow=part_eyebrow(card, i + 1, total),
        subtitle=card.subtitle if i == 0 else (),
        notes=card.notes if i == 0 else "",
        wish=None,
    )


def _headed(part: Card, i: int) -> Card:
    """A later part that opens with a heading has that as its title, the card's above it."""
    first = part.blocks[0] if i and len(part.blocks) > 1 else None
    title = plain(part.title)
    if not isinstance(first, Heading) or not title or len(title) + len(part.eyebrow) > MOST_ABOVE:
        return part
    *above, mark = part.eyebrow.split(" · ")
    eyebrow = " · ".join((*above, title, mark))
    return replace(part, title=first.text, eyebrow=eyebrow, blocks=part.blocks[1:])


def _smaller(
    canvas: Canvas, card: Card, blocks: tuple[Block, ...]
) -> list[tuple[Block, ...]] | None:
    """A group in smaller groups; a block that stands alone as plain words; None for those."""
    if len(blocks) > 1:
        return list(halves(blocks))
    words = as_words(blocks[0])
    return None if words is None else _share(canvas, replace(card, blocks=words))


def _with_room_for_mark(canvas: Canvas, card: Card) -> Card:
    """An eyebrow that leaves no room for "12/34" behind it becomes words of the card."""
    if _fits(canvas, Card(eyebrow=part_eyebrow(card, 888, 888))):
        return card
    words = (Text(part) for part in paragraphs(rich(card.eyebrow), canvas.language))
    return replace(card, eyebrow="", blocks=(*words, *card.blocks))


def part_eyebrow(card: Card, part: int, parts: int) -> str:
    """ "2/3" above the title, after the card's own eyebrow."""
    mark = f"{part}/{parts}" if parts > 1 else ""
    return " · ".join(word for word in (card.eyebrow, mark) if word)


def _share(canvas: Canvas, card: Card) -> list[tuple[Block, ...]]:
    """The blocks page by page, as even as may be where the pages are few."""
    blocks, columns = card.blocks, columns_for(canvas, card.blocks)
    h = canvas.y1 - _content_top(canvas, card)
    size = max(canvas.floor("body"), canvas.scale.body - (2 if columns.count > 1 else 1) * canvas.k)
    groups = _pages(canvas, blocks, columns, h, size)
    if not 1 < len(groups) <= EVENED:
        return groups
    low, high = h / 2, h
    for _ in range(5):
        middle = (low + high) / 2
        tried = _pages(canvas, blocks, columns, middle, size)
        if len(tried) <= len(groups):
            groups, high = tried, middle
        else:
            low = middle
    return groups


def _content_top(canvas: Canvas, card: Card) -> float:
    """Where the content of a part starts."""
    kept = len(canvas.boxes)
    try:
        return head(canvas, replace(card, eyebrow=part_eyebrow(card, 888, 888)))
    finally:
        del canvas.boxes[kept:]


def _pages(
    canvas: Canvas, blocks: tuple[Block, ...], columns: Columns, h: float, size: float
) -> list[tuple[Block, ...]]:
    packed = pack(canvas, blocks, columns.w, h, size)
    return [joined(packed[i : i + columns.count]) for i in range(0, len(packed), columns.count)]


def is_long_head(card: Card) -> bool:
    """Whether a card's head has surely too many words for any page."""
    return max(len(plain(card.title)), len(card.eyebrow), len(plain(card.subtitle))) > MOST_HEAD


def tamed(canvas: Canvas, card: Card) -> Card:
    """
    A card whose head fits: a title that would need too many lines, a long eyebrow or sub-title
    become words of the card.
    """
    moved: list[Block] = []
    if card.eyebrow and not _fits(canvas, Card(eyebrow=card.eyebrow)):
        moved.extend(Text(part) for part in paragraphs(rich(card.eyebrow), canvas.language))
        card = replace(card, eyebrow="")
    if card.title and not _fits(canvas, Card(title=card.title)):
        moved.extend(_title_as_blocks(card.title, canvas.language))
        card = replace(card, title=())
    if card.subtitle and not _fits(canvas, Card(subtitle=card.subtitle)):
        moved.extend(Text(part) for part in paragraphs(card.subtitle, canvas.language))
        card = replace(card, subtitle=())
    return replace(card, blocks=(*moved, *card.blocks)) if moved else card


def _fits(canvas: Canvas, card: Card) -> bool:
    if is_long_head(card):
        return False
    kept = len(canvas.boxes)
    try:
        head(canvas, card)
    except TooFull:
        return False
    finally:
        del canvas.boxes[kept:]
    return True


def _title_as_blocks(title: Rich, language: str) -> tuple[Block, ...]:
    if len(plain(title)) <= LONG_HEADING:
        return (Heading(title),)
    bold = tuple(replace(run, bold=True) for run in title)
    return tuple(Text(part) for part in paragraphs(bold, language))
