"""Drawing a chart: from its numbers to a box that every format can show the same way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quintet.domain.deck import Chart, ChartKind
from quintet.domain.pages import Axis, ChartBox
from quintet.studio.charts.alt import alt_of
from quintet.studio.charts.axis import axis_of
from quintet.studio.charts.bars import draw_bars
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


def draw_chart(canvas: Canvas, chart: Chart, area: Area) -> float:
    """
    Place a chart at the top of an area and answer its height: columns and lines fill the area,
    a few bars do not. Columns whose names or values find no room become bars.
    """
    pen = Pen(canvas)
    upright = chart.chart in ("columns", "stacked")
    if upright and not fits_columns(pen, chart, area.w, canvas.language):
        chart = replace(chart, chart="bars")
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
