"""Renderers: turn pages into files. One line of the table for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from quintet.domain.briefs import ExportFormat
from quintet.domain.pages import Pages

Renderer = Callable[[Pages, Mapping[str, Path]], bytes]
"""Takes pages and the local files of the pictures they name; gives the bytes of one file."""


def _pptx(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    from quintet.studio.render.pptx import render_pptx

    return render_pptx(pages, pictures)


def _pdf(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    from quintet.studio.render.typst.pdf import render_pdf

    return render_pdf(pages, pictures)


def _png(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    from quintet.studio.render.typst.png import render_png

    return render_png(pages, pictures)


def _html(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    from quintet.studio.render.html import render_html

    return render_html(pages, pictures)


# Each imports its engine when it is first called: whoever needs one format loads one.
RENDERERS: Mapping[ExportFormat, Renderer] = {
    "pptx": _pptx,
    "pdf": _pdf,
    "png": _png,
    "html": _html,
}
