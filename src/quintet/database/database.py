"""What every database of ours can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Row = Mapping[str, Any]
"""One row by the names of its columns. A driver's own mapping; what is inside is its business."""

Value = str | int | float | bytes | None
Engine = Literal["sqlite", "postgresql"]
Execute = Callable[[str, Mapping[str, Value]], Awaitable[list[Row]]]


@dataclass(slots=True)
class Snapshot:
    """
    Reading. Each statement sees what is committed when it runs; what must agree is one statement.

    `now` is one moment for the whole of it, in UTC milliseconds, by the database's clock.
    """

    engine: Engine
    now: int
    execute: Execute

    async def rows(self, sql: str, **values: Value) -> list[Row]:
        """Run one statement with its `:name` parameters."""
        return await self.execute(sql, values)

    async def row(self, sql: str, **values: Value) -> Row | None:
        """The first row, or None."""
        found = await self.execute(sql, values)
        return found[0] if found else None


@dataclass(slots=True)
class Transaction(Snapshot):
    """
    One unit of work: commits when its block ends, rolls back when it raises.

    Await nothing but the transaction inside its block: others are waiting to write.
    """

    connection: Any = None
    """The driver's own, for a queue that writes in the same transaction."""
    acts: list[Callable[[], object]] = field(default_factory=list)

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do this as soon as the commit is safe, and never if it fails."""
        self.acts.append(act)


class Aside(Protocol):
    """A connection for a thread of its own. It blocks, and what it writes need not outlive us."""

    def rows(self, sql: str, **values: Value) -> list[Row]:
        """One statement that is its own transaction; raises DatabaseGone within half a second."""

    def close(self) -> None: ...


class Database(Protocol):
    engine: Engine

    def now(self) -> int:
        """UTC milliseconds, by the database's clock."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]: ...

    def snapshot(self) -> AbstractAsyncContextManager[Snapshot]: ...

    async def once(self, sql: str, **values: Value) -> list[Row]:
        """One statement that is its own transaction."""

    async def read(self, sql: str, **values: Value) -> list[Row]:
        """One statement that changes nothing."""

    def commits(self) -> int:
        """A number that is another one when somebody has committed something since."""

    def aside(self) -> Aside:
        """To be called in the thread that will use it. Raises DatabaseGone."""

    def present(self, worker: str) -> AbstractContextManager[None]:
        """Be known to live under a name that is nobody else's, until the process ends."""

    def dead(self, workers: Iterable[str]) -> list[str]:
        """Those of them whose processes are known to have died; others may have as well."""

    async def close(self) -> None:
        """Finish what has begun, refuse what comes later with DatabaseGone."""
