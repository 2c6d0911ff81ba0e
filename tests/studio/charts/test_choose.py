"""Which tables become a chart, and which."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quintet.domain.deck import Table, rich
from quintet.studio.charts.choose import chart_of
from quintet.studio.charts.numeric import numeric_columns

MakeTable = Callable[..., Table]
NBSP = "\u00a0"

CHARTS = {
    "three categories": ("Tree | Planted\nOak | 40\nElm | 30\nLime | 20", "columns"),
    "long names": ("Tree | Planted\nField maple | 10\nSmall-leaved lime | 30\nElm | 20", "bars"),
    "seven categories": (
        "Tree | n\nA | 1\nB | 2\nC | 3\nD | 4\nE | 5\nF | 6\nG | 7.5",
        "bars",
    ),
    "years": ("Year | Sales\n2021 | 4\n2022 | 5\n2023 | 7\n2024 | 9", "lines"),
    "years newest first": ("Year | Sales\n2024 | 9\n2023 | 7\n2022 | 5\n2021 | 4", "lines"),
    "three years": ("Year | Sales\n2021 | 4\n2022 | 5\n2023 | 7", "columns"),
    "uneven years": ("Year | Sales\n2001 | 4\n2002 | 5\n2013 | 7\n2024 | 8", "columns"),
    "quarters of two series": (
        "Q | A | B\nQ1 | 4 | 2\nQ2 | 5 | 3\nQ3 | 7 | 4\nQ4 | 8 | 5",
        "lines",
    ),
    "quarters across": (
        "Region | Q1 | Q2 | Q3 | Q4\nNorth | 4 | 5 | 6 | 7\nEast | 1 | 2 | 2 | 3",
        "lines",
    ),
    "one row": ("Region | North | East | South\nSales (€m) | 4.1 | 5.2 | 6.3", "columns"),
    "parts of a whole": ("Use | Share\nWater | 46 %\nCare | 31 %\nTrees | 23 %", "donut"),
    "parts rounded": ("Use | Share\nA | 33.3%\nB | 33.3%\nC | 33.3%", "donut"),
    "two parts of a whole": ("Answer | Share\nYes | 62%\nNo | 38%", "donut"),
    "six parts": ("Use | %\nA | 30\nB | 20\nC | 20\nD | 10\nE | 10\nF | 10", "columns"),
    "two series": ("Region | 2023 | 2024\nNorth | 4 | 5\nSouth | 5 | 7\nEast | 2 | 3", "columns"),
    "shares by region": (
        "Region | Bus | Car | Bike\nNorth | 50% | 30% | 20%\nSouth | 40% | 40% | 20%",
        "stacked",
    ),
    "an age range": ("Age | n\n0–17 | 5\n18–34 | 20\n35–64 | 18\n65+ | 9", "columns"),
    "rising numbers": ("Pit, m² | Alive\n2 | 48%\n3 | 61%\n4 | 74%\n6 | 87%", "columns"),
    "a checked total": ("Tree | n\nOak | 40\nElm | 30\nLime | 20\nTotal | 90", "columns"),
    "a rank": ("# | City | Score\n1 | Rome | 9\n2 | Bonn | 8\n3 | Graz | 7", "columns"),
    "mixed thousands": ("Site | Visits\nA | 950k\nB | 1.2m\nC | 400k", "columns"),
    "losses": ("Year | Profit\n2022 | −3\n2023 | (1)\n2024 | 4", "columns"),
    "a gap": ("Year | n\n2020 | 1\n2021 | n/a\n2022 | 3\n2023 | 4\n2024 | 5", "lines"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_number_table_becomes_the_chart_that_shows_it_best(table: MakeTable, name: str) -> None:
    text, expected = CHARTS[name]

    chart = chart_of(table(text), "", "en")

    assert chart is not None
    assert chart.chart == expected


TABLES = {
    "words": "Who | What\nAda | Planting\nTom | Water",
    "two values": "Year | Sales\n2023 | 4\n2024 | 5",
    "one value": "Year | Sales\n2023 | 4",
    "measures of different units": "T | Planted | Alive\nA | 40 | 80%\nB | 30 | 70%\nC | 9 | 60%",
    "units in the headings": "T | Height (m) | Cost (€)\nA | 4 | 80\nB | 3 | 70\nC | 9 | 60",
    "sizes far apart": "Tree | n | Cost\nOak | 4000 | 8\nElm | 3000 | 7\nLime | 9000 | 6",
    "two columns of words": "Tree | Street | n\nOak | Main | 1\nElm | High | 2\nLime | Mill | 3",
    "four series": "T | A | B | C | D\nx | 1 | 2 | 3 | 4\ny | 1 | 2 | 3 | 5\nz | 1 | 2 | 3 | 7",
    "approximate": "Tree | n\nOak | ~40\nElm | 30\nLime | 20",
    "a total that does not sum": "Tree | n\nOak | 40\nElm | 30\nLime | 20\nTotal | 80",
    "mostly holes": "Tree | n\nOak | 40\nElm | –\nLime | –\nAsh | 3",
    "the same name twice": "Tree | n\nOak | 40\nOak | 30\nLime | 20",
    "numbers in no order": "Id | n\n7 | 40\n3 | 30\n5 | 20",
    "ragged": "Tree | n\nOak\nElm | 3",
    "names that are sentences": "Cause | n\n"
    + "\n".join(f"The {i}rd tree was planted before its pit was dug deep | {i}" for i in range(3)),
    "thirteen things": "Tree | n\n" + "\n".join(f"Tree {chr(65 + i)} | {i * 3}" for i in range(13)),
}


@pytest.mark.parametrize("name", TABLES)
def test_what_a_chart_would_not_show_better_stays_a_table(table: MakeTable, name: str) -> None:
    assert chart_of(table(TABLES[name]), "", "en") is None


def test_the_chart_keeps_the_table_and_its_source(table: MakeTable) -> None:
    given = table("Tree | Planted\nOak | 40\nElm | 30\nTotal | 70\n", source="Parks Office")
    three = table("Tree | Planted\nOak | 40\nElm | 30\nAsh | 1\nTotal | 71", source="Parks Office")

    chart = chart_of(three, "", "en")

    assert chart_of(given, "", "en") is None
    assert chart is not None
    assert chart.table == three
    assert chart.source == "Parks Office"
    assert chart.title == "Planted"


@pytest.mark.parametrize(
    ("header", "cells", "language", "prefix", "unit"),
    [
        ("Revenue (€m)", ["4.1", "5", "6"], "en", "€", "m"),
        ("Umsatz (Mio. €)", ["4,1", "5", "6"], "de", "", f"{NBSP}Mio.{NBSP}€"),
        ("Umsatz in €", ["4,1", "5", "6"], "de", "", f"{NBSP}€"),
        ("Revenue, USD bn", ["4.1", "5", "6"], "en", f"USD{NBSP}", f"{NBSP}bn"),
        ("Share (%)", ["4", "5", "6"], "en", "", "%"),
        ("Anteil %", ["4", "5", "6"], "de", "", f"{NBSP}%"),
        ("Share", ["4 %", "5%", "6%"], "en", "", "%"),
        ("Weight (kg)", ["4", "5", "6"], "en", "", f"{NBSP}kg"),
        ("Weight", ["4 kg", "5 kg", "6 kg"], "en", "", f"{NBSP}kg"),
        ("Time", ["1 day", "5 days", "6 days"], "en", "", f"{NBSP}days"),
        ("Visits", ["41.2k", "38k", "6k"], "en", "", "k"),
        ("Price", ["€4", "€5", "€6"], "en", "€", ""),
        ("Sales (2024)", ["4", "5", "6"], "en", "", ""),
        ("Temperature (°C)", ["4", "5", "6"], "en", "", "°C"),
    ],
)
def test_the_unit_is_found_in_the_heading_or_the_cells(
    table: MakeTable, header: str, cells: list[str], language: str, prefix: str, unit: str
) -> None:
    rows = "\n".join(f"{name} | {cell}" for name, cell in zip("ABC", cells, strict=True))

    chart = chart_of(table(f"Thing | {header}\n{rows}"), "", language)

    assert chart is not None
    assert (chart.prefix, chart.unit) == (prefix, unit)


def test_thousands_beside_millions_are_brought_to_ones(table: MakeTable) -> None:
    chart = chart_of(table(CHARTS["mixed thousands"][0]), "", "en")

    assert chart is not None
    assert chart.series[0].values == (950_000.0, 1_200_000.0, 400_000.0)
    assert chart.unit == ""


def test_bars_are_sorted_and_lines_run_forward(table: MakeTable) -> None:
    bars = chart_of(table(CHARTS["long names"][0]), "", "en")
    lines = chart_of(table(CHARTS["years newest first"][0]), "", "en")

    assert bars is not None
    assert lines is not None
    assert bars.series[0].values == (30.0, 20.0, 10.0)
    assert lines.categories == ("2021", "2022", "2023", "2024")
    assert lines.series[0].values == (4.0, 5.0, 7.0, 9.0)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Elm holds its place", "Elm"), ("Trees of the year", "Oak"), ("Elm and Oak", "Oak")],
)
def test_the_hot_category_is_the_one_the_title_names_else_the_largest(
    table: MakeTable, title: str, expected: str
) -> None:
    chart = chart_of(table(CHARTS["three categories"][0]), title, "en")

    assert chart is not None
    assert chart.hot is not None
    assert chart.categories[chart.hot] == expected


def test_in_time_the_last_is_hot(table: MakeTable) -> None:
    chart = chart_of(table("Year | n\n2021 | 9\n2022 | 5\n2023 | 7"), "", "en")

    assert chart is not None
    assert chart.hot == 2


def test_rows_of_quarters_are_series(table: MakeTable) -> None:
    chart = chart_of(table(CHARTS["quarters across"][0]), "", "en")

    assert chart is not None
    assert chart.categories == ("Q1", "Q2", "Q3", "Q4")
    assert [series.name for series in chart.series] == ["North", "East"]


def test_columns_of_numbers_are_told_from_columns_of_words() -> None:
    rows = [["Oak", "1,200", "n/a", "x"], ["Elm", "3", "7%", "4"]]

    assert numeric_columns(["Tree", "n", "Alive", "Note"], rows, "en") == (
        False,
        True,
        True,
        False,
    )


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 5).flatmap(
        lambda count: st.lists(
            st.lists(
                st.text("0123456789.,-−%€km ²٤①/()abcQ\u00a0", max_size=8) | st.just("9" * 400),
                min_size=count,
                max_size=count,
            ),
            min_size=1,
            max_size=9,
        )
    )
)
def test_any_table_is_judged_without_fail(cells: list[list[str]]) -> None:
    header, *rows = (tuple(map(rich, line)) for line in cells)

    chart = chart_of(Table(header, tuple(rows)), "9", "de")

    if chart is not None:
        assert all(len(series.values) == len(chart.categories) for series in chart.series)
        assert all(
            value is None or math.isfinite(value)
            for series in chart.series
            for value in series.values
        )
