"""A place on a page, and dividing it into rows or columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, in points from the top left corner of the page."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, dx: float, dy: float | None = None) -> Area:
        """Smaller on all sides: by `dx` left and right, by `dy` (or `dx`) above and below."""
        down = dx if dy is None else dy
        return Area(self.x + dx, self.y + down, self.w - 2 * dx, self.h - 2 * down)

    def below(self, y: float) -> Area:
        """The part that lies below a height."""
        return Area(self.x, y, self.w, self.bottom - y)

    def columns(self, count: int, gap: float, mirrored: bool = False) -> tuple[Area, ...]:
        """Side by side, the first at the right where `mirrored`."""
        w = (self.w - gap * (count - 1)) / count
        cells = tuple(Area(self.x + i * (w + gap), self.y, w, self.h) for i in range(count))
        return cells[::-1] if mirrored else cells

    def rows(self, count: int, gap: float) -> tuple[Area, ...]:
        """One below the other."""
        h = (self.h - gap * (count - 1)) / count
        return tuple(Area(self.x, self.y + i * (h + gap), self.w, h) for i in range(count))
