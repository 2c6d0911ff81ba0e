"""The end of a job's files: their rows go with the transaction, their bytes after it."""

from __future__ import annotations

from quintet.database import Transaction
from quintet.domain.jobs import Artifact
from quintet.jobs.rows import read_artifact


async def drop_artifacts(tx: Transaction, job: str) -> tuple[Artifact, ...]:
    """Forget a job's files, and return what they were: whoever asked deletes their bytes."""
    rows = await tx.rows("delete from artifact where job = :job returning *", job=job)
    return tuple(read_artifact(row) for row in rows)
