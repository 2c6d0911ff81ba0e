"""Diagrams: what funnels, pyramids, cycles and matrices have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Bullets, Columns, Numbered, Rich, plain, rich
from quintet.domain.pages import Colour, Command
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.entries import Entry, led
from quintet.studio.layout.facts import Facts
from quintet.studio.layout.figures import directed
from quintet.studio.layout.fitting import TooFull, largest
from quintet.studio.layout.intro import without_intro
from quintet.studio.themes import mix, readable

PALEST = 0.78
"""Shades run from accent1 this far towards the card's ground."""


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend below a diagram: its mark, and its words."""

    mark: str
    colour: Colour
    words: Rich


def asked_for(facts: Facts, *names: str) -> bool:
    """Whether the caller wished for a diagram, or the card's title names it."""
    title = f" {facts.title.casefold()} "
    return facts.card.wish == names[0] or any(f" {name} " in title for name in names)


def parts_of(facts: Facts) -> tuple[Entry, ...]:
    """The entries of the card's one list, or its columns, marked from 1."""
    blocks = without_intro(facts.blocks)
    block = blocks[0] if len(blocks) == 1 else None
    if isinstance(block, Bullets | Numbered) and not any(item.level for item in block.items):
        found = [led(item.text) for item in block.items]
    elif isinstance(block, Columns):
        found = [Entry("", column.heading, column.text) for column in block.columns]
    else:
        return ()
    return tuple(replace(entry, mark=str(i + 1)) for i, entry in enumerate(found))


def length(entry: Entry) -> int:
    return len(plain(entry.heading)) + len(plain(entry.words))


def shade(canvas: Canvas, place: int, count: int) -> Colour:
    """The place-th of `count` tones from accent1 to pale."""
    part = PALEST * place / max(1, count - 1)
    return mix(canvas.hex("accent1"), canvas.hex("bg"), part)


def on(canvas: Canvas, colour: Colour) -> Colour:
    """The ink that reads best on a colour."""
    return readable(colour, (canvas.hex("ink"), canvas.hex("bg"), "#FFFFFF", "#111111"))


def polygon(canvas: Canvas, points: Sequence[tuple[float, float]], fill: Colour) -> None:
    start: Command = ("M", points[0])
    edges: list[Command] = [("L", point) for point in points[1:]]
    canvas.path((start, *edges, ("Z", ())), fill)


def mark(canvas: Canvas, area: Area, words: str, size: float, colour: Colour) -> None:
    """A figure or number in the middle of a shape. Raises TooFull if the shape is too small."""
    size = max(size, canvas.floor("label"))
    if canvas.width(words, "label", size) > area.w * 0.97 or size * 0.9 > area.h:
        raise TooFull
    box = canvas.lettered(
        area.x, area.y, area.w, words, "label", size=size, colour=colour, align="center"
    )
    if box:
        canvas.boxes.append(directed(replace(box, y=area.y + (area.h - box.h) / 2)))


def whole(entry: Entry) -> tuple[Rich, ...]:
    """The heading in bold, and the words."""
    heading = tuple(replace(run, bold=True) for run in entry.heading)
    return tuple(part for part in (heading, entry.words) if part)


def words_size(canvas: Canvas, entries: Sequence[Entry], w: float, h: float) -> float:
    """The size at which the words of every entry fit into w by h. Raises TooFull."""
    return canvas.fit([whole(entry) for entry in entries], "body", w, h, gap=0.1)


def words_beside(canvas: Canvas, entry: Entry, area: Area, size: float) -> None:
    """An entry's words in the middle of a row."""
    words = whole(entry)
    canvas.text(area.x, area.y, area.w, words, "body", size=size, h=area.h, stand="middle", gap=0.1)


def legend_size(canvas: Canvas, keys: Sequence[Key], w: float, h: float) -> float:
    """The size at which a legend below a diagram fits. Raises TooFull."""
    return largest(
        canvas.scale.body,
        canvas.floor("body"),
        canvas.step,
        lambda size: legend_height(canvas, keys, w, size) <= h,
    )


def legend_height(canvas: Canvas, keys: Sequence[Key], w: float, size: float) -> float:
    inner, gap = w - size * 1.8, canvas.u * 1.6
    heights = (canvas.height(key.words, "body", inner, size) for key in keys)
    return sum(heights) + gap * (len(keys) - 1)


def draw_legend(canvas: Canvas, keys: Sequence[Key], area: Area, size: float) -> None:
    """Marks at the reading side, words beside them, one entry below the other."""
    y = area.y
    x, w = canvas.after(area.x, area.w, size * 1.8)
    for key in keys:
        side = size * (1.4 if key.mark else 0.8)
        left = canvas.start(area.x, area.w, side)
        if key.mark:
            canvas.text(left, y, side, key.mark, size=size, colour="accent1", bold=True)
        else:
            square = Area(left, y + size * 0.32, side, side)
            canvas.rect(square, key.colour, canvas.radius * 0.2)
        y += canvas.text(x, y, w, key.words, "body", size=size) + canvas.u * 1.6


def one_line(entry: Entry) -> Rich:
    """The heading in bold and the words after it."""
    heading = tuple(replace(run, bold=True) for run in entry.heading)
    gap = rich(" ") if heading and entry.words else ()
    return (*heading, *gap, *entry.words)


def room_for(canvas: Canvas, h: float, least: float) -> float:
    """A diagram's height, or TooFull where it would be too low to be seen."""
    if h < least * canvas.u:
        raise TooFull
    return h
