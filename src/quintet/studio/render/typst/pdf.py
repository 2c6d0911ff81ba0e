"""PDF: tagged, with live links, the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quintet.domain.pages import Pages
from quintet.studio.render.typst.engine import compile_pdf


def render_pdf(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    """A PDF with a page for each page. Pictures are local files by name."""
    return compile_pdf(pages, pictures)
