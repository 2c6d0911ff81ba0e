"""Shows the HTML file of a deck to whoever has its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from quintet import library
from quintet.database import Database
from quintet.domain.errors import DatabaseGone, NotFound
from quintet.jobs import Jobs
from quintet.storage import Store

NAME = re.compile(r"(?:.*-)?([0-9a-z]{15})", re.ASCII | re.DOTALL)
"""An address ends in the doc id; `Title-Slug-` may stand before it, for people to read."""

NOTICE = Path(__file__).with_name("notice.html").read_text("utf-8")
SECURITY: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "noindex",
}
POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors {}"
)
"""Nothing from elsewhere. The file itself narrows this to its own style and script by hash."""


class Frames(Enum):
    """Whose pages may show the deck in a frame."""

    OURS = "'self'"
    ANYONES = "*"


@dataclass(frozen=True, slots=True)
class Shown:
    """The file of a deck, and a tag that changes when it does."""

    path: Path
    tag: str


class Viewer:
    """
    Reads the deck's row and the file that its job left. A deck that is not there, or whose file
    is no longer kept, gets a page that says so.
    """

    def __init__(self, database: Database, jobs: Jobs, store: Store) -> None:
        self._database, self._jobs, self._store = database, jobs, store
        self.routes = [
            Route("/g/{name:path}", self.page),
            Route("/embed/{name:path}", self.embedded),
        ]

    async def page(self, request: Request) -> Response:
        return await self._answer(request, Frames.OURS)

    async def embedded(self, request: Request) -> Response:
        return await self._answer(request, Frames.ANYONES)

    async def _answer(self, request: Request, frames: Frames) -> Response:
        headers = {**SECURITY, "content-security-policy": POLICY.format(frames.value)}
        try:
            shown = await self._find(request.path_params["name"])
        except NotFound:
            return _notice(404, "This deck is not here", "The address may be mistyped.", headers)
        except DatabaseGone:
            return _notice(503, "One moment, please", "The server is busy.", headers)
        headers |= {"etag": shown.tag, "cache-control": "private, no-cache"}
        if _knows(request, shown.tag):
            return Response(status_code=304, headers=headers)
        return FileResponse(shown.path, headers=headers, media_type="text/html; charset=utf-8")

    async def _find(self, name: str) -> Shown:
        """Raises NotFound for a deck, a file or an address that is none."""
        ends = NAME.fullmatch(name)
        if ends is None:
            raise NotFound("deck", name[:64])
        async with self._database.snapshot() as snap:
            deck = await library.by_doc(snap, ends[1])
            job = await self._jobs.state_of(snap, deck.job)
        for artifact in job.artifacts:
            if artifact.name == "html":
                path = self._store.path(artifact.key)
                return Shown(path, f'"{deck.doc_id}-{deck.version}-{artifact.size:x}"')
        raise NotFound("page", name[:64])


def _knows(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return tag in (each.strip().removeprefix("W/") for each in known.split(","))


def _notice(status: int, title: str, words: str, headers: Mapping[str, str]) -> Response:
    page = NOTICE.replace("{title}", title).replace("{words}", words)
    return HTMLResponse(page, status, {**headers, "cache-control": "no-store"})
