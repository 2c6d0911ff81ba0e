"""A job's life, verb by verb. Each verb is one guarded statement and what must go with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quintet.accounts import credits
from quintet.accounts.limits import Limits
from quintet.database import Database, Transaction
from quintet.domain.errors import Fenced
from quintet.domain.jobs import Job, JobState, Order, Repeat
from quintet.jobs import due, looking, repeats, steps, table
from quintet.jobs.ids import new_id
from quintet.jobs.product import CANCELLED, CRASHED, OVERDUE, Again, End
from quintet.jobs.queues import Queue

MAX_SETBACKS = 5
"""
The one that ends a job: its worker was lost, a provider was busy, or the workshop's child died at
it. A worker lost with its whole machine is a setback to each job it had in hand, once: from the
row nobody can tell it from a worker that its job has killed. A graceful stop is none.
"""


def one_too_many(job: Job) -> bool:
    """Whether the next setback ends the job."""
    return job.setbacks + 1 >= MAX_SETBACKS


@dataclass(frozen=True, slots=True)
class Life:
    """
    The verbs that belong into a transaction. `changed` is told of a job once its change is
    committed. Locks are taken in one order: job row, account row, the account's next job.
    """

    queue: Queue
    limits: Limits
    changed: Callable[[str], None]

    async def submit(
        self, tx: Transaction, account: str, order: Order, repeat: Repeat | None = None
    ) -> Job:
        """
        Accept an order as a new job, paid for and queued in the same transaction.

        A repeat returns the job it made the first time, and is neither counted nor charged.
        Raises KeyReused, TooManyRequests or OutOfCredits; then the transaction must not commit.
        """
        job_id = new_id(tx.now)
        if repeat:
            first = await repeats.claim(tx, account, order.dialect, repeat, job_id)
            if first:
                return await looking.find(tx, first, account=account)
        await self.limits.take(tx, account)
        # The account's row is locked from here on, so submits of one account come one after
        # another, and the count of its places is exact.
        await credits.reserve(tx, account, order.price)
        job = await table.insert(tx, job_id, account, order)
        await credits.enter(tx, account, job_id, "reserve", order.price)
        await self._put(tx, job)
        return job

    async def finish(self, tx: Transaction, job: Job, end: End) -> Job:
        """Write an attempt's end. Raises Fenced when the job is no longer this attempt's."""
        ended = await table.end_attempt(tx, job, end)
        if ended is None:
            raise Fenced(job.id)
        await self._after(tx, ended)
        if end.product.record:
            await end.product.record(tx, ended)
        return ended

    async def cancel(self, tx: Transaction, account: str, job: str) -> Job | None:
        """
        End a job that has not ended; None when there is no such job of this account. A worker
        that is at it hears of it at its next beat.
        """
        ended = await table.end_for_owner(tx, account, job, CANCELLED)
        if ended:
            await self._after(tx, ended)
        return ended

    async def retry(self, tx: Transaction, job: Job, again: Again) -> Job:
        """Queue an attempt's job again. Raises Fenced like `finish`."""
        queued = await table.put_back(tx, job, again)
        if queued is None:
            raise Fenced(job.id)
        await self._put(tx, queued)
        return queued

    async def sweep(self, database: Database) -> None:
        """Whatever the queue cannot know: lost and overdue jobs, and places nobody took."""
        for job in await self.queue.lost():
            async with database.transaction() as tx:
                await self._recover(tx, job)
        for overdue in await due.overdue(database):
            async with database.transaction() as tx:
                if ended := await table.end_overdue(tx, overdue, OVERDUE):
                    await self._after(tx, ended)
        for account in await due.accounts_with_room(database):
            async with database.transaction() as tx:
                await credits.lock(tx, account)
                await self._let_in(tx, account)

    async def _recover(self, tx: Transaction, job: Job) -> None:
        if job.state is JobState.RUNNING and one_too_many(job):
            if ended := await table.end_lost(tx, job, CRASHED):
                await self._after(tx, ended)
        elif queued := await table.put_back_lost(tx, job):
            await self._put(tx, queued)

    async def _after(self, tx: Transaction, job: Job) -> None:
        """What belongs to every end: credits, and the next job let in."""
        await steps.drop(tx, job.id)
        await credits.settle(tx, job.account, job.id, held=job.price, spent=job.spent)
        await self._let_in(tx, job.account)
        tx.afterwards(lambda: self.changed(job.id))

    async def _let_in(self, tx: Transaction, account: str) -> None:
        """Queue the account's oldest waiting job, if it has room. Its row must be locked."""
        if job := await table.give_ticket(tx, account):
            await self._put(tx, job)

    async def _put(self, tx: Transaction, job: Job) -> None:
        if job.ticket is not None:
            await self.queue.put(tx, job)
        tx.afterwards(lambda: self.changed(job.id))
