"""What may be told of a bug in a log: what it was and where, and never the words it came with."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator


def trace_of(error: BaseException) -> str:
    """
    Like Python's own traceback, causes first, but without messages: they quote what callers sent.
    Of an error of the system its own words are told ("No space left on device"), and what was
    added by `add_note`, which is for traces that come from another process.
    """
    return "\nAnd so:\n".join("\n".join(_one(each)) for each in reversed(list(_causes(error))))


def _one(error: BaseException) -> Iterator[str]:
    yield from (line.rstrip("\n") for line in traceback.format_tb(error.__traceback__))
    code = error.errno if isinstance(error, OSError) else None
    why = f": {os.strerror(code)}" if code else ""
    yield f"{type(error).__module__}.{type(error).__qualname__}{why}"
    yield from getattr(error, "__notes__", ())
    if isinstance(error, BaseExceptionGroup):
        for number, inner in enumerate(error.exceptions, 1):
            yield f"{number} of {len(error.exceptions)}:"
            yield trace_of(inner)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error itself, and what led to it; two that name each other are told once."""
    told: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in told:
        yield cause
        told.add(id(cause))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
