"""A small dialect that uses everything the edge offers, and callers of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import Headers

from quintet.accounts.caller import Caller, Key
from quintet.accounts.keys import Keys
from quintet.database import Database, Snapshot, Transaction
from quintet.domain.errors import NotFound, OutOfCredits, Refused
from quintet.domain.jobs import Repeat
from quintet.edge import (
    Base,
    BodyTooLarge,
    Describe,
    Dialect,
    Edge,
    Events,
    File,
    Incoming,
    Later,
    Malformed,
    NoSuchPath,
    Problem,
    RawHeaders,
    Routes,
    Said,
    Unavailable,
    Unexpected,
    WrongMediaType,
    WrongMethod,
)
from tests.server import Account, http
from tests.server import acme as acme
from tests.server import database as database
from tests.server import keys as keys
from tests.server import limits as limits
from tests.server import migrated as migrated

STATUS: dict[type[Refused], int] = {
    Malformed: 400,
    OutOfCredits: 402,
    NotFound: 404,
    NoSuchPath: 404,
    WrongMethod: 405,
    BodyTooLarge: 413,
    WrongMediaType: 415,
    Unexpected: 500,
    Unavailable: 503,
}


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Thing(Form):
    name: str
    colour: Literal["red", "green"] = "red"
    tags: list[str] = []


class Made(BaseModel):
    said: str


@dataclass
class Shelf:
    """A part of the server: where things lie, and what became of streams."""

    folder: Path
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    closed: list[str] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)


routes = Routes("/things")


@routes.post("", answers=201, refuses=(400, 401, 402, 415))
async def make_thing(
    body: Thing, caller: Caller, tx: Transaction, repeat: Repeat | None, base: Base
) -> Said[Made]:
    """Make a thing"""
    await tx.rows("insert into setting (name, value) values (:name, 'there')", name=body.name)
    if body.name == "dear":
        raise OutOfCredits(needed=2, left=1)
    if body.name == "bug":
        raise ZeroDivisionError("secret detail")
    said = f"{base}/{body.name} {repeat.key if repeat else '-'} {caller.name}"
    return Said(Made(said=said), {"X-Made": body.name})


@routes.get("/{name}", refuses=(401, 404))
async def show_thing(name: str, caller: Caller, snap: Snapshot) -> Made:
    """Show a thing"""
    row = await snap.row("select value from setting where name = :name", name=name)
    if row is None:
        raise NotFound("thing", name)
    return Made(said=row["value"])


@routes.put("/{name}", refuses=(400, 415))
@routes.patch("/{name}", refuses=(400, 415))
async def change_thing(name: str, body: Thing) -> Made:
    """Change a thing; anyone may"""
    return Made(said=f"{name} is {body.colour}")


@routes.get("", refuses=(400,))
async def list_things(
    limit: Annotated[int, Field(ge=1, le=50)] = 20, colours: tuple[str, ...] = ()
) -> Made:
    """List things; anyone may"""
    return Made(said=f"{limit} {'+'.join(colours)}")


@routes.delete("/{name}", answers=204)
async def drop_thing(name: str, headers: Headers) -> None:
    """Drop a thing; anyone may"""


@routes.get("/{name}/file", refuses=(404,), answers=(200, 206, 304, 416), media_type="text/plain")
async def download_thing(name: str, shelf: Shelf) -> File:
    """Download a thing; anyone may"""
    return File(shelf.folder / name, "text/plain", f"{name}.txt")


@routes.get("/{name}/later")
async def show_later(name: str) -> Made | Later[Made]:
    """Wait for a thing; anyone may"""

    async def wait() -> str:
        return name

    return Later(wait, lambda waited: Made(said=f"{waited} in the end"))


@routes.get("/{name}/events", refuses=(402,))
async def watch_thing(name: str, shelf: Shelf) -> Events:
    """Watch a thing; anyone may"""

    async def texts() -> AsyncGenerator[str, None]:
        try:
            if name == "dear":
                raise OutOfCredits(needed=2, left=1)
            yield "one"
            if name == "bug":
                raise ZeroDivisionError("secret detail")
            await shelf.gone.wait()
            yield "two\nlines"
        finally:
            shelf.closed.append(name)
            shelf.ended.set()

    return Events(texts())


def refusal(refused: Refused) -> Problem:
    status = STATUS.get(type(refused), 401)
    return Problem(status, {"code": refused.code, "message": str(refused)})


def key(headers: Headers) -> Key:
    return Key(headers.get("x-api-key", ""))


def repeat(headers: Headers, body: BaseModel | None) -> Repeat | None:
    return Repeat(headers["idempotency-key"]) if "idempotency-key" in headers else None


def standing(status: int, standing: Any) -> RawHeaders:
    return [(b"x-left", b"%d" % standing["day"].left)]


THINGS = Dialect(
    name="things",
    routes=routes,
    key=key,
    refusal=refusal,
    describe=Describe("Things", "1", schemes={"key": {"type": "http", "scheme": "bearer"}}),
    repeat=repeat,
    standing=standing,
    body_limit=1000,
)


@dataclass
class Rig:
    """The dialect as an app, and what happened in it."""

    web: Edge
    database: Database
    shelf: Shelf
    seen: list[tuple[Incoming, int]]


@pytest.fixture
def build(database: Database, keys: Keys, tmp_path: Path) -> Callable[..., Rig]:
    def build(dialect: Dialect = THINGS, **more: Any) -> Rig:
        shelf, seen = Shelf(tmp_path), []  # type: tuple[Shelf, list[tuple[Incoming, int]]]
        told = more.pop("database", database)
        web = Edge(
            dialect,
            keys,
            told,
            {Shelf: shelf},
            seen=lambda request, status, seconds: seen.append((request, status)),
            **more,
        )
        return Rig(web, told, shelf, seen)

    return build


@pytest.fixture
def rig(build: Callable[..., Rig]) -> Rig:
    return build()


@pytest.fixture
async def client(rig: Rig, acme: Account) -> AsyncIterator[httpx2.AsyncClient]:
    async with http(rig.web, "http://things.test", {"X-API-KEY": acme.key}) as client:
        yield client


class Wire:
    """One connection, seen from the far end. `then` is what comes after the body's parts."""

    def __init__(self, *parts: bytes, then: Literal["silence", "disconnect"] = "silence") -> None:
        self.then = then
        self.waiting = [
            {"type": "http.request", "body": part, "more_body": number < len(parts)}
            for number, part in enumerate(parts, 1)
        ]
        self.sent: list[Any] = []
        self.gone, self.began = asyncio.Event(), asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        if self.waiting:
            return self.waiting.pop(0)
        if self.then == "silence":
            await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.sent.append(message)
        if message.get("body"):
            self.began.set()

    async def ask(self, web: Any, method: str, path: str, **headers: str) -> int:
        """Send a request and return its status; 0 where none came."""
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": b"",
            "headers": Headers(headers).raw,
        }
        await web(scope, self.receive, self.send)
        return int(self.sent[0]["status"]) if self.sent else 0
