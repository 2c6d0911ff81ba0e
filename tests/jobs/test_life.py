"""Accepting, ending, and paying for jobs, under contention."""

from __future__ import annotations

import asyncio
from contextlib import closing

import pytest

from quintet.accounts.caller import Caller
from quintet.domain.errors import AlreadyEnded, Fenced, NotFailed, NotFound, OutOfCredits
from quintet.domain.jobs import Artifact, Failure, Job, JobState
from quintet.jobs import due, steps, table
from quintet.jobs.product import CRASHED, HANDED_BACK, Product
from tests.jobs.engine import Engine, account, order

pytestmark = pytest.mark.anyio

PPTX = Artifact("pptx", "a/b.pptx", "application/vnd.x", "Report.pptx", 12)


async def test_what_was_accepted_can_be_looked_up_by_either_name(engine: Engine) -> None:
    job = await engine.submit(order("Bees.", price=5))

    assert await engine.find(job) == job
    async with engine.database.snapshot() as snap:
        seen = await engine.jobs.look_up(snap, engine.acme, "gamma", job.public_id)
        for dialect, public_id in (("luma", job.public_id), ("gamma", "other")):
            with pytest.raises(NotFound):
                await engine.jobs.look_up(snap, engine.acme, dialect, public_id)
        with pytest.raises(NotFound):
            await engine.jobs.look_up(snap, engine.bees, "gamma", job.public_id)
        with pytest.raises(NotFound):
            await engine.jobs.find(snap, engine.bees, job.id)
        for caller, public_id in ((engine.bees, job.public_id), (engine.acme, "other")):
            with pytest.raises(NotFound):
                await engine.jobs.glance(snap, caller, "gamma", public_id)
        glance = await engine.jobs.glance(snap, engine.acme, "gamma", job.public_id)
    assert glance == (job.public_id, "deck", JobState.QUEUED)
    assert (seen.id, seen.state, seen.price, seen.brief) == (job.id, JobState.QUEUED, 5, "")
    assert (await engine.balance()).held == 5


async def test_submits_at_the_limit_of_the_balance_are_refused_exactly(engine: Engine) -> None:
    async with engine.database.transaction() as tx:
        poor = await account(tx, "Poor", 100)

    answers = await asyncio.gather(
        *(engine.submit(by=poor) for _ in range(60)), return_exceptions=True
    )

    assert sum(isinstance(answer, Job) for answer in answers) == 33
    assert sum(isinstance(answer, OutOfCredits) for answer in answers) == 27
    assert (await engine.balance(poor)).available == 1


async def test_a_refused_submit_leaves_no_trace(engine: Engine) -> None:
    with pytest.raises(NotFound):
        await engine.submit(by=Caller("nobody"))
    with pytest.raises(OutOfCredits):
        await engine.submit(order(price=10_000_000))

    for name in ("job", "brief", "rate", "repeat"):
        assert await engine.database.read(f"select 1 from {name}") == []


async def test_a_finished_job_has_its_artifacts_its_notes_and_its_bill(engine: Engine) -> None:
    job = await engine.claim(await engine.submit())

    await engine.finish(
        job, Product((PPTX,), spent=2, notes=("A picture was left out.",), result='{"cards": 3}')
    )

    done = await engine.find(job)
    assert (done.state, done.spent, done.artifacts) == (JobState.SUCCEEDED, 2, (PPTX,))
    assert (done.notes, done.result) == (("A picture was left out.",), '{"cards": 3}')
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 2)


async def test_a_job_never_costs_more_than_its_price(engine: Engine) -> None:
    job = await engine.claim(await engine.submit(order(price=3)))

    await engine.finish(job, Product((), spent=50))

    assert (await engine.find(job)).spent == 3
    assert (await engine.balance()).spent == 3


async def test_a_failed_job_says_why_and_costs_nothing(engine: Engine) -> None:
    job = await engine.claim(await engine.submit())

    await engine.finish(job, CRASHED)

    failed = await engine.find(job)
    assert failed.state is JobState.FAILED
    assert failed.failure == Failure("internal", "Something went wrong on our side.")
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 0)


async def test_what_a_product_records_stands_or_falls_with_the_end(engine: Engine) -> None:
    job = await engine.claim(await engine.submit())

    async def record(tx: object, job: Job) -> None:
        raise LookupError(job.id)

    with pytest.raises(LookupError):
        await engine.finish(job, Product((PPTX,), spent=3, record=record))

    assert (await engine.find(job)).state is JobState.RUNNING
    assert await engine.database.read("select 1 from artifact") == []
    assert (await engine.balance()).held == 3


