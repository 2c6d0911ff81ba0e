"""Funnel: three to five amounts, each smaller than the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quintet.domain.deck import Chart, rich
from quintet.studio.charts.look import worded_values
from quintet.studio.charts.reading import read_number
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.diagram import (
    Key,
    asked_for,
    draw_legend,
    legend_height,
    legend_size,
    length,
    mark,
    on,
    one_line,
    polygon,
    room_for,
    shade,
    words_beside,
    words_size,
)
from quintet.studio.layout.entries import Entry, figures_of, led
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro
from quintet.studio.layout.sources import chart_source, source_gap

FEWEST, MOST = 3, 5
LONGEST = 110
WIDE, END = 0.44, 0.38
"""Its part of the width, and how wide it ends."""


def takes(facts: Facts) -> float | None:
    amounts = amounts_of(facts)
    if not FEWEST <= len(amounts) <= MOST or not asked_for(facts, "funnel"):
        return None
    return 9.5 if max(map(length, amounts)) <= LONGEST else None


def amounts_of(facts: Facts, language: str = "en") -> tuple[Entry, ...]:
    """Falling amounts with their words, from figures or from a chart of one series."""
    chart = _chart(facts)
    if chart:
        words = worded_values(chart, language)[0]
        pairs = zip(chart.categories, words, strict=True)
        entries = tuple(Entry(word or "", rich(name)) for name, word in pairs)
        values = chart.series[0].values
    else:
        entries = tuple(_named(entry) for entry in figures_of(without_intro(facts.blocks)))
        read = [read_number(entry.mark) for entry in entries]
        values = tuple(quantity.value if quantity else None for quantity in read)
    known = [value for value in values if value is not None]
    falling = len(known) == len(entries) and known == sorted(known, reverse=True)
    return entries if falling else ()


def _named(entry: Entry) -> Entry:
    """A label of its own: a name before a colon, and what it says of it."""
    if entry.words:
        return entry
    said = led(entry.heading)
    return replace(said, mark=entry.mark) if said.heading else entry


def _chart(facts: Facts) -> Chart | None:
    blocks = without_intro(facts.blocks)
    block = blocks[0] if len(blocks) == 1 else None
    return block if isinstance(block, Chart) and len(block.series) == 1 else None


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    amounts, chart = amounts_of(facts, canvas.language), _chart(facts)
    area = canvas.area(y)
    if chart and (words := chart_source(chart)):
        below = canvas.height(words, "caption", area.w)
        canvas.text(area.x, area.bottom - below, area.w, words, "caption")
        area = Area(area.x, area.y, area.w, area.h - below - source_gap(canvas))
    if canvas.stacked:
        _above(canvas, amounts, area)
    else:
        _beside(canvas, amounts, area)


def _beside(canvas: Canvas, amounts: Sequence[Entry], area: Area) -> None:
    u, n = canvas.u, len(amounts)
    row = min(area.h / n, u * 14)
    wide = area.w * WIDE
    shapes = Area(canvas.start(area.x, area.w, wide), area.y, wide, row * n)
    _shapes(canvas, amounts, shapes)
    x, w = canvas.after(area.x, area.w, wide + u * 6)
    size = words_size(canvas, amounts, w, row - u * 2)
    for i, entry in enumerate(amounts):
        top = area.y + row * i
        words_beside(canvas, entry, Area(x, top, w, row - u), size)
        if i:
            canvas.hairline(x, top - u / 2, w)


def _above(canvas: Canvas, amounts: Sequence[Entry], area: Area) -> None:
    u, n = canvas.u, len(amounts)
    keys = [Key("", shade(canvas, i, n + 1), one_line(entry)) for i, entry in enumerate(amounts)]
    size = legend_size(canvas, keys, area.w, area.h * 0.5)
    legend = legend_height(canvas, keys, area.w, size)
    most = u * (16 if not canvas.paper else 9) * n
    high = room_for(canvas, min(area.h - legend - u * 5, most), 20)
    _shapes(canvas, amounts, Area(area.x, area.y, area.w, high))
    draw_legend(canvas, keys, Area(area.x, area.y + high + u * 5, area.w, legend), size)


def _shapes(canvas: Canvas, amounts: Sequence[Entry], area: Area) -> None:
    n, row = len(amounts), area.h / len(amounts)
    middle = area.x + area.w / 2
    narrowest = area.w * (1 - (1 - END) * (n - 0.2) / n) * 0.8
    widest = max(canvas.width(entry.mark, "label", 1.0) for entry in amounts)
    size = min(canvas.size("h3") * 1.1, narrowest / widest, (row - canvas.u) * 0.5)
    for i, entry in enumerate(amounts):
        top, bottom = area.y + row * i, area.y + row * (i + 1) - canvas.u
        a = area.w / 2 * (1 - (1 - END) * i / n)
        b = area.w / 2 * (1 - (1 - END) * (i + 1) / n)
        fill = shade(canvas, i, n + 1)
        polygon(
            canvas,
            [(middle - a, top), (middle + a, top), (middle + b, bottom), (middle - b, bottom)],
            fill,
        )
        place = Area(middle - b, top, 2 * b, bottom - top)
        mark(canvas, place, entry.mark, size, on(canvas, fill))


FUNNEL = Layout("funnel", "relation", takes, lay)
