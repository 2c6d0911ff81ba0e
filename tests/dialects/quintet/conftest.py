"""Acme, at `/v1` and at Gamma's address, where jobs come from."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx2
import pytest

from tests.server import Account, Server

Submit = Callable[..., Awaitable[str]]


@pytest.fixture
async def client(server: Server, acme: Account) -> AsyncIterator[httpx2.AsyncClient]:
    async with server.client("/v1", Authorization=f"Bearer {acme.key}") as client:
        yield client


@pytest.fixture
def submit(server: Server, acme: Account, client: httpx2.AsyncClient) -> Submit:
    """Ask Gamma for a deck; the id of the job."""

    async def submit(text: str = "Bees", **more: Any) -> str:
        body = {"inputText": text, "textMode": "generate", **more}
        async with server.client("/gamma/v1.0", **{"X-API-KEY": acme.key}) as gamma:
            answer = await gamma.post("/generations", json=body)
        assert answer.status_code == 200, answer.text
        newest = await client.get("/jobs?limit=1")
        return str(newest.json()["data"][0]["id"])

    return submit