async def test_only_so_many_of_an_accounts_jobs_are_inside(engine: Engine) -> None:
    jobs = await asyncio.gather(*(engine.submit() for _ in range(20)))
    inside = [job for job in jobs if job.ticket]
    assert len(inside) == 4

    await engine.finish(await engine.claim(inside[0]))

    assert await engine.count("ticket is not null") == 4


async def test_places_are_never_exceeded_nor_left_empty(engine: Engine) -> None:
    """Submits, finishes and cancels of one account, all at once."""

    async def live(number: int) -> None:
        job = await engine.submit()
        while job.ticket is None:
            await asyncio.sleep(0.005)
            job = await engine.find(job)
        if number % 5 == 0:
            await engine.cancel(job)
        else:
            await engine.finish(await engine.claim(job))

    async def watch() -> None:
        while True:
            assert await engine.count("ticket is not null") <= 4
            await engine.balance()
            await asyncio.sleep(0.002)

    watching = asyncio.create_task(watch())
    await asyncio.wait_for(asyncio.gather(*(live(number) for number in range(150))), 60)

    assert not watching.done()
    watching.cancel()
    assert await engine.count("state = 'cancelled'") == 30
    assert await engine.count("state = 'succeeded'") == 120
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 360)


async def test_a_cancel_and_a_finish_at_once_end_a_job_once(engine: Engine) -> None:
    wins = {"cancel": 0, "finish": 0}

    async def try_to(act: str, job: Job) -> None:
        try:
            await (engine.cancel(job) if act == "cancel" else engine.finish(job))
        except (Fenced, AlreadyEnded):
            return
        wins[act] += 1

    for number in range(60):
        job = await engine.claim(await engine.submit())
        first, second = ("cancel", "finish") if number % 2 else ("finish", "cancel")
        await asyncio.gather(try_to(first, job), try_to(second, job))
        assert sum(wins.values()) == number + 1

    assert min(wins.values()) > 0
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 3 * wins["finish"])


async def test_a_cancelled_job_stays_cancelled_and_an_ended_one_cannot_be(
    engine: Engine,
) -> None:
    cancelled = await engine.submit()
    done = await engine.finish(await engine.claim(await engine.submit()))

    assert (await engine.cancel(cancelled)).state is JobState.CANCELLED
    assert (await engine.cancel(cancelled)).state is JobState.CANCELLED
    with pytest.raises(AlreadyEnded):
        await engine.cancel(done)


async def test_a_job_is_cancelled_by_its_owner_alone(engine: Engine) -> None:
    job = await engine.submit()

    with pytest.raises(NotFound):
        await engine.cancel(job, by=engine.bees)

    assert (await engine.find(job)).state is JobState.QUEUED


async def test_a_failed_job_can_be_tried_again_as_a_new_one(engine: Engine) -> None:
    async with engine.database.transaction() as tx:
        job = await engine.jobs.submit(tx, engine.acme, order("Bees.", price=7))
    with pytest.raises(NotFailed):
        await retry(engine, job)
    await engine.cancel(job)

    again = await retry(engine, job)

    assert again.id != job.id
    assert again.public_id != job.public_id
    assert (again.state, again.brief, again.price) == (JobState.QUEUED, job.brief, 7)
    assert (await engine.balance()).held == 7


async def retry(engine: Engine, job: Job) -> Job:
    async with engine.database.transaction() as tx:
        return await engine.jobs.retry(tx, engine.acme, job.id)


async def test_an_older_attempt_may_neither_finish_nor_keep_a_step(engine: Engine) -> None:
    queued = await engine.submit()
    first = await engine.claim(queued, "one")
    second = await engine.claim(queued, "two")

    with pytest.raises(Fenced):
        await engine.finish(first)
    assert not await steps.keep(engine.database, first, "outline", "{}")
    assert await steps.keep(engine.database, second, "outline", "{}")
    assert await engine.database.read("select attempt from step") == [{"attempt": 2}]
    assert (await engine.finish(second)).state is JobState.SUCCEEDED
    assert await engine.database.read("select attempt from step") == []


