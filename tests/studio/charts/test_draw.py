"""Charts as drawn: marks and labels within their box, labels apart, for any numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintet.domain.deck import CardSize, Chart, ChartKind, Series
from quintet.domain.pages import ChartBox, Ellipse, Path, Rect, Rule, TextBox
from quintet.studio.charts.draw import draw_chart
from quintet.studio.charts.lines import kept_apart
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.sheets import SHEETS
from quintet.studio.themes import THEMES

NAMES = (
    "North",
    "South",
    "East and the coast",
    "Small-leaved lime",
    "2024",
    "Straßenbäume und Hecken der Innenstadt",
    "شجرة",
    "東京都心部",
    "Q1",
)
Extent = tuple[float, float, float, float]


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind: ChartKind = draw(st.sampled_from(("columns", "bars", "lines", "donut", "stacked")))
    count = draw(st.integers(2, 5 if kind == "donut" else 24 if kind == "lines" else 8))
    rows = 1 if kind == "donut" else draw(st.integers(2 if kind == "stacked" else 1, 4))
    least = 0.0 if kind in ("donut", "stacked") else -1e6
    value = st.floats(least, 1e6).map(lambda number: float(f"{number:.3g}"))
    values = st.one_of(st.none(), value, value, value)
    return Chart(
        kind,
        tuple(f"{draw(st.sampled_from(NAMES))} {i}" for i in range(count)),
        tuple(
            Series(draw(st.sampled_from(NAMES)), tuple(draw(values) for _ in range(count)))
            for _ in range(rows)
        ),
        unit=draw(st.sampled_from(("", "%", "\u00a0Mio.\u00a0€"))),
        prefix=draw(st.sampled_from(("", "€"))),
        hot=draw(st.none() | st.integers(0, count - 1)) if rows == 1 else None,
    )


def drawn(chart: Chart, size: CardSize, theme: str = "chalk", language: str = "en") -> Canvas:
    canvas = Canvas(SHEETS[size], THEMES[theme], language)
    area = canvas.area(canvas.y0 + 12 * canvas.u)
    canvas.used = draw_chart(canvas, chart, area)  # type: ignore[attr-defined]
    return canvas


def chart_box(canvas: Canvas) -> ChartBox:
    return next(box for box in canvas.boxes if isinstance(box, ChartBox))


def labels(canvas: Canvas) -> Iterator[Extent]:
    boxes = [*chart_box(canvas).drawn, *canvas.boxes]
    for box in boxes:
        if isinstance(box, TextBox):
            for paragraph in box.paragraphs:
                for line in paragraph.lines:
                    room = box.w - line.width
                    left = box.x + {"left": 0.0, "center": room / 2, "right": room}[box.align]
                    base = box.y + line.baseline
                    yield left, base - box.size * 0.7, left + line.width, base


def marks(box: ChartBox) -> Iterator[Extent]:
    for shape in box.drawn:
        match shape:
            case Rect() | Ellipse():
                yield shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
            case Rule():
                yield shape.x1, min(shape.y1, shape.y2), shape.x2, max(shape.y1, shape.y2)
            case Path():
                points = [point[-2:] for _, point in shape.commands if point]
                xs = [x for point in points for x in point[::2]]
                ys = [y for point in points for y in point[1::2]]
                yield min(xs), min(ys), max(xs), max(ys)
            case TextBox():
                pass


@settings(max_examples=80, deadline=None)
@given(
    charts(),
    st.sampled_from(("16x9", "4x3", "a4", "1x1", "4x5", "9x16")),
    st.sampled_from(("chalk", "paper", "swiss")),
    st.sampled_from(("en", "de", "ar")),
)
def test_a_chart_stays_in_its_area_and_its_labels_apart(
    chart: Chart, size: CardSize, theme: str, language: str
) -> None:
    canvas = drawn(chart, size, theme, language)

    box = chart_box(canvas)
    area = canvas.area(canvas.y0 + 12 * canvas.u)
    found = list(labels(canvas))
    for left, top, right, bottom in (*found, *marks(box)):
        assert left >= area.x - 6 * canvas.k
        assert right <= area.right + 6 * canvas.k
        assert top >= area.y - 6 * canvas.k
        assert bottom <= area.bottom + 6 * canvas.k
    for i, one in enumerate(found):
        for two in found[i + 1 :]:
            apart_x = one[2] <= two[0] + 0.5 or two[2] <= one[0] + 0.5
            apart_y = one[3] <= two[1] + 0.5 or two[3] <= one[1] + 0.5
            assert apart_x or apart_y, (one, two)


@pytest.mark.parametrize("kind", ["columns", "bars", "lines", "donut", "stacked"])
def test_a_chart_of_nothing_is_still_drawn(kind: ChartKind) -> None:
    for values in ((None, None), (0.0, 0.0)):
        series = (Series("a", values), Series("b", values))
        chart = Chart(kind, ("x", "y"), series[: 1 if kind == "donut" else 2])

        assert chart_box(drawn(chart, "16x9")).alt


def test_the_hot_mark_alone_is_in_the_accent() -> None:
    chart = Chart("columns", ("x", "y", "z"), (Series("a", (1.0, 2.0, 3.0)),), hot=1)

    box = chart_box(drawn(chart, "16x9"))

    assert box.colours == (("soft", "accent1", "soft"),)
    assert box.labels
    assert not box.axis.shown


def test_series_take_the_colours_of_the_theme_in_turn_and_a_legend() -> None:
    chart = Chart("columns", ("x", "y"), (Series("a", (1.0, 2.0)), Series("b", (2.0, 3.0))))

    box = chart_box(drawn(chart, "16x9", "paper"))

    order = THEMES["paper"].shape.chart_order
    assert box.colours == ((f"accent{order[0]}",), (f"accent{order[1]}",))
    assert box.legend
    assert box.axis.shown


def test_columns_with_names_too_long_become_bars() -> None:
    names = tuple(f"Straßenbäume der Innenstadt {i}" for i in range(8))
    chart = Chart("columns", names, (Series("a", tuple(map(float, range(8)))),))

    assert chart_box(drawn(chart, "4x3")).chart.chart == "bars"


def test_the_alt_text_says_kind_first_last_and_extreme() -> None:
    series = (Series("Planted", (4.0, 9.0, 7.0)),)
    chart = Chart("columns", ("2022", "2023", "2024"), series, title="Planted", unit="k")

    box = chart_box(drawn(chart, "16x9"))

    assert box.alt == "Column chart, Planted. 2022 4k … 2024 7k; highest: 2023 9k."


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6), st.floats(10, 40))
def test_end_labels_are_kept_apart_and_in_order(tops: list[float], high: float) -> None:
    kept = kept_apart(tops, high, 0.0, 300.0)

    order = sorted(range(len(tops)), key=lambda i: tops[i])
    placed = [kept[i] for i in order]
    assert all(b - a >= high - 1e-6 for a, b in pairwise(placed))
    assert placed[0] >= -1e-6
    assert placed[-1] <= 300 + 1e-6
