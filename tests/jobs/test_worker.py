"""What a worker makes of recipes that succeed, fail, crash, are slow, or are told to stop."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from quintet.database import Transaction
from quintet.domain.errors import Fenced, JobFailed, ProviderError
from quintet.domain.jobs import Failure, Job, JobState, Progress
from quintet.jobs import Attempt, Product, Recipe, Worker
from tests.jobs.engine import Engine, open_engine, order

pytestmark = pytest.mark.anyio

TEXT = TypeAdapter(str)
INTERNAL = Failure("internal", "Something went wrong on our side.")


@asynccontextmanager
async def working(engine: Engine, recipe: Recipe) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    worker = Worker(engine.database, engine.jobs.life, {"deck": recipe})
    work = asyncio.create_task(worker.work(stop))
    yield stop
    stop.set()
    await asyncio.wait_for(work, 30)


async def carried_out(engine: Engine, recipe: Recipe, *, seconds: float = 30) -> Job:
    async with working(engine, recipe):
        job = await engine.submit()
        ended = await engine.jobs.ended(job.id, seconds)
    assert ended.state.final
    return ended


def failing(error: Exception) -> Recipe:
    async def recipe(attempt: Attempt) -> Product:
        raise error

    return recipe


async def test_a_job_is_done_as_its_recipe_says(engine: Engine) -> None:
    async def recipe(attempt: Attempt) -> Product:
        assert attempt.job.brief.startswith('{"kind":"deck"')
        return Product((), spent=2, result="done")

    job = await carried_out(engine, recipe)

    assert (job.state, job.result, job.spent, job.attempt) == (JobState.SUCCEEDED, "done", 2, 1)


async def test_a_recipe_says_in_words_why_it_failed(engine: Engine) -> None:
    job = await carried_out(engine, failing(JobFailed("too_many_images", "Too many images.")))

    assert job.failure == Failure("too_many_images", "Too many images.")


async def test_a_bug_in_a_recipe_fails_its_job_alone(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    async def recipe(attempt: Attempt) -> Product:
        if "bug" in attempt.job.brief:
            raise ZeroDivisionError
        return Product((), spent=3)

    with caplog.at_level(logging.CRITICAL):
        async with working(engine, recipe):
            jobs = [await engine.submit(order(text)) for text in ("bug", "fine", "bug", "fine")]
            ended = [await engine.jobs.ended(job.id, 30) for job in jobs]

    assert [job.failure for job in ended] == [INTERNAL, None, INTERNAL, None]
    assert (await engine.balance()).spent == 6


async def test_a_kind_without_a_recipe_fails_its_job(engine: Engine) -> None:
    stop = asyncio.Event()
    work = asyncio.create_task(Worker(engine.database, engine.jobs.life, {}).work(stop))

    ended = await engine.jobs.ended((await engine.submit()).id, 30)

    assert ended.failure == INTERNAL
    stop.set()
    await work


async def test_what_cannot_be_recorded_fails_its_job(engine: Engine) -> None:
    async def record(tx: Transaction, job: Job) -> None:
        await tx.rows("insert into nowhere values (1)")

    async def recipe(attempt: Attempt) -> Product:
        return Product((), spent=3, record=record)

    job = await carried_out(engine, recipe)

    assert job.failure == INTERNAL
    assert (await engine.balance()).spent == 0


async def test_a_busy_provider_is_asked_again_and_steps_are_not_made_again(
    engine: Engine,
) -> None:
    made: list[str] = []

    async def outline() -> str:
        made.append("outline")
        return "an outline"

    async def recipe(attempt: Attempt) -> Product:
        kept = await attempt.step("outline", TEXT, outline)
        if attempt.job.attempt == 1:
            raise ProviderError("Busy.", retry_after=0.01)
        return Product((), spent=1, result=kept)

    job = await carried_out(engine, recipe)

    assert (job.attempt, job.result, made) == (2, "an outline", ["outline"])


async def test_a_provider_that_declines_is_not_asked_again(engine: Engine) -> None:
    job = await carried_out(engine, failing(ProviderError("Moderated.")))

    assert job.attempt == 1
    assert job.failure == Failure("provider_error", "Moderated.")


async def test_a_step_whose_form_has_changed_is_made_again(engine: Engine) -> None:
    class Outline(BaseModel):
        title: str

    async def make() -> Outline:
        return Outline(title="Bees")

    async def recipe(attempt: Attempt) -> Product:
        await engine.database.once(
            "insert into step (job, name, attempt, result) values (:job, 'outline', 0, '[1]')",
            job=attempt.job.id,
        )
        outline = await attempt.step("outline", TypeAdapter(Outline), make)
        again = await attempt.step("outline", TypeAdapter(Outline), unwanted)
        assert outline == again
        return Product((), spent=1, result=outline.title)

    async def unwanted() -> Outline:
        raise AssertionError("made twice")

    assert (await carried_out(engine, recipe)).result == "Bees"


async def test_a_step_of_a_job_that_was_lost_meanwhile_is_not_kept(engine: Engine) -> None:
    job = await engine.claim(await engine.submit())

    async def make() -> str:
        await engine.cancel(job)
        return "too late"

    with pytest.raises(Fenced):
        await Attempt(job, engine.database).step("outline", TEXT, make)

    assert await engine.database.read("select 1 from step") == []


async def test_progress_shows_while_a_job_runs_and_the_last_word_is_written(
    engine: Engine,
) -> None:
    seen = asyncio.Event()

    async def recipe(attempt: Attempt) -> Product:
        for done in range(100):
            await attempt.tell(done, 100, "render")
        await asyncio.wait_for(seen.wait(), 30)
        return Product((), spent=1)

    told: list[Progress | None] = []
    async with working(engine, recipe):
        job = await engine.submit()
        async for now in engine.jobs.changes(job.id):
            told.append(now.progress)
            if now.progress == Progress(99, 100, "render"):
                seen.set()

    assert len(told) < 20
    assert now.state is JobState.SUCCEEDED


async def test_a_cancelled_job_stops_its_recipe(engine: Engine) -> None:
    stopped, begun = asyncio.Event(), asyncio.Event()

    async def recipe(attempt: Attempt) -> Product:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()
        raise AssertionError

    async with working(engine, recipe):
        job = await engine.submit()
        await begun.wait()
        await engine.cancel(job)
        await asyncio.wait_for(stopped.wait(), 30)

    assert (await engine.find(job)).state is JobState.CANCELLED
    assert (await engine.balance()).held == 0


async def test_an_overdue_job_is_stopped(engine: Engine) -> None:
    async def recipe(attempt: Attempt) -> Product:
        await asyncio.Event().wait()
        raise AssertionError

    async with working(engine, recipe):
        job = await engine.submit(order(patience=0.2))
        ended = await engine.jobs.ended(job.id, 30)

    assert ended.failure is not None
    assert ended.failure.code == "deadline"


async def test_a_worker_told_to_stop_hands_on_what_it_has(engine: Engine) -> None:
    begun = asyncio.Event()

    async def recipe(attempt: Attempt) -> Product:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    async with working(engine, recipe) as stop:
        job = await engine.submit()
        await begun.wait()
        stop.set()

    handed_on = await engine.find(job)
    assert (handed_on.state, handed_on.ticket) == (JobState.QUEUED, 2)


async def test_a_job_may_be_handed_on_any_number_of_times(engine: Engine) -> None:
    """And has then as much patience left for a busy provider as at first."""
    begun = asyncio.Event()

    async def recipe(attempt: Attempt) -> Product:
        if attempt.job.attempt == 7:
            raise ProviderError("Busy.", retry_after=0.01)
        if attempt.job.attempt < 7:
            begun.set()
            await asyncio.Event().wait()
        return Product((), spent=1)

    job = await engine.submit()
    for _ in range(6):
        async with working(engine, recipe):
            await begun.wait()
        begun.clear()
    async with working(engine, recipe):
        ended = await without_delay(engine, job)

    assert (ended.state, ended.attempt, ended.setbacks) == (JobState.SUCCEEDED, 8, 1)


async def test_a_provider_that_is_busy_for_the_fifth_time_fails_the_job(engine: Engine) -> None:
    async with working(engine, failing(ProviderError("Busy.", retry_after=0.01))):
        ended = await without_delay(engine, await engine.submit())

    assert ended.attempt == 5
    assert ended.failure == Failure("provider_error", "Busy.")
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 0)


async def without_delay(engine: Engine, job: Job) -> Job:
    """A job's end; what it is to wait for between its attempts is passed over."""
    async for now in engine.jobs.changes(job.id):
        if now.state is JobState.QUEUED:
            await engine.database.once("update job set run_at = 0 where id = :id", id=job.id)
    return now


async def test_a_busy_event_loop_does_not_lose_its_leases(path: Path) -> None:
    """While one worker's loop is blocked far past the lease, another one sweeps."""
    engine = await open_engine(str(path), lease=1.0)

    async def recipe(attempt: Attempt) -> Product:
        lease_was_over = threading.Event()
        lease_was_over.wait(2.5)  # Blocks the loop, on purpose.
        return Product((), spent=1)

    sweeping = threading.Thread(target=lambda: asyncio.run(sweep_for(str(path), 3.0)))
    sweeping.start()
    job = await carried_out(engine, recipe)
    await asyncio.to_thread(sweeping.join)

    assert (job.state, job.attempt) == (JobState.SUCCEEDED, 1)
    await engine.database.close()


async def sweep_for(path: str, seconds: float) -> None:
    engine = await open_engine(path, lease=1.0)
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while True:
                await engine.jobs.life.sweep(engine.database)
                await asyncio.sleep(0.02)
    await engine.database.close()
