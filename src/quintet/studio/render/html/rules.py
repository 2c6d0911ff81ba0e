"""What an element says of itself: its class, for style rules stand apart, and its words."""

from __future__ import annotations

from html import escape

from quintet.studio.render.setting import printable
from quintet.studio.render.svg import number


def value(text: str) -> str:
    """Any text as an attribute's value or an element's words."""
    return escape(printable(text))


class Rules:
    """
    Hands out a class for each set of declarations. A strict content security policy forbids
    `style` attributes; a style sheet with a known hash it allows.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, *declarations: str) -> str:
        """The class that says this."""
        body = ";".join(filter(None, declarations))
        return self._names.setdefault(body, f"q{len(self._names)}")

    def text(self) -> str:
        return "\n".join(f".{name}{{{body}}}" for body, name in self._names.items())


FINE = 4
"""
CSS pixels to a point inside a sheet, which is scaled to the window anyway. Browsers round a
font's ascent to whole pixels; at four pixels to a point nobody sees it.
"""


def px(points: float) -> str:
    """A length of the page as one of the sheet."""
    return f"{number(points * FINE)}px"


def at(*, left: float | None = None, right: float | None = None, top: float | None = None) -> str:
    """Where something stands, in points of the page."""
    sides = {"left": left, "right": right, "top": top}
    return ";".join(f"{side}:{px(value)}" for side, value in sides.items() if value is not None)


def size(w: float, h: float) -> str:
    return f"width:{px(w)};height:{px(h)}"
