"""What a queue must do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Protocol

from quintet.database import Transaction
from quintet.domain.jobs import Job

Work = Callable[[Job], Coroutine[None, None, None]]


class Queue(Protocol):
    lease: int
    """Milliseconds for which a worker that beats no more is thought alive."""

    async def put(self, tx: Transaction, job: Job) -> None:
        """Queue the ticket a job holds, from its `run_at` on. Stands or falls with `tx`."""

    async def lost(self) -> list[Job]:
        """Jobs with a ticket that nobody works on and nobody will be handed."""

    async def run(self, worker: str, work: Work, stop: asyncio.Event) -> None:
        """Claim jobs as hands are free and hand them over, until told to stop."""
