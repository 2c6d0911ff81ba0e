"""Chart: one set of series over the whole width."""

from __future__ import annotations

from quintet.domain.deck import Chart, Rich, Text, plain
from quintet.studio.charts.draw import draw_chart, least_height
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head
from quintet.studio.layout.intro import set_intro, without_intro
from quintet.studio.layout.sources import chart_source, source_gap

REMARK = 48
"""So few characters after a chart stand below it, not beside."""

LEAST = 26
"""A chart lower than so many units says nothing; the card needs another layout or another page."""

TALL, TALL_ON_PAPER = 1.0, 0.62
"""On a high page a chart is at most this part of its width high."""


def takes(facts: Facts) -> float | None:
    if remark_of(facts):
        return 12.5
    blocks = without_intro(facts.blocks)
    return 8.0 if len(blocks) == 1 and isinstance(blocks[0], Chart) else None


def remark_of(facts: Facts) -> Rich:
    """A few words after a chart that points at no value: a remark and no conclusion."""
    if facts.kinds != ("chart", "text") or facts.sheet.portrait or facts.sheet.paper:
        return ()
    (chart,), (text,) = facts.of(Chart), facts.of(Text)
    short = chart.hot is None and len(plain(text.text)) <= REMARK
    return text.text if short else ()


def lay(canvas: Canvas, facts: Facts) -> None:
    y = set_intro(canvas, facts, head(canvas, facts.card))
    chart = next(block for block in facts.blocks if isinstance(block, Chart))
    area, remark = canvas.area(y), remark_of(facts)
    below = canvas.height(remark, "body", area.w) + canvas.u * 2 if remark else 0.0
    high = area.h - below
    lay_chart(canvas, chart, Area(area.x, area.y, area.w, high), foot=not canvas.stacked)
    top = area.y + high + canvas.u * 2
    canvas.text(area.x, top, area.w, remark, "body", colour="muted")


def lay_chart(canvas: Canvas, chart: Chart, area: Area, foot: bool) -> float:
    """
    A chart from the top of an area, its source on the area's `foot` or right below the chart,
    where it stands for bars, which do not fill the area.
    Answers where it ends. Raises TooFull where the area is too low.
    """
    words = chart_source(chart)
    below = source_gap(canvas) + canvas.height(words, "caption", area.w) if words else 0.0
    high = area.h - below
    if high < max(LEAST * canvas.u, least_height(canvas, chart, area.w)):
        raise TooFull
    if canvas.paper:
        high = min(high, max(TALL_ON_PAPER * area.w, least_height(canvas, chart, area.w)))
    elif canvas.portrait and chart.chart != "donut":
        high = min(high, TALL * area.w)
    used = draw_chart(canvas, chart, Area(area.x, area.y, area.w, high))
    bottom = area.bottom if foot and chart.chart != "bars" else area.y + used + below
    if words:
        canvas.text(area.x, bottom - below, area.w, words, "caption", h=below, stand="bottom")
    return bottom


CHART = Layout("chart", "data", takes, lay)
