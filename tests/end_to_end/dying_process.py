"""
Lives of a job that end at every single statement.

Each time a process accepts a job and works on it, and is killed just before its first statement,
its second, and so on, until one outlives the job; a healthy process ends what each one left.
Forks are safe here: this program has neither threads nor an event loop when it forks.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys

from pydantic import TypeAdapter

from quintet.database.sqlite import SqliteDatabase
from quintet.jobs import Attempt, Product, Worker
from tests.jobs.engine import Engine, open_engine

TEXT = TypeAdapter(str)


async def recipe(attempt: Attempt) -> Product:
    async def make() -> str:
        os.write(1, f"made {attempt.job.id}\n".encode())
        return "an outline"

    kept = await attempt.step("outline", TEXT, make)
    return Product((), spent=attempt.job.price, result=kept)


def die_before(engine: Engine, statements: int) -> None:
    left = [statements]

    def count(statement: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    assert isinstance(engine.database, SqliteDatabase)
    engine.database._writing.set_trace_callback(count)


async def live(path: str, statements: int) -> None:
    engine = await open_engine(path)
    if statements:
        die_before(engine, statements)
        await engine.submit()
    stop = asyncio.Event()
    working = asyncio.create_task(
        Worker(engine.database, engine.jobs.life, {"deck": recipe}).work(stop)
    )
    rows = await engine.database.read("select id from job where state in ('queued', 'running')")
    for row in rows:
        await engine.jobs.ended(row["id"], 60)
    stop.set()
    await working
    await engine.database.close()


def outlives(path: str, statements: int) -> bool:
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            asyncio.run(live(path, statements))
            os._exit(0)
        os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), "it ended otherwise than it was to"
    return status == 0


def main(path: str) -> None:
    deaths = 0
    while not outlives(path, deaths + 1):
        deaths += 1
        assert outlives(path, 0), "the healthy one was killed"
    os.write(1, f"died {deaths}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
