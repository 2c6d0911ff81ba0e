"""Themes, folders, gammas that are there, and whose the key is."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from quintet import library
from quintet.accounts import Caller, Prices
from quintet.database import Snapshot, Transaction
from quintet.dialects.gamma.exports import links
from quintet.dialects.gamma.library import translate, wire
from quintet.edge import Base, Later, Routes
from quintet.jobs import Jobs
from quintet.storage import Store

Limit = Annotated[int, Field(ge=1, le=50)]

routes = Routes("/v1.0")


@routes.get("/themes", refuses=(400, 401), operation="listThemes")
async def list_themes(
    caller: Caller,
    query: str | None = None,
    type: Literal["standard", "custom"] | None = None,
    after: str | None = None,
    limit: Limit = 20,
) -> wire.Themes:
    """List themes"""
    return translate.to_themes(query, type, after, limit)


@routes.get("/folders", refuses=(400, 401), operation="listFolders")
async def list_folders(
    caller: Caller,
    snap: Snapshot,
    query: str | None = None,
    after: str | None = None,
    limit: Limit = 20,
) -> wire.Folders:
    """List folders"""
    every = await library.folders_of(snap, caller)
    return translate.to_folders(every, query, after, limit)


@routes.get("/me", refuses=(401,), operation="getMe")
async def show_me(caller: Caller, prices: Prices) -> wire.Me:
    """Who the key belongs to"""
    return translate.to_me(caller, prices)


@routes.get("/gammas/{gamma_id}", refuses=(401, 404), operation="getGamma")
async def show_gamma(gamma_id: str, caller: Caller, snap: Snapshot, base: Base) -> wire.Gamma:
    """Get a gamma"""
    return translate.to_gamma(await library.by_id(snap, caller, gamma_id), caller, base)


@routes.post("/gammas/{gamma_id}/archive", refuses=(401, 403), operation="archiveGamma")
async def archive_gamma(gamma_id: str, caller: Caller, tx: Transaction) -> wire.Archived:
    """Archive a gamma"""
    return translate.to_archived(await library.archive(tx, caller, gamma_id))


@routes.delete("/gammas/{gamma_id}", refuses=(401, 403), operation="deleteGamma")
async def delete_gamma(
    gamma_id: str, caller: Caller, tx: Transaction, jobs: Jobs, store: Store
) -> Later[wire.Deleted]:
    """Delete a gamma for good"""
    deck = await library.delete(tx, caller, gamma_id)
    dropped = await jobs.drop_product(tx, caller, deck.job, exports_of=deck.file_id)
    return Later(partial(links.remove, store, dropped), lambda _: translate.to_deleted(deck))
