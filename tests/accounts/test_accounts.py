"""Accounts: made once, by whatever number of processes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from quintet.accounts import accounts
from quintet.database import Database, open_database
from quintet.domain.errors import NotFound, Unknown

pytestmark = pytest.mark.anyio


async def test_a_second_create_of_a_name_returns_the_first_account(database: Database) -> None:
    async with database.transaction() as tx:
        first = await accounts.create(tx, "Acme", email="post@acme.example")

    async with database.transaction() as tx:
        second = await accounts.create(tx, "Acme", plan="pro")

    assert second == first
    async with database.snapshot() as snap:
        account = await accounts.named(snap, "Acme")
    assert (account.email, account.plan) == ("post@acme.example", "ultra")


async def test_an_account_without_an_address_gets_one_at_localhost(database: Database) -> None:
    async with database.transaction() as tx:
        await accounts.create(tx, "Müller & Söhne")

    async with database.snapshot() as snap:
        account = await accounts.named(snap, "Müller & Söhne")

    assert account.email == "m.ller...s.hne@localhost"


async def test_an_unknown_plan_is_refused_and_makes_no_account(database: Database) -> None:
    with pytest.raises(Unknown):
        async with database.transaction() as tx:
            await accounts.create(tx, "Acme", plan="platinum")

    async with database.snapshot() as snap:
        assert await accounts.every(snap) == []


async def test_a_name_nobody_has_is_not_found(database: Database) -> None:
    async with database.snapshot() as snap:
        with pytest.raises(NotFound):
            await accounts.named(snap, "Nobody")


async def test_two_processes_that_begin_together_make_one_first_account(
    database_path: Path,
) -> None:
    servers = [await open_database(str(database_path)) for _ in range(2)]

    async def begin(server: Database) -> str | None:
        async with server.transaction() as tx:
            return await accounts.first(tx)

    made = await asyncio.gather(*(begin(server) for server in servers for _ in range(3)))

    assert len([account for account in made if account]) == 1
    async with servers[0].snapshot() as snap:
        assert [account.name for account in await accounts.every(snap)] == ["local"]
    for server in servers:
        await server.close()


async def test_a_database_with_an_account_gets_no_first_one(database: Database, acme: str) -> None:
    async with database.transaction() as tx:
        assert await accounts.first(tx) is None

    async with database.snapshot() as snap:
        assert [account.id for account in await accounts.every(snap)] == [acme]
