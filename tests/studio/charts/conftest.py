from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.domain.deck import Table, rich

MakeTable = Callable[..., Table]


@pytest.fixture
def table() -> MakeTable:
    """A table written as lines of cells with bars between: the first line is the header."""

    def make(text: str, source: str = "") -> Table:
        lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        header, *rows = (tuple(rich(cell) for cell in line) for line in lines)
        return Table(header, tuple(rows), source=source)

    return make
