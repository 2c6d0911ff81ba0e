"""What leaves the edge, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest

from quintet.database import Database
from quintet.domain.errors import DatabaseGone
from quintet.edge import Events, Incoming
from tests.edge.conftest import Rig, Wire
from tests.server import Account

pytestmark = pytest.mark.anyio
GOOD = b'{"name": "bee"}'


async def there(database: Database, name: str) -> bool:
    return bool(await database.read("select 1 from setting where name = :name", name=name))


async def test_commits_before_it_answers(rig: Rig, acme: Account) -> None:
    wire = Wire(GOOD)
    found: list[bool] = []

    async def send(message: Any) -> None:
        found.append(await there(rig.database, "bee"))

    wire.send = send  # type: ignore[method-assign]
    await wire.ask(rig.web, "POST", "/things", **{"x-api-key": acme.key})

    assert found == [True, True]


async def test_rolls_back_what_is_refused(client: httpx2.AsyncClient, rig: Rig) -> None:
    answer = await client.post("/things", json={"name": "dear"})

    assert answer.status_code == 402
    assert not await there(rig.database, "dear")


async def test_a_bug_tells_nothing_inside_and_is_logged_with_its_request(
    client: httpx2.AsyncClient, rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await client.post("/things", json={"name": "bug"})

    assert (answer.status_code, answer.json()["code"]) == (500, "unexpected")
    assert "secret" not in answer.text
    assert "ZeroDivisionError" in caplog.text
    assert answer.headers["x-request-id"] in caplog.text
    assert not await there(rig.database, "bug")


async def test_a_database_that_is_gone_is_told_as_such(
    build: Callable[..., Rig], acme: Account
) -> None:
    class Gone:
        @asynccontextmanager
        async def transaction(self) -> AsyncGenerator[None, None]:
            raise DatabaseGone("cut")
            yield

    rig = build(database=Gone())

    assert await Wire(GOOD).ask(rig.web, "POST", "/things", **{"x-api-key": acme.key}) == 503


async def test_does_nothing_for_a_caller_who_leaves_while_sending(rig: Rig, acme: Account) -> None:
    wire = Wire(GOOD[:5], b"", then="disconnect")
    wire.waiting[-1]["more_body"] = True
    await wire.ask(rig.web, "POST", "/things", **{"x-api-key": acme.key})

    assert not await there(rig.database, "bee")


async def test_finishes_for_a_caller_who_leaves_after_sending(rig: Rig, acme: Account) -> None:
    wire = Wire(GOOD, then="disconnect")
    await wire.ask(rig.web, "POST", "/things", **{"x-api-key": acme.key})

    assert await there(rig.database, "bee")


async def test_waits_for_what_comes_later(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/things/bee/later")

    assert answer.json() == {"said": "bee in the end"}


async def test_an_answer_without_a_body_has_no_kind(client: httpx2.AsyncClient) -> None:
    answer = await client.delete("/things/bee")

    assert (answer.status_code, answer.content) == (204, b"")
    assert "content-type" not in answer.headers


async def test_streams_events_to_the_end(rig: Rig) -> None:
    rig.shelf.gone.set()
    wire = Wire()
    await wire.ask(rig.web, "GET", "/things/bee/events")

    assert dict(wire.sent[0]["headers"])[b"content-type"] == b"text/event-stream"
    assert [message["body"] for message in wire.sent[1:]] == [
        b"data: one\n\n",
        b"data: two\ndata: lines\n\n",
        b"",
    ]


async def test_what_is_refused_before_the_first_event_is_a_plain_refusal(rig: Rig) -> None:
    assert await Wire().ask(rig.web, "GET", "/things/dear/events") == 402
    assert rig.shelf.closed == ["dear"]


async def test_a_head_of_a_stream_ends_at_once(rig: Rig) -> None:
    wire = Wire()

    assert await wire.ask(rig.web, "HEAD", "/things/bee/events") == 200
    assert [message["body"] for message in wire.sent[1:]] == [b""]
    assert rig.shelf.closed == ["bee"]


async def test_a_stream_that_breaks_is_logged_and_left_unfinished(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    wire = Wire()
    await wire.ask(rig.web, "GET", "/things/bug/events")

    assert "ZeroDivisionError" in caplog.text
    # What stands in a path may be a signed link.
    assert "GET /things/{name}/events broke off" in caplog.text
    assert wire.sent[-1]["more_body"]


async def test_stops_a_stream_whose_reader_has_left(rig: Rig) -> None:
    wire = Wire()
    asking = asyncio.create_task(wire.ask(rig.web, "GET", "/things/bee/events"))
    await wire.began.wait()
    wire.gone.set()
    await asking

    assert rig.shelf.closed == ["bee"]


async def test_keeps_a_silent_stream_alive_from_its_beginning() -> None:
    pinged = asyncio.Event()

    async def after_a_ping() -> AsyncGenerator[str, None]:
        await pinged.wait()
        yield "late"

    wire = Wire()
    began = wire.send

    async def send(message: Any) -> None:
        await began(message)
        if message.get("body") == b": ping\n\n":
            pinged.set()

    events = await Events(after_a_ping(), ping_every=0.01, patience=0.0).begun()
    request = Incoming(
        {"method": "GET", "path": "/", "query_string": b"", "headers": []}, wire.receive
    )
    await events.leave(request, [], send)

    bodies = [message.get("body") for message in wire.sent]
    assert bodies[:2] == [None, b": ping\n\n"]
    assert bodies[-2:] == [b"data: late\n\n", b""]


async def test_a_reader_who_leaves_before_the_first_event_leaves_nothing_behind() -> None:
    closed: list[bool] = []

    async def never() -> AsyncGenerator[str, None]:
        try:
            await asyncio.Event().wait()
            yield ""
        finally:
            closed.append(True)

    wire = Wire(then="disconnect")
    events = await Events(never(), patience=0.0).begun()
    request = Incoming(
        {"method": "GET", "path": "/", "query_string": b"", "headers": []}, wire.receive
    )
    await events.leave(request, [], wire.send)

    assert closed == [True]


async def test_tells_who_watches_of_every_answer(client: httpx2.AsyncClient, rig: Rig) -> None:
    await client.get("/things")
    await client.get("/nowhere")

    assert [
        (request.endpoint.path if request.endpoint else None, status)
        for request, status in rig.seen
    ] == [("/things", 200), (None, 404)]
