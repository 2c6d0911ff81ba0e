"""The value axis: round steps, room for labels, and where it may start."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
HAIR = 1e-9
NOTHING = 1e-100
LEAST_STEPS, MOST_STEPS = 3, 5
HEADROOM = 0.12
"""What a chart without an axis leaves free beyond its largest value, for that value's label."""

FLAT = 0.35
"""Lines whose spread is a smaller part of their largest value than this do not start at zero."""


def axis_of(chart: Chart) -> Axis:
    """
    The axis of a chart. Several series have one with a grid, one series has its values at the
    marks instead. Columns and bars start at zero.
    """
    values = [v for series in chart.series for v in series.values if v is not None] or [0.0]
    if chart.chart == "stacked":
        return round_axis(0.0, max(_sums(chart)))
    if chart.chart == "donut":
        return Axis(0.0, 100.0, 100.0, shown=False)
    if chart.chart == "lines":
        return _lines_axis(values, percent=chart.unit.strip() == "%")
    if len(chart.series) > 1:
        return round_axis(min(0.0, *values), max(0.0, *values))
    return _bare_axis(values)


def exact_axis(chart: Chart) -> Axis:
    """From the least value, or zero, to the largest: for marks whose labels stand beside them."""
    values = [v for series in chart.series for v in series.values if v is not None] or [0.0]
    low, high = min(0.0, *values), max(0.0, *values)
    if high == low:
        high = 1.0
    return Axis(low, high, high - low, shown=False)


def round_axis(low: float, high: float) -> Axis:
    """From low to high, widened to whole steps of 1, 2, 2.5 or 5 x 10^n, about 3 to 5 of them."""
    if high - low < NOTHING:
        low, high = min(0.0, low), max(0.0, high)
    if high - low < NOTHING:
        low, high = 0.0, 1.0
    tried = [_stepped(low, high, step) for step in _steps(high - low)]
    few = [axis for axis in tried if len(ticks(axis)) - 1 <= MOST_STEPS]
    good = [axis for axis in few if len(ticks(axis)) - 1 >= LEAST_STEPS]
    return min(good or few, key=lambda axis: axis.high - axis.low)


def _stepped(low: float, high: float, step: float) -> Axis:
    """The axis of that step. An end that passes a step by a hair does not open a new one."""
    bottom, top = math.floor(low / step + HAIR), math.ceil(high / step - HAIR)
    return Axis(_clean(bottom * step), _clean(top * step), _clean(step), shown=True)


def ticks(axis: Axis) -> tuple[float, ...]:
    """The values at the grid lines, lowest first."""
    count = round((axis.high - axis.low) / axis.step)
    return tuple(_clean(axis.low + i * axis.step) for i in range(count + 1))


def _lines_axis(values: Sequence[float], percent: bool) -> Axis:
    low, high = min(values), max(values)
    if low > 0 and high - low < FLAT * high:
        axis = round_axis(low, high)
        whole = percent and high <= 100 < axis.high
        return round_axis(axis.low, 100.0) if whole else axis
    return round_axis(min(0.0, low), max(0.0, high))


def _bare_axis(values: Sequence[float]) -> Axis:
    low, high = min(0.0, *values), max(0.0, *values)
    room = HEADROOM * (high - low or 1.0)
    top = _clean(high + room) if high > 0 or low == 0 else 0.0
    bottom = _clean(low - room) if low < 0 else 0.0
    return Axis(bottom, top, _clean(top - bottom), shown=False)


def _sums(chart: Chart) -> Iterable[float]:
    for column in zip(*(series.values for series in chart.series), strict=True):
        yield sum(value or 0.0 for value in column)


def _steps(span: float) -> Iterable[float]:
    power = math.floor(math.log10(span)) - 1
    for exponent in range(power, power + 4):
        yield from (step * 10.0**exponent for step in STEPS[:-1])


def _clean(value: float) -> float:
    """Without the dust of binary fractions: 0.30000000000000004 is 0.3."""
    return float(f"{value:.10g}") + 0.0
