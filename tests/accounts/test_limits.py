"""Limits: exact across processes, and told without asking the database."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from quintet.accounts.caller import Caller
from quintet.accounts.keys import Key, Keys
from quintet.accounts.limits import Limits, Window
from quintet.database import Database, Transaction, open_database
from quintet.domain.errors import TooManyRequests

pytestmark = pytest.mark.anyio


async def take(limits: Limits, database: Database, account: str, *, at: int | None = None) -> None:
    """Take one, `at` UTC milliseconds by the transaction's clock."""
    async with database.transaction() as tx:
        if at is not None:
            tx.now = at
        await limits.take(tx, account)


async def taken(limits: Limits, database: Database, account: str, *, at: int) -> bool:
    try:
        await take(limits, database, account, at=at)
    except TooManyRequests:
        return False
    return True


async def test_a_window_lets_its_limit_through_at_once_and_then_one_in_each_share_of_it(
    database: Database, acme: str
) -> None:
    limits = Limits({"burst": 6})

    at_once = [await taken(limits, database, acme, at=0) for _ in range(7)]
    after = [await taken(limits, database, acme, at=second * 1000) for second in (9, 10, 10, 20)]

    assert at_once == [True] * 6 + [False]
    assert after == [False, True, False, True]


async def test_who_is_refused_is_told_when_to_come_again(database: Database, acme: str) -> None:
    limits = Limits({"burst": 100, "hour": 2})
    await take(limits, database, acme, at=0)
    await take(limits, database, acme, at=0)

    with pytest.raises(TooManyRequests) as refused:
        await take(limits, database, acme, at=600_000)

    assert refused.value.retry_after == 1200.0
    assert await taken(limits, database, acme, at=1_800_000)


async def test_a_refusal_by_one_window_uses_nothing_of_the_others(
    database: Database, acme: str
) -> None:
    limits = Limits({"burst": 10, "hour": 1}, now=lambda: 0)
    await take(limits, database, acme, at=0)

    for _ in range(5):
        assert not await taken(limits, database, acme, at=0)

    assert limits.standing(Caller(acme))["burst"].left == 9


async def test_an_account_never_uses_up_anothers_limits(
    database: Database, acme: str, zenith: str
) -> None:
    limits = Limits({"burst": 1})

    assert await taken(limits, database, acme, at=0)
    assert await taken(limits, database, zenith, at=0)


async def test_a_create_that_fails_for_another_reason_is_not_counted(
    database: Database, acme: str
) -> None:
    limits = Limits({"burst": 1}, now=lambda: 0)

    async def fail() -> None:
        async with database.transaction() as tx:
            tx.now = 0
            await limits.take(tx, acme)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()

    assert limits.standing(Caller(acme))["burst"] == Window(1, 1)
    assert await taken(limits, database, acme, at=0)


async def test_the_standing_follows_what_was_taken_and_recovers(
    database: Database, acme: str
) -> None:
    now = 0
    limits = Limits({"burst": 60, "hour": 60, "day": 60}, now=lambda: now)

    await take(limits, database, acme, at=0)
    await take(limits, database, acme, at=0)

    assert limits.standing(Caller(acme)) == {
        "burst": Window(60, 58, resets_at=2_000),
        "hour": Window(60, 58, resets_at=120_000),
        "day": Window(60, 58, resets_at=2_880_000),
    }
    now = 2_000
    assert limits.standing(Caller(acme))["burst"] == Window(60, 60)
    now = 2_880_000
    assert limits.standing(Caller(acme)) == limits.standing(None)


async def test_a_stranger_is_told_the_whole_limits() -> None:
    assert Limits().standing(None) == {
        "burst": Window(10_000, 10_000),
        "hour": Window(40_000, 40_000),
        "day": Window(200_000, 200_000),
    }


async def test_a_process_learns_what_others_counted_when_it_next_looks_at_the_key(
    database: Database, acme: str
) -> None:
    here, there = Limits(), Limits()
    keys = Keys(database, b"p" * 32, here)
    async with database.transaction() as tx:
        key = await keys.create(tx, "Acme")
    await take(there, database, acme)

    caller = await keys.admit(Key(key.secret))

    assert keys.standing(caller)["hour"].left == 39_999


async def test_three_servers_at_once_let_through_exactly_the_limit(
    database: Database, database_path: Path, acme: str
) -> None:
    servers = [database, *[await open_database(str(database_path)) for _ in range(2)]]
    limits = [Limits({"burst": 20}) for _ in servers]

    let_through = await asyncio.gather(
        *(taken(limits[n % 3], servers[n % 3], acme, at=5_000) for n in range(90))
    )

    assert sum(let_through) == 20
    for server in servers[1:]:
        await server.close()


async def test_a_limit_below_one_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Limits({"day": 0})


async def test_one_take_is_one_statement(database: Database, acme: str) -> None:
    asked: list[str] = []
    limits = Limits()

    async with database.transaction() as tx:
        execute = tx.execute

        async def counted(sql: str, values: object) -> object:
            asked.append(sql)
            return await execute(sql, values)  # type: ignore[arg-type]

        watched = Transaction(tx.engine, tx.now, counted, tx.connection)  # type: ignore[arg-type]
        await limits.take(watched, acme)

    assert len(asked) == 1
