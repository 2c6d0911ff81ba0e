"""Which columns of a table hold numbers alone, and so are set to the right."""

from __future__ import annotations

from collections.abc import Sequence

from quintet.studio.charts.reading import Quantity, decimal_mark, read_number
from quintet.studio.charts.vocabulary import is_unit


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
