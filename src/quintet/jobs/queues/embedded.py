"""The queue of one machine: the job table itself."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from functools import partial

from quintet.database import Database, Transaction
from quintet.domain.jobs import Job
from quintet.jobs import due, table
from quintet.jobs.patience import patiently
from quintet.jobs.queues.queue import Work

POLL = 0.25
"""Seconds until a job submitted by another process is seen."""
LEASE = 4.0
"""Seconds until the job of a worker that is silent is given to another."""


class EmbeddedQueue:
    """`hands` is how many jobs one worker has in hand at once."""

    def __init__(self, database: Database, *, hands: int = 16, lease: float = LEASE) -> None:
        self.lease = round(lease * 1000)
        self._database, self._hands = database, hands
        self._working: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()

    async def put(self, tx: Transaction, job: Job) -> None:
        tx.afterwards(self._news.set)

    async def lost(self) -> list[Job]:
        for worker in self._database.dead(await due.workers(self._database)):
            await table.end_leases(self._database, worker)
        return await due.expired(self._database)

    async def run(self, worker: str, work: Work, stop: asyncio.Event) -> None:
        stopping = asyncio.create_task(stop.wait())  # Kept: a task without a name may vanish.
        stopping.add_done_callback(lambda _: self._news.set())
        try:
            while not stop.is_set():
                self._news.clear()
                for job in await patiently(partial(self._claim, worker)):
                    self._start(work(job))
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), POLL)
        finally:
            stopping.cancel()
        if self._working:
            await asyncio.wait(self._working)

    async def _claim(self, worker: str) -> list[Job]:
        free = self._hands - len(self._working)
        if free == 0 or not await due.any_ready(self._database):
            return []
        return await table.claim_next(self._database, worker, lease=self.lease, free=free)

    def _start(self, working: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(working)
        self._working.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        self._news.set()
