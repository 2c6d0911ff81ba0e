"""What every strip answers: how high it is, and how it is drawn."""

from __future__ import annotations

from typing import Protocol

from quintet.studio.layout.canvas import Canvas


class Strip(Protocol):
    """
    One block (or a few paragraphs) in a column `w` wide, its body type set at `size`. `above` and
    `below` are the gaps it asks for, in em of that size; between two strips the larger counts,
    but below a strip that `leads`, its own or what the next asks for `under` a heading.
    """

    @property
    def above(self) -> float: ...

    @property
    def below(self) -> float: ...

    @property
    def leads(self) -> bool: ...

    @property
    def under(self) -> float: ...

    def height(self, canvas: Canvas, w: float, size: float) -> float:
        """The least height it needs."""
        ...

    def wish(self, canvas: Canvas, w: float, size: float) -> float:
        """The height it would fill if there were room; the least one for words."""
        ...

    def draw(self, canvas: Canvas, x: float, y: float, w: float, h: float, size: float) -> None:
        """Draw it into a height of at least `height`."""
        ...
