"""What is wanted, in our words. A brief is stored with its job and never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from quintet.domain.deck import CardSize, DeckFormat, Frame

ExportFormat = Literal["pptx", "pdf", "png", "html"]
ENDINGS: Mapping[ExportFormat, str] = {"pptx": "pptx", "pdf": "pdf", "png": "zip", "html": "html"}
"""What the file of a format ends in. A zip holds a PNG for each page."""
TextMode = Literal["generate", "condense", "preserve"]
Amount = Literal["brief", "medium", "detailed", "extensive"]
Split = Literal["auto", "breaks", "natural"]
"""`auto`: exactly `cards`. `breaks`: at lines of `---`. `natural`: at headings, as many as fit."""


class Brief(BaseModel):
    """Each form names its kind, which says how it is read again and by which recipe it is done."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: str


class ImageWish(BaseModel):
    """Which pictures the caller wants added to those named in the text."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: str = "aiGenerated"
    model: str | None = None
    style: str = ""


class DeckBrief(Brief):
    """A deck, document, post or page from text, and the files to make of it."""

    kind: Literal["deck"] = "deck"
    text: str
    mode: TextMode = "preserve"
    format: DeckFormat = "presentation"
    size: CardSize = "16x9"
    cards: int | None = None
    split: Split = "auto"
    amount: Amount = "medium"
    tone: str = ""
    audience: str = ""
    language: str = "en"
    instructions: str = ""
    title: str = ""
    theme: str = "chalk"
    frame: Frame = Frame()
    images: ImageWish = ImageWish()
    exports: tuple[ExportFormat, ...] = ()
    folders: tuple[str, ...] = ()
    sharing: dict[str, object] = {}


class ExportBrief(Brief):
    """One more file of a deck that is there: `deck` is what it was made from, `of` its file id."""

    kind: Literal["export"] = "export"
    deck: DeckBrief
    of: str


BRIEFS: Mapping[str, type[Brief]] = {"deck": DeckBrief, "export": ExportBrief}
"""Kind to form: how a stored brief is read again."""
