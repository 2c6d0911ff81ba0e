"""`quintet serve` and `quintet work`: processes that stay until they are told to stop."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn
import uvloop
from starlette.types import ASGIApp

from quintet.app import build, first_key, opened, working
from quintet.cli.curls import CURLS
from quintet.cli.heads import ShortHeads
from quintet.cli.saying import Wrong, settings_of
from quintet.domain.errors import DatabaseUnusable
from quintet.logs import set_up_logs
from quintet.settings import BadSettings, Settings
from quintet.storage import SecretUnusable

BACKLOG = 2048
GRACE = 5
"""Seconds for requests in hand, once we are told to stop: uploads and downloads under way."""


def run_server(flags: Mapping[str, Any]) -> None:
    _until_stopped(settings_of(flags), _serve)


def run_worker(flags: Mapping[str, Any]) -> None:
    _until_stopped(settings_of(flags), _work)


class Quiet(uvicorn.Server):
    """uvicorn, whose signals are ours to handle: it would end the process by the same signal."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(settings: Settings, stop: asyncio.Event) -> None:
    async with opened(settings) as installation:
        listening = _listen(settings)
        address = _address(settings, listening)
        key = await first_key(installation)
        async with working(installation, settings.workers) as jobs:
            server = Quiet(_config(build(installation, jobs)))
            _greet(address, key)
            _collect_seldom()
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            jobs.hub.close()
            server.should_exit = True
            await serving


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="uvloop",
        http=ShortHeads,
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        # `edge/addresses.py` reads forwarded headers, from trusted networks alone.
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
    )


def _collect_seldom() -> None:
    """
    What is alive now lives until the end: the collector need not look at it again. A request
    leaves no cycles behind, so it may look seldom.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


async def _work(settings: Settings, stop: asyncio.Event) -> None:
    async with opened(settings) as installation, working(installation, max(1, settings.workers)):
        print("Working.", flush=True)
        await stop.wait()


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        # From here on callers wait instead of being refused, until we are ready to answer.
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise Wrong(f"{settings.host}:{settings.port} cannot be used: {error.strerror}.") from None
    return listening


def _address(settings: Settings, listening: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    if host in ("0.0.0.0", "[::]"):
        host = "localhost"
    return settings.public_url or f"http://{host}:{listening.getsockname()[1]}"


def _greet(address: str, key: str | None) -> None:
    """Scripts read the first line; people read the rest."""
    print(f"Quintet answers at {address}", flush=True)
    if key:
        print(f"\nThe first account is `local`. Its key, shown this once:\n\n  {key}\n")
        print("Try each dialect:\n")
        for curl in CURLS.values():
            print(f"{curl.format(base=address, key=key)}\n")
    print("Ctrl-C stops the server.", flush=True)


def _until_stopped(
    settings: Settings, run: Callable[[Settings, asyncio.Event], Coroutine[None, None, None]]
) -> None:
    set_up_logs(settings.log)

    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        await run(settings, stop)

    try:
        uvloop.run(main())
    except (BadSettings, DatabaseUnusable, SecretUnusable) as error:
        raise Wrong(str(error)) from None
