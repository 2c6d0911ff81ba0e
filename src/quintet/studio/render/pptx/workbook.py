"""The workbook behind a chart: five parts, so that "Edit Data" opens the numbers."""

from __future__ import annotations

from functools import cache

from quintet.domain.deck import Chart
from quintet.studio.render.pptx.markup import HEAD, OFFICE, R, escape
from quintet.studio.render.pptx.package import Part, Relations, package, part

SPREADSHEET = f'xmlns="{OFFICE}/spreadsheetml/2006/main"'
SPREADSHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "Sheet1"


def workbook(chart: Chart) -> bytes:
    """Categories in column A from row 2 on, a column for each series, its name on top."""
    kind = f"{SPREADSHEETML}.worksheet+xml"
    return package((*around(), part("xl/worksheets/sheet1.xml", sheet(chart), kind)))


@cache
def around() -> tuple[Part, ...]:
    """What is the same in every workbook: the book of one sheet, and who points at whom."""
    root, inner = Relations(), Relations()
    root.add("officeDocument", "xl/workbook.xml")
    inner.add("worksheet", "worksheets/sheet1.xml")
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    book = f"{HEAD}<workbook {SPREADSHEET} {R}>{sheets}</workbook>"
    return (
        root.part(""),
        part("xl/workbook.xml", book, f"{SPREADSHEETML}.sheet.main+xml"),
        inner.part("xl/workbook.xml"),
    )


def sheet(chart: Chart) -> str:
    rows = [row(1, ("", *(series.name for series in chart.series)))]
    for place, category in enumerate(chart.categories):
        numbers = (value_at(series.values, place) for series in chart.series)
        rows.append(row(place + 2, (category, *numbers)))
    return f"{HEAD}<worksheet {SPREADSHEET}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def row(number: int, values: tuple[str | float | None, ...]) -> str:
    cells = "".join(cell(f"{column(place)}{number}", value) for place, value in enumerate(values))
    return f'<row r="{number}">{cells}</row>'


def cell(name: str, value: str | float | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return (
            f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        )
    return f'<c r="{name}"><v>{written(value)}</v></c>'


def value_at(values: tuple[float | None, ...], place: int) -> float | None:
    """The value of a category; None where there is none, or no number."""
    value = values[place] if place < len(values) else None
    return None if value is None or value != value or abs(value) == float("inf") else value


def written(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def column(place: int) -> str:
    """The letters of a column counted from 0: A to Z, then AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
