"""
A deck laid out: pages of positioned boxes. The layout makes them, the renderers draw them.

All lengths are points (1/72 inch) of the page's own size, x and y from the top left corner. A
colour is a token of the palette ("ink", "accent1", "stage_ink", "tint") or "#RRGGBB". Every
decision about what fits, where lines break, which axis a chart has, is made before this point:
a renderer only draws. Boxes come in reading order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from quintet.domain.deck import CardSize, Chart, DeckFormat

Colour = str
Align = Literal["left", "center", "right"]
Role = Literal[
    "title",
    "display",
    "subtitle",
    "eyebrow",
    "h3",
    "lead",
    "body",
    "small",
    "caption",
    "label",
    "quote",
    "figure",
    "code",
    "foot",
    "mark",
]
"""What a text is for: `title` and `display` are the card's title, `mark` is decoration."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width in points, and dash lengths in points (none: solid)."""

    colour: Colour
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a gradient: `at` from 0 to 1, `alpha` from 0 (clear) to 1 (solid)."""

    at: float
    colour: Colour
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """Linear, at `angle` degrees clockwise from left-to-right (90: downwards)."""

    angle: float
    stops: tuple[Stop, ...]


Paint = Colour | Gradient | None


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look inside a paragraph. `colour` None takes the box's; `family` likewise."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: Colour | None = None
    family: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """
    One set line: its spans, its width, and its baseline measured down from the box's top. The
    spans of all lines of a paragraph are its text, less the spaces at the breaks.
    """

    baseline: float
    width: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a list entry: a dot, a square, a dash, or a text such as "3."."""

    shape: Literal["dot", "square", "dash", "text"]
    colour: Colour
    text: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph: its unbroken `spans`, and the `lines` they were set in. `indent` moves all its
    lines in from the starting side, leaving room for `marker`. `before` is the gap above it.
    Where `lines` break is pinned for PDF, PNG and HTML; PowerPoint breaks anew.
    """

    spans: tuple[Span, ...]
    lines: tuple[Line, ...]
    indent: float = 0.0
    before: float = 0.0
    level: int = 0
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class TextBox:
    """
    Text that was measured: it needs `h` and never more. `pitch` is line height over size,
    `tracking` is in em, `family` the family all of it is set in. `slot` names the header or
    footer place it fills. `plate` would be a shape of its own.
    """

    x: float
    y: float
    w: float
    h: float
    paragraphs: tuple[Paragraph, ...]
    role: Role
    family: str
    size: float
    pitch: float
    colour: Colour
    bold: bool = False
    tracking: float = 0.0
    align: Align = "left"
    rtl: bool = False
    tabular: bool = False
    language: str = "en"
    slot: Literal["number", "text"] | None = None
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle. `radius` is at most half its shorter side."""

    x: float
    y: float
    w: float
    h: float
    fill: Paint = None
    stroke: Stroke | None = None
    radius: float = 0.0
    alt: str = ""
    kind: Literal["rect"] = "rect"


@dataclass(frozen=True, slots=True)
class Ellipse:
    x: float
    y: float
    w: float
    h: float
    fill: Paint = None
    stroke: Stroke | None = None
    alt: str = ""
    kind: Literal["ellipse"] = "ellipse"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke
    kind: Literal["rule"] = "rule"


Command = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""A path's step, absolute: M and L take x, y; C takes two control points and an end; Z none."""


@dataclass(frozen=True, slots=True)
class Path:
    commands: tuple[Command, ...]
    fill: Paint = None
    stroke: Stroke | None = None
    alt: str = ""
    kind: Literal["path"] = "path"


@dataclass(frozen=True, slots=True)
class Glow:
    """A radial fade from `alpha` at the middle to nothing at the edge. A picture in PowerPoint."""

    x: float
    y: float
    w: float
    h: float
    colour: Colour
    alpha: float
    kind: Literal["glow"] = "glow"


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A picture by the name the recipe knows it by. `crop` cuts fractions of it off: left, top,
    right, bottom, each from 0 to under 1. What is left fills the box exactly.
    """

    x: float
    y: float
    w: float
    h: float
    image: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    radius: float = 0.0
    alt: str = ""
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its text, set inside the cell's padding, placed on the page, and its fill."""

    text: TextBox
    fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class TableBox:
    """
    A table: column widths and row heights add up to `w` and `h`. The first `header` rows repeat
    its headings. `rules[i]` is the line under row i, None for none.
    """

    x: float
    y: float
    w: float
    h: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[TableCell, ...], ...]
    rules: tuple[Stroke | None, ...]
    padding: float = 0.0
    header: int = 1
    alt: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Axis:
    """The value axis: from `low` to `high` in `step`s, and whether it is drawn with its grid."""

    low: float
    high: float
    step: float
    shown: bool


DrawnBox = Annotated[TextBox | Rect | Ellipse | Rule | Path, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class ChartBox:
    """
    A chart. `chart` and `axis` are for formats with charts of their own; `drawn` are the same
    numbers as boxes placed on the page, for the others. `colours[s][p]` is the colour of point p
    of series s (one colour: of all its points). `labels` are shown at the marks, worded.
    """

    x: float
    y: float
    w: float
    h: float
    chart: Chart
    axis: Axis
    colours: tuple[tuple[Colour, ...], ...]
    drawn: tuple[DrawnBox, ...]
    label_size: float = 12.0
    family: str = ""
    labels: bool = True
    legend: bool = False
    gap: float = 60.0
    """Width of the gap between columns, in percent of a column."""
    plot: tuple[float, float, float, float] | None = None
    """
    Left, top, width and height of where the marks stand: from `axis.low` to `axis.high`, from the
    first category's edge to the last's. None leaves it to the format.
    """
    alt: str = ""
    kind: Literal["chart"] = "chart"


Box = Annotated[
    TextBox | Rect | Ellipse | Rule | Path | Glow | Picture | TableBox | ChartBox,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page. `number` counts from 1 in the deck; `card` is the card's place among the deck's
    cards; `part` is which part of a split card this is, of `parts`. `stage` pages stand on the
    stage colour. `title` is the card's title as plain text, "" where it has none.
    """

    w: float
    h: float
    fill: Colour
    boxes: tuple[Box, ...]
    number: int
    card: int
    layout: str
    title: str = ""
    notes: str = ""
    stage: bool = False
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Fonts:
    heading: str
    body: str
    mono: str = "JetBrains Mono"


@dataclass(frozen=True, slots=True)
class Pages:
    """
    A deck laid out. `palette` gives the hex ("#RRGGBB") of every token a box may name; `notes`
    say what could not be done as asked, in words for the caller.
    """

    title: str
    language: str
    rtl: bool
    theme: str
    size: CardSize
    palette: dict[str, str]
    fonts: Fonts
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = field(default_factory=tuple)
    format: DeckFormat = "presentation"
