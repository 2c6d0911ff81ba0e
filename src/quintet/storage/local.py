"""
The store of one machine: files in a folder.

A file is written beside its place, brought to the disk and then renamed, so a key names a whole
file or none, also after a power cut. Only the owner can read what is kept.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

from quintet.domain.errors import NotFound
from quintet.storage.store import Stored, proper

WRITING = ".writing"
"""The folder of unfinished files: no key begins with a dot."""
ATTEMPTS = 5


class LocalStore:
    """A folder as a `Store`; it is made when it is first needed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    async def put(self, key: str, content: bytes | Path, media_type: str) -> None:
        # The media type is kept with the artifact's row; a file has no place for it.
        await asyncio.to_thread(self._put, self._file(key), content)

    async def get(self, key: str) -> bytes:
        return await asyncio.to_thread(self._get, key)

    async def delete(self, key: str) -> None:
        await asyncio.to_thread(self._delete, self._file(key))

    def path(self, key: str) -> Path:
        path = self._file(key)
        if not path.is_file():
            raise NotFound("file", key)
        return path

    async def keys(self) -> AsyncIterator[Stored]:
        for stored in await asyncio.to_thread(self._list):
            yield stored

    async def tidy(self, before: int) -> None:
        await asyncio.to_thread(self._tidy, before)

    def _file(self, key: str) -> Path:
        return self.root / proper(key)

    def _put(self, path: Path, content: bytes | Path) -> None:
        unfinished = self.root / WRITING / uuid4().hex
        make_private(unfinished.parent)
        try:
            _write(unfinished, content)
            self._move(unfinished, path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)

    def _move(self, unfinished: Path, path: Path) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            make_private(path.parent)
            try:
                unfinished.replace(path)
                return
            except FileNotFoundError:
                # A delete beside us has taken away the folder it had just emptied.
                if attempt == ATTEMPTS:
                    raise

    def _get(self, key: str) -> bytes:
        try:
            return self._file(key).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            raise NotFound("file", key) from None

    def _delete(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # It is not empty, or gone already.
            if path.parent != self.root:
                path.parent.rmdir()

    def _list(self) -> list[Stored]:
        found = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for path in (Path(folder, name) for name in names):
                with contextlib.suppress(FileNotFoundError):
                    told = path.stat()
                    key = path.relative_to(self.root).as_posix()
                    found.append(Stored(key, told.st_size, told.st_mtime_ns // 1_000_000))
        return found

    def _tidy(self, before: int) -> None:
        folder = self.root / WRITING
        for path in folder.iterdir() if folder.is_dir() else ():
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime * 1000 < before:
                    path.unlink()


def make_private(folder: Path) -> None:
    """Make a folder and those above it, for the owner alone. Those that are there stay as is."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _write(path: Path, content: bytes | Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        if isinstance(content, Path):
            with content.open("rb") as source:
                shutil.copyfileobj(source, file, 1 << 20)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """A renamed file is safe once its folder is on the disk as well."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
