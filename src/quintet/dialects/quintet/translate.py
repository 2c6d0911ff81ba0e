"""Jobs, limits and credits as `/v1` tells them. Pure: no I/O, no framework."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

from quintet.accounts import Caller, Standing, Window
from quintet.accounts.credits import Balance, Entry, in_credits
from quintet.accounts.limits import SECONDS
from quintet.dialects.quintet import wire
from quintet.domain.jobs import Artifact, Job, JobState
from quintet.edge import RawHeaders, iso_time
from quintet.library import doc_id_of

Link = Callable[[Job, Artifact], str]
"""Makes an address for a job's file."""


def to_job(job: Job, base: str, link: Link) -> wire.Job:
    return wire.Job(
        id=job.id,
        dialect=job.dialect,
        public_id=job.public_id,
        kind=job.kind,
        state=job.state.value,
        attempt=job.attempt,
        created_at=iso_time(job.created_at),
        ended_at=iso_time(job.ended_at) if job.ended_at else None,
        price=in_credits(job.price),
        spent=in_credits(job.spent),
        progress=_progress(job),
        failure=_failure(job),
        warnings=list(job.warnings),
        notes=list(job.notes),
        artifacts=[to_artifact(artifact, link(job, artifact)) for artifact in job.artifacts],
        view=_view(job, base),
    )


def to_artifact(artifact: Artifact, url: str) -> wire.Artifact:
    return wire.Artifact(
        name=artifact.name,
        file_name=artifact.file_name,
        media_type=artifact.media_type,
        size=artifact.size,
        url=url,
    )


def to_jobs(jobs: Sequence[Job], after: str | None, base: str, link: Link) -> wire.Jobs:
    return wire.Jobs(data=[to_job(job, base, link) for job in jobs], next=after)


async def to_events(
    changes: AsyncGenerator[Job, None], base: str, link: Link
) -> AsyncGenerator[str, None]:
    """A job as JSON, as it stands and at each change, until it has ended."""
    async with aclosing(changes) as seen:
        async for job in seen:
            yield to_job(job, base, link).model_dump_json()


def to_limits(standing: Standing) -> wire.Limits:
    return wire.Limits(windows=[_window(name, window) for name, window in standing.items()])


def to_credits(balance: Balance) -> wire.Credits:
    return wire.Credits(
        granted=in_credits(balance.granted),
        available=in_credits(balance.available),
        held=in_credits(balance.held),
        spent=in_credits(balance.spent),
    )


def to_ledger(entries: Sequence[Entry]) -> wire.Ledger:
    return wire.Ledger(
        data=[
            wire.Entry(
                kind=entry.kind,
                amount=in_credits(entry.amount),
                of=entry.job,
                at=iso_time(entry.at),
            )
            for entry in entries
        ]
    )


def to_account(caller: Caller) -> wire.Account:
    return wire.Account(
        name=caller.name,
        email=caller.email,
        plan=caller.plan.name,
        most_cards=caller.most_cards,
    )


def to_headers(status: int, standing: Standing) -> RawHeaders:
    """`RateLimit` and `RateLimit-Policy`, as the IETF's draft has them."""
    left = ", ".join(f'"{name}";r={window.left}' for name, window in standing.items())
    policy = ", ".join(
        f'"{name}";q={window.limit};w={SECONDS[name]}' for name, window in standing.items()
    )
    return [(b"ratelimit", left.encode()), (b"ratelimit-policy", policy.encode())]


def _progress(job: Job) -> wire.Progress | None:
    if job.progress is None or job.state is not JobState.RUNNING:
        return None
    return wire.Progress(done=job.progress.done, total=job.progress.total, step=job.progress.step)


def _failure(job: Job) -> wire.Failure | None:
    if job.failure is None:
        return None
    return wire.Failure(code=job.failure.code, message=job.failure.message)


def _view(job: Job, base: str) -> str | None:
    shown = job.kind == "deck" and any(each.name == "html" for each in job.artifacts)
    return f"{base}/g/{doc_id_of(job.id)}" if shown else None


def _window(name: str, window: Window) -> wire.Window:
    resets_at = iso_time(window.resets_at) if window.resets_at else None
    return wire.Window(name=name, limit=window.limit, left=window.left, resets_at=resets_at)
