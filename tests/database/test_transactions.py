"""Transactions take turns, stand or fall alone, and share their commit."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from quintet.database import Database, Row
from quintet.domain.errors import DatabaseGone

pytestmark = pytest.mark.anyio

WRITE = "insert into setting (name, value) values (:name, :value)"


async def settings(database: Database) -> dict[str, str]:
    rows = await database.read("select name, value from setting")
    return {row["name"]: row["value"] for row in rows}


async def write(database: Database, name: str, value: str = "") -> None:
    async with database.transaction() as tx:
        await tx.rows(WRITE, name=name, value=value)


async def test_a_block_that_raises_leaves_no_trace_and_takes_nobody_with_it(
    database: Database,
) -> None:
    async def break_off() -> None:
        async with database.transaction() as tx:
            await tx.rows(WRITE, name="broken", value="")
            raise LookupError

    answers = await asyncio.gather(
        write(database, "before"), break_off(), write(database, "after"), return_exceptions=True
    )

    assert [type(answer) for answer in answers] == [type(None), LookupError, type(None)]
    assert (await settings(database)).keys() == {"before", "after"}


async def test_a_statement_the_database_refuses_fails_its_own_block_alone(
    database: Database,
) -> None:
    answers = await asyncio.gather(
        write(database, "twice"),
        write(database, "twice"),
        write(database, "once"),
        return_exceptions=True,
    )

    assert [type(answer) for answer in answers] == [
        type(None),
        sqlite3.IntegrityError,
        type(None),
    ]
    assert (await settings(database)).keys() == {"twice", "once"}


async def test_a_transaction_sees_what_it_wrote_and_others_only_what_is_committed(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        await tx.rows(WRITE, name="a", value="1")
        assert (await tx.row("select value from setting")) == {"value": "1"}
        async with database.snapshot() as snap:
            assert await snap.row("select value from setting") is None

    async with database.snapshot() as snap:
        assert await snap.rows("select value from setting") == [{"value": "1"}]


async def test_a_hundred_writers_share_commits(database: Database) -> None:
    before = database.commits()

    await asyncio.gather(*(write(database, f"{number}") for number in range(100)))

    assert len(await settings(database)) == 100
    assert database.commits() != before


async def test_what_comes_afterwards_comes_after_the_commit_and_never_without_one(
    database: Database,
) -> None:
    seen: list[list[Row]] = []
    looking = asyncio.Event()

    async def look() -> None:
        seen.append(await database.read("select name from setting"))
        looking.set()

    async def break_off() -> None:
        async with database.transaction() as tx:
            tx.afterwards(lambda: seen.append([]))
            raise LookupError

    async with database.transaction() as tx:
        await tx.rows(WRITE, name="a", value="")
        tx.afterwards(lambda: asyncio.ensure_future(look()))
    await asyncio.gather(break_off(), return_exceptions=True)
    await looking.wait()

    assert seen == [[{"name": "a"}]]


async def test_a_task_cancelled_while_it_waits_for_its_turn_holds_nobody_up(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        waiting = asyncio.create_task(write(database, "never"))
        await asyncio.sleep(0)
        waiting.cancel()
        await tx.rows(WRITE, name="first", value="")
    await write(database, "second")

    assert waiting.cancelled()
    assert (await settings(database)).keys() == {"first", "second"}


async def test_a_task_cancelled_inside_its_block_rolls_back(database: Database) -> None:
    inside = asyncio.Event()

    async def write_and_wait() -> None:
        async with database.transaction() as tx:
            await tx.rows(WRITE, name="never", value="")
            inside.set()
            await asyncio.Event().wait()

    waiting = asyncio.create_task(write_and_wait())
    await inside.wait()
    waiting.cancel()
    await write(database, "next")

    assert (await settings(database)).keys() == {"next"}


async def test_a_transaction_inside_a_transaction_is_a_mistake_and_not_a_deadlock(
    database: Database,
) -> None:
    async with database.transaction():
        with pytest.raises(RuntimeError, match="inside a transaction"):
            await write(database, "inner")


async def test_a_task_may_begin_anew_as_soon_as_its_block_has_failed(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await write(database, "a", None)  # type: ignore[arg-type]
    await write(database, "a")

    assert (await settings(database)).keys() == {"a"}


async def test_a_rollback_of_the_whole_group_fails_everyone_in_it(
    database: Database,
) -> None:
    """As SQLite does by itself when the disk is full."""

    async def roll_everything_back() -> None:
        async with database.transaction() as tx:
            await tx.rows("rollback")

    answers = await asyncio.gather(
        write(database, "before"), roll_everything_back(), return_exceptions=True
    )
    await write(database, "later")

    assert isinstance(answers[0], DatabaseGone)
    assert isinstance(answers[1], Exception)
    assert (await settings(database)).keys() == {"later"}


async def test_a_full_disk_is_said_and_what_was_committed_stays(database: Database) -> None:
    await write(database, "before")
    full = (await database.once("pragma page_count"))[0]["page_count"]
    await database.once(f"pragma max_page_count = {full}")

    answers = await asyncio.gather(
        *(write(database, f"large {number}", "x" * 100_000) for number in range(3)),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers] == [DatabaseGone] * 3
    assert (await settings(database)).keys() == {"before"}

    await database.once(f"pragma max_page_count = {full + 1000}")
    await write(database, "after", "x" * 100_000)
    assert (await settings(database)).keys() == {"before", "after"}


async def test_closing_finishes_what_was_begun_and_refuses_the_rest(
    database: Database,
) -> None:
    writing = asyncio.create_task(write(database, "begun"))
    await asyncio.sleep(0)

    closing_down = asyncio.create_task(database.close())
    await writing
    await closing_down

    with pytest.raises(DatabaseGone):
        await write(database, "late")


async def test_the_connection_aside_writes_while_the_loop_is_busy(
    database: Database,
) -> None:
    done = threading.Event()

    def write_aside() -> None:
        with closing(database.aside()) as aside:
            aside.rows(WRITE, name="aside", value="")
            assert aside.rows("select name from setting") == [{"name": "aside"}]
        done.set()

    thread = threading.Thread(target=write_aside)
    thread.start()
    assert done.wait(10)  # On the loop, on purpose: it is what is busy.
    thread.join()

    assert (await settings(database)).keys() == {"aside"}


async def test_the_connection_aside_gives_up_when_somebody_else_writes_on(
    database: Database, path: Path
) -> None:
    async with database.transaction():
        with closing(database.aside()) as aside, pytest.raises(DatabaseGone):
            aside.rows(WRITE, name="aside", value="")


async def test_a_commit_of_another_process_is_noticed(database: Database, path: Path) -> None:
    before = database.commits()

    with closing(sqlite3.connect(path)) as other:
        other.execute("insert into setting (name, value) values ('theirs', '')")
        other.commit()

    assert database.commits() != before
