"""A table taken apart: where its cells begin, and the areas and lines drawn beneath its words."""

from __future__ import annotations

from itertools import accumulate

from quintet.domain.pages import Rect, Rule, TableBox


def lefts(table: TableBox) -> list[float]:
    """The left edge of each column, on the page."""
    return list(accumulate(table.columns[:-1], initial=table.x))


def tops(table: TableBox) -> list[float]:
    """The upper edge of each row, on the page."""
    return list(accumulate(table.rows[:-1], initial=table.y))


def ground(table: TableBox) -> tuple[Rect | Rule, ...]:
    """The fills of its cells, neighbours of one colour in one piece, and then its rules."""
    return (*_fills(table), *_rules(table))


def _fills(table: TableBox) -> list[Rect]:
    fills: list[Rect] = []
    for y, h, row in zip(tops(table), table.rows, table.cells, strict=True):
        run: Rect | None = None
        for x, w, cell in zip(lefts(table), table.columns, row, strict=True):
            if run and run.fill == cell.fill:
                run = Rect(run.x, y, run.w + w, h, cell.fill)
                fills[-1] = run
            elif cell.fill:
                run = Rect(x, y, w, h, cell.fill)
                fills.append(run)
            else:
                run = None
    return fills


def _rules(table: TableBox) -> list[Rule]:
    ends = [top + height for top, height in zip(tops(table), table.rows, strict=True)]
    return [
        Rule(table.x, y, table.x + table.w, y, stroke)
        for y, stroke in zip(ends, table.rules, strict=True)
        if stroke
    ]
