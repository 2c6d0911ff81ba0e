"""Finished steps of a job: what a later attempt need not do again. They are kept until its end."""

from __future__ import annotations

from quintet.database import Database, Transaction
from quintet.domain.jobs import Job

# Only the attempt that owns the job may write, so what it finds there is its own or an older one's.
KEEP = """
insert into step (job, name, attempt, result)
select id, cast(:name as text), attempt, cast(:result as text) from job
where id = :job and attempt = :attempt and state = 'running'
on conflict (job, name) do update set attempt = excluded.attempt, result = excluded.result
returning name
"""


async def kept(database: Database, job: str, name: str) -> str | None:
    rows = await database.read(
        "select result from step where job = :job and name = :name", job=job, name=name
    )
    return str(rows[0]["result"]) if rows else None


async def keep(database: Database, job: Job, name: str, result: str) -> bool:
    """False: the job is no longer this attempt's, and nothing was written."""
    return bool(
        await database.once(KEEP, job=job.id, attempt=job.attempt, name=name, result=result)
    )


async def drop(tx: Transaction, job: str) -> None:
    """Let go of what no attempt will ask for any more."""
    await tx.rows("delete from step where job = :job", job=job)
