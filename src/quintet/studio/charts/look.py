"""How a chart looks before it has a place: its colours, its wording, its labels' sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis, Colour
from quintet.studio.charts.axis import ticks
from quintet.studio.charts.pen import Edge, Pen
from quintet.studio.charts.wording import wording_of

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area
    from quintet.studio.themes import Theme


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    What a drawing decided, for formats with charts of their own: the area it took, the size of
    its labels, whether the marks have values and the series a legend, and the gap between
    columns in percent of one, and the plot: where the values of the axis lie.
    """

    area: Area
    size: float
    labels: bool
    legend: bool = False
    gap: float = 60.0
    plot: Area | None = None


def colours_of(chart: Chart, theme: Theme) -> tuple[tuple[Colour, ...], ...]:
    """Tokens by series and point. A single series points at one mark; several take turns."""
    accents = tuple(f"accent{i}" for i in theme.shape.chart_order)
    if chart.chart == "donut":
        return (tuple(accents[i % len(accents)] for i in range(len(chart.categories))),)
    if len(chart.series) > 1 or chart.chart == "lines" or chart.hot is None:
        return tuple((accents[i % len(accents)],) for i in range(len(chart.series)))
    things = range(len(chart.categories))
    return (tuple("accent1" if i == chart.hot else "soft" for i in things),)


def worded_values(chart: Chart, language: str) -> tuple[tuple[str | None, ...], ...]:
    """Every value in words, by series: the labels at the marks."""
    values = [v for series in chart.series for v in series.values if v is not None]
    wording = wording_of(values, language, chart.prefix, chart.unit)
    return tuple(
        tuple(None if value is None else wording.word(value) for value in series.values)
        for series in chart.series
    )


def worded_ticks(chart: Chart, axis: Axis, language: str) -> tuple[tuple[float, str], ...]:
    """The values at the grid lines in words; the unit stands once, at the topmost."""
    values = ticks(axis)
    wording = wording_of(values, language, chart.prefix, chart.unit)
    last = len(values) - 1
    return tuple((v, wording.word(v, bare=i < last)) for i, v in enumerate(values))


def legend(pen: Pen, chart: Chart, w: float) -> tuple[list[tuple[float, float, float]], float]:
    """Where each series' mark stands from the reading side, and its name's width; the height."""
    size, pitch = pen.caption, pen.caption * 1.9
    x = y = 0.0
    places = []
    for series in chart.series:
        wide = min(pen.width(series.name, size), w - size * 1.2)
        if x and x + size * 1.2 + wide > w:
            x, y = 0.0, y + pitch
        places.append((x, y, wide))
        lines = pen.canvas.height(series.name, "caption", wide, size)
        y += max(0.0, lines - pen.height(size) * 1.01)
        x += size * 1.2 + wide + size * 1.6
    return places, y + pitch + size * 0.5


def draw_legend(
    pen: Pen, chart: Chart, area: Area, colours: tuple[tuple[Colour, ...], ...]
) -> float:
    """Names of the series in rows above the chart; answers how high they are."""
    size, rtl = pen.caption, pen.canvas.rtl
    side = size * 0.8
    places, height = legend(pen, chart, area.w)
    for series, tones, (x, y, w) in zip(chart.series, colours, places, strict=True):
        left = area.x + area.w - x - side if rtl else area.x + x
        pen.square(left, area.y + y + (pen.height(size) - side) / 2, side, tones[0])
        at = left - side * 0.5 - w if rtl else left + side * 1.5
        edge: Edge = "right" if rtl else "left"
        pen.words(at, area.y + y, w, series.name, edge, size, colour="ink")
    return height
