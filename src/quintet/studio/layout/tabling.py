"""Drawing a table: its cells on the page, the rules below its rows, one row in tint."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from quintet.domain.deck import Rich, plain
from quintet.domain.pages import Stroke, TableBox, TableCell, TextBox
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, Side
from quintet.studio.layout.figures import directed
from quintet.studio.layout.ruled import LEAST_PAD, Ruled, size_in


def draw_table(canvas: Canvas, ruled: Ruled, area: Area) -> float:
    """Place a measured table at the top of an area as wide as it, and answer its height."""
    heights = ruled.rows(area.h)
    tops = list(accumulate(heights, initial=area.y))
    lines = (ruled.table.header, *ruled.table.rows)
    cells = tuple(
        _row(canvas, ruled, i, words, Area(area.x, tops[i], area.w, heights[i]))
        for i, words in enumerate(lines)
    )
    canvas.boxes.append(
        TableBox(
            x=area.x,
            y=area.y,
            w=area.w,
            h=sum(heights),
            columns=ruled.columns,
            rows=heights,
            cells=cells,
            rules=tuple(_rule(canvas, ruled, i) for i in range(len(lines))),
            padding=ruled.pad,
            alt=", ".join(filter(None, map(plain, ruled.table.header))),
        )
    )
    return sum(heights)


def _row(
    canvas: Canvas, ruled: Ruled, row: int, words: tuple[Rich, ...], area: Area
) -> tuple[TableCell, ...]:
    fill = canvas.tone("tint") if row and row == ruled.hot else None
    lefts = accumulate(ruled.columns, initial=0.0)
    boxes = []
    for j, (text, left, width) in enumerate(zip(words, lefts, ruled.columns, strict=False)):
        x = area.x + (area.w - left - width if canvas.rtl else left)
        place = Area(x, area.y, width, area.h).inset(ruled.pad, 0.0)
        boxes.append(_cell(canvas, ruled, (row, j), text, place))
    placed = (_stood(ruled, row, box, area) for box in boxes)
    return tuple(TableCell(box, fill) for box in placed)


def _cell(canvas: Canvas, ruled: Ruled, place: tuple[int, int], words: Rich, area: Area) -> TextBox:
    row, column = place
    size = size_in(canvas, ruled.size, row)
    side: Side = "end" if ruled.numeric[column] else "start"
    box = canvas.lettered(
        area.x,
        area.y,
        area.w,
        words,
        "label" if row == 0 else "small",
        size=size,
        colour="muted" if row == 0 else "ink",
        align=side,
        gap=0.0,
        bold=ruled.is_bold(row, column),
        tabular=bool(row) and ruled.numeric[column],
    )
    return directed(box) if box else _nothing(canvas, area, size, side)


def _nothing(canvas: Canvas, area: Area, size: float, side: Side) -> TextBox:
    """The box of an empty cell."""
    return TextBox(
        x=area.x,
        y=area.y,
        w=area.w,
        h=0.0,
        paragraphs=(),
        role="small",
        family=canvas.theme.fonts.body,
        size=size,
        pitch=1.4,
        colour=canvas.tone("ink"),
        align=canvas.align(side),
        rtl=canvas.rtl,
        language=canvas.language,
    )


def _stood(ruled: Ruled, row: int, box: TextBox, area: Area) -> TextBox:
    """In the middle of its row, high rows at their top; headers stand on their rule."""
    pad = LEAST_PAD * ruled.size
    if row == 0:
        return replace(box, y=area.bottom - pad - box.h)
    if ruled.wraps[row]:
        return replace(box, y=area.y + (area.h - ruled.words[row]) / 2)
    return replace(box, y=area.y + (area.h - box.h) / 2)


def _rule(canvas: Canvas, ruled: Ruled, row: int) -> Stroke | None:
    """Ink below the header, muted above a total, hairlines below the rest."""
    k = max(0.8, canvas.k)
    if row == 0:
        return canvas.stroke("ink", 1.6 * k)
    if row + 1 in ruled.totals:
        return canvas.stroke("muted", 1.0 * k)
    return canvas.stroke("line", 0.75 * k)
