"""A server with one finished deck, and its viewer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx2
import pytest
from starlette.routing import Router

from quintet.accounts import Caller
from quintet.domain.briefs import DeckBrief
from quintet.domain.jobs import Order
from quintet.library import doc_id_of
from quintet.viewer import Viewer
from tests.server import Account, Server, http
from tests.server import acme as acme
from tests.server import database as database
from tests.server import keys as keys
from tests.server import limits as limits
from tests.server import migrated as migrated
from tests.server import server as server


@dataclass(frozen=True, slots=True)
class Finished:
    """A deck that was made, and the key of its HTML file in the store."""

    doc: str
    key: str


@pytest.fixture
async def deck(server: Server, acme: Account) -> Finished:
    brief = DeckBrief(text="Northwind", exports=("html", "pdf"))
    async with server.database.transaction() as tx:
        order = Order("gamma", "a-public-id", brief, price=0)
        job = await server.jobs.submit(tx, Caller(acme.id), order)
    await server.work()
    return Finished(doc_id_of(job.id), f"jobs/{job.id}/deck.html")


@pytest.fixture
async def reader(server: Server) -> AsyncIterator[httpx2.AsyncClient]:
    """Whoever has the address: no key."""
    viewer = Viewer(server.database, server.jobs, server.store)
    async with http(Router(viewer.routes), "http://test", {}) as client:
        yield client
