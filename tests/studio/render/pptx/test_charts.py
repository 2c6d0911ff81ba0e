"""Charts and tables: native, with the layout's axis, colours, words and sizes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from pptx import Presentation

from quintet.domain.deck import Chart, ChartKind, Series
from quintet.domain.pages import Axis, ChartBox, Pages
from quintet.studio.render.pptx import render_pptx
from quintet.studio.render.pptx.formats import axis_format, label_format
from quintet.studio.render.pptx.workbook import column, workbook

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

Pictures = Mapping[str, Path]
TakeApart = Callable[[bytes], "Package"]
One = Callable[..., Pages]


def chart_of(kind: ChartKind, *series: Series, **more: Any) -> ChartBox:
    chart = Chart(kind, ("A", "B", "C"), series or (Series("S", (1.0, None, 3.0)),))
    colours = tuple((f"accent{place + 1}",) for place in range(len(chart.series)))
    facts: dict[str, Any] = {"axis": Axis(0, 4, 2, shown=True), "colours": colours, **more}
    return ChartBox(60, 60, 400, 300, chart, drawn=(), **facts)


def native(package: Package) -> Any:
    return package.xml("ppt/charts/chart1.xml")


def test_python_pptx_reads_the_numbers_of_every_chart(
    everything: Pages, pictures: Pictures
) -> None:
    slides = Presentation(io.BytesIO(render_pptx(everything, pictures))).slides

    for page, slide in zip(everything.pages, slides, strict=True):
        wanted = [box for box in page.boxes if isinstance(box, ChartBox)]
        found = [shape.chart for shape in slide.shapes if shape.has_chart]
        assert len(found) == len(wanted)
        for box, chart in zip(wanted, found, strict=True):
            assert tuple(chart.plots[0].categories) == box.chart.categories
            assert [(s.name, tuple(s.values)) for s in chart.plots[0].series] == [
                (series.name, series.values) for series in box.chart.series
            ]


def test_the_workbook_holds_the_same_numbers_in_five_parts() -> None:
    chart = Chart(
        "columns", ("A & B", "C"), (Series("One", (1.5, None)), Series("Two", (3.0, 4.0)))
    )

    with zipfile.ZipFile(io.BytesIO(workbook(chart))) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert len(book.namelist()) == 5

    cells = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter("{*}c")}
    assert cells == {
        "B1": "One",
        "C1": "Two",
        "A2": "A & B",
        "B2": "1.5",
        "C2": "3",
        "A3": "C",
        "C3": "4",
    }


def test_columns_of_a_sheet_go_on_after_z() -> None:
    assert [column(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_the_axis_is_the_one_the_layout_decided(one: One, take_apart: TakeApart) -> None:
    axis = Axis(-20, 60, 20, shown=True)

    drawn = native(take_apart(render_pptx(one(chart_of("columns", axis=axis)), {})))

    values = drawn.find(".//{*}valAx")
    found = [values.find(f".//{{*}}{name}").get("val") for name in ("min", "max", "majorUnit")]
    assert found == ["-20", "60", "20"]
    assert values.find("{*}majorGridlines") is not None


def test_a_hidden_axis_has_neither_words_nor_grid(one: One, take_apart: TakeApart) -> None:
    axis = Axis(0, 4, 4, shown=False)

    drawn = native(take_apart(render_pptx(one(chart_of("bars", axis=axis)), {})))

    values = drawn.find(".//{*}valAx")
    assert values.find("{*}delete").get("val") == "1"
    assert values.find("{*}majorGridlines") is None


@pytest.mark.parametrize(
    ("kind", "plot", "facts"),
    [
        ("columns", "barChart", {"barDir": "col", "grouping": "clustered"}),
        ("bars", "barChart", {"barDir": "bar", "grouping": "clustered"}),
        ("stacked", "barChart", {"barDir": "col", "grouping": "stacked", "overlap": "100"}),
        ("lines", "lineChart", {"grouping": "standard"}),
        ("donut", "doughnutChart", {"holeSize": "62"}),
    ],
)
def test_each_kind_is_powerpoints_own(
    kind: ChartKind, plot: str, facts: dict[str, str], one: One, take_apart: TakeApart
) -> None:
    drawn = native(take_apart(render_pptx(one(chart_of(kind)), {})))

    found = drawn.find(f".//{{*}}{plot}")
    assert {name: found.find(f"{{*}}{name}").get("val") for name in facts} == facts


def test_a_value_that_is_not_there_is_a_gap(one: One, take_apart: TakeApart) -> None:
    drawn = native(take_apart(render_pptx(one(chart_of("lines")), {})))

    assert [point.get("idx") for point in drawn.findall(".//{*}val//{*}pt")] == ["0", "2"]
    assert drawn.find(".//{*}dispBlanksAs").get("val") == "gap"


def test_the_point_the_card_speaks_of_has_its_own_colour(one: One, take_apart: TakeApart) -> None:
    box = chart_of("columns", colours=(("soft", "soft", "accent1"),))

    drawn = native(take_apart(render_pptx(one(box), {})))

    points = drawn.findall(".//{*}dPt")
    assert [point.find("{*}idx").get("val") for point in points] == ["2"]
    assert points[0].find(".//{*}schemeClr").get("val") == "accent1"


def test_charts_take_their_colours_from_the_theme_and_no_shadow_from_a_style(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    charts = [package.parts[name] for name in package.parts if name.startswith("ppt/charts/chart")]
    assert len(charts) == 7
    for content in charts:
        assert b"srgbClr" not in content
        assert b"<c:style" not in content


@pytest.mark.parametrize(
    ("values", "unit", "prefix", "code"),
    [
        ((12.0, 31.0), "%", "", '#,##0"%";"−"#,##0"%"'),
        ((1.25, 3.5), "", "€", '"€"#,##0.00;"−""€"#,##0.00'),
        ((41_200.0, 18_000.0), "", "", '#,##0.0,"k";"−"#,##0.0,"k"'),
    ],
)
def test_labels_are_worded_by_a_number_format(
    values: tuple[float, ...], unit: str, prefix: str, code: str
) -> None:
    chart = Chart("columns", ("A", "B"), (Series("S", values),), unit=unit, prefix=prefix)

    assert label_format(chart, "en") == code


def test_the_unit_stands_at_the_topmost_value_of_the_axis_alone() -> None:
    chart = Chart("lines", ("A", "B"), (Series("S", (1.0, 90.0)),), unit="%")

    assert axis_format(chart, Axis(0, 100, 25, shown=True), "en") == '[>=100]#,##0"%";#,##0'


def test_a_table_is_native_with_the_widths_heights_and_lines_of_the_layout(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    table = take_apart(render_pptx(everything, pictures)).slide(6).find(".//{*}tbl")

    assert [each.get("w") for each in table.findall("{*}tblGrid/{*}gridCol")] == [
        str(200 * 12700),
        str(100 * 12700),
    ]
    assert [each.get("h") for each in table.findall("{*}tr")] == [str(30 * 12700)] * 3
    assert table.find("{*}tblPr").get("firstRow") == "1"
    first, last = table.findall("{*}tr")[0], table.findall("{*}tr")[2]
    assert first.find(".//{*}lnB").get("w") == str(round(1.6 * 12700))
    assert last.find(".//{*}lnB/{*}noFill") is not None


def test_labels_at_the_ends_of_lines_that_would_meet_are_moved_apart(
    one: One, take_apart: TakeApart
) -> None:
    near = (Series("East", (1.0, 2.0, 3.0)), Series("West", (1.0, 2.0, 2.9)))
    plot = (100.0, 70.0, 250.0, 260.0)
    box = chart_of("lines", *near, plot=plot)

    drawn = native(take_apart(render_pptx(one(box), {})))

    moved = [float(y.get("val")) for y in drawn.findall(".//{*}dLbl//{*}manualLayout/{*}y")]
    apart = (moved[1] - moved[0]) * box.h + 260 * 0.1 / 4
    assert apart == pytest.approx(2.7 * box.label_size, abs=0.1)


def test_the_plot_stands_where_the_layout_measured_it(one: One, take_apart: TakeApart) -> None:
    box = chart_of("columns", plot=(100.0, 90.0, 300.0, 240.0))

    drawn = native(take_apart(render_pptx(one(box), {})))

    layout = drawn.find(".//{*}plotArea/{*}layout/{*}manualLayout")
    shares = [float(layout.find(f"{{*}}{side}").get("val")) for side in "xywh"]
    assert shares == pytest.approx([40 / 400, 30 / 300, 300 / 400, 240 / 300])
