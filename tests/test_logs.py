"""Log lines: one JSON object each, and no more in them than may be told."""

from __future__ import annotations

import asyncio
import errno
import gc
import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest

from quintet.logs import set_up_logs

SECRET = "bees for the board"


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


@pytest.mark.parametrize("form", ["json", "text"])
def test_of_a_bug_is_told_where_it_is_and_not_what_it_says(
    capsys: pytest.CaptureFixture[str], form: Literal["json", "text"]
) -> None:
    set_up_logs(form)

    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise ExceptionGroup(
                SECRET, [KeyError(SECRET), OSError(errno.ENOSPC, SECRET)]
            ) from error
    except ExceptionGroup:
        logging.getLogger("quintet.jobs").exception("job.crashed")

    told = capsys.readouterr().err
    assert SECRET not in told
    kinds = ["builtins.ValueError", "builtins.ExceptionGroup", "builtins.KeyError"]
    assert [told.index(kind) for kind in kinds] == sorted(told.index(kind) for kind in kinds)
    assert "builtins.OSError: No space left on device" in told
    assert "in test_of_a_bug_is_told_where_it_is" in told
    assert "int(SECRET)" in told


def test_errors_that_name_each_other_as_their_cause_are_told_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("text")
    one, other = KeyError(), ZeroDivisionError()
    one.__cause__, other.__cause__ = other, one

    logging.getLogger("quintet").error("odd", exc_info=one)

    told = capsys.readouterr().err
    assert told.count("KeyError") == told.count("ZeroDivisionError") == 1


def test_the_error_of_a_task_that_nobody_waited_for_is_told_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("json")

    async def lose_a_task() -> None:
        async def fail() -> None:
            raise ValueError(SECRET)

        lost = asyncio.ensure_future(fail())
        await asyncio.wait([lost])

    asyncio.run(lose_a_task())
    gc.collect()

    told = json.loads(capsys.readouterr().err)
    assert told["event"] == "Task exception was never retrieved"
    assert "in fail" in told["traceback"]
    assert SECRET not in str(told)
