"""A file as an answer: whole or in part, and not at all where the caller has it already."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from os import stat_result
from pathlib import Path

from starlette.types import Send

from quintet.domain.errors import NotFound
from quintet.edge.answers import RawHeaders
from quintet.edge.incoming import Incoming
from quintet.storage import content_disposition

PIECE = 1 << 18
ONE_RANGE = re.compile(r"bytes=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*")


@dataclass(frozen=True, slots=True)
class File:
    """
    A file on this machine. `file_name` is what a download is called, in any script; `attachment`
    asks the browser to keep it rather than to show it. One range is honoured (RFC 9110 section
    14); several at once get the whole file, as the RFC allows. Raises NotFound where it is gone.
    """

    path: Path
    media_type: str
    file_name: str
    attachment: bool = True

    async def found(self) -> Opened:
        try:
            return Opened(self, await asyncio.to_thread(self.path.stat))
        except (FileNotFoundError, NotADirectoryError):
            raise NotFound("file", self.file_name) from None


class Opened:
    """A file that was there when it was asked for."""

    def __init__(self, file: File, facts: stat_result) -> None:
        self._file, self._size, self._changed = file, facts.st_size, facts.st_mtime
        self._tag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
        self.status = 200

    async def leave(self, request: Incoming, headers: RawHeaders, send: Send) -> None:
        first, after = self._choose(request)
        for name, value in self._headers(first, after):
            headers.append((name.encode(), value.encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        silent = request.method == "HEAD" or self.status in (304, 416)
        await self._send_part(send, first, first if silent else after)

    def _choose(self, request: Incoming) -> tuple[int, int]:
        """Which bytes are sent, and under which status."""
        whole = (0, self._size)
        if self._is_known(request):
            self.status = 304
            return 0, 0
        asked = request.headers.get("range")
        if asked is None or not self._is_same(request.headers.get("if-range")):
            return whole
        match = ONE_RANGE.fullmatch(asked)
        if not match or match.groups() == ("", ""):
            return whole
        part = bytes_of(match[1], match[2], self._size)
        self.status = 206 if part else 416
        return part or (0, 0)

    def _is_known(self, request: Incoming) -> bool:
        tags = request.headers.get("if-none-match")
        if tags is not None:
            known = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
            return tags.strip() == "*" or self._tag in known
        since = _time(request.headers.get("if-modified-since"))
        return since is not None and int(self._changed) <= since

    def _is_same(self, if_range: str | None) -> bool:
        return if_range is None or if_range == self._tag or if_range == self._last_modified

    @property
    def _disposition(self) -> str:
        return content_disposition(self._file.file_name, inline=not self._file.attachment)

    @property
    def _last_modified(self) -> str:
        return formatdate(self._changed, usegmt=True)

    def _headers(self, first: int, after: int) -> list[tuple[str, str]]:
        told = [
            ("etag", self._tag),
            ("last-modified", self._last_modified),
            ("accept-ranges", "bytes"),
            ("x-content-type-options", "nosniff"),
        ]
        if self.status == 304:
            return told
        if self.status == 416:
            return [*told, ("content-range", f"bytes */{self._size}"), ("content-length", "0")]
        if self.status == 206:
            told.append(("content-range", f"bytes {first}-{after - 1}/{self._size}"))
        return [
            *told,
            ("content-type", self._file.media_type),
            ("content-length", str(after - first)),
            ("content-disposition", self._disposition),
        ]

    async def _send_part(self, send: Send, at: int, after: int) -> None:
        if at < after:
            handle = await asyncio.to_thread(self._file.path.open, "rb")
            try:
                await asyncio.to_thread(handle.seek, at)
                while at < after:
                    piece = await asyncio.to_thread(handle.read, min(PIECE, after - at))
                    if not piece:
                        raise EOFError(f"{self._file.path} has become shorter.")
                    at += len(piece)
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            finally:
                handle.close()
        await send({"type": "http.response.body", "body": b""})


def bytes_of(first: str, last: str, size: int) -> tuple[int, int] | None:
    """The first byte of a range and the one after its last; None where there is none of it."""
    if not first:
        start = max(0, size - int(last))
        return (start, size) if start < size else None
    start, after = int(first), min(size, int(last) + 1) if last else size
    return (start, after) if start < after else None


def _time(said: str | None) -> float | None:
    try:
        return parsedate_to_datetime(said).timestamp() if said else None
    except (ValueError, TypeError, OverflowError):
        return None
