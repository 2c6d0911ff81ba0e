"""Decks too large for PowerPoint: made smaller as a whole, so that nothing falls off a slide."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from quintet.domain.pages import Pages

LONGEST = 56 * 72.0
"""The longest side of a slide, in points."""

LENGTHS = frozenset(
    (
        *("x", "y", "w", "h", "x1", "y1", "x2", "y2", "plot"),
        *("size", "baseline", "width", "indent", "before", "label_size"),
        *("radius", "dash", "padding", "columns", "rows", "commands"),
    )
)
"""The fields of pages and boxes that hold points."""

Piece = TypeVar("Piece")


def fitting(pages: Pages) -> Pages:
    """The deck as it is, or shrunk until its largest page is no larger than a slide may be."""
    longest = max((max(page.w, page.h) for page in pages.pages), default=0.0)
    return pages if longest <= LONGEST else shrunk(pages, LONGEST / longest)


def shrunk(piece: Piece, factor: float, name: str = "") -> Piece:
    """A copy with all its lengths, and those of what it is made of, times `factor`."""
    changed: Any = piece
    if is_dataclass(piece) and not isinstance(piece, type):
        parts = {each.name: getattr(piece, each.name) for each in fields(piece)}
        changed = replace(
            piece, **{field: shrunk(value, factor, field) for field, value in parts.items()}
        )
    elif isinstance(piece, tuple):
        changed = tuple(shrunk(each, factor, name) for each in piece)
    elif isinstance(piece, (int, float)) and name in LENGTHS:
        changed = piece * factor
    result: Piece = changed
    return result
