"""PowerPoint files, written part by part from pages: native text, charts, tables, and a theme."""

from __future__ import annotations

from quintet.studio.render.pptx.presentation import render_pptx

__all__ = ["render_pptx"]
