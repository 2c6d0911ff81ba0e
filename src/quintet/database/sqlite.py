"""
SQLite: one writer, whose commits are shared.

Transactions take turns on one connection. Those that are ready together are committed
together, so a hundred submits cost one fsync; each has a savepoint of its own, so one that
fails takes nobody with it. What may block (waiting for another process's lock, the fsync)
happens in the writer's thread; statements take microseconds and run where they are asked.
Reads have a connection of their own and wait for nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from quintet.database.connecting import SqliteAside, connect, fetch
from quintet.database.database import Engine, Row, Snapshot, Transaction, Value
from quintet.database.presence import Presence
from quintet.domain.errors import DatabaseGone

log = logging.getLogger(__name__)

GROUP = 256
"""At most so many transactions share a commit."""
SLOW = 1.0
"""Seconds of a turn that are worth a warning: nobody else can write meanwhile."""


def _future() -> asyncio.Future[None]:
    return asyncio.get_running_loop().create_future()


@dataclass(slots=True, eq=False)
class Turn:
    """One transaction's way through the writer."""

    task: asyncio.Task[object] | None = field(default_factory=asyncio.current_task)
    given: asyncio.Future[None] = field(default_factory=_future)
    over: asyncio.Future[None] = field(default_factory=_future)
    kept: asyncio.Future[None] = field(default_factory=_future)
    acts: list[Callable[[], object]] = field(default_factory=list)

    def keep(self) -> None:
        # The writer does this, not the task: a task that was cancelled while it waited for the
        # commit has committed all the same.
        for act in self.acts:
            self.over.get_loop().call_soon(act)
        if not self.kept.done():
            self.kept.set_result(None)

    def fail(self, reason: str) -> None:
        for future in (self.given, self.kept):
            if not future.done():
                future.set_exception(DatabaseGone(reason))
                future.exception()  # Seen, should nobody be waiting any more.


class SqliteSnapshot(Snapshot):
    __slots__ = ()

    async def __aenter__(self) -> Snapshot:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None


class SqliteDatabase:
    engine: Engine = "sqlite"

    def __init__(self, path: str) -> None:
        self.path = path
        presence = Presence(Path(f"{path}.workers"))
        self.present, self.dead = presence.present, presence.dead
        self._writing, self._reading = connect(path), connect(path)
        self._turns: asyncio.Queue[Turn | None] = asyncio.Queue()
        self._turn: Turn | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")
        self._writer = asyncio.create_task(self._write(), name="sqlite-writer")

    async def close(self) -> None:
        self._turns.put_nowait(None)
        await self._writer
        self._thread.shutdown()
        self._writing.close()
        self._reading.close()

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def snapshot(self) -> SqliteSnapshot:
        return SqliteSnapshot(self.engine, self.now(), self._look)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        turn = self._queue_up()
        try:
            await turn.given
            with savepoint(self._writing):
                tx = Transaction(self.engine, self.now(), self._execute, self._writing)
                yield tx
            turn.acts = tx.acts
        finally:
            turn.given.cancel()
            turn.over.set_result(None)
        await turn.kept

    def _queue_up(self) -> Turn:
        turn = Turn()
        current = self._turn
        if current and current.task is turn.task and not current.over.done():
            raise RuntimeError("a transaction inside a transaction would wait for itself")
        if self._writer.done():
            turn.fail("closed")
        self._turns.put_nowait(turn)
        return turn

    async def once(self, sql: str, **values: Value) -> list[Row]:
        async with self.transaction():
            return fetch(self._writing, sql, values)

    async def read(self, sql: str, **values: Value) -> list[Row]:
        return fetch(self._reading, sql, values)

    def commits(self) -> int:
        # Counts the commits of every other connection: our writer's, and other processes'.
        return int(self._reading.execute("pragma data_version").fetchone()[0])

    def aside(self) -> SqliteAside:
        return SqliteAside(self.path)

    async def _look(self, sql: str, values: Mapping[str, Value]) -> list[Row]:
        return fetch(self._reading, sql, values)

    async def _execute(self, sql: str, values: Mapping[str, Value]) -> list[Row]:
        return fetch(self._writing, sql, values)

    async def _write(self) -> None:
        while turn := await self._turns.get():
            await self._write_group(turn)
        while not self._turns.empty():
            if turn := self._turns.get_nowait():
                turn.fail("closed")

    async def _write_group(self, first: Turn) -> None:
        group = [first]
        try:
            await self._blocking(lambda: self._writing.execute("begin immediate"))
            await self._give(first)
            while len(group) < GROUP and (turn := self._next()):
                group.append(turn)
                await self._give(turn)
            await self._blocking(self._writing.commit)
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._writing.rollback()
            for turn in group:
                turn.fail(str(error))
        else:
            for turn in group:
                turn.keep()

    def _next(self) -> Turn | None:
        if self._turns.empty():
            return None
        turn = self._turns.get_nowait()
        if turn is None:
            self._turns.put_nowait(None)  # We are closing: end this group, then the writer.
        return turn

    async def _give(self, turn: Turn) -> None:
        # A turn whose task was cancelled while it waited has cancelled its future.
        if turn.given.done():
            return
        self._turn, begun = turn, time.monotonic()
        turn.given.set_result(None)
        await turn.over
        self._turn = None
        if (took := time.monotonic() - begun) > SLOW:
            name = turn.task.get_name() if turn.task else ""
            log.warning("database.slow_turn", extra={"task": name, "seconds": round(took, 3)})
        if not self._writing.in_transaction:
            # A full disk makes SQLite roll back everything, the turns before this one included.
            raise sqlite3.OperationalError("the database gave the transaction up")

    async def _blocking(self, act: Callable[[], object]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, act)


@contextlib.contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("savepoint turn")
    try:
        yield
    except BaseException:
        # Where SQLite has rolled back everything by itself, the savepoint is gone as well.
        if connection.in_transaction:
            connection.execute("rollback to turn")
            connection.execute("release turn")
        raise
    connection.execute("release turn")
