"""What the edge does with a request before an endpoint is called."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from quintet.edge import Routes
from tests.edge.conftest import THINGS, Rig, Wire
from tests.server import Account, http

pytestmark = pytest.mark.anyio


async def test_an_endpoint_gets_what_its_signature_asks_for(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/things", json={"name": "bee"}, headers={"Idempotency-Key": "k1"})

    assert answer.status_code == 201
    assert answer.json() == {"said": "http://things.test/bee k1 acme"}
    assert answer.headers["x-made"] == "bee"


async def test_every_answer_tells_the_limits_and_its_own_id(client: httpx2.AsyncClient) -> None:
    for method, path in [("GET", "/things"), ("GET", "/nowhere"), ("POST", "/things")]:
        answer = await client.request(method, path)

        assert answer.headers["x-left"] == "200000"
        assert len(answer.headers["x-request-id"]) == 16


async def test_endpoints_that_ask_for_no_caller_answer_strangers(rig: Rig) -> None:
    async with http(rig.web, "http://things.test", {}) as stranger:
        assert (await stranger.put("/things/bee", json={"name": "x"})).json()["said"]
        assert (await stranger.patch("/things/bee", json={"name": "x"})).status_code == 200
        assert (await stranger.get("/things/bee")).status_code == 401
        assert (await stranger.get("/nowhere")).status_code == 404


async def test_a_dialect_may_ask_for_the_key_before_it_tells_what_paths_there_are(
    build: Callable[..., Rig],
) -> None:
    rig = build(replace(THINGS, key_first=True))

    async with http(rig.web, "http://things.test", {}) as stranger:
        assert (await stranger.get("/nowhere")).status_code == 401
        assert (await stranger.delete("/things")).status_code == 401
        assert (await stranger.get("/things")).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/things/", 200),
        ("HEAD", "/things", 200),
        ("PUT", "/things", 405),
        ("GET", "/things/bee\0", 404),
        ("GET", "/things/bee/more/still", 404),
        ("OPTIONS", "/things", 405),
    ],
)
async def test_finds_the_endpoint_of_a_path(rig: Rig, method: str, path: str, status: int) -> None:
    assert await Wire().ask(rig.web, method, path) == status


async def test_a_head_is_answered_without_a_body(client: httpx2.AsyncClient, rig: Rig) -> None:
    wire = Wire()
    await wire.ask(rig.web, "HEAD", "/things")

    assert wire.sent[1]["body"] == b""
    assert dict(wire.sent[0]["headers"])[b"content-length"] == b"14"


async def test_a_wrong_method_names_the_right_ones(rig: Rig) -> None:
    refused = THINGS.routes.refuse("PUT", "/things")

    assert getattr(refused, "allowed", ()) == ("GET", "POST")


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("limit=5", 200, "5 "),
        ("limit=51", 400, ""),
        ("limit=x", 400, ""),
        ("limit=1&limit=2", 400, ""),
        ("limit=" + "9" * 5000, 400, ""),
        ("colours=a&colours=b&colours=c", 200, "20 a+b+c"),
        ("colours=a", 200, "20 a"),
        ("colours=%00", 400, ""),
        ("colours=%FF%FE", 200, "20 \ufffd\ufffd"),
        ("other=1&&=&a", 200, "20 "),
    ],
)
async def test_reads_the_query(
    client: httpx2.AsyncClient, query: str, status: int, said: str
) -> None:
    answer = await client.get(f"/things?{query}")

    assert answer.status_code == status
    assert answer.json().get("said", "") == said


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"name": "\xff"}',
        b'{"name": "\\ud800"}',
        b'{"name": "a\\u0000b"}',
        b'{"name": "\x00"}',
        '{"name": "bee"}'.encode("utf-16"),
        b'{"name": NaN}',
        b'{"name": "bee", "extra": 1}',
        b'{"tags":' + b"[" * 400 + b"]" * 400 + b"}",
    ],
)
async def test_what_is_no_good_body_is_malformed(client: httpx2.AsyncClient, sent: bytes) -> None:
    answer = await client.put("/things/bee", content=sent)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


async def test_a_nul_that_is_only_spelled_is_a_text(client: httpx2.AsyncClient) -> None:
    answer = await client.put("/things/bee", content=b'{"name": "\\\\u0000"}')

    assert answer.status_code == 200


async def test_the_mark_of_utf_8_before_a_body_is_passed_over(client: httpx2.AsyncClient) -> None:
    answer = await client.put("/things/bee", content='\ufeff{"name": "bee"}'.encode())

    assert answer.status_code == 200


async def test_a_body_of_very_many_parts_is_not_read(build: Callable[..., Rig]) -> None:
    rig = build(replace(THINGS, body_limit=10_000_000))
    junk = b'{"name": "bee", "tags": [' + b'"",' * 100_000 + b'""]}'

    async with http(rig.web, "http://things.test", {}) as client:
        answer = await client.put("/things/bee", content=junk)

    assert answer.json()["code"] == "malformed"
    assert "more parts than any request" in answer.text


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("application/json; charset=utf-8", 200),
        ("Application/Problem+JSON", 200),
        ("text/plain", 415),
        ("multipart/form-data; boundary=x", 415),
        ("", 415),
    ],
)
async def test_a_body_must_be_json_and_may_leave_it_unsaid(
    client: httpx2.AsyncClient, kind: str, status: int
) -> None:
    answer = await client.put(
        "/things/bee", content=b'{"name": "x"}', headers={"Content-Type": kind}
    )

    assert answer.status_code == status


async def test_a_dialect_may_take_another_body_for_an_empty_one(build: Callable[..., Rig]) -> None:
    rig = build(replace(THINGS, unread="empty"))

    async with http(rig.web, "http://things.test", {"Content-Type": "text/plain"}) as client:
        answer = await client.put("/things/bee", content=b'{"name": "x"}')

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


@pytest.mark.parametrize(
    ("parts", "headers"),
    [
        ([b"{}"], {"content-length": "1001"}),
        ([b"{}"], {"content-length": "9" * 5000}),
        ([b"x" * 600, b"x" * 600, b"x"], {}),
        ([b"x" * 600, b"x" * 600, b"x"], {"content-length": "-1"}),
    ],
)
async def test_reads_no_more_of_a_body_than_is_allowed_and_closes(
    rig: Rig, parts: list[bytes], headers: dict[str, str]
) -> None:
    wire = Wire(*parts)

    assert await wire.ask(rig.web, "PUT", "/things/bee", **headers) == 413
    assert wire.waiting
    assert (b"connection", b"close") in wire.sent[0]["headers"]


async def test_reads_nothing_from_a_stranger(rig: Rig) -> None:
    wire = Wire(b'{"name": "bee"}')

    assert await wire.ask(rig.web, "POST", "/things", **{"x-api-key": "none"}) == 401
    assert wire.waiting


async def test_does_not_tell_a_flood_of_faults(client: httpx2.AsyncClient) -> None:
    body = json.dumps({f"k{number}": 1 for number in range(120)})[:1000]
    answer = await client.put("/things/bee", content=body.rpartition(",")[0] + "}")

    assert answer.json()["message"].endswith(" things are wrong")


def test_a_mistake_in_a_signature_is_told_at_once() -> None:
    routes = Routes()

    with pytest.raises(TypeError, match="item_id"):

        @routes.get("/items/{item_id}")
        async def show() -> None: ...

    routes.get("/a")(_nothing)
    with pytest.raises(TypeError, match="twice"):
        routes.get("/a/")(_nothing)


async def test_a_part_that_nobody_brought_is_told_at_once(build: Callable[..., Rig]) -> None:
    routes = Routes()

    @routes.get("/a")
    async def show(number: int) -> None: ...

    with pytest.raises(TypeError, match="nobody brought"):
        build(replace(THINGS, routes=routes))


async def _nothing() -> None: ...


async def test_shows_its_document_to_anyone(rig: Rig, acme: Account) -> None:
    async with http(rig.web, "http://things.test", {}) as stranger:
        answer = await stranger.get("/openapi.json")

    paths: dict[str, Any] = answer.json()["paths"]
    assert set(paths["/things/{name}"]) == {"get", "put", "patch", "delete"}
    assert "content" not in paths["/things/{name}"]["delete"]["responses"]["204"]
    assert paths["/things/{name}/file"]["get"]["responses"]["200"]["content"].keys() == {
        "text/plain"
    }
