"""The end of a job's files: their rows go with the transaction, their bytes after it."""

from __future__ import annotations

from quintet.database import Transaction
from quintet.domain.jobs import Artifact
from quintet.jobs.rows import read_artifact


async def drop_artifacts(
    tx: Transaction, account: str, job: str, *, exports_of: str = ""
) -> tuple[Artifact, ...]:
    """
    Forget a job's files, and those that later jobs of the account made with this result. Returns
    what they were: whoever asked deletes their bytes.
    """
    rows = await tx.rows(
        "delete from artifact where job = :job or job in (select id from job"
        " where account = :account and kind = 'export' and result = :of) returning *",
        account=account,
        job=job,
        of=exports_of or None,
    )
    return tuple(read_artifact(row) for row in rows)
