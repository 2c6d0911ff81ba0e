"""An account's jobs, page by page."""

from __future__ import annotations

import pytest

from quintet.domain.errors import Unknown
from quintet.domain.jobs import Artifact, JobState
from quintet.jobs.ids import moment_of, new_id
from quintet.jobs.product import Product
from tests.jobs.engine import Engine

pytestmark = pytest.mark.anyio


async def test_pages_show_every_job_once_newest_first(engine: Engine) -> None:
    made = [(await engine.submit()).id for _ in range(7)]
    await engine.submit(by=engine.bees)

    seen: list[str] = []
    cursor: str | None = None
    async with engine.database.snapshot() as snap:
        while True:
            jobs, cursor = await engine.jobs.page(snap, engine.acme, after=cursor, limit=3)
            seen += [job.id for job in jobs]
            if cursor is None:
                break

    assert seen == made[::-1]


async def test_a_page_may_be_of_some_states_dialects_and_kinds(engine: Engine) -> None:
    jobs = [await engine.submit() for _ in range(3)]
    await engine.cancel(jobs[1])

    async def ids(**wanted: tuple[str, ...] | tuple[JobState, ...]) -> set[str]:
        async with engine.database.snapshot() as snap:
            found, _ = await engine.jobs.page(snap, engine.acme, limit=10, **wanted)  # type: ignore[arg-type]
        return {job.id for job in found}

    everything = {job.id for job in jobs}
    assert await ids() == everything
    assert await ids(states=(JobState.CANCELLED,)) == {jobs[1].id}
    assert await ids(states=(JobState.CANCELLED, JobState.QUEUED)) == everything
    assert await ids(dialects=("gamma",), kinds=("deck", "image")) == everything
    assert await ids(dialects=("luma",)) == set()


async def test_jobs_on_a_page_carry_their_artifacts(engine: Engine) -> None:
    artifact = Artifact("pdf", "k", "application/pdf", "Report.pdf", 1)
    done = await engine.finish(
        await engine.claim(await engine.submit()), Product((artifact,), spent=1)
    )
    queued = await engine.submit()

    async with engine.database.snapshot() as snap:
        jobs, _ = await engine.jobs.page(snap, engine.acme, limit=10)

    assert [(job.id, job.artifacts) for job in jobs] == [(queued.id, ()), (done.id, (artifact,))]


async def test_a_cursor_that_is_none_is_refused(engine: Engine) -> None:
    async with engine.database.snapshot() as snap:
        for cursor in ("rubbish", "4bf92f35-77b3-4da6-a3ce-929d0e0e4736"):
            with pytest.raises(Unknown):
                await engine.jobs.page(snap, engine.acme, after=cursor, limit=1)


def test_names_of_jobs_sort_by_the_moment_they_were_made() -> None:
    names = [new_id(now) for now in range(1_800_000_000_000, 1_800_000_000_100)]

    assert names == sorted(names)
    assert len(set(names)) == 100
    assert [moment_of(name) for name in names[:2]] == [1_800_000_000_000, 1_800_000_000_001]
    assert names[0][14] == "7"
    assert names[0][19] in "89ab"
