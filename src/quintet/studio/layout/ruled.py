"""A table measured: how wide its columns must be, how high its rows, and at which size it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quintet.domain.deck import Rich, Table, plain
from quintet.studio.charts.numeric import numeric_columns
from quintet.studio.charts.vocabulary import TOTALS
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.lettering import Prepared, prepare
from quintet.studio.layout.roles import Style
from quintet.studio.layout.widths import share

HEADER = 0.9
"""A header is set in this part of the cells' size."""

LEAST_PAD, ROW = 0.42, 3.0
"""Above and below the words of a row, in em, at least; and how high a row of one line grows."""

ROW_ON_PAPER = 2.3

LONGEST_HEAD = 11.0
"""A word of a heading that is wider than this, in em, may be broken."""

SHORT = 16
"""Cells of at most so many characters do not wrap, if that can be."""


Grid = Sequence[Sequence[Prepared]]
"""Every cell of a table prepared, row by row, header first."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """
    A table in a width: its columns with their padding; for each row, header first, the height of
    its `words`, the `least` it needs with them and the `wish` it would like; `size` is that of
    its cells. Row 0 is the header; `hot` is the row in tint.
    """

    table: Table
    size: float
    pad: float
    columns: tuple[float, ...]
    words: tuple[float, ...]
    least: tuple[float, ...]
    wish: tuple[float, ...]
    wraps: tuple[bool, ...]
    numeric: tuple[bool, ...]
    totals: frozenset[int]
    hot: int | None = None

    @property
    def height(self) -> float:
        return sum(self.least)

    def is_bold(self, row: int, column: int) -> bool:
        return _is_bold(self.table, row, column, self.hot)

    def rows(self, h: float) -> tuple[float, ...]:
        """Row heights that share what room there is above the least, up to what they like."""
        spare, wanted = h - sum(self.least), sum(self.wish) - sum(self.least)
        part = max(0.0, min(1.0, spare / wanted)) if wanted > 0 else 0.0
        pairs = zip(self.least, self.wish, strict=True)
        return tuple(least + (wish - least) * part for least, wish in pairs)


def ruled(
    canvas: Canvas, table: Table, w: float, high: float, hot: int | None = None
) -> Ruled | None:
    """
    Measure a table at the largest size, from `high` down to 0.86 of small, at which its columns
    find room: with short cells on one line if that can be, at least without splitting a word.
    None: it is too wide at any.
    """
    low = min(high, max(canvas.floor("small"), canvas.size("small") * 0.86))
    steps = int((high - low) / canvas.step + 1e-9)
    sizes = [high - i * canvas.step for i in range(steps + 1)]
    grid = _grid(canvas, table, hot)
    if _widths(canvas, table, grid, w, low, 0) is None:
        return None
    for short in (SHORT, 0):
        for size in (*sizes, low):
            widths = _widths(canvas, table, grid, w, size, short)
            if widths is not None:
                pad = _padding(canvas, table, w)
                return _ruled(canvas, table, grid, widths, pad, size, hot)
    return None


def parted(canvas: Canvas, table: Table, w: float) -> tuple[Table, Table] | None:
    """
    A table that is too wide as two, each with the first column; None if it is not too wide, or
    not even two columns of it fit.
    """
    count, size = len(table.header), canvas.size("small")
    if ruled(canvas, table, w, size):
        return None
    low, high = 1, count // 2 + 2
    while high - low > 1:
        # Fewer columns fit wherever more do, so the most that fit are soon found.
        end = (low + high) // 2
        if ruled(canvas, _with_columns(table, range(end)), w, size):
            low = end
        else:
            high = end
    if low < 2:
        return None
    first, rest = range(low), (0, *range(low, count))
    return replace(_with_columns(table, first), source=""), _with_columns(table, rest)


def _with_columns(table: Table, places: Sequence[int]) -> Table:
    return replace(
        table,
        header=tuple(table.header[i] for i in places),
        rows=tuple(tuple(row[i] for i in places) for row in table.rows),
        numeric=tuple(table.numeric[i] for i in places) if table.numeric else (),
    )


def _is_bold(table: Table, row: int, column: int, hot: int | None) -> bool:
    """The header, the first column, totals and the hot row."""
    if row == 0 or row == hot or is_total(table.rows[row - 1][0]):
        return True
    return column == 0 and len(table.header) > 1


def style_of_cell(canvas: Canvas, row: int, bold: bool) -> Style:
    """Row 0 is the header."""
    style = canvas.style("label" if row == 0 else "small")
    return replace(style, bold=bold or row == 0, balanced=False)


def is_total(words: Rich) -> bool:
    return plain(words).strip().rstrip(":").casefold() in TOTALS


def _grid(canvas: Canvas, table: Table, hot: int | None) -> Grid:
    """The cells of a table, which are the same at any size and width."""
    styles = {
        (row, bold): style_of_cell(canvas, row, bold) for row in (0, 1) for bold in (False, True)
    }
    grid = []
    for i, row in enumerate((table.header, *table.rows)):
        named, others = _is_bold(table, i, 0, hot), _is_bold(table, i, 1, hot)
        pairs = zip(row, (named, *(others for _ in row[1:])), strict=True)
        kept = [(words, styles[min(i, 1), bold]) for words, bold in pairs]
        grid.append([prepare([words], style, canvas.language) for words, style in kept])
    return grid


def _padding(canvas: Canvas, table: Table, w: float) -> float:
    return min(canvas.u * 1.6, w / len(table.header) / 8)


def _widths(
    canvas: Canvas, table: Table, grid: Grid, w: float, size: float, short: int
) -> list[float] | None:
    """The widths of the columns' words in `w`; None where they do not fit."""
    numeric = _numeric(table, canvas.language)
    sizes = [size_in(canvas, size, i) for i in range(len(grid))]
    columns = zip(*grid, strict=True)
    needs = [_column(column, sizes, numeric[j], short) for j, column in enumerate(columns)]
    return share(needs, w - 2 * _padding(canvas, table, w) * len(needs))


