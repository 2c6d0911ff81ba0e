"""Themes, folders and gammas, field for field as they travel."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from quintet.dialects.gamma.choices import ImageModel


class Theme(BaseModel):
    id: str
    name: str
    type: Literal["standard", "custom"]
    colorKeywords: list[str]
    toneKeywords: list[str]


class Themes(BaseModel):
    data: list[Theme]
    hasMore: bool
    nextCursor: str | None


class Folder(BaseModel):
    id: str
    name: str


class Folders(BaseModel):
    data: list[Folder]
    hasMore: bool
    nextCursor: str | None


class Me(BaseModel):
    email: str
    displayName: str
    profileImageUrl: str | None
    workspaceName: str
    maxGenerateCards: int
    availableImageModels: list[ImageModel]


class Author(BaseModel):
    name: str
    avatarUrl: str | None


class Gamma(BaseModel):
    id: str
    title: str
    type: Literal["regular", "template"]
    url: str
    thumbnailUrl: str | None
    description: str | None
    author: Author
    createdTime: str
    updatedTime: str
    themeId: str
    archived: bool


class Archived(BaseModel):
    gammaId: str
    archived: Literal[True]


class Deleted(BaseModel):
    status: Literal["deleted"]
    gammaId: str
    message: str
