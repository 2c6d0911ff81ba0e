"""Rows written with tabs, commas, semicolons or wide gaps, as a table with bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile

from quintet.studio.writer.tables import is_number

SEPARATORS: tuple[Callable[[str], list[str]], ...] = (
    lambda line: line.strip("\n").split("\t"),
    lambda line: line.split(";"),
    lambda line: _by_commas(line),
    lambda line: re.split(r" {2,}", line.strip()),
    lambda line: _by_wide_commas(line),
)
LONGEST_CELL = 48
FEWEST_WIDE = 3
"""Cells of a row parted by commas and spaces."""

FEWEST_FENCED = 5
"""Lines of a fence that may be a table, its marks included."""

QUOTED = re.compile(r'"((?:[^"]|"")*)"|([^,]*)')


def rows_as_table(lines: Sequence[str]) -> list[str]:
    """`lines` with every block of three or more such rows turned into a table."""
    out: list[str] = []
    at = 0
    while at < len(lines):
        found = _rows_from(lines, at)
        if found:
            out.extend(["", *_barred(found), ""])
            at += len(found)
        else:
            out.append(lines[at])
            at += 1
    return out


def _rows_from(lines: Sequence[str], start: int) -> list[list[str]] | None:
    line = lines[start]
    if "|" in line or not any(mark in line for mark in ("\t", ";", ",", "  ")):
        return None
    for split in SEPARATORS:
        opening = list(_even_rows(lines, start, split, most=3))
        if len(opening) == 3 and (column := _counting_column(opening)) is not None:
            return [
                *opening[:1],
                *takewhile(
                    lambda row: is_number(row[column]),
                    islice(_even_rows(lines, start, split), 1, None),
                ),
            ]
    return None


def _even_rows(
    lines: Sequence[str],
    start: int,
    split: Callable[[str], list[str]],
    most: int | None = None,
) -> Iterator[list[str]]:
    width = 0
    for at in range(start, len(lines) if most is None else min(start + most, len(lines))):
        line = lines[at]
        row = [cell.strip() for cell in split(line)] if line.strip() and "|" not in line else []
        if len(row) < 2 or (width and len(row) != width):
            return
        if any(len(cell) > LONGEST_CELL for cell in row) or row[0][:2] in ("- ", "* ", "> ", "# "):
            return
        width = len(row)
        yield row


def _counting_column(rows: Sequence[Sequence[str]]) -> int | None:
    """The first column that holds a number in every row but the first, which holds names."""
    if all(map(is_number, rows[0])):
        return None
    columns = range(len(rows[0]))
    return next((at for at in columns if all(is_number(row[at]) for row in rows[1:])), None)


def _by_commas(line: str) -> list[str]:
    """Comma-separated values; a comma followed by a space is prose, unless in quotes."""
    if '"' in line:
        cells = [
            (quoted or bare).replace('""', '"')
            for quoted, bare in QUOTED.findall(line.strip() + ",")
        ]
        return cells[:-1] if cells and not cells[-1] else cells
    return [] if ", " in line else line.split(",")


def _by_wide_commas(line: str) -> list[str]:
    """Values with a comma and a space between them: at least three, or it may be prose."""
    found = line.split(", ")
    return found if len(found) >= FEWEST_WIDE else []


def fenced_table(lines: Sequence[str]) -> list[str] | None:
    """A fence of values (```csv) as a table, if all its lines are rows of one."""
    if lines[0].strip("`~ ").lower() not in ("csv", "tsv") or len(lines) < FEWEST_FENCED:
        return None
    inside = [line for line in lines[1:-1] if line.strip()]
    rows = _rows_from(inside, 0) if inside else None
    return ["", *_barred(rows), ""] if rows and len(rows) == len(inside) else None


def _barred(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return [lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]
