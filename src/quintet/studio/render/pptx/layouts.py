"""
The eight slide layouts: what a person finds under "New Slide" in a deck of ours.

Their places stand on the grid of the cards, in shares of the slide, so that one table serves
every size. What we put on a slide says its own place and size; a layout speaks to whoever goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["title", "ctrTitle", "subTitle", "body", "obj", "pic", "ftr", "sldNum"]
SizeName = Literal["display", "title", "lead", "body", "quote", "foot"]

Shares = tuple[float, float, float, float]
"""Left, top, width and height in shares of the slide."""

FIRST, SECOND, FOOTER, NUMBER, PICTURE, BY = 1, 2, 11, 12, 13, 14
"""Indexes: by them a slide's placeholder finds its layout's. A title has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder. `ink` is the token of its text, before the stage takes its own."""

    kind: PlaceKind
    name: str
    at: Shares
    size: SizeName
    index: int | None = None
    ink: Literal["ink", "muted"] = "ink"
    anchor: Literal["t", "ctr", "b"] = "t"


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout; `type` is PowerPoint's word for it, None where it has none."""

    name: str
    type: str | None
    places: tuple[Place, ...]
    stage: bool = False


PROMPTS: Mapping[str, str] = {
    "Title": "Click to add a title",
    "Subtitle": "Click to add a subtitle",
    "Picture": "Click to add a picture",
    "Quote": "Click to add a quote",
    "By": "Who said it",
}
"""What an empty place says, by its name; any other asks for text."""

FOOT = Place("ftr", "Footer", (0.0625, 0.934, 0.5, 0.032), "foot", FOOTER, "muted")
COUNT = Place("sldNum", "Slide Number", (0.8375, 0.934, 0.1, 0.032), "foot", NUMBER, "muted")
TITLE = Place("title", "Title", (0.0625, 0.1, 0.875, 0.12), "title")
BODY = Place("body", "Text", (0.0625, 0.26, 0.875, 0.63), "body", FIRST)
CONTENT = Place("obj", "Content", (0.0625, 0.26, 0.875, 0.63), "body", FIRST)
LEFT = Place("obj", "Content", (0.0625, 0.26, 0.425, 0.63), "body", FIRST)
RIGHT = Place("obj", "Content", (0.5125, 0.26, 0.425, 0.63), "body", SECOND)

COVER = (
    Place("ctrTitle", "Title", (0.0625, 0.3, 0.6, 0.3), "display", anchor="b"),
    Place("subTitle", "Subtitle", (0.0625, 0.63, 0.6, 0.16), "lead", FIRST, "muted"),
)
SECTION = (
    Place("title", "Title", (0.0625, 0.36, 0.6, 0.22), "display", anchor="b"),
    Place("body", "Text", (0.0625, 0.61, 0.6, 0.16), "lead", FIRST, "muted"),
)
PICTURE_SIDE = (
    Place("title", "Title", (0.0625, 0.1, 0.43, 0.2), "title"),
    Place("body", "Text", (0.0625, 0.34, 0.43, 0.55), "body", FIRST),
    Place("pic", "Picture", (0.55, 0.0, 0.45, 1.0), "body", PICTURE),
)
QUOTE = (
    Place("body", "Quote", (0.0625, 0.25, 0.75, 0.42), "quote", FIRST, anchor="b"),
    Place("body", "By", (0.0625, 0.72, 0.75, 0.08), "body", BY, "muted"),
)
ENDS = (FOOT, COUNT)

LAYOUTS: tuple[Layout, ...] = (
    Layout("Title Slide", "title", (*COVER, *ENDS), stage=True),
    Layout("Section", "secHead", (*SECTION, *ENDS), stage=True),
    Layout("Title and Content", "obj", (TITLE, CONTENT, *ENDS)),
    Layout("Title Only", "titleOnly", (TITLE, *ENDS)),
    Layout("Two Content", "twoObj", (TITLE, LEFT, RIGHT, *ENDS)),
    Layout("Picture", "picTx", (*PICTURE_SIDE, *ENDS)),
    Layout("Quote", None, (*QUOTE, *ENDS), stage=True),
    Layout("Blank", "blank", ENDS),
)
MASTER: tuple[Place, ...] = (TITLE, BODY, FOOT, COUNT)

LAYOUT_NUMBERS: Mapping[str, int] = {
    layout.name: number for number, layout in enumerate(LAYOUTS, start=1)
}
"""A layout's name to its number in the package."""
