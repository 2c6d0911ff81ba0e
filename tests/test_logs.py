"""Log lines: one JSON object each, and nothing of a request that the server itself gave up."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator

import pytest

from quintet.logs import set_up_logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("quintet")
    handlers, levels = root.handlers, (root.level, ours.level)
    yield
    root.handlers = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])


def test_a_line_is_a_json_object_with_what_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json")

    logging.getLogger("quintet.jobs").warning("job.fenced", extra={"job": "1", "attempt": 2})

    told = json.loads(capsys.readouterr().err)
    assert told.pop("at") > 0
    assert told == {
        "level": "warning",
        "from": "quintet.jobs",
        "event": "job.fenced",
        "job": "1",
        "attempt": 2,
    }


def test_what_was_cancelled_at_a_stop_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("text")
    log = logging.getLogger("uvicorn.error")

    for error in (asyncio.CancelledError(), ZeroDivisionError()):
        try:
            raise error
        except BaseException:
            log.exception("Exception in ASGI application")

    assert capsys.readouterr().err.count("Exception in ASGI application") == 1


def test_libraries_tell_nothing_but_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json")

    logging.getLogger("httpx2").info("HTTP Request: GET https://bees.example/signed?secret")
    logging.getLogger("httpx2").warning("busy")
    logging.getLogger("quintet.jobs.worker").info("job.dropped")

    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["busy", "job.dropped"]
