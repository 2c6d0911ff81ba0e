"""Settings in, a wired server out: the only file that knows every part."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tomllib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from quintet.accounts import Keys, Limits, Prices, accounts, credits
from quintet.database import Database, open_database
from quintet.dialects import DIALECTS
from quintet.domain.errors import DatabaseUnusable
from quintet.edge import Addresses, Edge
from quintet.edge.downloads import DOWNLOADS
from quintet.egress import IMAGE_KINDS, IMAGE_MOST, Guarded, Opening
from quintet.health import Health, Metrics, by_host
from quintet.jobs import Attempt, Jobs, Product, Worker, Workshop
from quintet.jobs.retention import Retention, keys_in_use
from quintet.recipes import RECIPES, Make, Tools
from quintet.settings import BadSettings, Settings
from quintet.storage import LocalStore, Secrets, Signer, Store, load_secrets, make_private, scratch
from quintet.studio.press import PRELOAD
from quintet.viewer import Viewer

FIRST_CREDITS = 1_000_000 * credits.MICRO


@dataclass(frozen=True, slots=True)
class Installation:
    """What servers, workers and commands alike stand on."""

    settings: Settings
    secrets: Secrets
    database: Database
    store: Store
    limits: Limits
    keys: Keys
    prices: Prices

    async def artifact_keys(self) -> set[str]:
        """The keys of every file that a row names."""
        async with self.database.snapshot() as snap:
            return await keys_in_use(snap)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Installation]:
    """
    Open what the settings name. Raises BadSettings, DatabaseUnusable or SecretUnusable, with a
    sentence for whoever wrote them.
    """
    if "://" in settings.storage:
        raise BadSettings(f"{settings.storage!r} is no folder; this version keeps files in one.")
    files = Path(settings.storage or settings.files)
    _make_folders(settings.data, files)
    prices = _prices(settings.prices)
    secrets = _secrets(settings)
    database = await open_database(settings.database_address)
    try:
        await _same_secret(database, secrets)
        limits = _limits(settings)
        yield Installation(
            settings=settings,
            secrets=secrets,
            database=database,
            store=LocalStore(files),
            limits=limits,
            keys=Keys(database, secrets.pepper, limits),
            prices=prices,
        )
    finally:
        await database.close()


def _limits(settings: Settings) -> Limits:
    return Limits(
        {"burst": settings.burst_limit, "hour": settings.hour_limit, "day": settings.day_limit}
    )


def _secrets(settings: Settings) -> Secrets:
    given = os.environ.get("QUINTET_SECRET", "")
    fresh = not Path(settings.database_address).exists()
    return load_secrets(settings.data, given=given, file=settings.secret_file, fresh=fresh)


def _make_folders(*folders: Path) -> None:
    for folder in folders:
        try:
            make_private(folder)
        except OSError as error:
            raise BadSettings(f"The folder {folder} cannot be made: {error.strerror}.") from None


def _prices(path: Path | None) -> Prices:
    try:
        return Prices.load(path)
    except OSError as error:
        raise BadSettings(f"The price list {path} cannot be read: {error.strerror}.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"The price list {path} is not TOML: {error}.") from None
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(map(str, first["loc"]))
        raise BadSettings(f"The price list {path}: {entry}: {first['msg']}.") from None


async def _same_secret(database: Database, secrets: Secrets) -> None:
    """With another secret no key would be known: better not to start at all."""
    async with database.transaction() as tx:
        await tx.rows(
            "insert into setting (name, value) values ('secret', :value)"
            " on conflict (name) do nothing",
            value=secrets.fingerprint,
        )
        row = await tx.row("select value from setting where name = 'secret'")
    if row and row["value"] != secrets.fingerprint:
        raise DatabaseUnusable(
            "The database was made with another secret. Give the server the secret.key it had."
        )


async def first_key(installation: Installation) -> str | None:
    """The key of an empty database's first account; None where there is an account already."""
    async with installation.database.transaction() as tx:
        account = await accounts.first(tx)
        if account is None:
            return None
        await credits.grant(tx, account, FIRST_CREDITS, reason=f"first-{account}")
        return (await installation.keys.create(tx, accounts.FIRST)).secret


