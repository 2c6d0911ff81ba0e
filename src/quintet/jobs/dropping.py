"""The end of what a job made: its files and its words. The bytes of files go after the commit."""

from __future__ import annotations

from quintet.database import Transaction, Value
from quintet.domain.jobs import Artifact
from quintet.jobs.rows import read_artifact

# `{job}` is the name of the column: the job itself, and those that exported its result later.
THESE = (
    "{job} = :of or {job} in (select id from job"
    " where account = :account and kind = 'export' and result = :result)"
)


async def drop_product(
    tx: Transaction, account: str, job: str, *, exports_of: str = ""
) -> tuple[Artifact, ...]:
    """
    Forget a job's files, its brief and its notes, and those of later jobs of the account that
    exported this result. That there was a job, and what it cost, stays. Returns the files as they
    were: whoever asked deletes their bytes.
    """
    values: dict[str, Value] = {"of": job, "account": account, "result": exports_of or None}
    rows = await tx.rows(
        f"delete from artifact where {THESE.format(job='job')} returning *", **values
    )
    await tx.rows(f"delete from brief where {THESE.format(job='job')}", **values)
    await tx.rows(f"update job set notes = '[]' where {THESE.format(job='id')}", **values)
    return tuple(read_artifact(row) for row in rows)
