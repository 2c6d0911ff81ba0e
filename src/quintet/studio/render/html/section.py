"""One page as a section: its boxes in reading order, shapes gathered into as few SVGs as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from quintet.domain.pages import (
    Box,
    ChartBox,
    Page,
    Picture,
    TableBox,
    TextBox,
)
from quintet.studio.render import tables
from quintet.studio.render.html.photos import Photos
from quintet.studio.render.html.rules import Rules, px, value
from quintet.studio.render.html.words import Words
from quintet.studio.render.paint import Palette
from quintet.studio.render.pictures import missing
from quintet.studio.render.svg import Drawn, Svg, number

Part = str | Drawn


@dataclass(frozen=True, slots=True)
class Sections:
    """Writes pages with the words, shapes and pictures of one deck."""

    palette: Palette
    rules: Rules
    words: Words
    svg: Svg
    photos: Photos

    def section(self, page: Page, of: int) -> str:
        """A page of `of` in its frame, which takes what width it gets; the sheet in it scales."""
        name = value(f"{page.number} / {of} {page.title}").strip()
        frame = self.rules.name(
            f"--w:{px(page.w)}",
            f"--h:{px(page.h)}",
            f"--ratio:{page.w / page.h:.5g}",
            f"--ground:{self.palette.hex(page.fill)}",
            f"page:{paper(page)}",
        )
        inner = self._joined(self._parts(page.boxes, page), page)
        return (
            f'<section class="page {frame}" id="{page.number}" aria-label="{name}">'
            f'<div class="sheet">{inner}</div></section>'
        )

    def _joined(self, parts: Iterable[Part], page: Page) -> str:
        """The parts in order; shapes that follow one another share a drawing."""
        return "\n".join(
            "\n".join(part for part in group if isinstance(part, str))
            if written
            else self._drawing([part for part in group if not isinstance(part, str)], page)
            for written, group in groupby(parts, key=lambda part: isinstance(part, str))
        )

    def _parts(self, boxes: Iterable[Box], page: Page) -> Iterator[Part]:
        for box in boxes:
            match box:
                case TextBox():
                    yield self.words.element(box)
                case Picture():
                    yield self.photos.element(box) or missing(box)
                case TableBox():
                    yield from tables.ground(box)
                    yield self._table(box)
                case ChartBox():
                    yield self._chart(box, page)
                case _:
                    yield box

    def _drawing(self, shapes: list[Drawn], page: Page) -> str:
        """Shapes without words for them are passed over by screen readers."""
        alts = [value(alt) for shape in shapes if (alt := getattr(shape, "alt", ""))]
        said = f'role="img" aria-label="{", ".join(alts)}"' if alts else 'aria-hidden="true"'
        area = f'viewBox="0 0 {number(page.w)} {number(page.h)}"'
        return f"<svg {area} {said}>{self.svg.draw(shapes)}</svg>"

    def _chart(self, box: ChartBox, page: Page) -> str:
        drawn = (self.words.bare(b) if isinstance(b, TextBox) else b for b in box.drawn)
        inner, label = self._joined(drawn, page), value(box.alt or "Chart")
        return f'<div role="img" aria-label="{label}">{inner}</div>'

    def _table(self, box: TableBox) -> str:
        rows = [
            "\n".join(self._cell(cell.text, n < box.header) for cell in row)
            for n, row in enumerate(box.cells)
        ]
        head = "\n".join(f'<tr role="row">{row}</tr>' for row in rows[: box.header])
        body = "\n".join(f'<tr role="row">{row}</tr>' for row in rows[box.header :])
        label = f' aria-label="{value(box.alt)}"' if box.alt else ""
        return (
            f'<table role="table"{label}><thead role="rowgroup">{head}</thead>\n'
            f'<tbody role="rowgroup">{body}</tbody></table>'
        )

    def _cell(self, text: TextBox, heads: bool) -> str:
        if heads:
            return self.words.bare(text, "th", ' role="columnheader" scope="col"')
        return self.words.bare(text, "td", ' role="cell"')


def paper(page: Page) -> str:
    """The name of the page's size, for printing: pages of one size share a sheet of paper."""
    return f"p{number(page.w)}x{number(page.h)}".replace(".", "_")
