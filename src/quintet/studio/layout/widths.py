"""Sharing a width out to columns that need some and would like more."""

from __future__ import annotations

from collections.abc import Sequence


def share(needs: Sequence[tuple[float, float]], w: float) -> list[float] | None:
    """
    Widths for columns that need at least and would like so much. What is left over goes to all
    in proportion; what is lacking is taken from the widest first. None: not even the least fit.
    """
    least, wish = [need[0] for need in needs], [need[1] for need in needs]
    if sum(least) > w:
        return None
    if sum(wish) <= w:
        spare = (w - sum(wish)) / max(1, len(needs))
        return [width + spare for width in wish]
    widths = list(wish)
    for _ in range(len(needs) + 1):
        over = sum(widths) - w
        if over <= 1e-6:
            break
        widths = _lowered(widths, least, over)
    return widths


def _lowered(widths: Sequence[float], least: Sequence[float], over: float) -> list[float]:
    """Cut the widest columns down to a common width, none below its least."""
    low, high = 0.0, max(widths)
    for _ in range(40):
        middle = (low + high) / 2
        cut = [max(one, min(width, middle)) for width, one in zip(widths, least, strict=True)]
        if sum(cut) > sum(widths) - over:
            high = middle
        else:
            low = middle
    return [max(one, min(width, low)) for width, one in zip(widths, least, strict=True)]
