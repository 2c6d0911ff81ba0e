"""The beat of a worker goes on, whatever happens to its connection."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from quintet.database.sqlite import SqliteDatabase
from quintet.domain.jobs import Job
from quintet.jobs.pulse import Pulse
from tests.jobs.engine import Engine

pytestmark = pytest.mark.anyio


async def lease_of(engine: Engine, job: Job) -> int:
    (row,) = await engine.database.read("select lease_until from job where id = :id", id=job.id)
    return int(row["lease_until"])


async def test_it_outlives_a_database_that_could_not_be_opened_for_a_while(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    job = await engine.claim(await engine.submit(), lease=1)
    before = await lease_of(engine, job)
    database = cast(SqliteDatabase, engine.database)
    path, database.path = database.path, f"{database.path}/nowhere"
    pulse = Pulse(
        database, "w", 50, held=lambda: {job.id: job.attempt}, lost=lambda job, attempt: None
    )

    async def beats() -> None:
        # What is waited for happens in a thread, which tells nobody.
        while "beat.failed" not in caplog.text:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        database.path = path
        while await lease_of(engine, job) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.001)

    pulse.start()
    await asyncio.wait_for(beats(), 30)
    await pulse.stop()

    assert await lease_of(engine, job) > before
