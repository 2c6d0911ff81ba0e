"""
Bringing a database up to date: Alembic, imported only when that is due.

To change a table: change `database/schema.py`, write the next file in `versions/`, and raise
`REVISION` in `database/opening.py`. Revisions are frozen once released; a test holds the three
against one another.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, NullPool, create_engine, event

from quintet.database.connecting import connect
from quintet.domain.errors import DatabaseUnusable


def config() -> Config:
    told = Config()
    told.set_main_option("script_location", str(Path(__file__).parent))
    told.set_main_option("path_separator", "os")
    return told


def newest() -> str:
    """The last revision there is a file for."""
    return str(ScriptDirectory.from_config(config()).get_current_head())


def migrate(path: Path) -> None:
    """Bring a SQLite file to the newest revision, all or nothing."""
    engine = create_engine("sqlite://", creator=lambda: connection_to(path), poolclass=NullPool)

    # SQLite's driver would begin a transaction late, and not around a `create table`.
    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("begin immediate")

    with engine.begin() as connection:
        upgrade(connection)


def connection_to(path: Path) -> sqlite3.Connection:
    connection = connect(str(path))
    # A table that is changed is copied, and the old one dropped: others may point to it.
    connection.execute("pragma foreign_keys = off")
    return connection


def upgrade(connection: Connection) -> None:
    """Run what is missing, inside the transaction the connection is in."""
    told = config()
    told.attributes["connection"] = connection
    try:
        command.upgrade(told, "head")
    except CommandError as error:
        raise DatabaseUnusable(
            "The database was made by a newer version of Quintet; this one does not know it."
        ) from error
