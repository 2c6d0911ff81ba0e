"""What every store of ours can do, and what its keys look like."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

SEGMENT = r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}"
KEY = re.compile(rf"{SEGMENT}(/{SEGMENT}){{0,7}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stored:
    """One kept file: its size in bytes, and when it was written, in UTC milliseconds."""

    key: str
    size: int
    written_at: int


class Store(Protocol):
    """
    Bytes by key. A key is a relative path with slashes, such as `job/deck.pptx`: letters, digits,
    `.`, `_` and `-`, no part beginning with a dot. Any other raises ValueError.
    """

    async def put(self, key: str, content: bytes | Path, media_type: str) -> None:
        """Keep this, all of it or nothing; what the key named before is replaced."""

    async def get(self, key: str) -> bytes:
        """Raises NotFound."""

    async def delete(self, key: str) -> None:
        """Forget this; it need not be there."""

    def path(self, key: str) -> Path:
        """Where the file lies, for whoever can read it in parts. Raises NotFound."""

    def keys(self) -> AsyncIterator[Stored]:
        """Everything that is kept, in no order."""

    async def tidy(self, before: int) -> None:
        """Remove what was left half written before this moment, UTC milliseconds."""


def proper(key: str) -> str:
    """The key itself, or ValueError for what could name something outside the store."""
    if not KEY.fullmatch(key):
        raise ValueError(f"{key!r} is no key of a store.")
    return key
