"""The peer of `accept.py`: a bare Starlette handler that does the same durable insert and read."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quintet.database import Database, open_database

TABLE = "create table if not exists bare (id text primary key, body text not null)"
state: dict[str, Database] = {}


async def create(request: Request) -> Response:
    """No key, no form, no limits, no money: parse, insert, answer."""
    body = await request.body()
    json.loads(body)
    name = str(uuid4())
    await state["database"].once(
        "insert into bare (id, body) values (:id, :body)", id=name, body=body.decode()
    )
    return Response(json.dumps({"generationId": name}), media_type="application/json")


async def show(request: Request) -> Response:
    rows = await state["database"].read(
        "select id from bare where id = :id", id=request.path_params["id"]
    )
    told = {"generationId": rows[0]["id"], "status": "pending"}
    return Response(json.dumps(told), media_type="application/json")


@asynccontextmanager
async def opened(app: Starlette) -> AsyncIterator[None]:
    state["database"] = await open_database(sys.argv[1])
    await state["database"].once(TABLE)
    yield
    await state["database"].close()


app = Starlette(
    routes=[Route("/create", create, methods=["POST"]), Route("/show/{id}", show)],
    lifespan=opened,
)

if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(sys.argv[2]),
        loop="uvloop",
        http="httptools",
        log_level="warning",
        access_log=False,
    )
