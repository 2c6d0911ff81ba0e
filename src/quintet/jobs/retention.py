"""Finished files in time: the old ones go, and so do those that no row names."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass

from quintet.database import Database, Snapshot
from quintet.domain.errors import DatabaseGone
from quintet.storage import Store, sweep

log = logging.getLogger(__name__)

DAY_MS = 24 * 3600 * 1000
EVERY = 3600.0
"""Seconds between two sweeps."""


@dataclass(frozen=True, slots=True)
class Retention:
    """
    `days` is how long a finished file is kept, 0 for ever. A file without a row is an attempt's
    that did not finish, or a picture between two steps: it is kept for a day, which is longer
    than any job takes.
    """

    database: Database
    store: Store
    days: int = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Sweep now and then until told to stop."""
        while not stop.is_set():
            try:
                await self.sweep()
            except (DatabaseGone, OSError) as error:
                log.warning("retention.postponed", extra={"reason": str(error)})
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY)

    async def sweep(self) -> int:
        """Let go what is too old, then what nobody names. How many files went is returned."""
        now = self.database.now()
        old = await self._forget(now - self.days * DAY_MS) if self.days else []
        for key in old:
            await self.store.delete(key)
        async with self.database.snapshot() as snap:
            in_use = await keys_in_use(snap)
        return len(old) + await sweep(self.store, in_use, before=now - DAY_MS)

    async def _forget(self, before: int) -> list[str]:
        rows = await self.database.once(
            "delete from artifact where created_at < :before returning key", before=before
        )
        return [row["key"] for row in rows]


async def keys_in_use(snap: Snapshot) -> set[str]:
    """The keys of every finished file that a row names."""
    return {row["key"] for row in await snap.rows("select key from artifact")}
