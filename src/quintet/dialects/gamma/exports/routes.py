"""Exporting a gamma that is there, and downloading what was exported."""

from __future__ import annotations

from quintet import library
from quintet.accounts import Caller
from quintet.database import Snapshot, Transaction
from quintet.dialects.gamma.exports import links, translate, wire
from quintet.edge import Base, File, Routes
from quintet.jobs import Jobs
from quintet.storage import Signer, Store

routes = Routes("/v1.0")
downloads = Routes()


@routes.post("/gammas/{gamma_id}/export", refuses=(400, 401, 404, 429), operation="exportGamma")
async def create_export(
    gamma_id: str, body: wire.Export, caller: Caller, tx: Transaction, jobs: Jobs, base: Base
) -> wire.ExportCreated:
    """Export a gamma that is there"""
    deck = await library.by_id(tx, caller, gamma_id)
    made = await jobs.find(tx, caller, deck.job)
    order = translate.to_order(body, deck, made, base)
    return translate.to_created(await jobs.submit(tx, caller, order))


@routes.get("/exports/{export_id}", refuses=(401, 404), operation="getExport")
async def show_export(
    export_id: str, caller: Caller, snap: Snapshot, jobs: Jobs, signer: Signer, base: Base
) -> wire.ExportStatus:
    """Get export status"""
    known = await jobs.look_up(snap, caller, "gamma", export_id)
    job = await jobs.find(snap, caller, known.id)
    return translate.to_status(job, links.later_url(job, base, signer, snap.now))


@downloads.get(
    "/export/{kind}/{doc}/{token}/{name}",
    answers=(200, 206, 304, 416),
    refuses=(403, 404),
    media_type="application/octet-stream",
    hidden=True,
)
async def download_export(
    kind: str,
    doc: str,
    token: str,
    name: str,
    snap: Snapshot,
    jobs: Jobs,
    signer: Signer,
    store: Store,
) -> File:
    """Download an exported file: the link is the permission"""
    links.check(signer, kind, doc, token, snap.now)
    deck = await library.by_doc(snap, doc)
    made = await jobs.state_of(snap, deck.job)
    return links.file_of(made.artifacts, kind, store)
