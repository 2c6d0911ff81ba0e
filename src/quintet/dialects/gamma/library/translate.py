"""Themes, folders and finished gammas in Gamma's words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quintet.accounts import Caller, Prices
from quintet.dialects.gamma.library import wire
from quintet.dialects.gamma.library.paging import page_of
from quintet.dialects.gamma.translate import gamma_url, models_of
from quintet.edge import iso_time
from quintet.library import Folder, KeptDeck
from quintet.studio.themes import THEMES


def to_themes(
    query: str | None, type: Literal["standard", "custom"] | None, after: str | None, limit: int
) -> wire.Themes:
    """The built-in themes, by name. There are no custom ones."""
    every = sorted(THEMES.values(), key=lambda theme: theme.name)
    chosen, cursor = page_of([] if type == "custom" else every, query, after, limit)
    data = [
        wire.Theme(
            id=theme.id,
            name=theme.name,
            type="standard",
            colorKeywords=list(theme.colour_keywords),
            toneKeywords=list(theme.tone_keywords),
        )
        for theme in chosen
    ]
    return wire.Themes(data=data, hasMore=cursor is not None, nextCursor=cursor)


def to_folders(
    every: Sequence[Folder], query: str | None, after: str | None, limit: int
) -> wire.Folders:
    chosen, cursor = page_of(every, query, after, limit)
    data = [wire.Folder(id=folder.id, name=folder.name) for folder in chosen]
    return wire.Folders(data=data, hasMore=cursor is not None, nextCursor=cursor)


def to_me(caller: Caller, prices: Prices) -> wire.Me:
    return wire.Me.model_validate(
        {
            "email": caller.email,
            "displayName": caller.name,
            "profileImageUrl": None,
            "workspaceName": caller.name,
            "maxGenerateCards": caller.most_cards,
            "availableImageModels": models_of(caller, prices),
        }
    )


def to_gamma(deck: KeptDeck, caller: Caller, base: str) -> wire.Gamma:
    return wire.Gamma(
        id=deck.file_id,
        title=deck.title,
        type="regular",
        url=gamma_url(base, deck.doc_id),
        thumbnailUrl=None,
        description=None,
        author=wire.Author(name=caller.name, avatarUrl=None),
        createdTime=iso_time(deck.created_at),
        updatedTime=iso_time(deck.updated_at),
        themeId=deck.theme,
        archived=deck.archived_at is not None,
    )


def to_archived(deck: KeptDeck) -> wire.Archived:
    return wire.Archived(gammaId=deck.file_id, archived=True)


def to_deleted(deck: KeptDeck) -> wire.Deleted:
    return wire.Deleted(
        status="deleted", gammaId=deck.file_id, message=f"{deck.title!r} was deleted for good."
    )
