"""Log lines: what happened, to which job or request. Never a key, an address or a caller's text."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any, Literal

from pydantic_core import to_json

# What every record has; whatever else it has was given as `extra`.
KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
            **_extra(record),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return to_json(told, fallback=str).decode()


class TextLines(logging.Formatter):
    """For a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        extra = " ".join(f"{name}={value}" for name, value in _extra(record).items())
        told = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower():8}"
        told += f"{record.getMessage()} {extra}".rstrip()
        if record.exc_info:
            told += f"\n{self.formatException(record.exc_info)}"
        return told


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
