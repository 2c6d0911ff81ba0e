"""Choosing a chart: which tables are shown better as one, of which kind, and what it points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from quintet.domain.deck import Chart, ChartKind, Series, Table, plain
from quintet.studio.charts.measures import Measure, Unit, read_measure
from quintet.studio.charts.moments import evenly, in_time
from quintet.studio.charts.reading import Mark, Quantity, decimal_mark, read_number
from quintet.studio.charts.vocabulary import RANKS, TOTALS, is_unit

MOST_COLUMNS = 8
MOST_BARS = 12
MOST_LINES = 4
MOST_PARTS = 5
LONG_NAME = 10
UNLIKE = 20.0
"""Measures without a unit whose usual sizes differ by more than this are different things."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read as numbers: `measures[s].values[i]` belongs to category i."""

    categories: tuple[str, ...]
    measures: tuple[Measure, ...]

    @property
    def values(self) -> int:
        return sum(len(measure.known) for measure in self.measures)


def chart_of(table: Table, title: str, language: str) -> Chart | None:
    """
    The chart that shows a table better than its rows do, or None: it holds words, measures of
    different units, at most two numbers, or too many things for one picture. `title` is the
    card's, which may name the category to point at. The chart keeps the table.
    """
    cells = [[plain(cell).strip() for cell in row] for row in (table.header, *table.rows)]
    if len(cells) < 2 or any(len(row) != len(cells[0]) for row in cells) or len(cells[0]) < 2:
        return None
    cells = _without_ranks(cells)
    mark = decimal_mark((cell for row in cells[1:] for cell in row), language)
    grid = _read(cells, mark, language)
    if grid is None:
        return None
    grid = _without_totals(grid)
    if grid is None or not _alike(grid) or _holes(grid):
        return None
    kind = _kind(grid)
    return None if kind is None else _chart(kind, grid, table, title)


def numeric_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], language: str
) -> tuple[bool, ...]:
    """Which columns hold numbers alone, and so are set to the right."""
    mark = decimal_mark((cell for row in rows for cell in row), language)
    columns = ([row[i] if i < len(row) else "" for row in rows] for i in range(len(header)))
    return tuple(_is_numeric([read_number(cell, mark) for cell in column]) for column in columns)


def _is_numeric(cells: Sequence[Quantity | None]) -> bool:
    """All numbers or blanks, of known units or of one: "1 Harbour" and "2 Old town" are names."""
    numbers = [cell for cell in cells if cell is not None]
    units = [number.unit.strip() for number in numbers if number.value is not None]
    if len(numbers) < len(cells) or not units:
        return False
    strange = {unit for unit in units if unit and not is_unit(unit)}
    return not strange or (len(set(units)) == 1 and len(units) > 1)


def _read(cells: list[list[str]], mark: Mark, language: str) -> Grid | None:
    """The table by its columns or by its rows, whichever makes sense of it."""
    across = in_time(cells[0][1:])
    by_rows = across and len(cells[0]) > 4 and len(cells) <= MOST_LINES + 1
    if by_rows or len(cells) == 2:
        return _grid([list(column) for column in zip(*cells, strict=True)], mark, language)
    return _grid(cells, mark, language)


def _grid(cells: list[list[str]], mark: Mark, language: str) -> Grid | None:
    header, rows = cells[0], cells[1:]
    categories = [row[0] for row in rows]
    if not all(categories) or len(set(categories)) < len(categories):
        return None
    if all(read_number(c, mark) for c in categories) and not _ordered(categories, mark):
        return None
    measures = [
        read_measure(header[j], [row[j] for row in rows], mark, language)
        for j in range(1, len(header))
    ]
    known = tuple(measure for measure in measures if measure is not None)
    return Grid(tuple(categories), known) if len(known) == len(measures) else None


def _ordered(categories: Sequence[str], mark: Mark) -> bool:
    """Whether categories are in an order of their own: moments, or rising numbers and ranges."""
    if in_time(categories):
        return True
    starts = [re.match(r"[<>≤≥]?\s*(\d[\d.,]*)", category) for category in categories]
    if not all(starts):
        return False
    read = [read_number(found[1].strip(".,"), mark) for found in starts if found]
    values = [number.value for number in read if number and number.value is not None]
    return len(values) == len(categories) and values == sorted(values)


def _without_ranks(cells: list[list[str]]) -> list[list[str]]:
    """A leading column that only counts the rows says nothing a chart could show."""
    firsts = [row[0].rstrip(".") for row in cells[1:]]
    counts = [str(i + 1) for i in range(len(firsts))]
    named = cells[0][0].casefold() in RANKS or not cells[0][0]
    if named and firsts == counts and len(cells[0]) > 2:
        return [row[1:] for row in cells]
    return cells


def _without_totals(grid: Grid) -> Grid | None:
    """Take out a total that is the sum of the rest. A "total" that is not leaves a table."""
    measures = grid.measures
    if len(measures) > 2 and measures[-1].name.casefold() in TOTALS:
        parts = zip(*(measure.values for measure in measures[:-1]), strict=True)
        if not all(map(_sums, parts, measures[-1].values)):
            return None
        measures = measures[:-1]
    if grid.categories[-1].casefold().rstrip(":") not in TOTALS or len(grid.categories) < 3:
        return Grid(grid.categories, measures)
    if not all(_sums(measure.values[:-1], measure.values[-1]) for measure in measures):
        return None
    return Grid(
        grid.categories[:-1],
        tuple(replace(measure, values=measure.values[:-1]) for measure in measures),
    )


def _sums(parts: Sequence[float | None], total: float | None) -> bool:
    if total is None:
        return False
    found = sum(part or 0.0 for part in parts)
    return abs(found - total) <= max(0.01 * abs(total), 1e-6)


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
    long = max(map(len, grid.categories)) > LONG_NAME
    if series == 1:
        if _ordered(grid.categories, ".") and things <= MOST_COLUMNS and not long:
            return "columns"
        if things > MOST_BARS:
            return None
        return "bars" if long or things > 6 else "columns"
    if series <= MOST_PARTS and _shares(grid) and things <= MOST_COLUMNS:
        return "stacked"
    if series > 3 or things > MOST_COLUMNS:
        return None
    return "bars" if max(map(len, grid.categories)) > 2 * LONG_NAME else "columns"


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
    elif kind == "bars" and len(grid.measures) == 1 and not _ordered(grid.categories, "."):
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
