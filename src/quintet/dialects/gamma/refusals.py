"""Our refusals in Gamma's words: a message, and the status once more in the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from quintet.dialects.gamma import wording
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
    Malformed,
    NoSuchPath,
    Problem,
    Unavailable,
    Unexpected,
    WrongMediaType,
    WrongMethod,
)

# What the vendor says of a thing that is not there, or that the key may not touch.
NOT_FOUND: Mapping[str, str] = {
    "job": "Generation ID not found. generationId: {name}",
    "deck": "Gamma not found. gammaId: {name}",
    "export": "Export ID not found. exportId: {name}",
}
FORBIDDEN: Mapping[str, str] = {
    "archive": "Access denied. You must have edit permission to archive this gamma.",
}
UNKNOWN: Mapping[str, str] = {
    "themeId": "themeId {name} not found",
    "after": "after must be a valid cursor",
}
OVER_PLAN: Mapping[str, str] = {
    "numCards": "numCards must not be greater than {most}",
    "inputText": "inputText must not be split into more than {most} cards",
}


def to_problem(refused: Refused) -> Problem:
    return REFUSALS[type(refused)](refused)


def _problem(status: int, message: str, headers: Mapping[str, str] | None = None) -> Problem:
    return Problem(status, {"message": message, "statusCode": status}, headers or {})


def _says(status: int, message: str) -> Callable[[Any], Problem]:
    """A refusal that is one sentence, with what the refusal knows put into it."""
    return lambda refused: _problem(status, message.format_map(vars(refused)))


def _chosen(status: int, by: str, words: Mapping[str, str], usual: str) -> Callable[[Any], Problem]:
    """A sentence that depends on what the refusal is about."""

    def problem(refused: Refused) -> Problem:
        facts = vars(refused)
        return _problem(status, words.get(facts[by], usual).format_map(facts))

    return problem


def _wrong(by: str, words: Mapping[str, str], usual: str) -> Callable[[Any], Problem]:
    """The same as one more validation error."""

    def problem(refused: Refused) -> Problem:
        facts = vars(refused)
        sentence = words.get(facts[by], usual).format_map(facts)
        return _problem(400, wording.listed([sentence]))

    return problem


def _malformed(refused: Malformed) -> Problem:
    return _problem(400, wording.listed(wording.sentences(refused.faults)))


def _busy(refused: TooManyRequests) -> Problem:
    seconds = max(1, ceil(refused.retry_after))
    return _problem(429, "Too many requests", {"Retry-After": str(seconds)})


def _unavailable(refused: Unavailable) -> Problem:
    return _problem(502, "Bad gateway", {"Retry-After": str(ceil(refused.retry_after))})


REFUSALS: Mapping[type[Refused], Callable[[Any], Problem]] = {
    Malformed: _malformed,
    OverPlan: _wrong("what", OVER_PLAN, "{what} must not be greater than {most}"),
    Unknown: _wrong("field", UNKNOWN, "{field} {name} not found"),
    KeyReused: _says(400, "Input validation errors: 1. the idempotency key was used before"),
    WrongMediaType: _says(400, "Input validation errors: 1. body must be application/json"),
    NotAuthenticated: _says(401, "Invalid API key."),
    OutOfCredits: _says(402, "Insufficient credits remaining"),
    Forbidden: _chosen(403, "what", FORBIDDEN, "Forbidden"),
    LinkExpired: _says(403, "The link has expired."),
    NotFound: _chosen(404, "what", NOT_FOUND, "Not Found"),
    NoSuchPath: _says(404, "Cannot {method} {path}"),
    WrongMethod: _says(404, "Cannot {method} {path}"),
    AlreadyEnded: _says(409, "The generation has {state}."),
    NotFailed: _says(409, "The generation is {state}."),
    BodyTooLarge: _says(413, "request entity too large"),
    TooManyRequests: _busy,
    Unexpected: _says(500, "An error occurred while generating the gamma."),
    Unavailable: _unavailable,
}
