"""Number formats: how a native chart words its values, as near as a format can to our labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quintet.domain.deck import Chart
from quintet.domain.pages import Axis
from quintet.studio.charts.axis import ticks
from quintet.studio.charts.wording import MINUS, Wording, wording_of


def label_format(chart: Chart, language: str) -> str:
    """The format of the values at the marks."""
    values = [v for series in chart.series for v in series.values if v is not None]
    wording = formattable(wording_of(values, language, chart.prefix, chart.unit))
    shape = worded(wording)
    return f"{shape};{literal(MINUS)}{shape}"


def axis_format(chart: Chart, axis: Axis, language: str) -> str:
    """The format of the value axis; prefix and unit stand once, at the topmost value."""
    values = ticks(axis)
    wording = formattable(wording_of(values, language, chart.prefix, chart.unit))
    bare = worded(replace(wording, prefix="", unit=""))
    full = worded(wording)
    return bare if full == bare else f"[>={values[-1]:.12g}]{full};{bare}"


def formattable(wording: Wording) -> Wording:
    """A format divides by thousands only; other shortenings (ten thousands) are written out."""
    return wording if wording.power % 3 == 0 else replace(wording, power=0, short="", decimals=0)


def worded(wording: Wording) -> str:
    decimals = "." + "0" * wording.decimals if wording.decimals else ""
    thousands = "," * (wording.power // 3)
    return (
        f"{literal(wording.prefix)}#,##0{decimals}{thousands}"
        f"{literal(wording.short)}{literal(wording.unit)}"
    )


def literal(text: str) -> str:
    """Text that stands in a format as it is."""
    kept = "".join(char for char in text if char != '"')
    return f'"{kept}"' if kept else ""


def finite(values: Iterable[float | None]) -> list[float | None]:
    """The values a chart can draw; what is no number is a gap."""
    return [value if value is not None and abs(value) < float("inf") else None for value in values]
