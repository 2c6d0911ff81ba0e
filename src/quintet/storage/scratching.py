"""A folder for files that need not outlive their process, and that do not outlive it for long."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quintet.storage.local import make_private

LOCK = ".lock"


@contextmanager
def scratch(root: Path) -> Iterator[Path]:
    """
    A new folder in `root`, for its owner alone, gone at the end. What processes left there that
    were killed goes first: a living one keeps its folder's lock, and the system takes it away
    from a dead one.
    """
    make_private(root)
    with (root / LOCK).open("w") as alone:
        # So that nobody tidies away a folder which has no lock yet.
        fcntl.flock(alone, fcntl.LOCK_EX)
        _tidy(root)
        folder = Path(tempfile.mkdtemp(dir=root.resolve()))
        lock = (folder / LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
    with lock:
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _tidy(root: Path) -> None:
    for folder in root.iterdir():
        if folder.is_dir() and _is_left(folder / LOCK):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(path: Path) -> bool:
    try:
        with path.open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # Killed before it had a lock, or going away as we look.
        return True
    return True
