"""Credits: never lost, never made, never below nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from quintet.accounts import credits
from quintet.accounts.credits import MICRO, Balance
from quintet.database import Database, open_database
from quintet.domain.errors import NotFound, OutOfCredits

pytestmark = pytest.mark.anyio


async def reserve(database: Database, account: str, job: str, amount: int) -> None:
    async with database.transaction() as tx:
        await credits.reserve(tx, account, amount)
        await credits.enter(tx, account, job, "reserve", amount)


async def grant(database: Database, account: str, amount: int, reason: str = "first") -> bool:
    async with database.transaction() as tx:
        return await credits.grant(tx, account, amount, reason=reason)


async def balance(database: Database, account: str) -> Balance:
    async with database.snapshot() as snap:
        return await credits.balance(snap, account)


async def book(database: Database, account: str) -> dict[str, int]:
    async with database.snapshot() as snap:
        assert await credits.balanced(snap) == []
        return {entry.kind: entry.amount for entry in await credits.entries(snap, account)}


async def test_a_job_pays_what_it_used_and_gets_the_rest_back(
    database: Database, acme: str
) -> None:
    await grant(database, acme, 100)
    await reserve(database, acme, "job", 30)
    assert await balance(database, acme) == Balance(100, 70, 30, 0)

    async with database.transaction() as tx:
        await credits.settle(tx, acme, "job", held=30, spent=12)

    assert await balance(database, acme) == Balance(100, 88, 0, 12)
    assert await book(database, acme) == {
        "grant": 100,
        "reserve": 30,
        "settle": 12,
        "give_back": 18,
    }


async def test_a_job_that_used_all_it_held_gives_nothing_back(
    database: Database, acme: str
) -> None:
    await grant(database, acme, 100)
    await reserve(database, acme, "job", 30)

    async with database.transaction() as tx:
        await credits.settle(tx, acme, "job", held=30, spent=30)

    assert "give_back" not in await book(database, acme)


async def test_a_job_never_pays_more_than_it_held(database: Database, acme: str) -> None:
    await grant(database, acme, 100)
    await reserve(database, acme, "job", 30)

    async with database.transaction() as tx:
        await credits.settle(tx, acme, "job", held=30, spent=45)

    assert await balance(database, acme) == Balance(100, 70, 0, 30)


async def test_a_job_is_settled_once_whoever_asks_again(database: Database, acme: str) -> None:
    await grant(database, acme, 100)
    await reserve(database, acme, "job", 30)

    for spent in (12, 0, 30):
        async with database.transaction() as tx:
            await credits.settle(tx, acme, "job", held=30, spent=spent)

    assert await balance(database, acme) == Balance(100, 88, 0, 12)


async def test_who_has_too_little_is_told_in_credits(database: Database, acme: str) -> None:
    await grant(database, acme, 3 * MICRO // 2)

    with pytest.raises(OutOfCredits) as refused:
        await reserve(database, acme, "job", 30 * MICRO)

    assert (refused.value.needed, refused.value.left) == (30.0, 1.5)
    assert await balance(database, acme) == Balance(1_500_000, 1_500_000, 0, 0)


async def test_a_free_job_can_be_had_without_credits(database: Database, acme: str) -> None:
    await reserve(database, acme, "job", 0)

    async with database.transaction() as tx:
        await credits.settle(tx, acme, "job", held=0, spent=0)

    assert await balance(database, acme) == Balance(0, 0, 0, 0)


async def test_the_same_reason_grants_once_and_to_each_account(
    database: Database, acme: str, zenith: str
) -> None:
    given = [await grant(database, account, 5) for account in (acme, acme, zenith)]

    assert given == [True, False, True]
    assert (await balance(database, acme)).granted == 5
    assert (await balance(database, zenith)).granted == 5


async def test_nobody_is_granted_nothing_and_no_stranger_anything(
    database: Database, acme: str
) -> None:
    with pytest.raises(ValueError, match="adds credits"):
        await grant(database, acme, -5)
    with pytest.raises(NotFound):
        await grant(database, "nobody", 5)

    assert await book(database, "nobody") == {}


async def test_a_refused_transaction_leaves_no_trace(database: Database, acme: str) -> None:
    await grant(database, acme, 100)

    async def ask_for_too_much() -> None:
        async with database.transaction() as tx:
            await credits.reserve(tx, acme, 40)
            await credits.enter(tx, acme, "job", "reserve", 40)
            await credits.reserve(tx, acme, 100)

    with pytest.raises(OutOfCredits):
        await ask_for_too_much()

    assert await balance(database, acme) == Balance(100, 100, 0, 0)


async def test_a_hundred_at_once_from_three_servers_spend_no_credit_twice(
    database: Database, database_path: Path, acme: str
) -> None:
    await grant(database, acme, 40)
    servers = [database, *[await open_database(str(database_path)) for _ in range(2)]]

    async def ask(number: int) -> bool:
        try:
            await reserve(servers[number % 3], acme, f"job {number}", 1)
        except OutOfCredits:
            return False
        return True

    taken = await asyncio.gather(*(ask(number) for number in range(100)))

    assert sum(taken) == 40
    assert await balance(database, acme) == Balance(40, 0, 40, 0)
    for server in servers[1:]:
        await server.close()


async def test_an_account_whose_row_was_touched_by_hand_is_named(
    database: Database, acme: str, zenith: str
) -> None:
    await grant(database, acme, 10)
    await grant(database, zenith, 10)

    await database.once(
        "update account set granted = granted + 5, available = available + 5 where id = :id",
        id=acme,
    )

    async with database.snapshot() as snap:
        assert await credits.balanced(snap) == [
            f"Account {acme}: granted is 15 and 10 by the ledger."
        ]
