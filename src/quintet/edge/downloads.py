"""
Files behind signed links: `/files/{token}/{name}`, where the token is the job's id and then the
signature, each as 32 hexadecimal digits. Whoever has the link may fetch the file until it expires.
"""

from __future__ import annotations

import re
from uuid import UUID

from starlette.datastructures import Headers

from quintet.accounts import Key
from quintet.database import Snapshot
from quintet.domain.errors import LinkExpired, NotFound, Refused
from quintet.domain.jobs import Artifact, Job
from quintet.edge.addresses import Base
from quintet.edge.dialect import Describe, Dialect, Problem
from quintet.edge.files import File
from quintet.edge.refused import NoSuchPath, Unavailable, Unexpected, WrongMethod
from quintet.edge.routes import Routes
from quintet.jobs import Jobs
from quintet.storage import Signer, Store, address_name

TOKEN = re.compile(r"([0-9a-f]{32})([0-9a-f]{32})", re.ASCII)
STATUS: dict[type[Refused], int] = {
    LinkExpired: 403,
    NotFound: 404,
    NoSuchPath: 404,
    WrongMethod: 405,
    Unexpected: 500,
    Unavailable: 503,
}

routes = Routes()


def file_url(base: Base, signer: Signer, job: Job, artifact: Artifact, until_ms: int) -> str:
    """A link to a job's file that is good until this moment, UTC milliseconds."""
    name = address_name(artifact.file_name)
    token = UUID(job.id).hex + signer.token(_named(job.id, name), until_ms)
    return f"{base}/files/{token}/{name}"


@routes.get(
    "/{token}/{name}",
    answers=(200, 206, 304, 416),
    refuses=(403, 404),
    media_type="application/octet-stream",
)
async def download(
    token: str, name: str, snap: Snapshot, jobs: Jobs, signer: Signer, store: Store
) -> File:
    """Download a file: the link is the permission"""
    parts = TOKEN.fullmatch(token)
    if parts is None:
        raise NotFound("link", token[:64])
    job = str(UUID(parts[1]))
    signer.check(_named(job, name), parts[2], snap.now)
    for artifact in (await jobs.state_of(snap, job)).artifacts:
        if address_name(artifact.file_name) == name:
            return File(store.path(artifact.key), artifact.media_type, artifact.file_name)
    raise NotFound("file", name)


def _named(job: str, name: str) -> str:
    return f"file {job} {name}"


def _refusal(refused: Refused) -> Problem:
    status = STATUS.get(type(refused), 400)
    body = {"title": str(refused), "status": status, "code": refused.code}
    return Problem(status, body, media_type=b"application/problem+json")


def _no_key(headers: Headers) -> Key:
    return Key("")


DOWNLOADS = Dialect(
    name="files",
    routes=routes,
    key=_no_key,
    refusal=_refusal,
    describe=Describe("Quintet files", "1"),
)
"""Not a vendor's: it is mounted beside the dialects, at `/files`."""
