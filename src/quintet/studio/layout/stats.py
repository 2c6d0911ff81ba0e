"""Stats: two to five figures with their labels, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import Block, Rich, Table, Text, plain, rich
from quintet.studio.charts.numeric import numeric_columns
from quintet.studio.charts.reading import read_number
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.entries import Entry, figures_of
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.figures import figure_size, set_figure
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro

MOST = 5
FIRST_WINS = 0.72
"""The second way to arrange figures is taken if it makes them larger by more than this part."""

LONGEST_FIGURE, LONGEST_LABEL, LONGEST_NOTE = 12, 110, 180


@dataclass(frozen=True, slots=True)
class Sizes:
    """What all cells have in common: sizes of type, padding, and how high a cell is."""

    figure: float
    label: float
    pad: float
    top: float
    high: float


def takes(facts: Facts) -> float | None:
    figures, note = stats_of(facts.blocks)
    if not 2 <= len(figures) <= MOST or len(plain(note)) > LONGEST_NOTE:
        return None
    if any(len(one.mark) > LONGEST_FIGURE for one in figures):
        return None
    if any(len(plain(one.heading)) > LONGEST_LABEL for one in figures):
        return None
    return 11.5 if max(len(plain(one.heading)) for one in figures) <= 60 else 7.5


def stats_of(blocks: Sequence[Block]) -> tuple[tuple[Entry, ...], Rich]:
    """The figures of a card and the remark below them."""
    rest = without_intro(tuple(blocks))
    note: Rich = ()
    if len(rest) > 1 and isinstance(rest[-1], Text):
        note, rest = rest[-1].text, rest[:-1]
    if len(rest) == 1 and isinstance(rest[0], Table) and not note:
        return of_table(rest[0])
    return figures_of(rest), note


def of_table(table: Table) -> tuple[tuple[Entry, ...], Rich]:
    """A table of one row, or of two numbers: too few for rows and too few for a chart."""
    header, rows = table.header, table.rows
    source = rich(table.source)
    if len(rows) == 1 and 2 <= len(header) <= MOST + 1 and not table.source:
        named = not numeric_columns([""], [[plain(rows[0][0])]], "en")[0]
        pairs = list(zip(header, rows[0], strict=True))
        note = (*pairs[0][0], *rich(": "), *pairs[0][1]) if named else ()
        figures = [Entry(plain(cell), head) for head, cell in pairs[named:]]
        return _numbers(figures), note
    if len(rows) == 2 and len(header) == 2:
        space = rich(" ") if header[0] else ()
        return _numbers(
            [Entry(plain(cell), (*header[0], *space, *name), header[1]) for name, cell in rows]
        ), source
    return (), ()


def _numbers(figures: list[Entry]) -> tuple[Entry, ...]:
    """The figures if all of them are numbers with a label, else none."""
    read = [read_number(entry.mark) for entry in figures]
    whole = all(one is not None and one.value is not None for one in read)
    return tuple(figures) if whole and all(entry.heading for entry in figures) else ()


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    figures, note = stats_of(facts.blocks)
    area = canvas.area(y)
    small = canvas.size("small") if canvas.paper else canvas.size("body")
    below = canvas.u * 4 + canvas.height(note, "small", area.w, small) if note else 0.0
    gap = canvas.u * (4 if canvas.theme.panels else 6) * (0.6 if canvas.paper else 1.0)
    rows, across, sizes = _best(canvas, figures, gap, Area(area.x, y, area.w, area.h - below))
    w = (area.w - gap * (across - 1)) / across
    used = sizes.high * rows + gap * (rows - 1) + below
    top = y + (area.h - used) * _part_above(canvas, rows)
    for i, entry in enumerate(figures):
        row, place = divmod(i, across)
        at = across - 1 - place if canvas.rtl else place
        cell = Area(area.x + at * (w + gap), top + row * (sizes.high + gap), w, sizes.high)
        _cell(canvas, entry, cell, sizes, first=i == 0)
    if note:
        bottom = top + used - below + canvas.u * 4
        canvas.text(area.x, bottom, area.w, note, "small", size=small)


def _best(
    canvas: Canvas, figures: Sequence[Entry], gap: float, area: Area
) -> tuple[int, int, Sizes]:
    """The rows and columns with the largest figures; fewer rows where that costs little."""
    tried: list[tuple[float, int, int, Sizes]] = []
    for order, (rows, across) in enumerate(_grids(canvas, len(figures))):
        w = (area.w - gap * (across - 1)) / across
        try:
            sizes = _sizes(canvas, figures, w, (area.h - gap * (rows - 1)) / rows)
        except TooFull:
            continue
        if sizes.high * rows + gap * (rows - 1) <= area.h + 0.01:
            tried.append((sizes.figure * FIRST_WINS**order, rows, across, sizes))
    if not tried:
        raise TooFull
    _, rows, across, sizes = max(tried, key=lambda one: one[0])
    return rows, across, sizes


def _grids(canvas: Canvas, count: int) -> tuple[tuple[int, int], ...]:
    """Side by side, or in two rows; on portrait cards below one another, many in two columns."""
    half = -(-count // 2)
    if canvas.portrait and not canvas.paper:
        return ((half, 2), (count, 1)) if count > 3 else ((count, 1), (half, 2))
    return ((1, count), (2, half)) if count > 3 else ((1, count),)


def _part_above(canvas: Canvas, rows: int) -> float:
    if canvas.paper:
        return 0.0
    return 0.42 if rows == 1 else 0.22


def _sizes(canvas: Canvas, figures: Sequence[Entry], w: float, h: float) -> Sizes:
    """Figures as large as the longest allows, labels as large as the height allows."""
    u, panels = canvas.u, canvas.theme.panels
    pad = u * (1.8 if canvas.paper else 2.8) if panels else 0.0
    inner = w - 2 * pad
    part = 0.5 if canvas.paper else 0.56 if canvas.portrait else 0.62
    most = canvas.scale.figure * part
    figure = min(figure_size(canvas, one.mark, inner, most) for one in figures)
    if figure < canvas.scale.h3:
        raise TooFull
    top = u * 4 if not canvas.paper else u * 2.6
    room = h - top - figure * 0.71 - u * (3 if not panels else 6)
    labels = [_label(one) for one in figures]
    label = canvas.fit(labels, "body", inner, max(room, 0.0), size=canvas.scale.h3, gap=0.3)
    words = max(canvas.height(one, "body", inner, label, 0.3) for one in labels)
    high = top + figure * 0.71 + u * 2.6 + words + (u * 3.4 if panels else 0.0)
    return Sizes(figure, label, pad, top, high)


def _label(entry: Entry) -> tuple[Rich, ...]:
    return (entry.heading, entry.words) if entry.words else (entry.heading,)


def _cell(canvas: Canvas, entry: Entry, cell: Area, sizes: Sizes, first: bool) -> None:
    if canvas.theme.panels:
        canvas.panel(cell)
    else:
        canvas.rule(cell.x, cell.y, cell.w, strong=first and canvas.theme.shape.rule != "top")
    x, w, y = cell.x + sizes.pad, cell.w - 2 * sizes.pad, cell.y + sizes.top
    colour = "accent1" if first else "ink"
    y += set_figure(canvas, x, y, w, entry.mark, sizes.figure, colour) + canvas.u * 2.6
    canvas.text(x, y, w, _label(entry), "body", size=sizes.label, colour="muted", gap=0.3)


STATS = Layout("stats", "data", takes, lay)
