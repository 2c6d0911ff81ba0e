"""
A deck as it is meant: cards of blocks, before anybody asks where on a page they stand.

The writer makes it, the layout reads it. Everything is frozen data, and
`DECK.dump_json` / `DECK.validate_json` turn a whole deck into JSON and back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

DeckFormat = Literal["presentation", "document", "social", "webpage"]
CardSize = Literal["fluid", "16x9", "4x3", "pageless", "letter", "a4", "1x1", "4x5", "9x16"]
ChartKind = Literal["columns", "bars", "lines", "donut", "stacked"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind. `link` is an address the caller wrote."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None


Rich = tuple[Run, ...]
"""Text with emphasis: the runs of one paragraph, without line breaks of our own."""


def rich(text: str) -> Rich:
    """Plain text as rich text; empty text has no runs."""
    return (Run(text),) if text else ()


def plain(text: Rich) -> str:
    """What a reader would say aloud: the words without their emphasis."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a card, below the card's own title. Level 1 is the largest."""

    text: Rich
    level: int = 1
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of running text."""

    text: Rich
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `level` 0 is outermost; nested entries follow their parent."""

    text: Rich
    level: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Numbered:
    """An ordered list. `start` is the number of its first entry."""

    items: tuple[Item, ...]
    start: int = 1
    kind: Literal["numbered"] = "numbered"


@dataclass(frozen=True, slots=True)
class Column:
    heading: Rich
    text: Rich
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Two to six things of equal rank, each with a heading and some words."""

    columns: tuple[Column, ...]
    kind: Literal["columns"] = "columns"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each as long as `header`; `numeric[i]` aligns column i to the right."""

    header: tuple[Rich, ...]
    rows: tuple[tuple[Rich, ...], ...]
    numeric: tuple[bool, ...] = ()
    source: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers; `values[i]` belongs to category i, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """
    Numbers as a picture. `chart` says which, `unit` stands after each value ("%", " m"),
    `prefix` before it ("€"), `hot` is the category the card speaks of. `table` keeps the words
    of the table it was made from, so nothing of the source is lost.
    """

    chart: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    prefix: str = ""
    title: str = ""
    source: str = ""
    hot: int | None = None
    table: Table | None = None
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Quote:
    text: Rich
    by: str = ""
    role: str = ""
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with meaning: "41 %" and what it says."""

    value: str
    label: str
    note: str = ""
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str = ""
    kind: Literal["code"] = "code"


@dataclass(frozen=True, slots=True)
class Image:
    """
    A picture. `source` is the address the caller wrote, or a name the recipe gave it; the
    recipe puts it in place and, where it cannot be had, takes the block out with a note.
    """

    source: str
    alt: str = ""
    caption: str = ""
    kind: Literal["image"] = "image"


@dataclass(frozen=True, slots=True)
class Divider:
    kind: Literal["divider"] = "divider"


Block = Annotated[
    Heading
    | Text
    | Bullets
    | Numbered
    | Columns
    | Table
    | Chart
    | Quote
    | Figure
    | Code
    | Image
    | Divider,
    Field(discriminator="kind"),
]

CardRole = Literal["cover", "section", "agenda", "content", "closing", "sources"]


@dataclass(frozen=True, slots=True)
class Card:
    """
    One card: a title, perhaps a line above it (`eyebrow`) and below it (`subtitle`), blocks, and
    the speaker's notes. `wish` names a layout the caller asked for; None leaves the choice to us.
    """

    title: Rich = ()
    blocks: tuple[Block, ...] = ()
    role: CardRole = "content"
    eyebrow: str = ""
    subtitle: Rich = ()
    notes: str = ""
    wish: str | None = None


SlotPlace = Literal["topLeft", "topCenter", "topRight", "bottomLeft", "bottomCenter", "bottomRight"]


@dataclass(frozen=True, slots=True)
class Slot:
    """
    One place of the header or footer: the card's number, a text, or a picture (`value` is then
    its source: an address, or "themeLogo").
    """

    show: Literal["number", "text", "image"]
    value: str = ""
    size: Literal["sm", "md", "lg", "xl"] = "md"


@dataclass(frozen=True, slots=True)
class Frame:
    """Header and footer of a whole deck."""

    slots: dict[SlotPlace, Slot] = field(default_factory=dict)
    hide_on_first: bool = False
    hide_on_last: bool = False


@dataclass(frozen=True, slots=True)
class Deck:
    """
    A whole deck. `language` is a tag of Gamma's list ("en", "pt-br"). `may_split` lets the
    layout make two pages of a card that is too full without saying so in a note. `most_height`
    bounds a fluid card, in points (None: it grows as it must). `draft` marks an outline that was
    made from a topic alone.
    """

    title: str
    cards: tuple[Card, ...]
    language: str = "en"
    format: DeckFormat = "presentation"
    size: CardSize = "16x9"
    theme: str = "chalk"
    frame: Frame = field(default_factory=Frame)
    may_split: bool = False
    most_height: float | None = None
    draft: bool = False


DECK: TypeAdapter[Deck] = TypeAdapter(Deck)
