"""
Which workers live: each has a file that its process keeps locked.

The system lets go of a lock when its process ends, however it ends, so a worker that was killed
is known to be dead at once; one that only sleeps still holds its lock.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

A_DAY = 86_400


class Presence:
    """`folder` is made when somebody is present for the first time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def present(self, name: str) -> Iterator[None]:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._tidy()
        path = self._folder / name
        with path.open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                path.unlink(missing_ok=True)

    def dead(self, names: Iterable[str]) -> list[str]:
        """Those who have not left and are not there. Each is told of once."""
        return [name for name in names if self._is_dead(self._folder / name)]

    def _tidy(self) -> None:
        """Those who died with nothing in hand are asked for by nobody."""
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - A_DAY:
                    self._is_dead(path)

    def _is_dead(self, path: Path) -> bool:
        with suppress(FileNotFoundError, BlockingIOError), path.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
            return True
        return False
