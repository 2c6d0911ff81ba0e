"""Background art of stage cards: a few native shapes in quiet tones, beside the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quintet.studio.layout.art.easel import Easel
from quintet.studio.layout.art.lines import frame, glow, rings, stripes, veil
from quintet.studio.layout.art.solids import arcs, blocks, bubbles, columns, shapes, sun, waves
from quintet.studio.layout.canvas import Canvas

ART: Mapping[str, Callable[[Easel], None]] = {
    "arcs": arcs,
    "columns": columns,
    "sun": sun,
    "waves": waves,
    "blocks": blocks,
    "shapes": shapes,
    "bubbles": bubbles,
    "rings": rings,
    "glow": glow,
    "stripes": stripes,
    "frame": frame,
    "veil": veil,
}

SOLID = frozenset({"arcs", "columns", "blocks", "shapes", "bubbles", "stripes", "sun"})
"""Art on which a header or footer needs a plate."""


def draw_art(canvas: Canvas, loud: bool) -> None:
    """Draw the theme's art: loud on covers and closings, quiet on sections and quotes."""
    name = canvas.theme.shape.art
    ART[name](Easel(canvas, loud))
    canvas.slots_plate = loud and name in SOLID


__all__ = ["ART", "draw_art"]
