"""What holds a server together."""

from __future__ import annotations

import asyncio

import pytest

from quintet.app import kept_up

pytestmark = pytest.mark.anyio


async def test_a_part_that_crashes_is_begun_again_until_the_stop(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quintet.app.AGAIN", 0.0)
    stop, begun = asyncio.Event(), 0

    async def run(stop: asyncio.Event) -> None:
        nonlocal begun
        begun += 1
        if begun < 3:
            raise ZeroDivisionError
        stop.set()

    await asyncio.wait_for(kept_up(run, stop), 30)

    assert begun == 3
    assert caplog.text.count("part.crashed") == 2
