"""What can leave: an answer in one piece, one that is waited for, or a stream of events."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from starlette.types import Receive, Send

from quintet.edge.incoming import Disconnected, Incoming

log = logging.getLogger(__name__)
RawHeaders = list[tuple[bytes, bytes]]
PING_EVERY = 15.0
T = TypeVar("T")


def raw(headers: Mapping[str, str]) -> RawHeaders:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


@dataclass(slots=True)
class Answer:
    """A whole answer. (Not frozen: it is made for every request, and freezing costs double.)"""

    status: int
    body: bytes = b""
    headers: RawHeaders = field(default_factory=list)
    media_type: bytes = b"application/json"

    async def leave(self, request: Incoming, headers: RawHeaders, send: Send) -> None:
        body = self.body
        headers += self.headers
        if body:
            headers.append((b"content-type", self.media_type))
        headers.append((b"content-length", b"%d" % len(body)))
        if request.method == "HEAD":
            body = b""
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """An endpoint's answer with headers of its own, or another of the statuses it names."""

    body: T
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None

    def raw_headers(self) -> RawHeaders:
        return raw(self.headers) if self.headers else []


@dataclass(frozen=True, slots=True)
class Later(Generic[T]):
    """An answer for which something is waited for after the commit, such as a job's end."""

    wait: Callable[[], Awaitable[Any]]
    say: Callable[[Any], T]


@dataclass(slots=True)
class Events:
    """
    Server-sent events, one per text. The first is awaited before the status leaves (but no
    longer than `patience` seconds), so what is refused until then is refused in the dialect's
    own way; after it, only the texts themselves can tell of a failure. If the caller goes away,
    they are cancelled where they wait.
    """

    texts: AsyncGenerator[str, None]
    ping_every: float = PING_EVERY
    patience: float = PING_EVERY
    status: int = 200
    _first: asyncio.Future[str | None] | None = None

    async def begun(self) -> Events:
        self._first = asyncio.ensure_future(anext(self.texts, None))
        try:
            await asyncio.wait([self._first], timeout=self.patience)
            if self._first.done():
                self._first.result()
        except BaseException:
            await self._close()
            raise
        return self

    async def leave(self, request: Incoming, headers: RawHeaders, send: Send) -> None:
        headers += [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store")]
        try:
            await send({"type": "http.response.start", "status": self.status, "headers": headers})
            if request.method != "HEAD":
                await self._send_all(request.receive, send)
            await send({"type": "http.response.body", "body": b""})
        except* Disconnected:
            log.info("The caller left before the events ended.")
        finally:
            await self._close()

    async def _send_all(self, receive: Receive, send: Send) -> None:
        async with asyncio.TaskGroup() as beside:
            watchers = [
                beside.create_task(_until_disconnected(receive)),
                beside.create_task(_ping(send, self.ping_every)),
            ]
            text = await self._first if self._first else await anext(self.texts, None)
            while text is not None:
                await _send_part(send, "".join(f"data: {line}\n" for line in text.split("\n")))
                text = await anext(self.texts, None)
            for watcher in watchers:
                watcher.cancel()

    async def _close(self) -> None:
        """Nothing is left waiting, wherever it stood."""
        if self._first:
            self._first.cancel()
            await asyncio.wait([self._first])
        await self.texts.aclose()


async def _until_disconnected(receive: Receive) -> None:
    # uvicorn's `send` falls silent when the caller has gone, so only `receive` can tell.
    while (await receive())["type"] != "http.disconnect":
        pass
    raise Disconnected


async def _ping(send: Send, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await _send_part(send, ": ping\n")


async def _send_part(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": f"{text}\n".encode(), "more_body": True})
