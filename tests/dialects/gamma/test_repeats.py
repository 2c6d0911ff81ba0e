"""A create that is sent again with its key."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from tests.server import Server

GOOD = {"inputText": "Bees", "textMode": "generate", "numCards": 3}
pytestmark = pytest.mark.anyio


async def create(gamma: httpx2.AsyncClient, key: str, body: dict[str, Any]) -> httpx2.Response:
    return await gamma.post("/generations", json=body, headers={"Idempotency-Key": key})


async def test_gets_the_first_ones_generation_and_is_charged_once(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    first = await create(gamma, "k1", GOOD)
    again = await create(gamma, "k1", dict(reversed(GOOD.items())))

    assert (again.status_code, again.json()) == (200, first.json())
    (account,) = await server.database.read("select held from account where held > 0")
    assert account["held"] == 9_000_000


async def test_of_many_at_once_makes_one_job(gamma: httpx2.AsyncClient, server: Server) -> None:
    answers = await asyncio.gather(*(create(gamma, "k1", GOOD) for _ in range(30)))

    assert len({answer.json()["generationId"] for answer in answers}) == 1
    assert len(await server.database.read("select 1 from job")) == 1


async def test_with_another_body_is_refused(gamma: httpx2.AsyncClient) -> None:
    await create(gamma, "k1", GOOD)

    refused = await create(gamma, "k1", {**GOOD, "numCards": 4})

    assert refused.status_code == 400
    assert "idempotency key" in refused.json()["message"]


@pytest.mark.parametrize("key", ["k2", "", "k" * 10_000])
async def test_with_another_key_or_none_is_a_new_job(
    gamma: httpx2.AsyncClient, server: Server, key: str
) -> None:
    await create(gamma, "k1", GOOD)
    await create(gamma, key, GOOD)

    assert len(await server.database.read("select 1 from job")) == 2


async def test_a_long_key_is_known_again(gamma: httpx2.AsyncClient) -> None:
    first = await create(gamma, "k" * 10_000, GOOD)
    again = await create(gamma, "k" * 10_000, GOOD)

    assert again.json() == first.json()
