"""SQLite connections as we want them, and the one beside the writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from quintet.database.database import Row, Value
from quintet.domain.errors import DatabaseGone

PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    # What a savepoint would restore is kept there; in a file, SQLite's default, it cost every
    # create a quarter of the time of its statements.
    "pragma temp_store = memory",
)
PATIENCE = 30.0
"""Seconds to wait for another process that writes."""


def connect(path: str, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """One that any thread may use, one at a time; transactions are begun by hand."""
    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, timeout=patience
    )
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


GONE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PROTOCOL,
    }
)
"""What is wrong with the disk or with others, and not with the statement."""


NAMES: dict[str, tuple[str, ...]] = {}
"""The columns of each statement's rows: to ask the cursor costs as much as the row."""


def fetch(connection: sqlite3.Connection, sql: str, values: Mapping[str, Value]) -> list[Row]:
    """Every row as a dict: cheaper so than by way of `sqlite3.Row`."""
    try:
        cursor = connection.execute(sql, values)
        found = cursor.fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in GONE:
            raise DatabaseGone(str(error)) from error
        raise
    if not found:
        return []
    names = NAMES.get(sql)
    if names is None:
        names = NAMES[sql] = tuple(column[0] for column in cursor.description)
    return [dict(zip(names, row, strict=True)) for row in found]


class SqliteAside:
    """
    A connection that does not take turns with the writer of its process.

    It asks for the lock every few milliseconds, because the writer leaves it alone only for a
    moment between two groups, and it does not wait for the disk.
    """

    TRIES, EACH = 20, 0.02

    def __init__(self, path: str) -> None:
        try:
            self._connection = connect(path, patience=self.EACH)
            self._connection.execute("pragma synchronous = normal")
        except sqlite3.Error as error:
            raise DatabaseGone(str(error)) from error

    def rows(self, sql: str, **values: Value) -> list[Row]:
        for left in reversed(range(self.TRIES)):
            try:
                return fetch(self._connection, sql, values)
            except DatabaseGone:
                if not left:
                    raise
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        self._connection.close()
