"""Acme, speaking Gamma."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2
import pytest

from tests.server import Account, Server


@pytest.fixture
async def gamma(server: Server, acme: Account) -> AsyncIterator[httpx2.AsyncClient]:
    async with server.client("/gamma/v1.0", **{"X-API-KEY": acme.key}) as client:
        yield client