@asynccontextmanager
async def working(installation: Installation, workers: int) -> AsyncIterator[Jobs]:
    """
    The engine; with workers it also makes what is asked for, until the block is left. Should one
    of its tasks crash, the block is cancelled: a server that only accepts is worse than none.
    """
    names = {name: dialect.new_id for name, dialect in DIALECTS.items()}
    jobs = Jobs(installation.database, installation.limits, names=names)
    stop = asyncio.Event()
    async with contextlib.AsyncExitStack() as stack:
        tools = await stack.enter_async_context(_tools(installation, workers)) if workers else None
        group = await stack.enter_async_context(asyncio.TaskGroup())
        stack.callback(stop.set)
        group.create_task(installation.keys.run(stop))
        if tools:
            recipes = {kind: partial(_carry_out, make, tools) for kind, make in RECIPES.items()}
            retention = Retention(
                installation.database, installation.store, installation.settings.retention_days
            )
            group.create_task(Worker(installation.database, jobs.life, recipes).work(stop))
            group.create_task(retention.run(stop))
        yield jobs


async def _carry_out(make: Make, tools: Tools, attempt: Attempt) -> Product:
    return await make(attempt, tools)


@asynccontextmanager
async def _tools(installation: Installation, workers: int) -> AsyncIterator[Tools]:
    guarded = Guarded([Opening.read(each) for each in installation.settings.egress_allow])

    async def fetch_picture(address: str) -> bytes:
        return (await guarded.fetch(address, most=IMAGE_MOST, kinds=IMAGE_KINDS)).content

    workshop = Workshop(workers, preload=PRELOAD)
    with scratch(installation.settings.data / "scratch") as folder:
        await workshop.start()
        try:
            yield Tools(workshop, installation.store, installation.prices, fetch_picture, folder)
        finally:
            await workshop.close()
            await guarded.close()


def build(installation: Installation, jobs: Jobs) -> ASGIApp:
    """
    Every dialect under its mount, and beside them the viewer, downloads and health. Raises
    BadSettings for a host of a dialect that is not there.
    """
    if strange := sorted(set(installation.settings.hosts.values()) - set(DIALECTS)):
        raise BadSettings(f"Setting hosts: there is no dialect {strange[0]!r}.")
    metrics = Metrics()
    mounts = {edge.dialect.path: edge for edge in _edges(installation, jobs, metrics)}
    health = Health(installation.database, installation.store)
    viewer = Viewer(installation.database, jobs, installation.store)
    rest = Router(
        [
            Route("/healthz", health.live),
            Route("/readyz", health.ready),
            Route("/metrics", metrics.show),
            *viewer.routes,
        ],
        # It would lead to whatever Host the request names.
        redirect_slashes=False,
    )
    return by_host(mounted(mounts, rest), installation.settings.hosts, DIALECTS)


def _edges(installation: Installation, jobs: Jobs, metrics: Metrics) -> list[Edge]:
    """The edge of every dialect, and that of downloads."""
    settings = installation.settings
    parts: Mapping[Any, object] = {
        Jobs: jobs,
        Prices: installation.prices,
        Signer: Signer(installation.secrets.signing),
        Store: installation.store,
        Limits: installation.limits,
    }
    return [
        Edge(
            dialect,
            installation.keys,
            installation.database,
            parts,
            Addresses(settings.public_url, settings.trusted_proxy),
            partial(metrics.seen, dialect.name),
        )
        for dialect in (*DIALECTS.values(), DOWNLOADS)
    ]


def mounted(mounts: Mapping[str, ASGIApp], rest: ASGIApp) -> ASGIApp:
    """
    Send each request to the app its path begins with. One look into a dict: Starlette's router
    tries its routes one after another, which cost a status read a fifth of its time.
    """

    async def routed(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"]
            mount = path[:end] if (end := path.find("/", 1)) > 0 else path
            if app := mounts.get(mount):
                scope["root_path"] = scope.get("root_path", "") + mount
                return await app(scope, receive, send)
        return await rest(scope, receive, send)

    return routed
