"""
Links to exported files: `/export/{pdf|pptx|image}/{doc}/{secret}/{Title}.{ending}`.

As in the vendor's, the secret stands in the path, and nothing follows the ending: clients look at
how the address ends. Whoever has the link may fetch the file, for a week.
"""

from __future__ import annotations

from collections.abc import Mapping

from quintet.domain.errors import NotFound
from quintet.domain.jobs import Artifact, Job
from quintet.edge import Base, File
from quintet.edge.downloads import file_url
from quintet.library import doc_id_of
from quintet.storage import Signer, Store, address_name

WEEK_MS = 7 * 24 * 3600 * 1000
KINDS: Mapping[str, str] = {"pdf": "pdf", "pptx": "pptx", "png": "image"}
"""What a format is called in the path."""
FORMATS: Mapping[str, str] = {kind: name for name, kind in KINDS.items()}


def export_url(job: Job, base: Base, signer: Signer, now: int) -> str | None:
    """A fresh link to the file that was asked for; None where none was."""
    artifact = _asked_for(job)
    if artifact is None:
        return None
    doc, kind = doc_id_of(job.id), KINDS[artifact.name]
    token = signer.token(_named(kind, doc), now + WEEK_MS)
    return f"{base}/gamma/export/{kind}/{doc}/{token}/{address_name(artifact.file_name)}"


def later_url(job: Job, base: Base, signer: Signer, now: int) -> str | None:
    """The same for a file that was made of a gamma later, by a job of its own."""
    artifact = _asked_for(job)
    return file_url(base, signer, job, artifact, now + WEEK_MS) if artifact else None


def _asked_for(job: Job) -> Artifact | None:
    """The file that was asked for, and not the page that every deck has."""
    return next((each for each in job.artifacts if each.name in KINDS), None)


def check(signer: Signer, kind: str, doc: str, token: str, now: int) -> None:
    """Raises LinkExpired, or NotFound for what was never signed."""
    signer.check(_named(kind, doc), token, now)


def file_of(artifacts: tuple[Artifact, ...], kind: str, store: Store) -> File:
    """The file behind a link. Raises NotFound where it was swept away."""
    artifact = next((each for each in artifacts if each.name == FORMATS.get(kind)), None)
    if artifact is None:
        raise NotFound("file", kind)
    return File(store.path(artifact.key), artifact.media_type, artifact.file_name)


async def remove(store: Store, artifacts: tuple[Artifact, ...]) -> None:
    """Delete the bytes of files whose rows are gone. What this leaves, the sweep takes."""
    for artifact in artifacts:
        await store.delete(artifact.key)


def _named(kind: str, doc: str) -> str:
    return f"gamma export {kind} {doc}"
