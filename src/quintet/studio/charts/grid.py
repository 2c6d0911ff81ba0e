"""A table read as numbers: its categories, its measures, and what is only a count or a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.studio.charts.measures import Measure, read_measure
from quintet.studio.charts.moments import in_time
from quintet.studio.charts.reading import Mark, decimal_mark, read_number
from quintet.studio.charts.vocabulary import RANKS, TOTALS

MOST_ROWS_ACROSS = 4
"""Moments along the header are read across only where so few rows run beside them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read as numbers: `measures[s].values[i]` belongs to category i."""

    categories: tuple[str, ...]
    measures: tuple[Measure, ...]

    @property
    def values(self) -> int:
        return sum(len(measure.known) for measure in self.measures)


def read_grid(cells: list[list[str]], language: str) -> Grid | None:
    """The table by its columns or by its rows, whichever makes sense of it; header first."""
    cells = _without_ranks(cells)
    mark = decimal_mark((cell for row in cells[1:] for cell in row), language)
    across = in_time(cells[0][1:])
    by_rows = across and len(cells[0]) > 4 and len(cells) <= MOST_ROWS_ACROSS + 1
    if by_rows or len(cells) == 2:
        return _grid([list(column) for column in zip(*cells, strict=True)], mark, language)
    return _grid(cells, mark, language)


def _grid(cells: list[list[str]], mark: Mark, language: str) -> Grid | None:
    header, rows = cells[0], cells[1:]
    categories = [row[0] for row in rows]
    if not all(categories) or len(set(categories)) < len(categories):
        return None
    if all(read_number(c, mark) for c in categories) and not is_ordered(categories, mark):
        return None
    measures = [
        read_measure(header[j], [row[j] for row in rows], mark, language)
        for j in range(1, len(header))
    ]
    known = tuple(measure for measure in measures if measure is not None)
    return Grid(tuple(categories), known) if len(known) == len(measures) else None


def is_ordered(categories: Sequence[str], mark: Mark) -> bool:
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


def without_totals(grid: Grid) -> Grid | None:
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
