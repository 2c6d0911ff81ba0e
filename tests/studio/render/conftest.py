"""Pages made by hand: everything a renderer must be able to draw, on four pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File

import pytest
from PIL import Image

from quintet.domain.deck import Chart, Series
from quintet.domain.pages import (
    Align,
    Axis,
    Box,
    ChartBox,
    Ellipse,
    Fonts,
    Glow,
    Gradient,
    Line,
    Marker,
    Page,
    Pages,
    Paragraph,
    Path,
    Picture,
    Rect,
    Role,
    Rule,
    Span,
    Stop,
    Stroke,
    TableBox,
    TableCell,
    TextBox,
)

PALETTE = {
    "bg": "#FFFFFF",
    "surface": "#F3F5F9",
    "ink": "#131A2A",
    "muted": "#545E72",
    "line": "#D9DFE8",
    "accent1": "#1D5BD0",
    "accent2": "#12958A",
    "tint": "#E8EFFA",
    "soft": "#B2C7F0",
    "stage": "#0E1A3A",
    "stage_ink": "#FFFFFF",
    "stage_muted": "#B4C0DC",
    "stage_accent": "#7FB0FF",
    "art1": "#19284C",
    "art2": "#25386A",
}
PITCH = {"title": 1.14, "display": 1.06, "h3": 1.25, "lead": 1.4, "body": 1.45}


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def paragraph(
    *lines: str | tuple[Span, ...],
    size: float,
    pitch: float = 1.45,
    top: float = 0.0,
    indent: float = 0.0,
    level: int = 0,
    marker: Marker | None = None,
) -> Paragraph:
    """Lines given one by one, the first baseline 0.95 of the size below `top`."""
    made = tuple(
        Line(
            top + size * (0.95 + n * pitch),
            200.0,
            spans(line) if isinstance(line, str) else line,
        )
        for n, line in enumerate(lines)
    )
    whole = tuple(span for line in made for span in line.spans)
    return Paragraph(whole, made, indent, 0.0, level, marker)


def text(
    x: float,
    y: float,
    w: float,
    role: Role,
    size: float,
    *paragraphs: Paragraph | str,
    family: str = "Inter",
    colour: str = "ink",
    bold: bool = False,
    align: Align = "left",
    rtl: bool = False,
    language: str = "en",
    tracking: float = 0.0,
    tabular: bool = False,
    slot: bool = False,
) -> TextBox:
    pitch = PITCH.get(role, 1.35)
    whole = tuple(
        paragraph(given, size=size, pitch=pitch) if isinstance(given, str) else given
        for given in paragraphs
    )
    ends = [line.baseline for given in whole for line in given.lines]
    return TextBox(
        x=x,
        y=y,
        w=w,
        h=max(ends) + 0.25 * size,
        paragraphs=whole,
        role=role,
        family=family,
        size=size,
        pitch=pitch,
        colour=colour,
        bold=bold,
        align=align,
        rtl=rtl,
        language=language,
        tracking=tracking,
        tabular=tabular,
        slot="text" if slot else None,
    )


def cover() -> Page:
    half = Path(
        (
            ("M", (960.0, 540.0)),
            ("L", (520.0, 540.0)),
            ("C", (520.0, 297.0, 717.0, 100.0, 960.0, 100.0)),
            ("Z", ()),
        ),
        fill="art1",
    )
    boxes: tuple[Box, ...] = (
        half,
        Glow(640, 220, 320, 320, "stage_accent", 0.5),
        Rect(0, 0, 960, 20, Gradient(0, (Stop(0, "accent1"), Stop(1, "accent1", 0.0)))),
        text(
            60,
            180,
            560,
            "eyebrow",
            13,
            "QUARTERLY REPORT",
            colour="stage_accent",
            bold=True,
            tracking=0.09,
        ),
        text(
            60,
            206,
            560,
            "display",
            64,
            paragraph("Northwind grew", "by a third", size=64, pitch=1.06),
            colour="stage_ink",
            family="Manrope",
            bold=True,
            tracking=-0.02,
        ),
        text(60, 360, 560, "lead", 22, "What changed, and what we do next", colour="stage_muted"),
    )
    return Page(960, 540, "stage", boxes, 1, 0, "cover", "Northwind grew by a third", stage=True)


def words() -> Page:
    rich = (
        Span("Revenue is up "),
        Span("32 %", bold=True),
        Span(", more than "),
        Span("anyone", italic=True),
        Span(" hoped; see "),
        Span("the ledger", colour="accent1", link="https://example.org/ledger?a=1&b=2"),
        Span("."),
    )
    dot = Marker("dot", "accent1")
    listed = text(
        408,
        60,
        492,
        "body",
        18,
        paragraph(rich, size=18),
        paragraph(
            "The east grew most of all and needs two",
            "more people by the spring",
            size=18,
            top=44,
            indent=18,
            marker=dot,
        ),
        paragraph("A second warehouse opens in March", size=18, top=114, indent=18, marker=dot),
        paragraph(
            "Its rent is paid until May",
            size=18,
            top=150,
            indent=36,
            level=1,
            marker=Marker("dash", "muted"),
        ),
        paragraph(
            "Sign the lease", size=18, top=190, indent=27, marker=Marker("text", "accent1", "1.")
        ),
        paragraph(
            "Hire the crew", size=18, top=226, indent=27, marker=Marker("text", "accent1", "2.")
        ),
    )
    boxes: tuple[Box, ...] = (
        text(
            60,
            60,
            300,
            "title",
            36,
            paragraph("What moved the", "quarter & why", size=36, pitch=1.14),
            family="Manrope",
            bold=True,
            tracking=-0.012,
        ),
        Rule(384, 60, 384, 480, Stroke("line", 1.0)),
        listed,
        text(408, 340, 492, "h3", 20, "Code stays <code>", bold=True),
        text(
            408,
            372,
            492,
            "code",
            16,
            paragraph("if grown:", "    hire(2)  # soon", size=16, pitch=1.55),
            family="JetBrains Mono",
        ),
        text(60, 505, 840, "foot", 11, "Northwind", colour="muted", slot=True),
    )
    return Page(960, 540, "bg", boxes, 2, 1, "bullets", "What moved the quarter & why")


def cell(
    x: float, y: float, w: float, words: str, align: Align, *, bold: bool = False
) -> TableCell:
    return TableCell(
        text(x + 6, y + 7, w - 12, "small", 15, words, align=align, bold=bold, tabular=True),
        fill="tint" if bold else None,
    )


def figures() -> Page:
    rows = (("Region", "2025", "2026"), ("East", "1,204", "1,911"), ("West", "998", "1,006"))
    columns, height = (120.0, 80.0, 80.0), 32.0
    cells = tuple(
        tuple(
            cell(
                60 + sum(columns[:c]),
                120 + r * height,
                columns[c],
                word,
                "right" if c else "left",
                bold=r == 0,
            )
            for c, word in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    table = TableBox(
        60,
        120,
        280,
        96,
        columns,
        (height,) * 3,
        cells,
        (Stroke("ink", 1.6), Stroke("line"), None),
        6,
        1,
        "Sales by region",
    )
    drawn = (
        Rect(420, 300, 80, 120, "accent1", radius=4),
        Rect(540, 340, 80, 80, "soft", radius=4),
        text(420, 278, 80, "label", 13, "1,911", align="center", bold=True),
        text(540, 318, 80, "label", 13, "1,006", align="center", bold=True),
        text(420, 424, 80, "label", 13, "East", align="center"),
        text(540, 424, 80, "label", 13, "West", align="center"),
    )
    chart = ChartBox(
        400,
        120,
        300,
        330,
        Chart("columns", ("East", "West"), (Series("2026", (1911.0, 1006.0)),)),
        Axis(0, 2000, 500, shown=False),
        (("accent1", "soft"),),
        drawn,
        alt="Columns: East 1,911, West 1,006",
    )
    boxes: tuple[Box, ...] = (
        text(60, 54, 840, "title", 36, "East against west", family="Manrope", bold=True),
        table,
        chart,
        Picture(720, 120, 180, 180, "photo", (0.25, 0.0, 0.25, 0.0), 12, "A warehouse at dusk"),
        Ellipse(740, 340, 60, 60, "accent2"),
        Ellipse(820, 340, 60, 60, None, Stroke("accent2", 3, (6.0, 4.0)), alt="A dashed ring"),
    )
    return Page(960, 540, "bg", boxes, 3, 2, "chart", "East against west")


def mirrored_table() -> TableBox:
    """Its first column stands at the right; only the first cell is filled."""
    columns, rows = (140.0, 60.0), (("المنطقة", "2026"), ("الشرق", "1,911"))
    lefts = (760.0, 700.0)
    cells = tuple(
        tuple(
            TableCell(
                text(
                    left + 6,
                    407.0 + 32 * r,
                    width - 12,
                    "small",
                    15,
                    word,
                    family="IBM Plex Sans Arabic",
                    language="ar",
                    rtl=True,
                    align="right" if c == 0 else "left",
                ),
                fill="tint" if (r, c) == (0, 0) else None,
            )
            for c, (word, left, width) in enumerate(zip(row, lefts, columns, strict=True))
        )
        for r, row in enumerate(rows)
    )
    rules = (Stroke("ink", 1.6), None)
    return TableBox(700, 400, 200, 64, columns, (32.0, 32.0), cells, rules, 6, 1)


def languages() -> Page:
    boxes: tuple[Box, ...] = (
        text(
            60,
            54,
            840,
            "title",
            36,
            "نمو المبيعات في الشرق",
            family="IBM Plex Sans Arabic",
            bold=True,
            language="ar",
            rtl=True,
            align="right",
        ),
        text(
            60,
            130,
            840,
            "body",
            18,
            paragraph(
                "ارتفعت الإيرادات بنسبة 32% في Northwind",
                size=18,
                indent=18,
                marker=Marker("dot", "accent1"),
            ),
            family="IBM Plex Sans Arabic",
            language="ar",
            rtl=True,
            align="right",
        ),
        text(
            60,
            200,
            840,
            "body",
            18,
            "东部地区增长最快，需要两个人。",
            family="Noto Sans SC",
            language="zh-cn",
        ),
        text(
            60,
            250,
            840,
            "body",
            18,
            "पूर्व में बिक्री बढ़ी",
            family="Noto Sans Devanagari",
            language="hi",
        ),
        mirrored_table(),
        text(60, 300, 840, "quote", 24, "Straße, žluťoučký, naïve, ½ ✓ ★", align="center"),
    )
    return Page(960, 600, "bg", boxes, 4, 3, "prose", "نمو المبيعات في الشرق")


@pytest.fixture
def pages() -> Pages:
    """Four pages; the last is taller than the others."""
    made = (cover(), words(), figures(), languages())
    return Pages(
        "Northwind grew", "en", False, "chalk", "16x9", PALETTE, Fonts("Manrope", "Inter"), made
    )


@pytest.fixture
def pictures(tmp_path: File) -> dict[str, File]:
    file = tmp_path / "photo"
    Image.linear_gradient("L").resize((400, 200)).convert("RGB").save(file, "JPEG")
    return {"photo": file}


def said(box: TextBox) -> list[str]:
    return [
        word
        for given in box.paragraphs
        for written in (
            given.marker.text if given.marker else "",
            *("".join(span.text for span in line.spans) for line in given.lines),
        )
        for word in written.split()
    ]


@pytest.fixture
def words_of() -> Callable[[Page], list[str]]:
    """All words a page shows, sorted, markers of numbered entries among them."""

    def words_of(page: Page) -> list[str]:
        found: list[str] = []
        for box in page.boxes:
            match box:
                case TextBox():
                    found += said(box)
                case TableBox():
                    found += [w for row in box.cells for one in row for w in said(one.text)]
                case ChartBox():
                    found += [w for one in box.drawn if isinstance(one, TextBox) for w in said(one)]
                case _:
                    pass
        return sorted(found)

    return words_of