async def test_an_overdue_job_fails_and_costs_nothing(engine: Engine) -> None:
    waiting = await engine.submit(order(patience=-1))
    running = await engine.claim(await engine.submit(order(patience=-1)))

    await engine.jobs.life.sweep(engine.database)

    for job in (waiting, running):
        ended = await engine.find(job)
        assert ended.failure is not None
        assert ended.failure.code == "deadline"
    assert (await engine.balance()).held == 0


async def test_a_job_whose_lease_has_ended_is_queued_again(engine: Engine) -> None:
    job = await engine.claim(await engine.submit(), lease=-1)

    await engine.jobs.life.sweep(engine.database)

    queued = await engine.find(job)
    assert (queued.state, queued.ticket) == (JobState.QUEUED, 2)
    with pytest.raises(Fenced):
        await engine.finish(job)


async def test_a_worker_that_was_only_slow_keeps_what_it_beats_for_in_time(
    engine: Engine,
) -> None:
    """Its lease was over when the sweep looked, and is not when the sweep acts."""
    job = await engine.claim(await engine.submit(), "slow", lease=-1)
    [seen] = await due.expired(engine.database)

    with closing(engine.database.aside()) as aside:
        until = engine.database.now() + 60_000
        lost = table.beat(aside, "sqlite", "slow", {job.id: 1}, until=until)
    async with engine.database.transaction() as tx:
        put_back = await table.put_back_lost(tx, seen)
        ended = await table.end_lost(tx, seen, CRASHED)

    assert (lost, put_back, ended) == (set(), None, None)
    assert (await engine.finish(job)).state is JobState.SUCCEEDED


async def test_a_beat_prolongs_what_is_held_and_tells_what_is_lost(engine: Engine) -> None:
    held, dropped, taken = [await engine.claim(await engine.submit(), "w") for _ in range(3)]
    await engine.claim(taken, "other")

    with closing(engine.database.aside()) as aside:
        lost = table.beat(aside, "sqlite", "w", {held.id: 1, taken.id: 1}, until=4_000_000_000_000)

    assert lost == {taken.id}
    rows = await engine.database.read("select id from job where lease_until = 4000000000000")
    assert [row["id"] for row in rows] == [held.id]
    assert dropped.id != held.id


async def test_nobody_is_let_in_where_there_is_no_room(engine: Engine) -> None:
    for _ in range(6):
        await engine.submit()

    async with engine.database.transaction() as tx:
        assert await table.give_ticket(tx, engine.acme.account) is None


async def test_a_job_that_outlived_five_workers_fails(engine: Engine) -> None:
    job = await lose_workers(engine, await engine.submit(), 4)
    assert (job.state, job.attempt, job.setbacks) == (JobState.QUEUED, 4, 4)

    job = await lose_workers(engine, job, 1)

    assert job.failure == Failure("internal", "Something went wrong on our side.")
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 0)


async def test_being_handed_back_does_not_bring_a_job_nearer_to_its_last_worker(
    engine: Engine,
) -> None:
    job = await lose_workers(engine, await engine.submit(), 4)
    for _ in range(6):
        job = await engine.claim(job)
        async with engine.database.transaction() as tx:
            job = await engine.jobs.life.retry(tx, job, HANDED_BACK)

    assert (job.state, job.attempt, job.setbacks) == (JobState.QUEUED, 10, 4)
    assert (await lose_workers(engine, job, 1)).state is JobState.FAILED


async def test_a_ticket_handed_out_again_is_a_lost_worker_and_a_lost_ticket_is_none(
    engine: Engine,
) -> None:
    job = await engine.submit()
    async with engine.database.transaction() as tx:
        again = await table.put_back_lost(tx, job)
    assert again is not None
    assert (again.ticket, again.setbacks) == (1, 0)

    assert (await engine.claim(job)).setbacks == 0
    assert (await engine.claim(job)).setbacks == 1


async def lose_workers(engine: Engine, job: Job, workers: int) -> Job:
    """The job as it stands after so many have begun it and were heard of no more."""
    for _ in range(workers):
        await engine.claim(job, lease=-1)
        await engine.jobs.life.sweep(engine.database)
        job = await engine.find(job)
    return job


async def test_a_sweep_lets_in_whom_nobody_else_did(engine: Engine) -> None:
    jobs = [await engine.submit() for _ in range(6)]
    await engine.database.once("update job set ticket = null where id = :id", id=jobs[0].id)

    await engine.jobs.life.sweep(engine.database)

    assert await engine.count("ticket is not null") == 4
