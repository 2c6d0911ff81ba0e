"""A database with two accounts, and a clock that stands still until it is told to move."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quintet.accounts import accounts
from quintet.database import Database, open_database


@dataclass
class Clock:
    """Seconds, as a test wants them."""

    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database_path(empty_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "quintet.db"))


@pytest.fixture
async def database(database_path: Path) -> AsyncIterator[Database]:
    database = await open_database(str(database_path))
    yield database
    await database.close()


@pytest.fixture
async def acme(database: Database) -> str:
    """The id of an account called Acme."""
    async with database.transaction() as tx:
        return await accounts.create(tx, "Acme")


@pytest.fixture
async def zenith(database: Database) -> str:
    async with database.transaction() as tx:
        return await accounts.create(tx, "Zenith", email="post@zenith.example", plan="pro")
