"""
The beat that keeps a worker's leases: in a thread of its own.

A worker is thought dead when it does not beat, so the beat must not wait for an event loop that
is busy, nor for the transactions of its process.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import closing

from quintet.database import Aside, Database
from quintet.domain.errors import DatabaseGone
from quintet.jobs import table

log = logging.getLogger(__name__)

BEATS_PER_LEASE = 5
AGAIN = 0.05
"""Seconds until a beat that did not come through is tried again."""

Held = Callable[[], Mapping[str, int]]
Lost = Callable[[str, int], None]


class Pulse:
    """
    `held` tells which jobs are in hand, by their attempts; it is asked in the thread. `lost` is
    told in the event loop of each that is the worker's no longer.
    """

    def __init__(
        self, database: Database, worker: str, lease: int, *, held: Held, lost: Lost
    ) -> None:
        self._database, self._worker, self._lease = database, worker, lease
        self._held, self._lost = held, lost
        self._loop = asyncio.get_running_loop()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)

    def start(self) -> None:
        self._thread.start()

    async def stop(self) -> None:
        self._stop.set()
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                with closing(self._database.aside()) as aside:
                    while not self._stop.wait(self._lease / 1000 / BEATS_PER_LEASE):
                        self._beat(aside)
            except DatabaseGone as error:
                log.warning("beat.failed", extra={"reason": str(error)})
                self._stop.wait(AGAIN)
            except Exception:
                # A worker without a pulse would lose every job it has, again and again.
                log.exception("beat.crashed")
                self._stop.wait(AGAIN)

    def _beat(self, aside: Aside) -> None:
        # What is held is noted before the beat: a job claimed during it is not in the answer.
        held = self._held()
        if not held:
            return
        until = self._database.now() + self._lease
        lost = table.beat(aside, self._database.engine, self._worker, held, until=until)
        # The loop may have been torn down, when the process is ending in a hurry.
        with contextlib.suppress(RuntimeError):
            for job in lost:
                self._loop.call_soon_threadsafe(self._lost, job, held[job])
