"""Choosing a chart: which tables are shown better as one, of which kind, and what it points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from quintet.domain.deck import Chart, ChartKind, Series, Table, plain
from quintet.studio.charts.grid import Grid, is_ordered, read_grid, without_totals
from quintet.studio.charts.measures import Measure, Unit
from quintet.studio.charts.moments import evenly, in_time

MOST_COLUMNS = 8
MOST_BARS = 12
MOST_LINES = 4
MOST_PARTS = 5
LONG_NAME = 10
LONGEST_NAME = 48
"""Longer names, or half as long ones in great number, are words to read: they stay a table."""
UNLIKE = 20.0
"""Measures without a unit whose usual sizes differ by more than this are different things."""


def chart_of(table: Table, title: str, language: str) -> Chart | None:
    """
    The chart that shows a table better than its rows do, or None: it holds words, measures of
    different units, at most two numbers, or too many things for one picture. `title` is the
    card's, which may name the category to point at. The chart keeps the table.
    """
    cells = [[plain(cell).strip() for cell in row] for row in (table.header, *table.rows)]
    if len(cells) < 2 or any(len(row) != len(cells[0]) for row in cells) or len(cells[0]) < 2:
        return None
    grid = read_grid(cells, language)
    if grid is None:
        return None
    grid = without_totals(grid)
    if grid is None or not _alike(grid) or _holes(grid):
        return None
    kind = _kind(grid)
    return None if kind is None else _chart(kind, grid, table, title)


def _alike(grid: Grid) -> bool:
    """Whether the measures may share one axis: the same unit, and sizes of one order."""
    if not grid.measures or len({measure.unit for measure in grid.measures}) > 1:
        return False
    if grid.measures[0].unit != Unit():
        return True
    sizes = [median(map(abs, measure.known)) for measure in grid.measures]
    whole = {all(value == int(value) for value in measure.known) for measure in grid.measures}
    return max(sizes) <= UNLIKE * min(sizes) and len(whole) == 1


def _holes(grid: Grid) -> bool:
    places = len(grid.categories) * len(grid.measures)
    return 3 * (places - grid.values) > places


def _kind(grid: Grid) -> ChartKind | None:
    """The table of looks.md section 5, row by row."""
    things, series = len(grid.categories), len(grid.measures)
    if series == 1 and _one_whole(grid.measures[0]):
        return "donut"
    if grid.values <= 2 or things < 2:
        return None
    fair = evenly(grid.categories) or things > MOST_COLUMNS
    if things >= 4 and series <= MOST_LINES and fair and in_time(grid.categories):
        return "lines"
    longest = max(map(len, grid.categories))
    if longest > LONGEST_NAME or (things > MOST_COLUMNS and longest > LONGEST_NAME / 2):
        return None
    long = longest > LONG_NAME
    if series == 1:
        if is_ordered(grid.categories, ".") and things <= MOST_COLUMNS and not long:
            return "columns"
        if things > MOST_BARS:
            return None
        return "bars" if long or things > 6 else "columns"
    if series <= MOST_PARTS and _shares(grid) and things <= MOST_COLUMNS:
        return "stacked"
    if series > 3 or things > MOST_COLUMNS:
        return None
    return "bars" if longest > 2 * LONG_NAME else "columns"


def _one_whole(measure: Measure) -> bool:
    """Two to five parts that make a hundred, but for what rounding took."""
    parts = measure.known
    if not 2 <= len(parts) <= MOST_PARTS or len(parts) < len(measure.values) or min(parts) <= 0:
        return False
    return _hundred(parts, measure.decimals)


def _shares(grid: Grid) -> bool:
    """Whether the series of every category are parts of a hundred."""
    if grid.values < len(grid.categories) * len(grid.measures):
        return False
    parts = list(zip(*(measure.known for measure in grid.measures), strict=True))
    decimals = max(measure.decimals for measure in grid.measures)
    return all(min(part) >= 0 and _hundred(part, decimals) for part in parts)


def _hundred(parts: Sequence[float], decimals: int) -> bool:
    return abs(sum(parts) - 100) <= 0.5 * len(parts) * 10.0**-decimals + 1e-9


def _chart(kind: ChartKind, grid: Grid, table: Table, title: str) -> Chart:
    order = list(range(len(grid.categories)))
    if in_time(grid.categories) < 0:
        order.reverse()
    elif kind == "bars" and len(grid.measures) == 1 and not is_ordered(grid.categories, "."):
        order.sort(key=lambda i: -(grid.measures[0].values[i] or 0.0))
    categories = tuple(grid.categories[i] for i in order)
    series = tuple(
        Series(measure.name, tuple(measure.values[i] for i in order)) for measure in grid.measures
    )
    unit = grid.measures[0].unit
    return Chart(
        kind,
        categories,
        series,
        unit=unit.suffix,
        prefix=unit.prefix,
        title=grid.measures[0].heading if len(series) == 1 else "",
        source=table.source,
        hot=_hot(kind, categories, series, title),
        table=table,
    )


def _hot(
    kind: ChartKind, categories: Sequence[str], series: Sequence[Series], title: str
) -> int | None:
    """What the title speaks of; else the last in time, else the largest. Single series only."""
    if len(series) > 1 or kind == "lines":
        return None
    named = [i for i, category in enumerate(categories) if _names(title, category)]
    if len(named) == 1:
        return named[0]
    if in_time(categories):
        return len(categories) - 1
    sizes = [abs(value) if value is not None else -1.0 for value in series[0].values]
    return sizes.index(max(sizes))


def _names(title: str, category: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(category.casefold())}(?!\w)", title.casefold()))
