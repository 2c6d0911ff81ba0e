"""Axes: round steps that hold all values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.domain.deck import Chart, ChartKind, Series
from quintet.studio.charts.axis import STEPS, axis_of, round_axis, ticks

VALUES = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: float(f"{value:.4g}"))


@given(VALUES, VALUES)
def test_an_axis_holds_its_values_in_few_round_steps(one: float, other: float) -> None:
    low, high = sorted((one, other))

    axis = round_axis(low, high)

    assert axis.low <= low + 1e-8 * axis.step
    assert axis.high >= high - 1e-8 * axis.step
    assert 1 <= len(ticks(axis)) - 1 <= 5
    digits = axis.step / 10 ** math.floor(math.log10(axis.step) + 1e-9)
    assert any(abs(digits - step) < 1e-6 for step in STEPS)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 87, (0, 20, 40, 60, 80, 100)),
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (0, 9, (0, 2, 4, 6, 8, 10)),
        (-3, 4, (-4, -2, 0, 2, 4)),
        (0, 0.31, (0, 0.1, 0.2, 0.3, 0.4)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
    ],
)
def test_steps_are_those_a_person_would_choose(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert ticks(round_axis(low, high)) == pytest.approx(expected)


@pytest.mark.parametrize("kind", ["columns", "bars"])
def test_columns_and_bars_start_at_zero_and_leave_room_for_labels(kind: ChartKind) -> None:
    axis = axis_of(Chart(kind, ("a", "b", "c"), (Series("s", (90.0, 95.0, 100.0)),)))

    assert axis.low == 0
    assert axis.high > 105
    assert not axis.shown


def test_flat_lines_may_start_above_zero_and_shares_end_at_a_hundred() -> None:
    values = (91.0, 93.0, 96.0, 97.0)

    axis = axis_of(Chart("lines", ("a", "b", "c", "d"), (Series("s", values),), unit="%"))

    assert axis.low > 0
    assert axis.high <= 100
    assert axis.shown


def test_a_loss_goes_below_zero() -> None:
    axis = axis_of(Chart("columns", ("a", "b", "c"), (Series("s", (-3.0, None, 4.0)),)))

    assert axis.low < -3
    assert axis.high > 4
