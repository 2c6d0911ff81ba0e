"""The ledger and the limits against a model of each, in whatever order things happen."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from quintet.accounts import accounts, credits
from quintet.accounts.caller import Caller
from quintet.accounts.credits import Balance
from quintet.accounts.limits import SECONDS, Limits, WindowName
from quintet.database import Transaction, open_database
from quintet.domain.errors import OutOfCredits, TooManyRequests

T = TypeVar("T")
NAMES = ("Acme", "Zenith")
SIZE = settings(max_examples=25, stateful_step_count=30, deadline=None)


class OnDatabase(RuleBasedStateMachine):
    """A machine with a database of its own, on which two processes work, and two accounts."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        path = shutil.copy(self.template, self.folder.name)
        self.databases = [self.run(lambda: open_database(path)) for _ in range(2)]
        self.ids = [
            self.commit(lambda tx, name=name: accounts.create(tx, name))  # type: ignore[misc]
            for name in NAMES
        ]

    def run(self, act: Callable[[], Awaitable[T]]) -> T:
        async def run() -> T:
            return await act()

        return self.runner.run(run())

    def commit(
        self, act: Callable[[Transaction], Awaitable[T]], process: int = 0, now: int | None = None
    ) -> T:
        async def commit() -> T:
            async with self.databases[process].transaction() as tx:
                tx.now = tx.now if now is None else now
                return await act(tx)

        return self.run(commit)

    def teardown(self) -> None:
        for database in self.databases:
            self.run(database.close)
        self.runner.close()
        self.folder.cleanup()


@dataclass(frozen=True)
class Held:
    """A job, and what it holds."""

    job: str
    account: int
    amount: int


accounts_of = st.integers(0, 1)
processes = st.integers(0, 1)
amounts = st.integers(0, 60)


class Ledger(OnDatabase):
    """The model: what each account was granted, holds and has spent; jobs that are settled."""

    held = Bundle("held")
    settled = Bundle("settled")

    def __init__(self) -> None:
        super().__init__()
        self.model = [Balance(0, 0, 0, 0), Balance(0, 0, 0, 0)]
        self.reasons: set[tuple[int, str]] = set()
        self.jobs = 0

    @rule(account=accounts_of, amount=st.integers(1, 100), reason=st.sampled_from("abc"))
    def grant(self, account: int, amount: int, reason: str) -> None:
        new = (account, reason) not in self.reasons
        self.reasons.add((account, reason))

        given = self.commit(lambda tx: credits.grant(tx, self.ids[account], amount, reason=reason))

        assert given is new
        if new:
            self.move(account, granted=amount, available=amount)

    @rule(target=held, account=accounts_of, amount=amounts, process=processes)
    def reserve(self, account: int, amount: int, process: int) -> Any:
        self.jobs += 1
        job = Held(f"job {self.jobs}", account, amount)

        async def reserve(tx: Transaction) -> None:
            await credits.reserve(tx, self.ids[account], amount)
            await credits.enter(tx, self.ids[account], job.job, "reserve", amount)

        enough = self.model[account].available >= amount
        if not enough:
            with pytest.raises(OutOfCredits):
                self.commit(reserve, process)
            return multiple()
        self.commit(reserve, process)
        self.move(account, available=-amount, held=amount)
        return job

    @rule(account=accounts_of, amount=amounts, job=held)
    def crash_in_the_middle(self, account: int, amount: int, job: Held) -> None:
        async def crash(tx: Transaction) -> None:
            await credits.grant(tx, self.ids[account], 5, reason="never")
            await credits.settle(tx, self.ids[job.account], job.job, held=job.amount, spent=1)
            raise LookupError

        with pytest.raises(LookupError):
            self.commit(crash)

    @rule(target=settled, job=consumes(held), spent=amounts, process=processes)
    def settle(self, job: Held, spent: int, process: int) -> Held:
        self.pay(job, spent, process)
        paid = min(spent, job.amount)
        self.move(job.account, held=-job.amount, spent=paid, available=job.amount - paid)
        return job

    @rule(job=settled, spent=amounts, process=processes)
    def settle_again(self, job: Held, spent: int, process: int) -> None:
        self.pay(job, spent, process)

    @invariant()
    def every_account_is_as_the_model_says_and_the_books_agree(self) -> None:
        async def look() -> tuple[list[Balance], list[str]]:
            async with self.databases[0].snapshot() as snap:
                told = [await credits.balance(snap, account) for account in self.ids]
                return told, await credits.balanced(snap)

        assert self.run(look) == (self.model, [])

    def pay(self, job: Held, spent: int, process: int) -> None:
        account = self.ids[job.account]
        self.commit(
            lambda tx: credits.settle(tx, account, job.job, held=job.amount, spent=spent), process
        )

    def move(self, account: int, **by: int) -> None:
        before = self.model[account]
        after = {name: getattr(before, name) + amount for name, amount in by.items()}
        self.model[account] = replace(before, **after)


MOST: dict[WindowName, int] = {"burst": 4, "hour": 7, "day": 9}


class Buckets(OnDatabase):
    """The model: leaky buckets, one for each window, that hold the limit and drain evenly."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1_000_000
        self.limits = [Limits(MOST, now=self.told_now) for _ in self.databases]
        self.costs = {name: SECONDS[name] * 1_000_000 // most for name, most in MOST.items()}
        self.full = [dict.fromkeys(MOST, 0) for _ in NAMES]

    def told_now(self) -> int:
        return self.now

    @rule(seconds=st.sampled_from([1, 15, 60, 300, 514, 3600, 9600, 86_400]))
    def wait(self, seconds: int) -> None:
        self.pass_by(seconds * 1000)

    @rule(account=accounts_of, process=processes)
    def take(self, account: int, process: int) -> None:
        if not self.has_room(account):
            with pytest.raises(TooManyRequests):
                self.ask(account, process)
            return
        self.ask(account, process)
        for name, cost in self.costs.items():
            self.full[account][name] += cost
        left = self.limits[process].standing(Caller(self.ids[account]))
        assert {name: window.left for name, window in left.items()} == {
            name: most - -(-self.full[account][name] // self.costs[name])
            for name, most in MOST.items()
        }

    @rule(account=accounts_of, process=processes)
    def come_again_when_told(self, account: int, process: int) -> None:
        if self.has_room(account):
            return
        with pytest.raises(TooManyRequests) as refused:
            self.ask(account, process)

        self.pass_by(round(refused.value.retry_after * 1000) - 2)
        assert not self.has_room(account)
        self.pass_by(3)
        self.take(account, process)

    def ask(self, account: int, process: int) -> None:
        limits = self.limits[process]
        self.commit(lambda tx: limits.take(tx, self.ids[account]), process, now=self.now)

    def has_room(self, account: int) -> bool:
        return all(
            self.full[account][name] + cost <= MOST[name] * cost
            for name, cost in self.costs.items()
        )

    def pass_by(self, milliseconds: int) -> None:
        self.now += milliseconds
        for buckets in self.full:
            for name in buckets:
                buckets[name] = max(0, buckets[name] - milliseconds * 1000)


@pytest.mark.parametrize("machine", [Ledger, Buckets])
def test_it_keeps_to_its_model_whatever_happens(
    machine: type[OnDatabase], empty_database: Path
) -> None:
    machine.template = empty_database

    run_state_machine_as_test(machine, settings=SIZE)
