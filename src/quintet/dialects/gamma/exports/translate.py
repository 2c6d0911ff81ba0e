"""Exports of gammas that are there, in Gamma's words and in ours. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import MISSING

from quintet.dialects.gamma.exports import wire
from quintet.dialects.gamma.ids import generation_id
from quintet.dialects.gamma.translate import PATIENCE, STATUS
from quintet.domain.briefs import DeckBrief, ExportBrief
from quintet.domain.errors import NotFound
from quintet.domain.jobs import Failure, Job, Order
from quintet.edge import Base
from quintet.library import KeptDeck

TIMED_OUT = wire.ExportError(
    reason="render_timeout", message="The export took too long.", statusCode=504
)
FAILED = wire.ExportError(
    reason="export_failed", message="The gamma could not be exported.", statusCode=500
)
TOO_LARGE = wire.ExportError(
    reason="deck_too_large", message="The gamma is too large to export.", statusCode=413
)
NO_CONTENT = wire.ExportError(
    reason="no_content", message="The gamma has nothing to export.", statusCode=422
)
FAILURES: Mapping[str, wire.ExportError] = {
    "deadline": TIMED_OUT,
    "overrun": TIMED_OUT,
    "out_of_memory": TOO_LARGE,
    "empty": NO_CONTENT,
    "deleted": NO_CONTENT,
}


def to_order(body: wire.Export, deck: KeptDeck, made: Job, base: Base) -> Order:
    """A job for one more file of the deck that this job has made. It costs nothing."""
    brief = DeckBrief.model_validate_json(made.brief)
    again = brief.model_copy(update={"exports": (body.exportAs,)})
    return Order(
        dialect="gamma",
        public_id=generation_id(),
        brief=ExportBrief(deck=again, of=deck.file_id),
        price=0,
        base=base,
        patience=PATIENCE,
    )


def to_created(job: Job) -> wire.ExportCreated:
    return wire.ExportCreated(exportId=job.public_id)


def to_status(job: Job, url: str | None) -> wire.ExportStatus:
    """Raises NotFound for a job that is no export, or whose gamma was deleted."""
    if job.kind != "export" or not job.brief:
        raise NotFound("export", job.public_id)
    brief = ExportBrief.model_validate_json(job.brief)
    status = STATUS[job.state]
    if status == "completed" and url is None:
        raise NotFound("export", job.public_id)
    return wire.ExportStatus.model_validate(
        {
            "exportId": job.public_id,
            "exportAs": brief.deck.exports[0],
            "status": status,
            "gammaId": brief.of,
            "exportUrl": url or MISSING,
            "error": _error(job.failure) if status == "failed" else MISSING,
        }
    )


def _error(failure: Failure | None) -> wire.ExportError:
    return FAILURES.get(failure.code, FAILED) if failure else FAILED