def _ruled(
    canvas: Canvas,
    table: Table,
    grid: Grid,
    inner: Sequence[float],
    pad: float,
    size: float,
    hot: int | None,
) -> Ruled:
    sizes = [size_in(canvas, size, i) for i in range(len(grid))]
    words = tuple(_height(row, inner, sizes[i]) for i, row in enumerate(grid))
    pitches = [max(prepared.pitch for prepared in row) * sizes[i] for i, row in enumerate(grid)]
    row_em = (ROW_ON_PAPER if canvas.paper else ROW) * size
    return Ruled(
        table=table,
        size=size,
        pad=pad,
        columns=tuple(width + 2 * pad for width in inner),
        words=words,
        least=tuple(h + 2 * LEAST_PAD * size for h in words),
        wish=tuple(
            h + max(row_em * (0.8 if i == 0 else 1.0) - pitches[i], 2 * LEAST_PAD * size)
            for i, h in enumerate(words)
        ),
        wraps=tuple(h > 1.5 * pitch for h, pitch in zip(words, pitches, strict=True)),
        numeric=_numeric(table, canvas.language),
        totals=frozenset(i + 1 for i, row in enumerate(table.rows) if is_total(row[0])),
        hot=hot,
    )


def size_in(canvas: Canvas, size: float, row: int) -> float:
    """The size of a row's words: the header's are smaller, where their floor allows."""
    return size if row else min(size, max(canvas.floor("label"), size * HEADER))


@lru_cache(256)
def _numeric(table: Table, language: str) -> tuple[bool, ...]:
    """Which columns are set to the right: those with numbers, but not the first, which names."""
    rows = [[plain(words) for words in row] for row in table.rows]
    found = numeric_columns([plain(words) for words in table.header], rows, language)
    said = (*table.numeric, *(False for _ in found))
    both = tuple(one or other for one, other in zip(found, said, strict=False))
    return both if len(both) < 2 else (False, *both[1:])


def _column(
    cells: Sequence[Prepared], sizes: Sequence[float], numeric: bool, short: int
) -> tuple[float, float]:
    """The least width of a column, `short` cells on one line, and that at which none wraps."""
    least = wish = 0.0
    for row, prepared in enumerate(cells):
        if not prepared.paragraphs:
            continue
        text, at = prepared.paragraphs[0], sizes[row]
        one_line = text.total / text.slack * at * 1.001
        if numeric and row:
            one_line *= _tabular(text.text)
        if row and (numeric or len(text.text) <= short):
            least = max(least, one_line)
        longest = text.longest if row else min(text.longest, LONGEST_HEAD)
        least = max(least, longest / text.slack * at * 1.001)
        wish = max(wish, one_line)
    return least, max(least, wish)


def _tabular(text: str) -> float:
    """Figures of one width are wider than proportional ones where there are many ones."""
    return 1.02 + 0.3 * text.count("1") / max(1, len(text))


def _height(row: Sequence[Prepared], widths: Sequence[float], size: float) -> float:
    return max(prepared.height(w, size, 0.0) for prepared, w in zip(row, widths, strict=True))
