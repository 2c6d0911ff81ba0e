"""Chart and insight: a chart, and beside it the one conclusion to draw from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quintet.domain.deck import Block, Bullets, Chart, Figure, Heading, Rich, Text, plain, rich
from quintet.studio.charts.look import worded_values
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import BULLET_INDENT, Canvas
from quintet.studio.layout.chart import lay_chart
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.figures import figure_size, set_figure
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head
from quintet.studio.layout.lettering import NO_MARKS

MOST_WORDS = 260
MOST_POINTS = 3
SENTENCE = 140
GAP = 0.6
"""Between paragraphs, in em."""


@dataclass(frozen=True, slots=True)
class Insight:
    """A figure with what it is, a heading, and words: paragraphs, or the points of a list."""

    figure: str
    heading: Rich
    words: tuple[Rich, ...]
    listed: bool

    @property
    def alone(self) -> bool:
        """Whether it is one sentence and no more."""
        one = len(self.words) == 1 and not self.listed and not self.heading
        return one and len(plain(self.words[0])) <= SENTENCE


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
    figure, of = (insight.figure, "") if insight.figure else _hot(canvas, chart)
    if not figure and insight.alone:
        _sentence(canvas, insight.words[0], area)
        return
    y = area.y
    if figure:
        y = _figure(canvas, figure, of, area) + canvas.u * 3
    gap = canvas.u * 1.6 if insight.heading else 0.0
    heading = canvas.height(insight.heading, "h3", area.w) if insight.heading else 0.0
    size, body = _body_size(canvas, insight, area.w, area.bottom - y - heading - gap)
    top = area.bottom - body - gap - heading if figure else y
    canvas.text(area.x, top, area.w, insight.heading, "h3")
    _body(canvas, insight, area.x, top + heading + gap, area.w, size)


def _sentence(canvas: Canvas, words: Rich, area: Area) -> None:
    """A conclusion that is all the panel says is set as large as a heading."""
    high = canvas.scale.lead * (1.1 if canvas.paper else 1.3)
    size = canvas.fit([words], "h3", area.w, area.h, canvas.scale.body, high)
    canvas.text(area.x, area.y, area.w, words, "h3", size=size, cap=True)


def _figure(canvas: Canvas, figure: str, of: str, area: Area) -> float:
    """A figure and whose it is; answers where they end."""
    size = figure_size(canvas, figure, area.w, canvas.scale.figure * 0.66)
    y = area.y + set_figure(canvas, area.x, area.y, area.w, figure, size, "accent1")
    if of:
        y += canvas.u * 1.6
        y += canvas.text(area.x, y, area.w, of, "small")
    return y


def _body_size(canvas: Canvas, insight: Insight, w: float, h: float) -> tuple[float, float]:
    """The size of the words, and how high they are in it."""
    if not insight.words:
        if h < 0:
            raise TooFull
        return canvas.scale.body, 0.0
    high = canvas.scale.body if canvas.paper else canvas.scale.h3
    indent = high * BULLET_INDENT if insight.listed else 0.0
    size = canvas.fit([insight.words], "body", w - indent, h, size=high, gap=GAP)
    return size, canvas.height(insight.words, "body", w - indent, size, GAP)


def _body(canvas: Canvas, insight: Insight, x: float, y: float, w: float, size: float) -> None:
    colour = "muted" if insight.heading else "ink"
    marks = canvas.bullets(len(insight.words)) if insight.listed else NO_MARKS
    canvas.text(x, y, w, insight.words, size=size, colour=colour, gap=GAP, marks=marks)


def _hot(canvas: Canvas, chart: Chart) -> tuple[str, str]:
    """The value the chart points at, and whose it is. A donut has it in its hole already."""
    place = chart.hot
    if chart.chart == "lines" and len(chart.series) == 1:
        place = len(chart.categories) - 1
    if chart.chart == "donut" or place is None:
        return "", ""
    word = worded_values(chart, canvas.language)[0][place]
    return (word, chart.categories[place]) if word else ("", "")


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
    size, _ = _body_size(canvas, insight, area.w, canvas.y1 - y)
    _body(canvas, insight, area.x, y, area.w, size)


CHART_INSIGHT = Layout("chart_insight", "data", takes, lay)
