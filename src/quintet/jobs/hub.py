"""
Waiting for jobs: one watch for all who wait in this process.

What this process commits is told at once. What others commit shows in the database's count of
commits, which is looked at every few milliseconds while somebody waits; then all the jobs
waited for are looked at by one statement, whatever their number.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field

from quintet.database import Database
from quintet.domain.errors import DatabaseGone
from quintet.domain.jobs import Job
from quintet.jobs import looking
from quintet.jobs.rows import among

log = logging.getLogger(__name__)

POLL = 0.015
SAFETY = 2.0
"""Seconds between two looks at the jobs whatever the count says."""

Mark = tuple[object, ...]
"""What must differ for a change to be a visible one."""


@dataclass(slots=True)
class Watched:
    """A job somebody waits for: by how many, how it was last seen, and the bell for the next."""

    waiting: int = 0
    mark: Mark = ()
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def ring(self) -> None:
        self.bell.set()
        self.bell = asyncio.Event()


class Hub:
    """To be made once for a process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._watched: dict[str, Watched] = {}
        self._watching: asyncio.Task[None] | None = None
        self._closed = False

    def close(self) -> None:
        """Let go of all who wait, now and later: the process ends. They see a job as it stands."""
        self._closed = True
        for watched in self._watched.values():
            watched.ring()

    def wake(self, job: str) -> None:
        """Tell whoever waits for this job that it may have changed."""
        if watched := self._watched.get(job):
            watched.ring()

    async def ended(self, job: str, seconds: float) -> Job:
        """Wait for a job's end, but not longer; the job as it then stands. Raises NotFound."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds), aclosing(self.changes(job)) as changes:
                async for _ in changes:
                    pass
        return await self._look(job)

    async def changes(self, job: str) -> AsyncGenerator[Job, None]:
        """A job as it stands, and again at each visible change, until it has ended."""
        last: Mark | None = None
        with self._waiting_for(job) as watched:
            while True:
                # The bell is taken before the look: what changes after the look will ring it.
                bell = watched.bell
                seen = await self._look(job)
                if last != (last := mark_of(seen)):
                    yield seen
                if seen.state.final or self._closed:
                    return
                await bell.wait()

    async def _look(self, job: str) -> Job:
        async with self._database.snapshot() as snap:
            return await looking.state_of(snap, job)

    @contextmanager
    def _waiting_for(self, job: str) -> Iterator[Watched]:
        watched = self._watched.setdefault(job, Watched())
        watched.waiting += 1
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch())
        try:
            yield watched
        finally:
            watched.waiting -= 1
            if not watched.waiting:
                del self._watched[job]

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        count, looked = self._database.commits(), loop.time()
        while self._watched:
            await asyncio.sleep(POLL)
            before, count = count, self._database.commits()
            if count != before or loop.time() - looked > SAFETY:
                looked = loop.time()
                try:
                    await self._look_at_all()
                except DatabaseGone as error:
                    log.warning("database.gone", extra={"reason": str(error)})

    async def _look_at_all(self) -> None:
        rows = await self._database.read(
            "select id, state, attempt, progress from job"
            f" where id in {among(self._database.engine, 'jobs')}",
            jobs=json.dumps([*self._watched]),
        )
        for row in rows:
            watched, mark = self._watched.get(row["id"]), tuple(row.values())
            if watched and watched.mark != mark:
                watched.mark = mark
                watched.ring()


def mark_of(job: Job) -> Mark:
    return (job.state, job.attempt, job.progress)
