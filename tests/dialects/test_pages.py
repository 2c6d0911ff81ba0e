"""The pages about dialects say what is declared and tested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "dialects").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_is_up_to_date(page: Path) -> None:
    before = page.read_text("utf-8")

    told = subprocess.run(
        [sys.executable, ROOT / "tools" / "describe_dialect.py", page.stem, "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert page.read_text("utf-8") == before
