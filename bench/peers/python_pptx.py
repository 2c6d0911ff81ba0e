"""The usual way to a PPTX: python-pptx, given the very boxes that our own writer draws."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from pydantic import TypeAdapter

from quintet.domain.pages import ChartBox, Ellipse, Page, Pages, Rect, TableBox, TextBox

KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE,
    "donut": XL_CHART_TYPE.DOUGHNUT,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
}


def build(pages: Pages, target: Path) -> None:
    """Text, shapes, tables and charts of every page; pictures and paths are left out."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(pages.pages[0].w), Pt(pages.pages[0].h)
    for page in pages.pages:
        _slide(deck, page, pages.palette)
    deck.save(str(target))


def _slide(deck: Any, page: Page, palette: dict[str, str]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _colour(page.fill, palette)
    for box in page.boxes:
        if isinstance(box, TextBox):
            _text(slide, box, palette)
        elif isinstance(box, Rect | Ellipse):
            _shape(slide, box, palette)
        elif isinstance(box, TableBox):
            _table(slide, box)
        elif isinstance(box, ChartBox):
            _chart(slide, box)


def _text(slide: Any, box: TextBox, palette: dict[str, str]) -> None:
    shape = slide.shapes.add_textbox(Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h))
    frame = shape.text_frame
    frame.word_wrap = True
    for number, paragraph in enumerate(box.paragraphs):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for span in paragraph.spans:
            run = line.add_run()
            run.text = span.text
            run.font.size, run.font.bold, run.font.name = Pt(box.size), span.bold, box.family
            run.font.color.rgb = _colour(span.colour or box.colour, palette)


def _shape(slide: Any, box: Rect | Ellipse, palette: dict[str, str]) -> None:
    kind = MSO_SHAPE.OVAL if isinstance(box, Ellipse) else MSO_SHAPE.RECTANGLE
    shape = slide.shapes.add_shape(kind, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h))
    if isinstance(box.fill, str):
        shape.fill.solid()
        shape.fill.fore_color.rgb = _colour(box.fill, palette)
    shape.line.fill.background()


def _table(slide: Any, box: TableBox) -> None:
    rows, columns = len(box.rows), len(box.columns)
    table = slide.shapes.add_table(rows, columns, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h)).table
    for at, row in enumerate(box.cells):
        for across, cell in enumerate(row):
            words = ["".join(span.text for span in each.spans) for each in cell.text.paragraphs]
            table.cell(at, across).text = "\n".join(words)


def _chart(slide: Any, box: ChartBox) -> None:
    data = CategoryChartData()
    data.categories = box.chart.categories
    for series in box.chart.series:
        data.add_series(series.name, series.values)
    kind = KINDS[box.chart.chart]
    slide.shapes.add_chart(kind, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h), data)


def _colour(token: str, palette: dict[str, str]) -> RGBColor:
    value = int(palette.get(token, token).lstrip("#")[:6], 16)
    return RGBColor(value >> 16, value >> 8 & 255, value & 255)


if __name__ == "__main__":
    source, target = sys.argv[1:]
    build(TypeAdapter(Pages).validate_json(Path(source).read_bytes()), Path(target))
