"""
Gamma's requests and answers, field for field as they travel; class names are the vendor's where it
tells them.

`T | None = None` may be left out or null, as class-validator's `@IsOptional()` has it;
`T | MISSING` is left out of an answer and never null.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from quintet.dialects.gamma.choices import (
    AILocale,
    CardDimensions,
    CardSplit,
    DocFormat,
    EmailPermission,
    ExportFormat,
    ExternalPermission,
    HeaderFooterElementType,
    ImageModel,
    ImageSource,
    StylePreset,
    TextAmount,
    TextMode,
    WorkspacePermission,
)
from quintet.edge import wrong

EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def _whole(number: float) -> float:
    if number != int(number):
        raise wrong("whole_number", "must be an integer number")
    return number


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise wrong("email", "must be an email")
    return text


def _https(text: str) -> str:
    if not text.startswith("https://"):
        raise wrong("url", "must be a URL address")
    return text


Words = Annotated[str, Field(min_length=1, max_length=400_000)]
Short = Annotated[str, Field(max_length=500)]
Title = Annotated[str, Field(min_length=1, max_length=500)]
Instructions = Annotated[str, Field(max_length=5000)]
# Strict, and a float: JavaScript may send 10.0, and "10" is documented as a mistake.
WholeNumber = Annotated[float, Field(ge=1), AfterValidator(_whole)]
# Without `fail_fast` a million bad items are a million faults to tell.
Emails = Annotated[list[Annotated[str, AfterValidator(_email)]], Field(fail_fast=True)]
HttpsUrl = Annotated[str, Field(min_length=1, max_length=2048), AfterValidator(_https)]
FolderIds = Annotated[list[str], Field(max_length=10)]


class Asked(BaseModel):
    """Gamma refuses what it does not know, and turns no text into a number."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class TextOptions(Asked):
    amount: TextAmount | None = None
    tone: Short | None = None
    audience: Short | None = None
    language: AILocale | None = None


class ImageOptions(Asked):
    model: ImageModel | None = None
    style: Short | None = None
    source: ImageSource | None = None
    stylePreset: StylePreset | None = None


class HeaderFooterElement(Asked):
    type: HeaderFooterElementType
    source: Literal["themeLogo", "custom"] | None = None
    src: HttpsUrl | None = None
    value: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    size: Literal["sm", "md", "lg", "xl"] | None = None

    @model_validator(mode="after")
    def has_what_its_type_needs(self) -> Self:
        if self.type == "text" and self.value is None:
            raise wrong("missing", "value is missing", "value")
        if self.type == "image" and self.source is None:
            raise wrong("missing", "source is missing", "source")
        if self.source == "custom" and self.src is None:
            raise wrong("missing", "src is missing", "src")
        return self


class HeaderFooter(Asked):
    topLeft: HeaderFooterElement | None = None
    topCenter: HeaderFooterElement | None = None
    topRight: HeaderFooterElement | None = None
    bottomLeft: HeaderFooterElement | None = None
    bottomCenter: HeaderFooterElement | None = None
    bottomRight: HeaderFooterElement | None = None
    hideFromFirstCard: bool | None = None
    hideFromLastCard: bool | None = None


class CardOptions(Asked):
    dimensions: CardDimensions | None = None
    headerFooter: HeaderFooter | None = None


class EmailOptions(Asked):
    recipients: Emails
    access: EmailPermission


class SharingOptions(Asked):
    workspaceAccess: WorkspacePermission | None = None
    externalAccess: ExternalPermission | None = None
    emailOptions: EmailOptions | None = None
    # Hidden by the vendor, and sent by its own n8n node.
    enableSearchEngineIndexing: SkipJsonSchema[bool | None] = None


class Page(Asked):
    inputText: Words
    title: Title | None = None
    format: DocFormat | None = None
    textMode: TextMode | None = None
    cardSplit: CardSplit | None = None
    numCards: WholeNumber | None = None
    additionalInstructions: Instructions | None = None
    textOptions: TextOptions | None = None
    imageOptions: ImageOptions | None = None
    path: str | None = None


class Generation(Asked):
    inputText: Words
    textMode: TextMode
    additionalInstructions: Instructions | None = None
    format: DocFormat | None = None
    numCards: WholeNumber | None = None
    cardSplit: CardSplit | None = None
    themeId: str | None = None
    textOptions: TextOptions | None = None
    imageOptions: ImageOptions | None = None
    cardOptions: CardOptions | None = None
    sharingOptions: SharingOptions | None = None
    folderIds: FolderIds | None = None
    exportAs: ExportFormat | None = None
    title: Title | None = None
    folderId: str | None = None
    pages: Annotated[list[Page], Field(min_length=1, max_length=50)] | None = None
    publish: bool | None = None
    # Of the vendor's own programs; without effect.
    asyncImageGeneration: SkipJsonSchema[bool | None] = None


class TemplateImageOptions(Asked):
    model: ImageModel | None = None
    style: Short | None = None
    # In the vendor's prose, and not in its schema.
    source: SkipJsonSchema[ImageSource | None] = None


class TemplateGeneration(Asked):
    prompt: Words
    gammaId: str
    themeId: str | None = None
    imageOptions: TemplateImageOptions | None = None
    sharingOptions: SharingOptions | None = None
    folderIds: FolderIds | None = None
    exportAs: ExportFormat | None = None
    title: Title | None = None


class CreateGenerationResponse(BaseModel):
    generationId: str
    warnings: str | MISSING = MISSING


class Credits(BaseModel):
    deducted: int | float
    remaining: int | float


class GenerationError(BaseModel):
    message: str
    statusCode: int


class GenerationStatus(BaseModel):
    generationId: str
    status: Literal["pending", "completed", "failed"]
    gammaId: str | MISSING = MISSING
    gammaUrl: str | MISSING = MISSING
    exportUrl: str | MISSING = MISSING
    error: GenerationError | MISSING = MISSING
    credits: Credits | MISSING = MISSING
