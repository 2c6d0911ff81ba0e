"""The endpoints of `/v1`: every job of every dialect, and what is left of limits and credits."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import Field
from starlette.datastructures import Headers

from quintet.accounts import Caller, Limits, credits
from quintet.database import Snapshot, Transaction
from quintet.dialects.quintet import translate, wire
from quintet.domain.jobs import JobState
from quintet.edge import Base, Events, Later, Routes
from quintet.edge.downloads import file_url
from quintet.jobs import Jobs
from quintet.storage import Signer

HOUR_MS = 3600 * 1000

Limit = Annotated[int, Field(ge=1, le=100)]
Wait = Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)]

routes = Routes()


@routes.get("/jobs", refuses=(400, 401))
async def list_jobs(
    caller: Caller,
    snap: Snapshot,
    jobs: Jobs,
    signer: Signer,
    base: Base,
    state: tuple[JobState, ...] = (),
    dialect: tuple[str, ...] = (),
    kind: tuple[str, ...] = (),
    after: str | None = None,
    limit: Limit = 20,
) -> wire.Jobs:
    """List jobs, the newest first; `state`, `dialect` and `kind` may each come several times"""
    found, cursor = await jobs.page(
        snap,
        caller,
        states=state,
        dialects=dialect,
        kinds=kind,
        after=after,
        limit=limit,
    )
    return translate.to_jobs(found, cursor, base, _link(base, signer, snap.now))


@routes.get("/jobs/{job_id}", refuses=(400, 401, 404), media_type="text/event-stream")
async def show_job(
    job_id: str,
    caller: Caller,
    snap: Snapshot,
    jobs: Jobs,
    signer: Signer,
    base: Base,
    headers: Headers,
    wait: Wait = 0,
) -> wire.Job | Later[wire.Job] | Events:
    """
    Show a job: at once, when it has ended or `wait` seconds have passed, or as events

    With `Accept: text/event-stream` each change of the job is an event, until it has ended.
    """
    job = await jobs.find(snap, caller, job_id)
    link = _link(base, signer, snap.now)
    if "text/event-stream" in headers.get("accept", ""):
        return Events(translate.to_events(jobs.changes(job.id), base, link))
    if wait and not job.state.final:
        return Later(
            partial(jobs.ended, job.id, wait),
            lambda ended: translate.to_job(ended, base, link),
        )
    return translate.to_job(job, base, link)


@routes.post("/jobs/{job_id}/cancel", refuses=(401, 404, 409))
async def cancel_job(
    job_id: str, caller: Caller, tx: Transaction, jobs: Jobs, signer: Signer, base: Base
) -> wire.Job:
    """Cancel a job that has not ended; its credits come back"""
    job = await jobs.cancel(tx, caller, job_id)
    return translate.to_job(job, base, _link(base, signer, tx.now))


@routes.post("/jobs/{job_id}/retry", answers=201, refuses=(401, 402, 404, 409, 429))
async def retry_job(
    job_id: str, caller: Caller, tx: Transaction, jobs: Jobs, signer: Signer, base: Base
) -> wire.Job:
    """Make a new job of one that failed or was cancelled"""
    job = await jobs.retry(tx, caller, job_id)
    return translate.to_job(job, base, _link(base, signer, tx.now))


@routes.get("/limits", refuses=(401,))
async def show_limits(caller: Caller, limits: Limits) -> wire.Limits:
    """Show how much is left of each limit"""
    return translate.to_limits(limits.standing(caller))


@routes.get("/credits", refuses=(401,))
async def show_credits(caller: Caller, snap: Snapshot) -> wire.Credits:
    """Show the account's credits"""
    return translate.to_credits(await credits.balance(snap, caller.account))


@routes.get("/ledger", refuses=(400, 401))
async def show_ledger(caller: Caller, snap: Snapshot, limit: Limit = 20) -> wire.Ledger:
    """Show the account's last credits and debits, the newest first"""
    return translate.to_ledger(await credits.entries(snap, caller.account, limit=limit))


@routes.get("/account", refuses=(401,))
async def show_account(caller: Caller) -> wire.Account:
    """Show whose key this is"""
    return translate.to_account(caller)


def _link(base: Base, signer: Signer, now: int) -> translate.Link:
    return lambda job, artifact: file_url(base, signer, job, artifact, now + HOUR_MS)
