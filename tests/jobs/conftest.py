"""An engine on a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.jobs.engine import Engine, open_engine


@pytest.fixture
def path(empty_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "quintet.db"))


@pytest.fixture
async def engine(path: Path) -> AsyncIterator[Engine]:
    engine = await open_engine(str(path))
    yield engine
    await engine.database.close()
