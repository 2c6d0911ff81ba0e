"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from quintet.database.opening import prepare


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database migrated once; each test takes a copy."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    prepare(path)
    return path
