"""The line below a chart or table: what its numbers are, and where they come from."""

from __future__ import annotations

from quintet.domain.deck import Chart, Table, plain
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.ruled import is_total

JOINT = " · "


def chart_source(chart: Chart) -> str:
    """What is measured, the total that is not drawn, and the source."""
    return JOINT.join(filter(None, (chart.title, _total(chart.table), chart.source)))


def source_gap(canvas: Canvas) -> float:
    return canvas.u * 2.4


def _total(table: Table | None) -> str:
    """A table's last row, where it is the total of the others: "Total: 90"."""
    if table is None or not table.rows or not is_total(table.rows[-1][0]):
        return ""
    name, *cells = map(plain, table.rows[-1])
    return f"{name.rstrip(':')}: {', '.join(filter(None, cells))}"
