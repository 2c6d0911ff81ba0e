"""From an address to a database."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from quintet.database.database import Database
from quintet.database.sqlite import SqliteDatabase
from quintet.domain.errors import DatabaseUnusable

REVISION = "0001"
"""The newest migration: what a database must be at. A test keeps it true."""


async def open_database(address: str) -> Database:
    """
    The path of a SQLite file, or `sqlite:///path`; it is made and migrated when that is due.

    Raises DatabaseUnusable, with a sentence for whoever wrote the address.
    """
    if address.startswith(("postgresql://", "postgres://")):
        raise DatabaseUnusable(
            "This version keeps its rows in SQLite only; PostgreSQL comes with the extra"
            " `postgres`. Give the path of a file."
        )
    path = address.removeprefix("sqlite:///")
    if "://" in path or not path or path == ":memory:":
        raise DatabaseUnusable(f"{address!r} is not the path of a database file.")
    try:
        await asyncio.to_thread(prepare, Path(path))
        return SqliteDatabase(path)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(f"The database {path!r} cannot be opened: {error}.") from error


def prepare(path: Path) -> None:
    """Make the file, readable by its owner alone, and bring it up to date."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Only a file that is new is opened by us: closing one would drop the locks which SQLite holds
    # on it elsewhere in this process (POSIX locks belong to a process and a file).
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    if revision_of(path) != REVISION:
        with locked(path.with_name(f"{path.name}.lock")):
            # Imported here: Alembic and SQLAlchemy take a third of a second, and are seldom needed.
            from quintet.database.migrations import migrate

            migrate(path)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone on this machine: turning a new file into a WAL one cannot wait for its turn."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def revision_of(path: Path) -> str | None:
    """Which migration a database has come to; None when it is empty."""
    with closing(sqlite3.connect(path, timeout=30)) as connection:
        if not connection.execute(
            "select 1 from sqlite_master where name = 'alembic_version'"
        ).fetchone():
            return None
        found = connection.execute("select version_num from alembic_version").fetchone()
    return str(found[0]) if found else None
