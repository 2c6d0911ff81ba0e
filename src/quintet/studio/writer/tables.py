"""Rows of cells, from lines with bars between them; which columns hold numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quintet.domain.deck import Rich, Table, plain

DELIMITER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
BAR = re.compile(r"(?<!\\)\|")
NUMBER = re.compile(
    r"[~≈<>≤≥±+\-−–(]*\s?(?:[A-Z]{0,3}[$€£¥₹₽₩]|[A-Z]{3}\s|)\s?[+\-−]?\d[\d\s.,'’\u00a0\u202f]*"
    r"\s?(?:%|‰|°C?|[$€£¥₹₽₩]|[A-Za-zµ]{1,4}(?:/[a-z]{1,3})?|)\)?"
)
BLANK = ("", "-", "–", "—", "−", "n/a", "N/A", "na", ".", "…", "?")


def starts_at(lines: Sequence[str]) -> int | None:
    """The line of the header, if a header and a delimiter row stand somewhere in `lines`."""
    for number in range(1, len(lines)):
        line = lines[number]
        if "|" in lines[number - 1] and "-" in line and DELIMITER.fullmatch(line):
            return number - 1 if "|" in line or _one_column(lines[number - 1]) else None
    return None


def _one_column(header: str) -> bool:
    return header.strip().startswith("|") and header.count("|") <= 2


def cells(line: str) -> list[str]:
    """The cells of one row; `\\|` is a bar that belongs to the words."""
    bare = line.strip()
    bare = bare[1:] if bare.startswith("|") else bare
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [cell.replace("\\|", "|").strip() for cell in BAR.split(bare)]


def read_table(lines: Sequence[str], inline: Callable[[str], Rich]) -> Table:
    """
    `lines` are header, delimiter row and body. Rows of uneven length are filled up with empty
    cells, the header too: no cell is lost.
    """
    rows = [cells(lines[0]), *(cells(line) for line in lines[2:])]
    width = max(map(len, rows))
    filled = [tuple(inline(cell) for cell in row + [""] * (width - len(row))) for row in rows]
    return table(filled[0], filled[1:])


def table(header: Sequence[Rich], rows: Sequence[Sequence[Rich]]) -> Table:
    body = tuple(map(tuple, rows))
    return Table(tuple(header), body, tuple(_numeric(body, at) for at in range(len(header))))


def is_number(cell: str) -> bool:
    return NUMBER.fullmatch(cell.strip()) is not None


def _numeric(rows: Sequence[Sequence[Rich]], column: int) -> bool:
    words = [plain(row[column]).strip() for row in rows]
    told = [word for word in words if word not in BLANK]
    return bool(told) and all(map(is_number, told))
