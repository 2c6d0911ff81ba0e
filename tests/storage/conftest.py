"""Every store, by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quintet.storage import LocalStore


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "files")
