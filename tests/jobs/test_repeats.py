"""A request that comes again makes no second job."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from quintet.domain.errors import KeyReused, OutOfCredits
from quintet.domain.jobs import Repeat
from quintet.jobs import repeats
from tests.jobs.engine import Engine, order

pytestmark = pytest.mark.anyio

ONCE = Repeat("k", "one")


async def test_a_hundred_submits_with_one_key_make_one_job(engine: Engine) -> None:
    jobs = await asyncio.gather(*(engine.submit(repeat=ONCE) for _ in range(100)))

    assert len({job.id for job in jobs}) == 1
    assert await engine.count() == 1
    assert (await engine.balance()).held == 3


async def test_a_repeat_is_answered_with_the_job_as_it_stands(engine: Engine) -> None:
    first = await engine.submit(repeat=ONCE)
    await engine.finish(await engine.claim(first))

    again = await engine.submit(repeat=ONCE)

    assert again == await engine.find(first)
    assert (await engine.balance()).spent == 3


async def test_a_key_belongs_to_one_request_one_account_and_one_dialect(engine: Engine) -> None:
    await engine.submit(repeat=ONCE)

    with pytest.raises(KeyReused):
        await engine.submit(repeat=Repeat("k", "two"))
    await engine.submit(repeat=Repeat("k", "two"), by=engine.bees)
    await engine.submit(replace(order(), dialect="luma"), repeat=Repeat("k", "two"))

    assert await engine.count() == 3


async def test_a_key_that_is_not_to_be_replayed_makes_a_job_each_time(engine: Engine) -> None:
    policy = replace(ONCE, replays=False)

    jobs = [await engine.submit(repeat=policy) for _ in range(3)]

    assert len({job.id for job in jobs}) == 3
    with pytest.raises(KeyReused):
        await engine.submit(repeat=replace(policy, fingerprint="two"))


async def test_a_key_older_than_its_window_was_never_used(engine: Engine) -> None:
    first = await engine.submit(repeat=ONCE)
    await engine.database.once("update repeat set created_at = created_at - 60000")

    same = await engine.submit(repeat=replace(ONCE, window=61))
    other = await engine.submit(repeat=Repeat("k", "two", window=59))

    assert same.id == first.id
    assert other.id != first.id
    assert (await engine.submit(repeat=Repeat("k", "two"))).id == other.id


async def test_a_refused_request_does_not_use_up_its_key(engine: Engine) -> None:
    with pytest.raises(OutOfCredits):
        await engine.submit(order(price=10_000_000), repeat=ONCE)

    assert (await engine.submit(order(price=1), repeat=ONCE)).price == 1


async def test_old_keys_are_forgotten(engine: Engine) -> None:
    await engine.submit(repeat=ONCE)
    await engine.submit(repeat=Repeat("old"))
    await engine.database.once("update repeat set created_at = 0 where key = 'old'")

    await repeats.forget(engine.database)

    assert await engine.database.read("select key from repeat") == [{"key": "k"}]
