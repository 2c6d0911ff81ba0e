"""Charts as PowerPoint's own: the numbers of the chart, on the axis the layout decided."""

from __future__ import annotations

from quintet.domain.pages import ChartBox
from quintet.studio.render.pptx.axes import IDS, axes
from quintet.studio.render.pptx.canvas import Canvas, placed
from quintet.studio.render.pptx.lettering import Lettering
from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import HEAD, A, C, R
from quintet.studio.render.pptx.package import Relations, part
from quintet.studio.render.pptx.series import SeriesWriter
from quintet.studio.render.pptx.workbook import workbook

HOLE = 62
"""The donut's hole in percent of its width."""
WIDEST_GAP = 500
CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def draw_chart(canvas: Canvas, box: ChartBox, number: int) -> None:
    """Put a chart on a slide; `number` is its place among the deck's charts, from 1."""
    if not box.chart.series or not box.chart.categories:
        return
    name = f"ppt/charts/chart{number}.xml"
    book = f"ppt/embeddings/workbook{number}.xlsx"
    behind = Relations()
    behind.add("package", f"../embeddings/workbook{number}.xlsx")
    content = chart_xml(box, canvas.look, stage=canvas.stage)
    canvas.parts += (
        part(name, content, CHART),
        behind.part(name),
        part(book, workbook(box.chart), packed=True),
    )
    relation = canvas.relations.add("chart", f"../charts/chart{number}.xml")
    canvas.add(
        f"<p:graphicFrame><p:nvGraphicFramePr>{canvas.name('Chart', box.alt)}"
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        f"{placed(box.x, box.y, box.w, box.h, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart {C} r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_xml(box: ChartBox, look: Look, *, stage: bool) -> str:
    """The chart part. It names no style, so that nothing adds shadows or frames."""
    lettering = Lettering(look, box, stage=stage)
    return (
        f'{HEAD}<c:chartSpace {C} {A} {R}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{plot_layout(box)}{plot(box, lettering)}{CLEAR}</c:plotArea>{legend(box, lettering)}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{CLEAR}{lettering.text()}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def plot(box: ChartBox, lettering: Lettering) -> str:
    """The marks and, but for a donut, their axes."""
    series = SeriesWriter(box, lettering)
    kind = box.chart.chart
    if kind == "donut":
        return (
            f'<c:doughnutChart><c:varyColors val="1"/>{series.donut()}'
            f'<c:firstSliceAng val="0"/><c:holeSize val="{HOLE}"/></c:doughnutChart>'
        )
    if kind == "lines":
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series.lines()}'
            f'<c:marker val="1"/>{IDS}</c:lineChart>{axes(box, lettering)}'
        )
    stacked = kind == "stacked"
    gap = round(min(WIDEST_GAP, max(0.0, box.gap)))
    return (
        f'<c:barChart><c:barDir val="{"bar" if kind == "bars" else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{series.bars()}<c:gapWidth val="{gap}"/><c:overlap val="{100 if stacked else 0}"/>'
        f"{IDS}</c:barChart>{axes(box, lettering)}"
    )


def plot_layout(box: ChartBox) -> str:
    """Where the marks stand in the chart, as the layout measured it; else left to PowerPoint."""
    if box.plot is None or box.w <= 0 or box.h <= 0:
        return "<c:layout/>"
    x, y, w, h = box.plot
    left, top = share(x - box.x, box.w), share(y - box.y, box.h)
    right, bottom = share(x + w - box.x, box.w), share(y + h - box.y, box.h)
    return manual(left, top, right - left, bottom - top)


def share(part: float, whole: float) -> float:
    return min(1.0, max(0.0, part / whole))


def manual(x: float, y: float, w: float | None = None, h: float | None = None) -> str:
    """A place in shares of the chart; without a size it is as large as it needs."""
    inner = '<c:layoutTarget val="inner"/>' if w is not None else ""
    sized = "" if w is None or h is None else f'<c:w val="{w:.5f}"/><c:h val="{h:.5f}"/>'
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{sized}</c:manualLayout></c:layout>'
    )


def legend(box: ChartBox, lettering: Lettering) -> str:
    """The names of the series, above the plot from the reading side; beside a donut."""
    if not box.legend:
        return ""
    donut = box.chart.chart == "donut"
    placed_by_us = box.plot is not None and not donut and not lettering.look.rtl
    return (
        f'<c:legend><c:legendPos val="{"r" if donut else "t"}"/>'
        f"{manual(0, 0) if placed_by_us else '<c:layout/>'}"
        f'<c:overlay val="0"/>{lettering.text("ink")}</c:legend>'
    )
