"""Every recorded exchange with a vendor's API, played against ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from quintet.dialects import DIALECTS
from tests.dialects.exchanges import play, read
from tests.server import Server

pytestmark = pytest.mark.anyio
EXCHANGES = sorted(Path(__file__).parent.glob("*/exchanges/*.json"))


@pytest.mark.parametrize("path", EXCHANGES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
async def test_answers_as_recorded(path: Path, server: Server) -> None:
    dialect = DIALECTS[path.parts[-3]]

    await play(read(path), dialect.path, server)
