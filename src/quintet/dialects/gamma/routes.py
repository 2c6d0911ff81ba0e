"""Gamma's endpoints. Each reads the same: translate in, call the engine, translate out."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from quintet import library
from quintet.accounts import Prices, credits
from quintet.accounts.caller import Caller
from quintet.database import Snapshot, Transaction
from quintet.dialects.gamma import export_translate, exports, library_translate, translate, wire
from quintet.domain.errors import Forbidden
from quintet.edge import Base, File, Later, Routes, Said
from quintet.jobs import Jobs
from quintet.jobs.dropping import drop_artifacts
from quintet.jobs.looking import state_of
from quintet.storage import Signer, Store

Limit = Annotated[int, Field(ge=1, le=50)]

routes = Routes("/v1.0")
downloads = Routes()


@routes.post(
    "/generations",
    answers=(200, 201),
    refuses=(400, 401, 402, 403),
    operation="createGeneration",
)
async def create_generation(
    body: wire.Generation, caller: Caller, tx: Transaction, jobs: Jobs, prices: Prices, base: Base
) -> wire.CreateGenerationResponse:
    """Create async generation"""
    order = translate.to_order(body, caller, prices, base)
    await library.check(tx, caller, translate.folders_of(body))
    return translate.to_created(await jobs.submit(tx, caller, order))


@routes.post(
    "/generations/from-template",
    answers=(200, 201),
    refuses=(400, 401, 402, 403),
    operation="createFromTemplate",
)
async def create_from_template(
    body: wire.TemplateGeneration, caller: Caller
) -> wire.CreateGenerationResponse:
    """Create async generation from template"""
    # The vendor's answer to a workspace that does not have templates.
    raise Forbidden("template", body.gammaId)


@routes.get("/generations/{generation_id}", refuses=(401, 404), operation="getGeneration")
async def show_generation(
    generation_id: str, caller: Caller, snap: Snapshot, jobs: Jobs, signer: Signer, base: Base
) -> Said[wire.GenerationStatus]:
    """Get generation status"""
    job = await jobs.look_up(snap, caller, "gamma", generation_id)
    if not job.state.final:
        return Said(translate.to_pending(job))
    balance = await credits.balance(snap, caller.account)
    url = exports.export_url(job, base, signer, snap.now)
    return translate.to_ended(job, balance.available, base, url)


@routes.get("/themes", refuses=(400, 401), operation="listThemes")
async def list_themes(
    caller: Caller,
    query: str | None = None,
    type: Literal["standard", "custom"] | None = None,
    after: str | None = None,
    limit: Limit = 20,
) -> wire.Themes:
    """List themes"""
    return library_translate.to_themes(query, type, after, limit)


@routes.get("/folders", refuses=(400, 401), operation="listFolders")
async def list_folders(
    caller: Caller,
    tx: Transaction,
    query: str | None = None,
    after: str | None = None,
    limit: Limit = 20,
) -> wire.Folders:
    """List folders"""
    every = await library.folders_of(tx, caller)
    return library_translate.to_folders(every, query, after, limit)


@routes.get("/me", refuses=(401,), operation="getMe")
async def show_me(caller: Caller, prices: Prices) -> wire.Me:
    """Who the key belongs to"""
    return library_translate.to_me(caller, prices)


@routes.get("/gammas/{gamma_id}", refuses=(401, 404), operation="getGamma")
async def show_gamma(gamma_id: str, caller: Caller, snap: Snapshot, base: Base) -> wire.Gamma:
    """Get a gamma"""
    return library_translate.to_gamma(await library.by_id(snap, caller, gamma_id), caller, base)


@routes.post("/gammas/{gamma_id}/export", refuses=(400, 401, 404, 429), operation="exportGamma")
async def create_export(
    gamma_id: str, body: wire.Export, caller: Caller, tx: Transaction, jobs: Jobs, base: Base
) -> wire.ExportCreated:
    """Export a gamma that is there"""
    deck = await library.by_id(tx, caller, gamma_id)
    made = await jobs.find(tx, caller, deck.job)
    order = export_translate.to_order(body, deck, made, base)
    return export_translate.to_created(await jobs.submit(tx, caller, order))


@routes.get("/exports/{export_id}", refuses=(401, 404), operation="getExport")
async def show_export(
    export_id: str, caller: Caller, snap: Snapshot, jobs: Jobs, signer: Signer, base: Base
) -> wire.ExportStatus:
    """Get export status"""
    known = await jobs.look_up(snap, caller, "gamma", export_id)
    job = await jobs.find(snap, caller, known.id)
    return export_translate.to_status(job, exports.later_url(job, base, signer, snap.now))


@routes.post("/gammas/{gamma_id}/archive", refuses=(401, 403), operation="archiveGamma")
async def archive_gamma(gamma_id: str, caller: Caller, tx: Transaction) -> wire.Archived:
    """Archive a gamma"""
    return library_translate.to_archived(await library.archive(tx, caller, gamma_id))


@routes.delete("/gammas/{gamma_id}", refuses=(401, 403), operation="deleteGamma")
async def delete_gamma(
    gamma_id: str, caller: Caller, tx: Transaction, store: Store
) -> Later[wire.Deleted]:
    """Delete a gamma for good"""
    deck = await library.delete(tx, caller, gamma_id)
    dropped = await drop_artifacts(tx, caller.account, deck.job, exports_of=deck.file_id)
    return Later(
        partial(exports.remove, store, dropped), lambda _: library_translate.to_deleted(deck)
    )


@downloads.get(
    "/export/{kind}/{doc}/{token}/{name}",
    answers=(200, 206, 304, 416),
    refuses=(403, 404),
    media_type="application/octet-stream",
    hidden=True,
)
async def download_export(
    kind: str, doc: str, token: str, name: str, snap: Snapshot, signer: Signer, store: Store
) -> File:
    """Download an exported file: the link is the permission"""
    exports.check(signer, kind, doc, token, snap.now)
    deck = await library.by_doc(snap, doc)
    return exports.file_of((await state_of(snap, deck.job)).artifacts, kind, store)


routes.include(downloads)
