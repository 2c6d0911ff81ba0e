"""
Submits as another process does: one job, and dies in the moment after the commit, before
anybody was woken; or jobs without end, telling each one's name when it has been accepted.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from tests.jobs.engine import Engine, open_engine, order


async def submit_and_die(engine: Engine) -> None:
    async with engine.database.transaction() as tx:
        tx.afterwards(lambda: os.kill(os.getpid(), signal.SIGKILL))
        await engine.jobs.submit(tx, engine.acme, order())


async def submit_forever(engine: Engine) -> None:
    while True:
        job = await engine.submit()
        os.write(1, f"{job.id}\n".encode())


async def main(path: str, how: str) -> None:
    engine = await open_engine(path)
    if how == "once":
        await submit_and_die(engine)
    await asyncio.gather(*(submit_forever(engine) for _ in range(32)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
