"""One attempt at one job: what a recipe is given to work with."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from quintet.database import Database
from quintet.domain.errors import DatabaseGone, Fenced
from quintet.domain.jobs import Job, Progress
from quintet.jobs import steps, table
from quintet.jobs.patience import patiently
from quintet.jobs.product import Product

log = logging.getLogger(__name__)

TELL_EVERY = 0.2
"""Seconds: what is told more often than this is passed over, but for the last."""
T = TypeVar("T")


class Attempt:
    """`job` comes with its brief. To be closed when the recipe has come to its end."""

    def __init__(self, job: Job, database: Database) -> None:
        self.job = job
        self._database = database
        self._told: Progress | None = None
        self._telling: asyncio.Task[None] | None = None

    async def step(self, name: str, form: TypeAdapter[T], make: Callable[[], Awaitable[T]]) -> T:
        """
        Make something once for a job: a later attempt reads the stored result instead.

        Raises Fenced when the attempt has lost its job meanwhile.
        """
        kept = await patiently(lambda: steps.kept(self._database, self.job.id, name))
        if kept is not None:
            try:
                return form.validate_json(kept)
            except ValidationError:
                # Stored by another version of the program: its form has changed since.
                log.warning("step.unreadable", extra={"job": self.job.id, "step": name})
        result = await make()
        text = form.dump_json(result).decode()
        if not await patiently(lambda: steps.keep(self._database, self.job, name, text)):
            raise Fenced(self.job.id)
        return result

    async def tell(self, done: int, total: int, step: str) -> None:
        """Say how far the job has come. It costs little, waits for nothing and never fails."""
        self._told = Progress(done, total, step)
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell())

    def close(self) -> None:
        if self._telling:
            self._telling.cancel()

    async def _tell(self) -> None:
        written = None
        while self._told and self._told != written:
            written = self._told
            try:
                await table.tell(self._database, self.job, written)
            except DatabaseGone as error:
                log.warning("database.gone", extra={"reason": str(error)})
            await asyncio.sleep(TELL_EVERY)


Recipe = Callable[[Attempt], Awaitable[Product]]
"""How a job of one kind is done."""

Recipes = Mapping[str, Recipe]
