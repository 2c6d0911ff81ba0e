"""The series of a native chart: names, numbers, colours by point, and labels at the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quintet.domain.pages import ChartBox, Colour
from quintet.studio.render.pptx.formats import finite
from quintet.studio.render.pptx.labels import Labels, last_point
from quintet.studio.render.pptx.lettering import Lettering
from quintet.studio.render.pptx.markup import emu, escape
from quintet.studio.render.pptx.workbook import SHEET, column, written

NO_LINE = "<a:ln><a:noFill/></a:ln>"
CUT = 12700 * 2
"""The width of the line that parts the slices of a donut, in EMU."""
FIRST_LINE, LINE = 3 / 13, 2 / 13
"""Widths of the first and of every other line, in sizes of the labels."""
DOT = 9 / 13
"""Diameter of the dot at a line's end, likewise."""


class SeriesWriter:
    """Writes series after series of one chart."""

    def __init__(self, box: ChartBox, lettering: Lettering) -> None:
        self._box, self._lettering = box, lettering
        self._chart = box.chart
        self._labels = Labels(box, lettering)

    def bars(self) -> str:
        """Columns, bars and stacks."""
        return "".join(self.bar(place) for place in range(len(self._chart.series)))

    def bar(self, place: int) -> str:
        usual, points = self.paints(place)
        differing = "".join(
            f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"<c:spPr>{self._lettering.solid(colour)}{NO_LINE}</c:spPr></c:dPt>"
            for point, colour in points
        )
        return (
            f"<c:ser>{self.head(place)}<c:spPr>{self._lettering.solid(usual)}{self.edge()}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{differing}{self._labels.of_bars(usual)}'
            f"{self.data(place)}</c:ser>"
        )

    def edge(self) -> str:
        """Stacked marks are parted by a line of the background."""
        if self._chart.chart != "stacked":
            return NO_LINE
        return f'<a:ln w="12700">{self._lettering.solid("bg")}</a:ln>'

    def lines(self) -> str:
        return "".join(self.line(place) for place in range(len(self._chart.series)))

    def line(self, place: int) -> str:
        """A line, with a dot and its name at its end."""
        usual, _ = self.paints(place)
        width = emu((FIRST_LINE if place == 0 else LINE) * self._box.label_size)
        last = last_point(self._box, place)
        size = min(72, max(2, round(DOT * self._box.label_size)))
        dot = (
            f'<c:dPt><c:idx val="{last}"/><c:marker><c:symbol val="circle"/><c:size val="{size}"/>'
            f'<c:spPr>{self._lettering.solid(usual)}<a:ln w="{CUT}">'
            f'{self._lettering.solid("bg")}</a:ln></c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>'
        )
        return (
            f'<c:ser>{self.head(place)}<c:spPr><a:ln w="{width}" cap="rnd">'
            f"{self._lettering.solid(usual)}<a:round/></a:ln></c:spPr>"
            f'<c:marker><c:symbol val="none"/></c:marker>{dot if last is not None else ""}'
            f'{self._labels.of_line(place, usual)}{self.data(place)}<c:smooth val="0"/></c:ser>'
        )

    def donut(self) -> str:
        """The slices; their values stand beside their names, or on the ring."""
        usual, _ = self.paints(0)
        slices = "".join(
            f'<c:dPt><c:idx val="{point}"/><c:bubble3D val="0"/><c:spPr>'
            f'{self._lettering.solid(self.colour(0, point))}<a:ln w="{CUT}">'
            f"{self._lettering.solid('bg')}</a:ln></c:spPr></c:dPt>"
            for point in range(len(self._chart.categories))
        )
        return (
            f"<c:ser>{self.head(0)}<c:spPr>{self._lettering.solid(usual)}</c:spPr>{slices}"
            f"{self._labels.of_donut(usual)}"
            f"{self.data(0)}</c:ser>"
        )

    # Parts of a series

    def head(self, place: int) -> str:
        name = escape(self._chart.series[place].name)
        return (
            f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef>'
            f"<c:f>{SHEET}!${column(place + 1)}$1</c:f><c:strCache>"
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache>'
            "</c:strRef></c:tx>"
        )

    def data(self, place: int) -> str:
        """Categories and values, with where they stand in the workbook."""
        names = self._chart.categories
        last, letter = len(names) + 1, column(place + 1)
        values = finite(self._chart.series[place].values)[: len(names)]
        words = "".join(
            f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(names)
        )
        numbers = "".join(
            f'<c:pt idx="{i}"><c:v>{written(value)}</c:v></c:pt>'
            for i, value in enumerate(values)
            if value is not None
        )
        return (
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>"
            f'<c:ptCount val="{len(names)}"/>{words}</c:strCache></c:strRef></c:cat>'
            f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
            f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(names)}"/>{numbers}'
            "</c:numCache></c:numRef></c:val>"
        )

    def colour(self, series: int, point: int) -> Colour:
        listed = self._box.colours[series % len(self._box.colours)]
        return self._lettering.tone(listed[point % len(listed)])

    def paints(self, series: int) -> tuple[Colour, Sequence[tuple[int, Colour]]]:
        """The colour of most points, and the points that have another."""
        tones = [self.colour(series, point) for point in range(len(self._chart.categories))]
        usual = Counter(tones).most_common(1)[0][0] if tones else self.colour(series, 0)
        return usual, [(point, tone) for point, tone in enumerate(tones) if tone != usual]
