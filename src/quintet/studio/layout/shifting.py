"""Moving what was placed up or down a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from quintet.domain.pages import Box, ChartBox, Command, Path, Rule, TableBox, TableCell

B = TypeVar("B", bound=Box)


def shifted(box: B, down: float) -> B:
    """The box `down` points lower, with everything it holds."""
    match box:
        case Rule():
            return replace(box, y1=box.y1 + down, y2=box.y2 + down)
        case Path():
            return replace(box, commands=tuple(_lower(step, down) for step in box.commands))
        case TableBox():
            cells = tuple(
                tuple(TableCell(shifted(cell.text, down), cell.fill) for cell in row)
                for row in box.cells
            )
            return replace(box, y=box.y + down, cells=cells)
        case ChartBox():
            drawn = tuple(shifted(part, down) for part in box.drawn)
            plot = box.plot and (box.plot[0], box.plot[1] + down, *box.plot[2:])
            return replace(box, y=box.y + down, drawn=drawn, plot=plot)
        case _:
            return replace(box, y=box.y + down)


def _lower(step: Command, down: float) -> Command:
    name, points = step
    return name, tuple(value + down if i % 2 else value for i, value in enumerate(points))


def lowest(boxes: Iterable[Box]) -> float:
    """How far down the boxes reach; 0 without any."""
    return max(map(_bottom, boxes), default=0.0)


def _bottom(box: Box) -> float:
    match box:
        case Rule():
            return max(box.y1, box.y2)
        case Path():
            return max((y for _, points in box.commands for y in points[1::2]), default=0.0)
        case _:
            return box.y + box.h
