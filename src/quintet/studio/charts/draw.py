"""Drawing a chart: from its numbers to a box that every format can show the same way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart, ChartKind
from quintet.domain.pages import Axis, ChartBox
from quintet.studio.charts.alt import alt_of
from quintet.studio.charts.axis import axis_of
from quintet.studio.charts.bars import draw_bars, least_bars
from quintet.studio.charts.columns import Colours, draw_columns, fits_columns
from quintet.studio.charts.donut import draw_donut, word_donut
from quintet.studio.charts.lines import draw_lines
from quintet.studio.charts.look import Drawn, colours_of
from quintet.studio.charts.pen import Pen

if TYPE_CHECKING:
    from quintet.studio.layout.area import Area
    from quintet.studio.layout.canvas import Canvas

DRAWINGS: Mapping[ChartKind, Callable[[Pen, Chart, Axis, Area, Colours], Drawn]] = {
    "columns": draw_columns,
    "stacked": draw_columns,
    "bars": draw_bars,
    "lines": draw_lines,
    "donut": draw_donut,
}


def suited(pen: Pen, chart: Chart, w: float) -> Chart:
    """The chart as columns if they have room, else as bars."""
    upright = chart.chart in ("columns", "stacked")
    if upright and not fits_columns(pen, chart, w, pen.canvas.language):
        return replace(chart, chart="bars")
    return chart


def least_height(canvas: Canvas, chart: Chart, w: float) -> float:
    """The height below which a chart's names would meet; other kinds make do with any."""
    pen = Pen(canvas)
    chart = suited(pen, chart, w)
    return least_bars(pen, chart, w) if chart.chart == "bars" else 0.0


def draw_chart(canvas: Canvas, chart: Chart, area: Area) -> float:
    """
    Place a chart at the top of an area and answer its height: columns and lines fill the area,
    a few bars do not. Columns whose names or values find no room become bars.
    """
    pen = Pen(canvas)
    chart = suited(pen, chart, area.w)
    axis, colours = axis_of(chart), colours_of(chart, canvas.theme)
    first = len(canvas.boxes)
    drawn = DRAWINGS[chart.chart](pen, chart, axis, area, colours)
    shapes = canvas.boxes[first:]
    del canvas.boxes[first:]
    used, at = drawn.area, drawn.plot
    canvas.boxes.append(
        ChartBox(
            x=used.x,
            y=used.y,
            w=used.w,
            h=used.h,
            chart=chart,
            axis=axis,
            colours=tuple(tuple(map(canvas.tone, tones)) for tones in colours),
            drawn=tuple(shapes),  # type: ignore[arg-type]
            label_size=drawn.size,
            family=canvas.theme.fonts.body,
            labels=drawn.labels,
            legend=drawn.legend,
            gap=drawn.gap,
            plot=(at.x, at.y, at.w, at.h) if at else None,
            alt=alt_of(chart, canvas.language),
        )
    )
    if chart.chart == "donut":
        return word_donut(pen, chart, area, colours)
    return used.h
