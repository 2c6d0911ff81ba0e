"""A browser, where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.studio.render.html.browser import Browser, browsing


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        assert os.environ.get("QUINTET_REQUIRE") != "all", "chromium is required and not installed"
        pytest.skip("chromium is not installed")
    with browsing(program, tmp_path_factory.mktemp("profile")) as browser:
        yield browser
