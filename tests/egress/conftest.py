"""A site on this machine, and a watch over every connection: none leaves it."""

from __future__ import annotations

import asyncio
import contextlib
from asyncio.selector_events import BaseSelectorEventLoop
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest

LOOPBACK = ("127.", "::1", "::ffff:127.", "0.0.0.0")


@dataclass
class Site:
    """Answers by path, byte for byte; `heard` has every request as it came."""

    port: int = 0
    answers: dict[str, bytes] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, content: bytes, *headers: str, status: str = "200 OK") -> str:
        """An answer with its length; its address is returned."""
        lines = [f"HTTP/1.1 {status}", f"content-length: {len(content)}", *headers, "", ""]
        self.answers[path] = "\r\n".join(lines).encode() + content
        return self.address(path)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                self.heard.append(head)
                answer = self.answers.get(head.split()[1])
                if answer is None:  # A server that never says a word.
                    await self.stopping.wait()
                    break
                writer.write(answer)
                await writer.drain()
                if b"content-length" not in answer:
                    break
        writer.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    server = await asyncio.start_server(site.answer, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    yield site
    site.stopping.set()
    server.close()
    await server.wait_closed()


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every host to which a connection was begun; one beyond this machine is refused here."""
    hosts: list[str] = []
    connect = BaseSelectorEventLoop.sock_connect

    async def watched(loop: BaseSelectorEventLoop, sock: Any, address: Any) -> None:
        hosts.append(address[0])
        if not address[0].startswith(LOOPBACK):
            raise ConnectionRefusedError("No test leaves this machine.")
        await connect(loop, sock, address)

    monkeypatch.setattr(BaseSelectorEventLoop, "sock_connect", watched)
    return hosts
