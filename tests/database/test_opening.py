"""From an address to a database that is up to date."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from quintet.database import migrations, open_database
from quintet.database.opening import REVISION, prepare, revision_of
from quintet.database.schema import METADATA
from quintet.domain.errors import DatabaseUnusable

pytestmark = pytest.mark.anyio


def tables_of(path: Path) -> dict[str, set[str]]:
    """Every table and index, as the set of the lines that declare it."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("select name, sql from sqlite_master where sql is not null")
        return {
            name: {line.strip().rstrip(",") for line in sql.splitlines()}
            for name, sql in rows
            if name != "alembic_version"
        }


def test_a_new_file_is_made_readable_by_its_owner_alone(path: Path) -> None:
    prepare(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_migrations_lead_to_the_declared_tables(path: Path, tmp_path: Path) -> None:
    prepare(path)
    declared = tmp_path / "declared.db"
    METADATA.create_all(create_engine(f"sqlite:///{declared}"))

    assert tables_of(path) == tables_of(declared)
    with create_engine(f"sqlite:///{path}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_revision_looked_for_is_the_newest_one(path: Path) -> None:
    prepare(path)

    assert REVISION == migrations.newest() == revision_of(path)


async def test_opening_twice_at_once_migrates_once(path: Path) -> None:
    opened = await asyncio.gather(*(open_database(str(path)) for _ in range(4)))

    for database in opened:
        assert await database.read("select count(*) as n from job") == [{"n": 0}]
        await database.close()


async def test_what_was_written_is_there_when_it_is_opened_again(path: Path) -> None:
    first = await open_database(f"sqlite:///{path}")
    await first.once("insert into setting (name, value) values ('a', 'b')")
    await first.close()

    again = await open_database(str(path))

    assert await again.read("select * from setting") == [{"name": "a", "value": "b"}]
    await again.close()


async def test_a_database_of_a_newer_version_is_refused_in_words(path: Path) -> None:
    prepare(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()

    with pytest.raises(DatabaseUnusable, match="newer version"):
        await open_database(str(path))


@pytest.mark.parametrize("address", ["postgresql://host/db", "mysql://host/db", "", ":memory:"])
async def test_an_address_that_is_no_file_is_refused_in_words(address: str) -> None:
    with pytest.raises(DatabaseUnusable):
        await open_database(address)


async def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text("# A report\n" * 100)

    with pytest.raises(DatabaseUnusable, match="not a database"):
        await open_database(str(report))


def test_opening_what_is_up_to_date_imports_no_migration_tool(path: Path) -> None:
    prepare(path)
    program = (
        "import asyncio, sys\n"
        "from quintet.database import open_database\n"
        "async def main():\n"
        "    await (await open_database(sys.argv[1])).close()\n"
        "asyncio.run(main())\n"
        "assert not {'sqlalchemy', 'alembic'} & sys.modules.keys()\n"
    )

    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
