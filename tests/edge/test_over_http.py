"""The edge behind the server it runs in: what only a real connection shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn

from tests.edge.conftest import Rig
from tests.server import Account

pytestmark = pytest.mark.anyio


class Quiet(uvicorn.Server):
    def install_signal_handlers(self) -> None: ...


@pytest.fixture
async def port(rig: Rig) -> AsyncIterator[int]:
    config = uvicorn.Config(
        rig.web, port=0, http="httptools", lifespan="off", log_config=None, proxy_headers=False
    )
    server = Quiet(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    yield server.servers[0].sockets[0].getsockname()[1]
    await server.shutdown()


async def say(port: int, sent: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    await writer.drain()
    return reader, writer


async def ask(port: int, sent: bytes) -> bytes:
    """All that comes back until the far end closes."""
    reader, writer = await say(port, sent)
    got = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return got


async def test_closes_after_a_body_that_is_too_large(port: int) -> None:
    head = b"PUT /things/bee HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"

    got = await ask(port, head)

    assert got.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in got.lower()


async def test_closes_after_a_body_that_grows_too_large(port: int) -> None:
    head = b"PUT /things/bee HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    got = await ask(port, head + b"3e8\r\n" + b"x" * 1000 + b"\r\n" + b"1\r\nx\r\n")

    assert got.startswith(b"HTTP/1.1 413")


async def test_keeps_the_connection_after_other_refusals(port: int) -> None:
    one = b"GET /things?limit=x HTTP/1.1\r\nHost: a\r\n\r\n"
    last = b"HEAD /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    got = await ask(port, one + last)

    assert got.startswith(b"HTTP/1.1 400")
    assert b"HTTP/1.1 200" in got
    assert got.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "head",
    [
        b"PUT /things/bee HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        b"PUT /things/bee HTTP/1.1\r\nContent-Length: x\r\n\r\n{}",
        b"PUT /things/bee HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /things/\x00 HTTP/1.1\r\n\r\n",
        b"nonsense\r\n\r\n",
    ],
)
async def test_a_request_that_is_no_http_is_refused(port: int, head: bytes) -> None:
    assert (await ask(port, head)).startswith(b"HTTP/1.1 400")


async def test_a_path_of_any_bytes_is_answered(port: int, acme: Account) -> None:
    for path in (b"/things/%00", b"/things/%FF%FE", b"/things/%F0%9F", b"//", b"/%2e%2e"):
        head = b"GET " + path + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-API-KEY: "

        got = await ask(port, head + acme.key.encode() + b"\r\n\r\n")

        assert got.startswith(b"HTTP/1.1 404"), path


async def test_a_stream_ends_when_its_reader_goes(port: int, rig: Rig) -> None:
    reader, writer = await say(port, b"GET /things/bee/events HTTP/1.1\r\nHost: a\r\n\r\n")
    await asyncio.wait_for(reader.readuntil(b"data: one"), 10)
    writer.close()

    await asyncio.wait_for(rig.shelf.ended.wait(), 10)

    assert rig.shelf.closed == ["bee"]


async def test_a_large_file_arrives_whole(port: int, rig: Rig) -> None:
    (rig.shelf.folder / "bee").write_bytes(b"0123456789" * 300_000)

    got = await ask(port, b"GET /things/bee/file HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

    assert got.partition(b"\r\n\r\n")[2] == b"0123456789" * 300_000
