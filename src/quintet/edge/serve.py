"""One dialect as an ASGI app: key, path, form, transaction, endpoint, commit, answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import cached_property
from time import perf_counter
from typing import Any, Protocol

from pydantic_core import to_json
from starlette.types import Receive, Scope, Send

from quintet.accounts import Caller, Key, Standing
from quintet.database import Database
from quintet.domain.errors import DatabaseGone, Refused
from quintet.edge.addresses import Addresses
from quintet.edge.answers import Answer, Events, Later, raw
from quintet.edge.call import Call
from quintet.edge.dialect import Dialect, Problem
from quintet.edge.endpoint import Endpoint
from quintet.edge.files import File, Opened
from quintet.edge.incoming import Disconnected, Incoming
from quintet.edge.openapi import document
from quintet.edge.refused import BodyTooLarge, Unavailable, Unexpected, WrongMediaType

log = logging.getLogger(__name__)
request_id: ContextVar[str] = ContextVar("request_id")
Seen = Callable[[Incoming, int, float], None]
Leaving = Answer | Events | Opened


class Gate(Protocol):
    """Who may come in, and how much they have left."""

    async def admit(self, key: Key) -> Caller: ...

    def standing(self, caller: Caller | None) -> Standing: ...


class Edge:
    """
    One dialect as an ASGI app of its own. `parts` are what an endpoint may ask for by type
    beside its caller and its transaction; what nobody brought is told when the server is built.
    `seen` is told of every answer: the request, the status and the seconds it took.
    """

    def __init__(
        self,
        dialect: Dialect,
        gate: Gate,
        database: Database,
        parts: Mapping[Any, object],
        addresses: Addresses | None = None,
        seen: Seen = lambda request, status, seconds: None,
    ) -> None:
        self.dialect, self._gate = dialect, gate
        self._seen = seen
        self._calls: Mapping[Endpoint, Call] = {
            endpoint: Call(endpoint, dialect, database, parts, addresses or Addresses())
            for endpoint in dialect.routes.endpoints
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"A dialect answers HTTP, not {scope['type']}.")
        began = perf_counter()
        request = Incoming(scope, receive)
        request_id.set(request.id)
        answer = await self._answer(request)
        standing = self._gate.standing(request.caller)
        headers = self.dialect.standing(answer.status, standing)
        headers.append((b"x-request-id", request.id.encode()))
        try:
            await answer.leave(request, headers, send)
        except Exception:
            # The status has left; that the connection breaks off is all we can still say.
            log.exception("%s %s broke off [%s]", request.method, _of(request), request.id)
        self._seen(request, answer.status, perf_counter() - began)

    async def _answer(self, request: Incoming) -> Leaving:
        try:
            return await self._take(request)
        except Refused as refused:
            return self._refuse(refused)
        except Disconnected:
            return Answer(499)
        except DatabaseGone:
            log.warning(
                "%s %s: the database is gone [%s]", request.method, _of(request), request.id
            )
            return self._refuse(Unavailable())
        except Exception:
            log.exception("%s %s failed [%s]", request.method, _of(request), request.id)
            return self._refuse(Unexpected(request.id))

    async def _take(self, request: Incoming) -> Leaving:
        dialect = self.dialect
        endpoint, in_path = dialect.routes.find(request.method, request.path)
        if endpoint is None:
            return await self._take_no_endpoint(request)
        request.endpoint = endpoint
        if Caller in endpoint.by_type:
            request.caller = await self._gate.admit(dialect.key(request.headers))
        given: dict[str, Any] = {**in_path, **endpoint.read_query(request.query)}
        if endpoint.body:
            given |= endpoint.read_body(await self._body(request, endpoint))
        result = await self._calls[endpoint](request, given)
        if isinstance(result, Later):
            result = result.say(await result.wait())
        answer = endpoint.to_answer(result)
        if isinstance(answer, Answer):
            return answer
        return await answer.found() if isinstance(answer, File) else await answer.begun()

    async def _take_no_endpoint(self, request: Incoming) -> Answer:
        if request.path == "/openapi.json" and request.method in ("GET", "HEAD"):
            return Answer(200, self._document)
        if self.dialect.key_first:
            request.caller = await self._gate.admit(self.dialect.key(request.headers))
        raise self.dialect.routes.refuse(request.method, request.path)

    async def _body(self, request: Incoming, endpoint: Endpoint) -> bytes:
        body = await request.body(endpoint.body_limit or self.dialect.body_limit)
        if request.brings_json and (body or self.dialect.unread == "refuse"):
            return body
        if self.dialect.unread == "empty":
            return b"{}"
        raise WrongMediaType(request.headers["content-type"])

    def _refuse(self, refused: Refused) -> Answer:
        problem: Problem = self.dialect.refusal(refused)
        headers = raw(problem.headers)
        if isinstance(refused, BodyTooLarge):
            # Otherwise the server would read and drop what is still to come.
            headers.append((b"connection", b"close"))
        return Answer(problem.status, to_json(problem.body), headers, problem.media_type)

    @cached_property
    def _document(self) -> bytes:
        return to_json(document(self.dialect))


def _of(request: Incoming) -> str:
    """The path as it was declared. As it was sent, it may hold a signed link or a deck's title."""
    return request.endpoint.path if request.endpoint else "(no endpoint)"
