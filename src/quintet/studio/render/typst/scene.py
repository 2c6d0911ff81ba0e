"""Pages as the JSON that draw.typ reads: every colour a hex, every line with its own point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from quintet.domain.pages import (
    Box,
    ChartBox,
    Ellipse,
    Page,
    Pages,
    Path,
    Rect,
    TableBox,
    TextBox,
)
from quintet.studio.render import faces, tables
from quintet.studio.render.paint import Palette, bounds
from quintet.studio.render.setting import printable
from quintet.studio.render.typst.shapes import Shape, Shapes, place
from quintet.studio.render.typst.words import Headings, Words

Json = dict[str, Any]


def scene(pages: Pages, pictures: Mapping[str, File]) -> Json:
    """The whole deck. Pictures are named by their absolute paths."""
    palette = Palette(pages.palette)
    drawing = Drawing(Shapes(palette, pictures), Words(palette, Headings(), pages.fonts.mono))
    return {
        "title": printable(pages.title).strip() or "Untitled",
        "lang": faces.locale(pages.language)[0],
        "pages": [drawing.page(page) for page in pages.pages],
    }


@dataclass(frozen=True, slots=True)
class Drawing:
    shapes: Shapes
    words: Words

    def page(self, page: Page) -> Json:
        boxes = [drawn for box in page.boxes for drawn in self._box(box)]
        fill = self.shapes.palette.hex(page.fill)
        return {"w": page.w, "h": page.h, "fill": fill, "boxes": boxes}

    def _box(self, box: Box) -> list[Json]:
        match box:
            case TextBox():
                return [self.words.box(box)]
            case TableBox():
                return [*self._drawn(tables.ground(box)), self._table(box)]
            case ChartBox():
                return [_figure(place(box), box.alt, self._drawn(box.drawn))]
            case Path() if box.alt:
                return [_figure(_area(box), box.alt, self._drawn([box]))]
            case Rect() | Ellipse() if box.alt:
                return [_figure(place(box), box.alt, self._drawn([box]))]
            case _:
                return [self.shapes.shape(box)]

    def _drawn(self, boxes: Iterable[Shape | TextBox]) -> list[Json]:
        return [
            self.words.bare(box) if isinstance(box, TextBox) else self.shapes.shape(box)
            for box in boxes
        ]

    def _table(self, box: TableBox) -> Json:
        cells = [[self.words.bare(cell.text) for cell in row] for row in box.cells]
        return {"t": "table", "columns": len(box.columns), "header": box.header, "cells": cells}


def _figure(area: Json, alt: str, boxes: list[Json]) -> Json:
    return {"t": "figure", **area, "alt": printable(alt) or "Chart", "boxes": boxes}


def _area(path: Path) -> Json:
    return dict(zip("xywh", bounds(path.commands), strict=True))
