"""Gamma's generations, and the list of all its endpoints."""

from __future__ import annotations

from quintet import library
from quintet.accounts import Caller, Prices, credits
from quintet.database import Snapshot, Transaction
from quintet.dialects.gamma import translate, wire
from quintet.dialects.gamma.exports import links
from quintet.dialects.gamma.exports import routes as exports
from quintet.dialects.gamma.library import routes as gammas
from quintet.domain.errors import Forbidden
from quintet.domain.jobs import Repeat
from quintet.edge import Base, Routes, Said
from quintet.jobs import Jobs
from quintet.storage import Signer

routes = Routes("/v1.0")


@routes.post(
    "/generations",
    answers=(200, 201),
    refuses=(400, 401, 402, 403),
    operation="createGeneration",
)
async def create_generation(
    body: wire.Generation,
    caller: Caller,
    tx: Transaction,
    jobs: Jobs,
    prices: Prices,
    base: Base,
    repeat: Repeat | None,
) -> wire.CreateGenerationResponse:
    """Create async generation"""
    order = translate.to_order(body, caller, prices, base)
    await library.check(tx, caller, translate.folders_of(body))
    return translate.to_created(await jobs.submit(tx, caller, order, repeat))


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
    seen = await jobs.glance(snap, caller, "gamma", generation_id)
    if not seen.state.final:
        return Said(translate.to_pending(seen))
    job = await jobs.look_up(snap, caller, "gamma", generation_id)
    balance = await credits.balance(snap, caller.account)
    url = links.export_url(job, base, signer, snap.now)
    return translate.to_ended(job, balance.available, base, url)


for each in (gammas.routes, exports.routes, exports.downloads):
    routes.include(each)
