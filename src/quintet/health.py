"""What those who run a server ask it: is it up, is it ready, how much does it do."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from quintet.database import Database
from quintet.domain.errors import DatabaseGone
from quintet.edge import Dialect, Incoming
from quintet.storage import Store

PATIENCE = 2.0
"""Seconds that a part may take to answer before it counts as gone."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0)


class Health:
    """`live`: the process answers. `ready`: so do the database and the store."""

    def __init__(self, database: Database, store: Store) -> None:
        self._database, self._store = database, store

    async def live(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def ready(self, request: Request) -> Response:
        found = {"database": await self._has_rows(), "storage": await self._has_files()}
        status = 200 if all(found.values()) else 503
        told = {name: "ok" if well else "gone" for name, well in found.items()}
        return JSONResponse(told, status_code=status)

    async def _has_rows(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return bool(await self._database.read("select 1"))
        except (DatabaseGone, TimeoutError):
            return False

    async def _has_files(self) -> bool:
        """Written, read and deleted again: a full disk is found here and not by a job."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._store.put("health/probe", b"ok", "text/plain")
                return await self._store.get("health/probe") == b"ok"
        except (OSError, TimeoutError):
            return False


class Metrics(Collector):
    """
    Counts of one process, for Prometheus. Paths are not told: they hold names of jobs.

    It counts by itself and is a collector only when it is asked: the library's counters, each
    with a lock, cost a status read a twentieth of its time.
    """

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(self)
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._took: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(SECONDS) + 1))
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def seen(self, dialect: str, request: Incoming, status: int, seconds: float) -> None:
        method = request.method if request.method in METHODS else "other"
        self._answers[dialect, method, status] += 1
        self._took[dialect][bisect_left(SECONDS, seconds)] += 1
        self._seconds[dialect] += seconds

    def collect(self) -> Iterator[Metric]:
        answers = CounterMetricFamily(
            "quintet_requests", "Answers.", labels=("dialect", "method", "status")
        )
        for (dialect, method, status), count in self._answers.items():
            answers.add_metric((dialect, method, str(status)), count)
        yield answers
        took = HistogramMetricFamily(
            "quintet_request_seconds", "Time until an answer left.", labels=("dialect",)
        )
        for dialect, counts in self._took.items():
            limits = [*(str(each) for each in SECONDS), "+Inf"]
            buckets = list(zip(limits, accumulate(counts), strict=True))
            took.add_metric((dialect,), buckets, self._seconds[dialect])
        yield took

    async def show(self, request: Request) -> Response:
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)


LINKS = ("/files/", "/g/", "/embed/")
"""What the links of our answers begin with, beside a dialect's own mount."""


def by_host(app: ASGIApp, hosts: Mapping[str, str], dialects: Mapping[str, Dialect]) -> ASGIApp:
    """
    Let a vendor's own Host header find its dialect: `hosts` maps "public-api.gamma.app" to
    "gamma", and then `/v1.0/me` on that host is `/gamma/v1.0/me`. The links that are answered
    there lead where they say.
    """
    mounts = {host.lower().encode(): dialects[name].path for host, name in hosts.items()}
    if not mounts:
        return app

    async def routed(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            named = dict(scope["headers"]).get(b"host", b"").partition(b":")[0].lower()
            mount, path = mounts.get(named), scope["path"]
            if mount and not path.startswith((*LINKS, f"{mount}/")):
                scope = {**scope, "path": mount + path}
        await app(scope, receive, send)

    return routed
