"""What happens when processes die, sleep, or are told to stop. Real processes, real signals."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from quintet.domain.jobs import Failure, Job, JobState
from tests.jobs.conftest import engine as engine
from tests.jobs.conftest import path as path
from tests.jobs.engine import LEASE, Engine, order

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]


@dataclass
class Processes:
    """Started by a test, and ended with it."""

    path: Path
    journal: Path
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def worker(self, lease: float = LEASE) -> subprocess.Popen[str]:
        process = self._start("worker_process", str(self.path), str(self.journal), str(lease))
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def submitter(self, how: str) -> subprocess.Popen[str]:
        return self._start("submit_process", str(self.path), how)

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.end_to_end.{module}", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.running.append(process)
        return process

    def end(self) -> None:
        for process in self.running:
            process.kill()
            process.communicate()

    def what(self, job: Job | None = None) -> list[str]:
        """What recipes really did, in that order; of one job or of all."""
        text = self.journal.read_text() if self.journal.exists() else ""
        lines = [json.loads(line) for line in text.splitlines()]
        return [line[2] for line in lines if job is None or line[0] == job.id]

    def rendered(self, at_least: int) -> bool:
        return self.what().count("render ends") >= at_least

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not condition():  # noqa: ASYNC110  # what is waited for is a file
                await asyncio.sleep(0.01)


@pytest.fixture
def processes(path: Path, tmp_path: Path) -> Iterator[Processes]:
    processes = Processes(path, tmp_path / "journal")
    yield processes
    processes.end()


async def ended(engine: Engine, job: Job) -> Job:
    done = await engine.jobs.ended(job.id, 60)
    assert done.state.final
    return done


async def rendering(engine: Engine, processes: Processes, seconds: float) -> Job:
    """A job whose first step is stored and whose second has begun."""
    job = await engine.submit(order(str(seconds)))
    await processes.until(lambda: "render begins" in processes.what(job))
    return job


async def test_a_killed_workers_job_goes_on_after_its_last_step(
    engine: Engine, processes: Processes
) -> None:
    """At once, not when its lease has ended: the lock it held is free."""
    first = processes.worker(lease=600)
    job = await rendering(engine, processes, 0.3)

    first.kill()
    processes.worker(lease=600)

    done = await ended(engine, job)
    assert (done.state, done.attempt) == (JobState.SUCCEEDED, 2)
    assert processes.what(job) == ["outline", "render begins", "render begins", "render ends"]
    assert (await engine.balance()).spent == 3


async def test_a_job_that_kills_its_workers_ends_and_costs_nothing(
    engine: Engine, processes: Processes
) -> None:
    job = await engine.submit(order("poison"))
    for _ in range(5):
        doomed = processes.worker()
        assert await asyncio.to_thread(doomed.wait, 30) == -signal.SIGKILL
    processes.worker()

    done = await ended(engine, job)
    assert done.failure == Failure("internal", "Something went wrong on our side.")
    assert processes.what(job) == ["dies"] * 5
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 0)


async def test_a_worker_that_slept_past_its_lease_may_not_finish(
    engine: Engine, processes: Processes
) -> None:
    """And when its heir is killed as well, the job goes on with a third."""
    zombie = processes.worker()
    job = await rendering(engine, processes, 1.0)
    zombie.send_signal(signal.SIGSTOP)
    heir = processes.worker()
    await processes.until(lambda: processes.what(job).count("render begins") == 2)

    zombie.send_signal(signal.SIGCONT)
    heir.kill()

    done = await ended(engine, job)
    assert done.state is JobState.SUCCEEDED
    assert done.attempt >= 3
    assert processes.what(job).count("outline") == 1
    assert (await engine.balance()).spent == 3


async def test_a_job_whose_submitter_died_before_waking_anyone_is_done(
    engine: Engine, processes: Processes
) -> None:
    assert processes.submitter("once").wait(30) == -signal.SIGKILL
    processes.worker()
    assert processes.submitter("once").wait(30) == -signal.SIGKILL

    await processes.until(lambda: processes.what() == ["outline", "outline"])

    async with engine.database.snapshot() as snap:
        jobs, _ = await engine.jobs.page(snap, engine.acme, limit=10)
    assert [(await ended(engine, job)).state for job in jobs] == [JobState.SUCCEEDED] * 2


async def test_what_was_accepted_outlives_the_process_that_accepted_it(
    engine: Engine, processes: Processes
) -> None:
    accepted: set[str] = set()
    for _ in range(3):
        process = processes.submitter("forever")
        assert process.stdout is not None
        accepted |= {(await asyncio.to_thread(process.stdout.readline)).strip() for _ in range(99)}
        process.kill()
        accepted.update(process.stdout.read().split("\n")[:-1])

    rows = await engine.database.read("select id from job")
    assert len(accepted) >= 297
    assert accepted <= {row["id"] for row in rows}
    assert (await engine.balance()).held == 3 * len(rows)


async def test_a_worker_told_to_stop_hands_its_jobs_on(
    engine: Engine, processes: Processes
) -> None:
    first = processes.worker()
    job = await rendering(engine, processes, 0.5)

    first.terminate()
    assert await asyncio.to_thread(first.wait, 30) == 0
    assert (await engine.find(job)).state is JobState.QUEUED
    processes.worker()

    assert (await ended(engine, job)).state is JobState.SUCCEEDED
    assert processes.what(job).count("outline") == 1


async def test_a_job_cancelled_elsewhere_stops_and_costs_nothing(
    engine: Engine, processes: Processes
) -> None:
    processes.worker()
    job = await rendering(engine, processes, 30)

    await engine.cancel(job)
    next_one = await ended(engine, await engine.submit(order("flaky")))

    assert (next_one.state, next_one.attempt) == (JobState.SUCCEEDED, 2)
    assert "render ends" not in processes.what(job)
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 3)


async def test_a_hot_account_does_not_make_another_wait(
    engine: Engine, processes: Processes
) -> None:
    jobs = await asyncio.gather(*(engine.submit() for _ in range(300)))
    one = await engine.submit(by=engine.bees)

    processes.worker()
    await ended(engine, jobs[-1])
    await ended(engine, one)

    order_of_work = [json.loads(line)[0] for line in processes.journal.read_text().splitlines()]
    assert order_of_work.index(one.id) < 10
    assert (await engine.balance()).spent == 900
    assert (await engine.balance()).held == 0


async def test_many_workers_killed_at_random_end_every_job_once(
    engine: Engine, processes: Processes
) -> None:
    jobs = await asyncio.gather(
        *(engine.submit(order(f"0.0{number % 9}"), by=who)
          for number in range(60) for who in (engine.acme, engine.bees))
    )  # fmt: skip
    for count in (10, 40, 80):
        doomed = [processes.worker(), processes.worker()]
        await processes.until(partial(processes.rendered, count))
        for process in doomed:
            process.kill()
    processes.worker()

    done = [await ended(engine, job) for job in jobs]

    assert {job.state for job in done} == {JobState.SUCCEEDED}
    for job in done:
        # A step may be made twice only if it was killed between being made and being stored.
        assert processes.what(job).count("render begins") <= job.attempt
    for who in (engine.acme, engine.bees):
        balance = await engine.balance(who)
        assert (balance.held, balance.spent) == (0, 180)
