"""Working the queue: attempt a job, write down how it ended, and show that we are alive."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import random
import secrets
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial

from quintet.database import Database
from quintet.domain.errors import DatabaseGone, Fenced, ProviderError, QuintetError
from quintet.domain.jobs import Failure, Job, JobState
from quintet.jobs import looking, repeats
from quintet.jobs.attempt import Attempt, Recipes
from quintet.jobs.life import Life, one_too_many
from quintet.jobs.patience import patiently
from quintet.jobs.product import CRASHED, HANDED_BACK, Again, End
from quintet.jobs.pulse import Pulse

log = logging.getLogger(__name__)

SWEEP, FORGET = 1.0, 3600.0
LONGEST_BACKOFF = 300.0


def _name() -> str:
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


@dataclass(frozen=True, slots=True)
class Held:
    """A job in hand, and the task that is at it."""

    job: Job
    making: asyncio.Task[End | Again]


@dataclass(slots=True)
class Worker:
    """One worker of this process. Its name must be nobody else's: leases go by it."""

    database: Database
    life: Life
    recipes: Recipes
    name: str = field(default_factory=_name)
    _held: dict[str, Held] = field(default_factory=dict)

    async def work(self, stop: asyncio.Event) -> None:
        """Work until told to stop; what is then in hand goes back into the queue."""
        queue = self.life.queue
        pulse = Pulse(self.database, self.name, queue.lease, held=self._attempts, lost=self._drop)
        beside = [
            asyncio.create_task(_every(SWEEP, partial(self.life.sweep, self.database))),
            asyncio.create_task(_every(FORGET, partial(repeats.forget, self.database))),
            asyncio.create_task(self._put_down(stop)),
        ]
        pulse.start()
        try:
            with self.database.present(self.name):
                await queue.run(self.name, partial(self._carry_out, stop), stop)
        finally:
            for task in beside:
                task.cancel()
            await asyncio.wait(beside)
            await pulse.stop()

    async def _carry_out(self, stop: asyncio.Event, job: Job) -> None:
        if stop.is_set():
            with contextlib.suppress(Fenced, DatabaseGone):
                await self._write_down(job, HANDED_BACK)
            return
        making = asyncio.create_task(self._make(job))
        self._held[job.id] = held = Held(job, making)
        try:
            await asyncio.wait({making})
            if making.cancelled():
                log.info("job.dropped", extra={"job": job.id, "attempt": job.attempt})
            else:
                await self._end(job, making.result())
        finally:
            if self._held.get(job.id) is held:
                del self._held[job.id]
            making.cancel()

    async def _make(self, job: Job) -> End | Again:
        try:
            attempt = Attempt(await self._with_brief(job), self.database)
            with contextlib.closing(attempt):
                product = await self.recipes[job.kind](attempt)
        except Fenced:
            raise asyncio.CancelledError from None
        except Exception as error:
            return outcome(job, error)
        return End(JobState.SUCCEEDED, product=product)

    async def _with_brief(self, job: Job) -> Job:
        async def ask() -> str:
            async with self.database.snapshot() as snap:
                return await looking.brief_of(snap, job.id)

        return replace(job, brief=await patiently(ask))

    async def _end(self, job: Job, end: End | Again) -> None:
        try:
            await patiently(lambda: self._write_down(job, end))
        except Fenced:
            log.info("job.fenced", extra={"job": job.id, "attempt": job.attempt})
        except Exception as error:
            # A product that cannot be recorded is a failure like one in the making.
            failed = outcome(job, error)
            with contextlib.suppress(Fenced):
                await patiently(lambda: self._write_down(job, failed))

    async def _write_down(self, job: Job, end: End | Again) -> None:
        async with self.database.transaction() as tx:
            if isinstance(end, Again):
                await self.life.retry(tx, job, end)
            else:
                await self.life.finish(tx, job, end)

    async def _put_down(self, stop: asyncio.Event) -> None:
        await stop.wait()
        in_hand = list(self._held.values())
        for held in in_hand:
            with contextlib.suppress(Fenced, DatabaseGone):
                await self._write_down(held.job, HANDED_BACK)
        # All at once: else what one lets go of, another one here would take up and begin with.
        for held in in_hand:
            held.making.cancel()

    def _attempts(self) -> dict[str, int]:
        return {held.job.id: held.job.attempt for held in list(self._held.values())}

    def _drop(self, job: str, attempt: int) -> None:
        held = self._held.get(job)
        if held and held.job.attempt == attempt:
            held.making.cancel()


def outcome(job: Job, error: Exception) -> End | Again:
    """What an error makes of its job. What is not one of ours is a bug: it costs its job alone."""
    match error:
        case ProviderError(retry_after=wait) if wait is not None and not one_too_many(job):
            return Again(backoff(job.setbacks + 1, wait))
        case QuintetError():
            return End(JobState.FAILED, Failure(error.code, str(error)))
        case _:
            log.error("job.crashed", extra={"job": job.id, "kind": job.kind}, exc_info=error)
            return CRASHED


def backoff(setbacks: int, at_least: float) -> float:
    """Seconds to wait after so many setbacks: longer each time, never quite the same."""
    return max(at_least, min(LONGEST_BACKOFF, 2.0**setbacks)) * random.uniform(1.0, 1.25)


async def _every(seconds: float, act: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await act()
        except DatabaseGone as error:
            log.warning("database.gone", extra={"reason": str(error)})
        except Exception:
            log.exception("upkeep.crashed")
        await asyncio.sleep(seconds * random.uniform(0.8, 1.2))
