"""HTML: the deck as one page of real text that needs nothing but itself."""

from __future__ import annotations

from quintet.studio.render.html.page import render_html

__all__ = ["render_html"]
