"""Labels at the marks of a native chart: what they say, where they stand, what stands out."""

from __future__ import annotations

from quintet.domain.pages import ChartBox, Colour
from quintet.studio.charts.lines import APART, kept_apart
from quintet.studio.render.pptx.formats import finite, label_format
from quintet.studio.render.pptx.lettering import Lettering
from quintet.studio.render.pptx.markup import attribute

PLAIN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
SINGLE = 1.35
"""Height of a label of one line, in sizes of its text."""


class Labels:
    """Writes the labels of the series of one chart."""

    def __init__(self, box: ChartBox, lettering: Lettering) -> None:
        self._box, self._lettering, self._chart = box, lettering, box.chart
        code = attribute(label_format(box.chart, lettering.language))
        self._format = f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        self._named = len(box.chart.series) > 1 and not box.legend
        self._shifts = self.shifts()

    def of_bars(self, usual: Colour) -> str:
        """Values at the marks; the one the card speaks of stands out."""
        text = self._lettering.text
        if self._chart.chart == "stacked":
            tone = self._lettering.readable_on(usual)
            return self.all(text(tone), shown=self._box.labels, where="ctr")
        hot, special = self._chart.hot, ""
        if hot is not None and self._box.labels:
            special = self.one(hot, text("ink", bold=True), "outEnd")
        tone = "ink" if hot is None else "muted"
        return self.all(text(tone), shown=self._box.labels, where="outEnd", special=special)

    def of_line(self, place: int, usual: Colour) -> str:
        """The last value of a line at its end, with its name where no legend says it."""
        last = last_point(self._box, place)
        special = ""
        if last is not None:
            text = self._lettering.text(usual if place == 0 else "ink", bold=True, align="l")
            special = self.one(last, text, "r", name=self._named, shift=self._shifts[place])
        return self.all(self._lettering.text(), shown=False, special=special)

    def of_donut(self, usual: Colour) -> str:
        tone = self._lettering.readable_on(usual)
        return self.all(self._lettering.text(tone, bold=True), shown=self._box.labels)

    def one(
        self, point: int, text: str, where: str, *, name: bool = False, shift: float = 0.0
    ) -> str:
        """The label of one point; `shift` moves it down by a share of the chart's height."""
        moved = (
            f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{shift:.5f}"/></c:manualLayout>'
            "</c:layout>"
            if abs(shift) > 0.001
            else ""
        )
        return (
            f'<c:dLbl><c:idx val="{point}"/>{moved}{self._format}{PLAIN}{text}'
            f'<c:dLblPos val="{where}"/>{shows(value=True, name=name)}</c:dLbl>'
        )

    def all(self, text: str, *, shown: bool, where: str = "", special: str = "") -> str:
        """The labels of a series: `special` are those of single points."""
        place = f'<c:dLblPos val="{where}"/>' if where and shown else ""
        return f"<c:dLbls>{special}{self._format}{PLAIN}{text}{place}{shows(value=shown)}</c:dLbls>"

    def shifts(self) -> list[float]:
        """How far the label of each line's end has to move so that no two meet."""
        box, axis = self._box, self._box.axis
        if box.plot is None or self._chart.chart != "lines" or axis.high <= axis.low:
            return [0.0] * len(self._chart.series)
        _, top, _, height = box.plot
        size, bottom = box.label_size, top + height
        tall = size * (APART if self._named else SINGLE)
        middles = [bottom] * len(self._chart.series)
        for place, series in enumerate(self._chart.series):
            last = last_point(box, place)
            value = None if last is None else series.values[last]
            if value is not None:
                middles[place] = top + height * (axis.high - value) / (axis.high - axis.low)
        wanted = [middle - tall / 2 for middle in middles]
        found = kept_apart(wanted, tall, top - size * 0.7, bottom - tall)
        return [(new - old) / box.h for new, old in zip(found, wanted, strict=True)]


def last_point(box: ChartBox, place: int) -> int | None:
    """The last point of a series that has a value."""
    values = finite(box.chart.series[place].values)[: len(box.chart.categories)]
    known = [point for point, value in enumerate(values) if value is not None]
    return known[-1] if known else None


def shows(*, value: bool, name: bool = False) -> str:
    """What a label says."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        + ("<c:separator>\n</c:separator>" if name else "")
    )
