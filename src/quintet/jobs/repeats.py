"""Requests known again: an idempotency key makes one job, in the transaction that makes it."""

from __future__ import annotations

from quintet.database import Database, Transaction
from quintet.domain.errors import KeyReused
from quintet.domain.jobs import Repeat

# Of two that come at once, the second waits for the first one's commit, and then finds its row.
CLAIM = """
insert into repeat (account, dialect, key, fingerprint, job, created_at)
values (:account, :dialect, :key, :fingerprint, :job, :now)
on conflict (account, dialect, key) do update set
    fingerprint = excluded.fingerprint, job = excluded.job, created_at = excluded.created_at
where repeat.created_at <= :expired
returning job
"""
FORGOTTEN_AFTER = 30 * 86_400_000
"""Milliseconds: longer than any window."""


async def claim(
    tx: Transaction, account: str, dialect: str, repeat: Repeat, job: str
) -> str | None:
    """
    Remember that `job` is what a key made. Returns the job it has made before, if that is to be
    answered again; then nothing is written. Raises KeyReused for another request's key.
    """
    expired = tx.now - round(repeat.window * 1000)
    claimed = await tx.row(
        CLAIM,
        account=account,
        dialect=dialect,
        key=repeat.key,
        fingerprint=repeat.fingerprint,
        job=job,
        now=tx.now,
        expired=expired,
    )
    if claimed:
        return None
    row = await tx.row(
        "select fingerprint, job from repeat"
        " where account = :account and dialect = :dialect and key = :key",
        account=account,
        dialect=dialect,
        key=repeat.key,
    )
    assert row is not None, "the claim said the key was taken"
    if row["fingerprint"] != repeat.fingerprint:
        raise KeyReused(repeat.key)
    return str(row["job"]) if repeat.replays else None


async def forget(database: Database) -> None:
    """Let go of keys that nobody will ask for again."""
    await database.once(
        "delete from repeat where created_at < :before", before=database.now() - FORGOTTEN_AFTER
    )
