"""Tables as PowerPoint's own, every fill and border said, so that no style adds any."""

from __future__ import annotations

from itertools import accumulate, pairwise

from quintet.domain.pages import Stroke, TableBox, TableCell, TextBox
from quintet.studio.render.pptx.canvas import Canvas, placed
from quintet.studio.render.pptx.markup import emu
from quintet.studio.render.pptx.paint import NO_FILL, line
from quintet.studio.render.pptx.text import insets, paragraphs

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style "No Style, No Grid"."""
MIDDLE = 0.75
"""Text counts as centred in its row where the room above and below differ by less than this."""


def draw_table(canvas: Canvas, box: TableBox) -> None:
    if not box.rows or not box.columns:
        return
    mirrored = is_mirrored(box)
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in lengths(box.x, box.columns))
    rows = "".join(row(canvas, box, index, mirrored) for index in range(len(box.rows)))
    flags = (' rtl="1"' if mirrored else "") + (' firstRow="1"' if box.header else "")
    canvas.add(
        f"<p:graphicFrame><p:nvGraphicFramePr>{canvas.name('Table', box.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{placed(box.x, box.y, box.w, box.h, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{flags}><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def is_mirrored(box: TableBox) -> bool:
    """Whether the first column stands on the right."""
    first = box.cells[0] if box.cells else ()
    return len(first) > 1 and first[0].text.x > first[-1].text.x


def lengths(start: float, parts: tuple[float, ...]) -> list[int]:
    """Widths or heights that add up without a gap: the edges are rounded, not the lengths."""
    edges = [emu(edge) for edge in accumulate(parts, initial=start)]
    return [after - before for before, after in pairwise(edges)]


def row(canvas: Canvas, box: TableBox, index: int, mirrored: bool) -> str:
    top = box.y + sum(box.rows[:index])
    above = box.rules[index - 1] if index else None
    borders = (above, box.rules[index] if index < len(box.rules) else None)
    lefts = list(accumulate(box.columns, initial=0.0))
    cells = []
    for place, (cell, width) in enumerate(zip(box.cells[index], box.columns, strict=True)):
        left = box.x + (box.w - lefts[place + 1] if mirrored else lefts[place])
        cells.append(table_cell(canvas, cell, (left, top, width, box.rows[index]), borders))
    height = lengths(box.y, box.rows)[index]
    return f'<a:tr h="{height}">{"".join(cells)}</a:tr>'


def table_cell(
    canvas: Canvas,
    cell: TableCell,
    place: tuple[float, float, float, float],
    borders: tuple[Stroke | None, Stroke | None],
) -> str:
    """One cell; its margins put the text exactly where it was measured."""
    left, top, width, height = place
    text = cell.text
    colours = canvas.look.colours
    above, below = text.y - top, top + height - text.y - text.h
    centred = abs(above - below) < MIDDLE
    before, after = side_margins(text, text.x - left, left + width - text.x - text.w)
    margins = (
        f'marL="{before}" marR="{after}" '
        f'marT="{0 if centred else inset(above)}" marB="0" anchor="{"ctr" if centred else "t"}"'
    )
    fill = colours.solid(cell.fill) if cell.fill else NO_FILL
    sides = line(None, colours, "lnL") + line(None, colours, "lnR")
    ends = line(borders[0], colours, "lnT") + line(borders[1], colours, "lnB")
    return (
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{paragraphs(text, canvas.look, canvas.link)}</a:txBody><a:tcPr {margins}>"
        f"{sides}{ends}{fill}</a:tcPr></a:tc>"
    )


def side_margins(text: TextBox, left: float, right: float) -> tuple[int, int]:
    """
    The margins of a cell left and right of its text. A single line needs none where it ends: a
    wider font has more room then.
    """
    if all(len(paragraph.lines) < 2 for paragraph in text.paragraphs):
        both = min(left, right) if text.align == "center" else 0.0
        return (
            inset(left - both) if text.align != "right" else 0,
            inset(right - both) if text.align != "left" else 0,
        )
    before, after = insets(text)
    return inset(left) + before, inset(right) + after


def inset(points: float) -> int:
    return max(0, emu(points))
