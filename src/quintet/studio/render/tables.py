"""A table taken apart: the areas and lines that are drawn beneath its words."""

from __future__ import annotations

from itertools import accumulate

from quintet.domain.pages import Rect, Rule, TableBox


def mirrored(table: TableBox) -> bool:
    """Whether its first column stands at the right, as in decks that read from there."""
    return any(cell.text.rtl for row in table.cells for cell in row)


def ground(table: TableBox) -> tuple[Rect | Rule, ...]:
    """The fills of its cells, neighbours of one colour in one piece, and then its rules."""
    return (*_fills(table), *_rules(table))


def _fills(table: TableBox) -> list[Rect]:
    fills: list[Rect] = []
    run: Rect | None
    onward = -1 if mirrored(table) else 1
    widths = table.columns[::onward]
    lefts = list(accumulate(widths[:-1], initial=table.x))
    for end, h, row in zip(accumulate(table.rows), table.rows, table.cells, strict=True):
        y, run = table.y + end - h, None
        for x, w, cell in zip(lefts, widths, row[::onward], strict=True):
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
    ends = (table.y + end for end in accumulate(table.rows))
    return [
        Rule(table.x, y, table.x + table.w, y, stroke)
        for y, stroke in zip(ends, table.rules, strict=True)
        if stroke
    ]
