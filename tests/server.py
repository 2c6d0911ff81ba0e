"""
A server inside the test: a real database and real files in a folder of its own, real keys, the
real engine, every dialect. Only the recipe is a small one, which does what its text says.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx2
import pytest
from starlette.routing import Mount, Router
from starlette.types import ASGIApp

from quintet import library
from quintet.accounts import Prices, accounts, credits
from quintet.accounts.keys import Keys
from quintet.accounts.limits import Limits
from quintet.database import Database, Transaction, open_database
from quintet.database.opening import prepare
from quintet.dialects import DIALECTS
from quintet.domain.briefs import ENDINGS, DeckBrief, ExportBrief, ExportFormat
from quintet.domain.errors import JobFailed
from quintet.domain.jobs import Artifact, Job
from quintet.edge import Edge, Incoming
from quintet.edge.downloads import DOWNLOADS
from quintet.jobs import Attempt, Jobs, Product, Worker
from quintet.storage import LocalStore, Signer, Store, download_name, media_type

CREDITS = 1_000_000
A_CREDIT = 1_000_000
"""Micro-credits."""
EVERYWHERE = {413, 429, 500, 502, 503}
"""What any endpoint may answer without naming it."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the test, and a key of it."""

    id: str
    key: str


def http(app: ASGIApp, address: str, headers: Mapping[str, str]) -> httpx2.AsyncClient:
    """A client of an app, without a socket between them."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url=address, headers=dict(headers))


async def make_account(
    database: Database, keys: Keys, name: str, granted: int = CREDITS
) -> Account:
    async with database.transaction() as tx:
        account = await accounts.create(tx, name)
        await credits.grant(tx, account, granted * A_CREDIT, reason="test")
        key = await keys.create(tx, name)
    return Account(account, key.secret)


@dataclass(slots=True)
class Bench:
    """
    Makes small files at once. A text `fail: code` fails with it, `note: words` leaves a note,
    `crash: words` is a bug, and what begins with `once:` cannot be exported again.
    """

    store: Store
    prices: Prices

    async def export(self, attempt: Attempt) -> Product:
        brief = ExportBrief.model_validate_json(attempt.job.brief)
        product = await self.file(attempt, brief.deck)
        return replace(product, spent=0, result=brief.of, record=None)

    async def make(self, attempt: Attempt) -> Product:
        return await self.file(attempt, DeckBrief.model_validate_json(attempt.job.brief))

    async def file(self, attempt: Attempt, brief: DeckBrief) -> Product:
        await attempt.tell(0, 1, "print")
        told, _, rest = brief.text.partition(": ")
        if told == "fail":
            raise JobFailed(rest, f"It failed: {rest}.")
        if told == "once" and attempt.job.kind == "export":
            raise JobFailed("odd", "It went well only once.")
        if told == "crash":
            raise ZeroDivisionError(rest)
        title, cards = brief.title or brief.text[:40], brief.cards or 1

        async def record(tx: Transaction, job: Job) -> None:
            await library.record(
                tx,
                job,
                title=title,
                theme=brief.theme,
                format=brief.format,
                cards=cards,
                folders=brief.folders,
            )

        return Product(
            tuple([await self._file(attempt.job, name, title) for name in brief.exports]),
            spent=self.prices.spent(attempt.job.dialect, brief, cards, 0),
            notes=(rest,) if told == "note" else (),
            record=record,
        )

    async def _file(self, job: Job, name: ExportFormat, title: str) -> Artifact:
        ending, content = ENDINGS[name], f"{name} of {title}".encode()
        key = f"jobs/{job.id}/deck.{ending}"
        await self.store.put(key, content, media_type(ending))
        return Artifact(name, key, media_type(ending), download_name(title, ending), len(content))


@dataclass(slots=True)
class Server:
    """Everything of a server that a test may want to look at. `seen` is every answer it gave."""

    web: Router
    database: Database
    keys: Keys
    jobs: Jobs
    worker: Worker
    store: LocalStore
    signer: Signer
    seen: list[tuple[Incoming, int]] = field(default_factory=list)

    def client(self, path: str, **headers: str) -> httpx2.AsyncClient:
        return http(self.web, f"http://test{path}", headers)

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Meanwhile, the worker works."""
        stop = asyncio.Event()
        task = asyncio.create_task(self.worker.work(stop))
        try:
            yield
        finally:
            stop.set()
            await task

    async def work(self) -> None:
        """Let the worker end every job there is."""
        rows = await self.database.read("select id from job where state in ('queued', 'running')")
        async with self.working():
            for row in rows:
                ended = await self.jobs.ended(row["id"], 30)
                assert ended.state.final, "the job does not end"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file, made once: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "quintet.db"
    prepare(path)
    return path


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "quintet.db"
    shutil.copy(migrated, path)
    database = await open_database(str(path))
    yield database
    await database.close()


@pytest.fixture
def limits() -> Limits:
    return Limits()


@pytest.fixture
def keys(database: Database, limits: Limits) -> Keys:
    return Keys(database, b"pepper", limits)


@pytest.fixture
async def acme(database: Database, keys: Keys) -> Account:
    return await make_account(database, keys, "acme")


@pytest.fixture
async def server(
    database: Database, limits: Limits, keys: Keys, tmp_path: Path
) -> AsyncIterator[Server]:
    store, signer, prices = LocalStore(tmp_path / "files"), Signer([b"signing"]), Prices.load()
    names = {name: dialect.new_id for name, dialect in DIALECTS.items()}
    jobs = Jobs(database, limits, names=names)
    bench = Bench(store, prices)
    worker = Worker(database, jobs.life, {"deck": bench.make, "export": bench.export})
    parts = {Jobs: jobs, Prices: prices, Signer: signer, Store: store, Limits: limits}
    seen: list[tuple[Incoming, int]] = []
    mounted = [
        Mount(
            dialect.path,
            Edge(dialect, keys, database, parts, seen=lambda *told: seen.append(told[:2])),
        )
        for dialect in (*DIALECTS.values(), DOWNLOADS)
    ]
    yield Server(
        Router(mounted, redirect_slashes=False), database, keys, jobs, worker, store, signer, seen
    )
    unnamed = [(request.path, status) for request, status in seen if not _named(request, status)]
    assert not unnamed, "an endpoint answered a status that it does not name"


def _named(request: Incoming, status: int) -> bool:
    endpoint = request.endpoint
    return endpoint is None or status in {*endpoint.answers, *endpoint.refuses, *EVERYWHERE}
