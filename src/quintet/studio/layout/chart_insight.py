"""Chart and insight: a chart, and beside it the one conclusion to draw from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import Block, Bullets, Chart, Figure, Heading, Rich, Text, plain, rich
from quintet.studio.charts.look import worded_values
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.chart import lay_chart
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.figures import figure_size, set_figure
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head

MOST_WORDS = 260
MOST_POINTS = 3


@dataclass(frozen=True, slots=True)
class Insight:
    """A figure with what it is, a heading, and words: paragraphs, or the points of a list."""

    figure: str
    heading: Rich
    words: tuple[Rich, ...]
    listed: bool


def takes(facts: Facts) -> float | None:
    """A chart and few words; a text that belongs to the chart reads after it as well as before."""
    charts = facts.of(Chart)
    insight = insight_of(facts)
    if len(charts) != 1 or insight is None:
        return None
    length = sum(len(plain(words)) for words in (insight.heading, *insight.words))
    return 8.5 if length <= MOST_WORDS else None


def insight_of(facts: Facts) -> Insight | None:
    """What the card says beside its chart; None if that is nothing, or more than a conclusion."""
    others = [block for block in facts.blocks if not isinstance(block, Chart)]
    headings = [block for block in others if isinstance(block, Heading)]
    figures = [block for block in others if isinstance(block, Figure)]
    rest = [block for block in others if isinstance(block, Text | Bullets)]
    if not others or len(headings) + len(figures) + len(rest) < len(others):
        return None
    if len(headings) > 1 or len(figures) > 1 or (headings and others[0] not in headings):
        return None
    words, listed = _words(rest)
    if words is None:
        return None
    if figures:
        return _of_figure(figures[0], headings, words, listed)
    return Insight("", headings[0].text if headings else (), words, listed)


def _words(blocks: Sequence[Block]) -> tuple[tuple[Rich, ...] | None, bool]:
    """All paragraphs, or all points of one list."""
    if all(isinstance(block, Text) for block in blocks):
        return tuple(block.text for block in blocks if isinstance(block, Text)), False
    if len(blocks) == 1 and isinstance(blocks[0], Bullets):
        items = blocks[0].items
        if len(items) <= MOST_POINTS and not any(item.level for item in items):
            return tuple(item.text for item in items), True
    return None, False


def _of_figure(
    figure: Figure, headings: Sequence[Heading], words: tuple[Rich, ...], listed: bool
) -> Insight | None:
    if headings:
        return None
    notes = (rich(figure.note),) if figure.note else ()
    return Insight(figure.value, rich(figure.label), (*notes, *words), listed)


def lay(canvas: Canvas, facts: Facts) -> None:
    chart, insight = facts.of(Chart)[0], insight_of(facts)
    if insight is None:
        raise TooFull
    y = head(canvas, facts.card)
    if canvas.stacked:
        _below(canvas, chart, insight, y)
    else:
        _beside(canvas, chart, insight, y)


def _beside(canvas: Canvas, chart: Chart, insight: Insight, y: float) -> None:
    u = canvas.u
    x, w = canvas.col(0, 8)
    lay_chart(canvas, chart, Area(x, y, w, canvas.y1 - y), foot=True)
    x, w = canvas.col(8, 4)
    panel = Area(x if canvas.rtl else x + 2 * u, y, w - 2 * u, canvas.y1 - y)
    canvas.rect(panel, "tint", canvas.radius)
    _words_in(canvas, insight, chart, panel.inset(4 * u))


def _words_in(canvas: Canvas, insight: Insight, chart: Chart, area: Area) -> None:
    """The figure on top, heading and words standing on the bottom; without a figure, on top."""
    u, y = canvas.u, area.y
    figure, of = (insight.figure, "") if insight.figure else _hot(canvas, chart)
    if figure:
        size = figure_size(canvas, figure, area.w, canvas.scale.figure * 0.66)
        y += set_figure(canvas, area.x, y, area.w, figure, size, "accent1")
        if of:
            y += u + canvas.text(area.x, y + u, area.w, of, "small")
        y += 3 * u
    gap = 1.6 * u
    heading = canvas.height(insight.heading, "h3", area.w) if insight.heading else -gap
    room = area.bottom - y - heading - gap
    marks = canvas.bullets(len(insight.words)) if insight.listed else None
    inner = area.w - (canvas.scale.h3 * 1.05 if marks else 0.0)
    size = canvas.scale.body
    if insight.words:
        size = canvas.fit([insight.words], "body", inner, room, size=canvas.scale.h3, gap=0.6)
    body = canvas.height(insight.words, "body", inner, size, 0.6) if insight.words else 0.0
    top = area.bottom - body - gap - heading if figure else area.y
    if insight.heading:
        canvas.text(area.x, top, area.w, insight.heading, "h3")
    _body(canvas, insight, Area(area.x, top + heading + gap, area.w, body), size)


def _body(canvas: Canvas, insight: Insight, area: Area, size: float) -> None:
    if not insight.words:
        return
    colour = "muted" if insight.heading else "ink"
    if insight.listed:
        marks = canvas.bullets(len(insight.words))
        canvas.text(
            area.x, area.y, area.w, insight.words, size=size, colour=colour, gap=0.6, marks=marks
        )
    else:
        canvas.text(area.x, area.y, area.w, insight.words, size=size, colour=colour, gap=0.6)


def _hot(canvas: Canvas, chart: Chart) -> tuple[str, str]:
    """The value the chart points at, and whose it is. A donut has it in its hole already."""
    if chart.chart == "donut" or chart.hot is None:
        return "", ""
    word = worded_values(chart, canvas.language)[0][chart.hot]
    return (word, chart.categories[chart.hot]) if word else ("", "")


def _below(canvas: Canvas, chart: Chart, insight: Insight, y: float) -> None:
    """On high pages the chart stands above a rule, and the words below it."""
    u, area = canvas.u, canvas.area(y)
    paper = canvas.paper
    part = 0.62 if not canvas.sheet.square else 0.54
    bottom = lay_chart(canvas, chart, Area(area.x, y, area.w, area.h * part), foot=False)
    y = bottom + u * (5 if not paper else 3)
    canvas.rule(area.x, y, area.w, strong=True)
    y += u * (4.4 if not paper else 2.4)
    if insight.figure:
        size = figure_size(canvas, insight.figure, area.w, canvas.scale.title)
        y += set_figure(canvas, area.x, y, area.w, insight.figure, size, "accent1") + u * 2
    if insight.heading:
        size = canvas.scale.h3 if paper else canvas.scale.lead
        y += canvas.text(area.x, y, area.w, insight.heading, "h3", size=size, cap=True) + u * 1.6
    room = canvas.y1 - y
    if insight.words:
        high = canvas.scale.body if paper else canvas.scale.h3
        inner = area.w - (high * 1.05 if insight.listed else 0.0)
        size = canvas.fit([insight.words], "body", inner, room, size=high, gap=0.6)
        _body(canvas, insight, Area(area.x, y, area.w, room), size)
    elif room < 0:
        raise TooFull


CHART_INSIGHT = Layout("chart_insight", "data", takes, lay)
