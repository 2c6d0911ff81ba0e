"""One request on its way in."""

from __future__ import annotations

from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.types import Receive, Scope

from quintet.accounts import Caller
from quintet.edge.refused import BodyTooLarge

if TYPE_CHECKING:
    from quintet.edge.endpoint import Endpoint


PROCESS, NUMBERS = token_hex(4), count(1)
"""An id for each request: drawing lots for every one of them would cost twenty times as much."""


class Disconnected(Exception):
    """The caller has gone, and nobody reads what we say."""


class Incoming:
    """One request, the endpoint that answers it, and whose it turned out to be."""

    __slots__ = (
        "caller",
        "endpoint",
        "headers",
        "id",
        "method",
        "path",
        "query",
        "receive",
        "scope",
    )

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        # A mounted app is still given the whole path; where it is mounted stands beside it.
        self.path: str = scope["path"].removeprefix(scope.get("root_path", ""))
        self.query: bytes = scope["query_string"]
        self.headers = Headers(raw=scope["headers"])
        self.receive = receive
        self.id = f"{PROCESS}{next(NUMBERS):08x}"
        self.caller: Caller | None = None
        self.endpoint: Endpoint | None = None

    def header(self, name: bytes) -> str | None:
        """
        What the first header of this name says; names are in small letters. For those that every
        request is asked for: Starlette's own look-up costs four times as much.
        """
        for given, value in self.scope["headers"]:
            if given == name:
                return str(value, "latin-1")
        return None

    async def body(self, most: int) -> bytes:
        """The body, of which no more is read than is allowed."""
        said = self.header(b"content-length") or ""
        if said.isdecimal() and int(said[:20]) > most:
            raise BodyTooLarge(most)
        parts: list[bytes] = []
        length, more = 0, True
        while more:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise Disconnected
            parts.append(message.get("body", b""))
            length += len(parts[-1])
            if length > most:
                raise BodyTooLarge(most)
            more = message.get("more_body", False)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    @property
    def brings_json(self) -> bool:
        """Whether its body says to be JSON, or says nothing about itself."""
        kind = self.header(b"content-type")
        if kind is None or kind == "application/json":
            return True
        kind = kind.partition(";")[0].strip().lower()
        return kind == "application/json" or kind.endswith("+json")
