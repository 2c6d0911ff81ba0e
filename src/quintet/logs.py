"""
Log lines: what happened, to which job or request. Never a key, an address or a caller's text: of an
error its kind and place are told, and not its message. One thing we cannot vouch for: `told` of
`workshop.died`, the last words of a child process, are those of whatever killed it.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any, Literal

from pydantic_core import to_json

from quintet.domain.traces import trace_of

# What every record has; whatever else it has was given as `extra`.
KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": _event(record),
            **_extra(record),
        }
        if trace := _trace(record):
            told["traceback"] = trace
        return to_json(told, fallback=str).decode()


class TextLines(logging.Formatter):
    """For a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        extra = " ".join(f"{name}={value}" for name, value in _extra(record).items())
        told = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower():8}"
        told += f"{_event(record)} {extra}".rstrip()
        if trace := _trace(record):
            told += f"\n{trace}"
        return told


def _event(record: logging.LogRecord) -> str:
    """The first line: in those that follow, asyncio writes out errors with their messages."""
    return record.getMessage().partition("\n")[0]


def _trace(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return trace_of(error) if error else ""


def _extra(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in KNOWN}


def not_given_up(record: logging.LogRecord) -> bool:
    """False for what uvicorn tells of a request that it has ended itself, when the server stops."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def set_up_logs(form: Literal["text", "json", "none"]) -> None:
    """Once, at the start of a process that stays."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    handler.addFilter(not_given_up)
    root = logging.getLogger()
    root.handlers = [] if form == "none" else [handler]
    # What libraries tell beside their warnings is too much: addresses that callers gave, say.
    root.setLevel(logging.WARNING)
    logging.getLogger("quintet").setLevel(logging.INFO if form == "json" else logging.WARNING)
