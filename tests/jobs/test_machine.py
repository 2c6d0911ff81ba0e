"""
Jobs and the ledger together, in whatever order things happen: submits and repeats, claims by
workers that live and die, ends by the right attempt and by an older one, cancels, sweeps.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from quintet.accounts.credits import Balance
from quintet.domain.errors import AlreadyEnded, Fenced, NotFailed, OutOfCredits
from quintet.domain.jobs import Job, JobState, Repeat
from quintet.jobs import due, table
from quintet.jobs.product import CRASHED, HANDED_BACK, Again, Product
from tests.jobs.engine import ROOM, Engine, open_engine, order

T = TypeVar("T")


class Machine(RuleBasedStateMachine):
    empty: Path

    jobs = Bundle("jobs")
    attempts = Bundle("attempts")

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        path = shutil.copy(self.empty, Path(self.folder.name) / "quintet.db")
        self.engine: Engine = self.wait(open_engine(str(path)))
        self.by_key: dict[str, str] = {}
        self.ends: dict[str, Job] = {}

    def wait(self, act: Awaitable[T]) -> T:
        async def doing() -> T:
            return await act

        return self.runner.run(doing())

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.wait(self.engine.database.close())
            self.runner.close()
            self.folder.cleanup()

    @rule(target=jobs, price=st.sampled_from([0, 1, 7, 300_000]), key=st.sampled_from("ab- "))
    def submit(self, price: int, key: str) -> Job | MultipleResults[Job]:
        wanted = Repeat(key) if key.isalpha() else None
        try:
            job = self.wait(self.engine.submit(order(price=price), repeat=wanted))
        except OutOfCredits:
            assert self.balance().available < price
            return multiple()
        assert self.by_key.setdefault(key, job.id) == job.id or not wanted
        return job

    @rule(target=attempts, free=st.integers(1, 3), lives=st.booleans())
    def claim(self, free: int, lives: bool) -> MultipleResults[Job]:
        lease = 60_000 if lives else -1
        claimed = self.wait(
            table.claim_next(self.engine.database, "worker", lease=lease, free=free)
        )
        return multiple(*claimed)

    @rule(job=jobs, ticket=st.integers(1, 3))
    def claim_a_ticket(self, job: Job, ticket: int) -> None:
        """As a queue hands one over, perhaps twice, perhaps late."""
        claimed = self.wait(
            table.claim_ticket(
                self.engine.database, "other", job=job.id, ticket=ticket, lease=60_000
            )
        )
        assert claimed is None or job.id not in self.ends

    @rule(attempt=consumes(attempts), spent=st.integers(0, 400_000), well=st.booleans())
    def finish(self, attempt: Job, spent: int, well: bool) -> None:
        with suppress(Fenced):
            how = Product((), spent) if well else CRASHED
            self.wait(self.engine.finish(attempt, how))
            assert attempt.id not in self.ends

    @rule(attempt=attempts, again=st.sampled_from([Again(0), HANDED_BACK]))
    def try_again(self, attempt: Job, again: Again) -> None:
        async def put_back() -> None:
            async with self.engine.database.transaction() as tx:
                await self.engine.jobs.life.retry(tx, attempt, again)

        with suppress(Fenced):
            self.wait(put_back())
            assert attempt.id not in self.ends

    @rule(job=jobs)
    def cancel(self, job: Job) -> None:
        with suppress(AlreadyEnded):
            self.wait(self.engine.cancel(job))

    @rule(target=jobs, job=jobs)
    def retry(self, job: Job) -> Job | MultipleResults[Job]:
        async def again() -> Job:
            async with self.engine.database.transaction() as tx:
                return await self.engine.jobs.retry(tx, self.engine.acme, job.id)

        try:
            return self.wait(again())
        except (NotFailed, OutOfCredits):
            return multiple()

    @rule(job=jobs, overdue=st.booleans())
    def sweep(self, job: Job, overdue: bool) -> None:
        if overdue:
            self.wait(
                self.engine.database.once(
                    "update job set deadline = 0 where id = :id and state = 'queued'", id=job.id
                )
            )
        self.wait(self.engine.jobs.life.sweep(self.engine.database))
        assert self.wait(due.expired(self.engine.database)) == []
        assert self.wait(due.overdue(self.engine.database)) == []

    @invariant()
    def the_books_are_right(self) -> None:
        if not hasattr(self, "engine"):
            return
        balance = self.balance()
        jobs = self.every_job()
        assert balance.held == sum(job.price for job in jobs if not job.state.final)
        assert balance.spent == sum(job.spent for job in jobs)
        assert all(job.spent == 0 for job in jobs if job.state is not JobState.SUCCEEDED)

    @invariant()
    def places_are_neither_exceeded_nor_left_empty(self) -> None:
        if not hasattr(self, "engine"):
            return
        jobs = self.every_job()
        inside = [job for job in jobs if job.ticket is not None]
        waiting = [job for job in jobs if job.ticket is None and not job.state.final]
        assert len(inside) <= ROOM
        assert not waiting or len(inside) == ROOM
        assert not any(job.state.final for job in inside)

    @invariant()
    def what_has_ended_stays_as_it_is(self) -> None:
        if not hasattr(self, "engine"):
            return
        for job in self.every_job():
            if job.state.final:
                assert self.ends.setdefault(job.id, job) == job
            else:
                assert job.id not in self.ends

    def balance(self) -> Balance:
        return self.wait(self.engine.balance())

    def every_job(self) -> list[Job]:
        async def look() -> list[Job]:
            async with self.engine.database.snapshot() as snap:
                return (await self.engine.jobs.page(snap, self.engine.acme, limit=1000))[0]

        return self.wait(look())


def test_in_whatever_order_things_happen_the_books_are_right(empty_database: Path) -> None:
    machine = type("JobsAndLedger", (Machine,), {"empty": empty_database})

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
