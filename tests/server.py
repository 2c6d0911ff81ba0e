"""A server inside the test: a real database in a folder of its own, real keys, every dialect."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from starlette.types import ASGIApp

from quintet.accounts import accounts, credits
from quintet.accounts.keys import Keys
from quintet.accounts.limits import Limits
from quintet.database import Database, open_database

CREDITS = 1_000_000
A_CREDIT = 1_000_000
"""Micro-credits."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the test, and a key of it."""

    id: str
    key: str


def http(app: ASGIApp, address: str, headers: Mapping[str, str]) -> httpx2.AsyncClient:
    """A client of an app, without a socket between them."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url=address, headers=dict(headers))


async def make_account(database: Database, keys: Keys, name: str) -> Account:
    async with database.transaction() as tx:
        account = await accounts.create(tx, name)
        await credits.grant(tx, account, CREDITS * A_CREDIT, reason="test")
        key = await keys.create(tx, name)
    return Account(account, key.secret)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file, made once: migrating takes longer than most tests."""
    from quintet.database.opening import prepare

    path = tmp_path_factory.mktemp("migrated") / "quintet.db"
    prepare(path)
    return path


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "quintet.db"
    shutil.copy(migrated, path)
    database = await open_database(str(path))
    yield database
    await database.close()


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
def keys(database: Database, limits: Limits) -> Keys:
    return Keys(database, b"pepper", limits)


@pytest.fixture
async def acme(database: Database, keys: Keys) -> Account:
    return await make_account(database, keys, "acme")
