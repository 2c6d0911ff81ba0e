"""Finding the largest size at which something fits."""

from __future__ import annotations

from collections.abc import Callable


class TooFull(Exception):
    """The words do not fit even at their floor. The card takes another layout, or splits."""


def largest(high: float, low: float, step: float, fits: Callable[[float], bool]) -> float:
    """
    The largest size from `high` down to `low`, in steps, that fits. What fits must fit at every
    smaller size too. Raises TooFull when not even the last step does.
    """
    steps = max(0, int((high - low) / step + 1e-9))
    if fits(high):
        return high
    if steps == 0 or not fits(high - steps * step):
        raise TooFull
    first, last = 0, steps
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (first, middle) if fits(high - middle * step) else (middle, last)
    return high - last * step
