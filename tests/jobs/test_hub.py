"""Waiting for a job, in the process that ends it and in another one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from quintet.domain.errors import NotFound
from quintet.domain.jobs import Job, JobState, Progress
from quintet.jobs import table
from tests.jobs.engine import Engine, open_engine

pytestmark = pytest.mark.anyio


@pytest.fixture
async def elsewhere(engine: Engine, path: Path) -> AsyncIterator[Engine]:
    """The same database as another process has it: with connections and a hub of its own."""
    other = await open_engine(str(path))
    yield other
    await other.database.close()


async def states(engine: Engine, job: Job) -> list[JobState]:
    return [seen.state async for seen in engine.jobs.changes(job.id)]


async def test_the_end_of_a_job_is_told_here_and_elsewhere(
    engine: Engine, elsewhere: Engine
) -> None:
    job = await engine.submit()
    here = asyncio.create_task(engine.jobs.ended(job.id, 30))
    there = asyncio.create_task(elsewhere.jobs.ended(job.id, 30))

    await engine.finish(await engine.claim(job))

    assert (await here).state is JobState.SUCCEEDED
    assert (await there) == (await here)


async def test_every_visible_change_is_told_elsewhere(engine: Engine, elsewhere: Engine) -> None:
    job = await engine.submit()
    seen: list[tuple[JobState, Progress | None]] = []

    async with aclosing(elsewhere.jobs.changes(job.id)) as changes:
        seen.append(((first := await anext(changes)).state, first.progress))
        running = await engine.claim(job)
        seen.append(((await anext(changes)).state, None))
        await table.tell(engine.database, running, Progress(1, 2, "render"))
        told = await anext(changes)
        seen.append((told.state, told.progress))
        await engine.finish(running)
        seen.append(((await anext(changes)).state, None))
        assert [last async for last in changes] == []

    assert seen == [
        (JobState.QUEUED, None),
        (JobState.RUNNING, None),
        (JobState.RUNNING, Progress(1, 2, "render")),
        (JobState.SUCCEEDED, None),
    ]


async def test_a_wait_that_is_over_gives_the_job_as_it_stands(engine: Engine) -> None:
    job = await engine.submit()

    assert (await engine.jobs.ended(job.id, 0.01)).state is JobState.QUEUED
    assert (await engine.jobs.ended(job.id, 0)).state is JobState.QUEUED


async def test_a_job_that_has_ended_is_not_waited_for(engine: Engine) -> None:
    job = await engine.submit()
    await engine.cancel(job)

    assert (await engine.jobs.ended(job.id, 30)).state is JobState.CANCELLED
    assert await states(engine, job) == [JobState.CANCELLED]


async def test_a_job_that_is_not_there_is_not_found(engine: Engine) -> None:
    with pytest.raises(NotFound):
        await engine.jobs.ended("nowhere", 30)


async def test_a_thousand_who_wait_are_all_told(engine: Engine, elsewhere: Engine) -> None:
    jobs = [await engine.submit() for _ in range(10)]
    waiting = [
        asyncio.create_task(elsewhere.jobs.ended(job.id, 30)) for job in jobs for _ in range(100)
    ]

    for job in jobs:
        await engine.cancel(job)

    ended = await asyncio.gather(*waiting)
    assert {job.state for job in ended} == {JobState.CANCELLED}


async def test_nobody_watches_when_nobody_waits(engine: Engine) -> None:
    job = await engine.submit()
    before = asyncio.all_tasks()

    await engine.jobs.ended(job.id, 0.01)
    watching = asyncio.all_tasks() - before
    await asyncio.wait_for(asyncio.gather(*watching), 30)

    assert asyncio.all_tasks() == before


async def test_all_who_wait_are_let_go_when_the_process_ends(engine: Engine) -> None:
    job = await engine.submit()
    waiting = asyncio.create_task(engine.jobs.ended(job.id, 60))
    async with aclosing(engine.jobs.changes(job.id)) as changes:
        await anext(changes)

        engine.jobs.hub.close()

        assert [last async for last in changes] == []
    assert (await asyncio.wait_for(waiting, 30)).state is JobState.QUEUED
    assert await states(engine, job) == [JobState.QUEUED]
