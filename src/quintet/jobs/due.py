"""The job table, looked over: what is ready, lost, overdue, or waits although there is room."""

from __future__ import annotations

from quintet.database import Database
from quintet.domain.jobs import Job
from quintet.jobs.rows import COLUMNS, read

ROOM_LEFT = """
select distinct account from job as waiting where state = 'queued' and ticket is null
and (select count(*) from job where account = waiting.account and ticket is not null)
    < (select room from account where id = waiting.account)
"""
AT_ONCE = 100
"""Overdue jobs a sweep ends."""


async def any_ready(database: Database) -> bool:
    """Whether a claim would find something. A look is not a write: it costs no fsync."""
    return bool(
        await database.read(
            "select 1 from job where state = 'queued' and ticket is not null and run_at <= :now"
            " limit 1",
            now=database.now(),
        )
    )


async def expired(database: Database) -> list[Job]:
    """Running jobs whose worker has not beaten in time."""
    rows = await database.read(
        f"select {COLUMNS} from job where state = 'running' and lease_until < :now",
        now=database.now(),
    )
    return [read(row) for row in rows]


async def workers(database: Database) -> list[str]:
    """Whoever has claimed a job that has not ended."""
    rows = await database.read("select distinct worker from job where state = 'running'")
    return [row["worker"] for row in rows]


async def overdue(database: Database) -> list[str]:
    rows = await database.read(
        "select id from job where deadline <= :now and state in ('queued', 'running')"
        f" limit {AT_ONCE}",
        now=database.now(),
    )
    return [row["id"] for row in rows]


async def accounts_with_room(database: Database) -> list[str]:
    """Accounts with a job that waits for nothing: one has ended where nobody let in the next."""
    return [row["account"] for row in await database.read(ROOM_LEFT)]
