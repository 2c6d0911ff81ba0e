"""Our refusals as problem details (RFC 9457), with what we know about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from math import ceil
from typing import Any

from quintet.domain.errors import (
    AlreadyEnded,
    Forbidden,
    KeyReused,
    LinkExpired,
    NotAuthenticated,
    NotFailed,
    NotFound,
    OutOfCredits,
    OverPlan,
    Refused,
    TooManyRequests,
    Unknown,
)
from quintet.edge import (
    BodyTooLarge,
    Fault,
    Malformed,
    NoSuchPath,
    Problem,
    Unavailable,
    Unexpected,
    WrongMediaType,
    WrongMethod,
)

Facts = Callable[[Any], Mapping[str, Any]]
Headers = Callable[[Any], Mapping[str, str]]


def _nothing(refused: Refused) -> Mapping[str, Any]:
    return {}


def _retry_after(refused: Any) -> Mapping[str, str]:
    return {"Retry-After": str(max(1, ceil(refused.retry_after)))}


def _faults(refused: Malformed) -> Mapping[str, Any]:
    return {"faults": [_fault(fault) for fault in refused.faults]}


def _fault(fault: Fault) -> Mapping[str, Any]:
    return {"where": _pointer(fault.where), "kind": fault.kind, "message": fault.message}


def _pointer(where: Sequence[str | int]) -> str:
    """A JSON pointer (RFC 6901), or the name of a query parameter after a slash."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in where)
    return "".join(f"/{step}" for step in steps)


REFUSALS: Mapping[type[Refused], tuple[int, Facts, Headers]] = {
    Malformed: (400, _faults, _nothing),
    Unknown: (400, lambda refused: {"field": refused.field}, _nothing),
    OverPlan: (400, lambda refused: {"what": refused.what, "most": refused.most}, _nothing),
    KeyReused: (409, _nothing, _nothing),
    NotAuthenticated: (
        401,
        lambda refused: {"why": refused.why},
        lambda refused: {"WWW-Authenticate": "Bearer"},
    ),
    OutOfCredits: (
        402,
        lambda refused: {"needed": refused.needed, "left": refused.left},
        _nothing,
    ),
    Forbidden: (403, _nothing, _nothing),
    LinkExpired: (403, _nothing, _nothing),
    NotFound: (404, _nothing, _nothing),
    NoSuchPath: (404, _nothing, _nothing),
    WrongMethod: (405, _nothing, lambda refused: {"Allow": ", ".join(refused.allowed)}),
    AlreadyEnded: (409, lambda refused: {"state": refused.state}, _nothing),
    NotFailed: (409, lambda refused: {"state": refused.state}, _nothing),
    BodyTooLarge: (413, lambda refused: {"most": refused.most}, _nothing),
    WrongMediaType: (415, _nothing, lambda refused: {"Accept": "application/json"}),
    TooManyRequests: (429, _nothing, _retry_after),
    Unexpected: (500, lambda refused: {"request": refused.request}, _nothing),
    Unavailable: (503, _nothing, _retry_after),
}


def to_problem(refused: Refused) -> Problem:
    status, facts, headers = REFUSALS[type(refused)]
    body = {
        "type": f"urn:quintet:problem:{refused.code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(refused),
        **facts(refused),
    }
    return Problem(status, body, headers(refused), b"application/problem+json")
