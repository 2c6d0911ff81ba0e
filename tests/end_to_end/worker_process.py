"""
A worker as a process of its own.

What its recipes really did is in the journal, whatever the database says.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time

from pydantic import TypeAdapter

from quintet.domain.errors import ProviderError
from quintet.jobs import Attempt, Product, Recipe, Worker
from tests.jobs.engine import open_engine, text_of

TEXT = TypeAdapter(str)


def recipe(journal: str) -> Recipe:
    """Two steps, of which the second takes as many seconds as the brief says, or none."""
    out = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(attempt: Attempt, what: str) -> None:
        line = [attempt.job.id, attempt.job.attempt, what, os.getpid(), time.time()]
        os.write(out, f"{json.dumps(line)}\n".encode())

    async def deck(attempt: Attempt) -> Product:
        text = text_of(attempt.job)
        if text == "flaky" and attempt.job.attempt < 2:
            note(attempt, "busy")
            raise ProviderError("Busy.", retry_after=0.01)

        if text == "poison":
            note(attempt, "dies")
            os.kill(os.getpid(), signal.SIGKILL)

        async def outline() -> str:
            note(attempt, "outline")
            return "an outline"

        async def render() -> str:
            note(attempt, "render begins")
            await asyncio.sleep(float(text))
            note(attempt, "render ends")
            return "a deck"

        made = [await attempt.step("outline", TEXT, outline)]
        if text.replace(".", "").isdigit():
            made.append(await attempt.step("render", TEXT, render))
        return Product((), spent=attempt.job.price, result=", ".join(made))

    return deck


async def main(path: str, journal: str, lease: str) -> None:
    engine = await open_engine(path, lease=float(lease))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    os.write(1, b"ready\n")
    await Worker(engine.database, engine.jobs.life, {"deck": recipe(journal)}).work(stop)
    await engine.database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
