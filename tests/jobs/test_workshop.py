"""Heavy work in processes of its own: what comes back, and what does not."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from quintet.domain.errors import JobFailed, OutOfCredits, ProviderError
from quintet.jobs import WorkCrashed, Workshop, WorkshopDied, WorkshopOverrun
from tests.jobs import work

pytestmark = pytest.mark.anyio

MB = 1 << 20


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    workshop = Workshop(1)
    await workshop.start()
    yield workshop
    await workshop.close()


async def test_a_function_is_called_in_another_process(workshop: Workshop) -> None:
    assert await workshop.run(work.add, 2, 3) == 5
    assert await workshop.run(work.pid) != os.getpid()
    assert await workshop.run(work.niceness) == 5


async def test_one_piece_of_work_at_a_time_for_each_child() -> None:
    workshop = Workshop(2, ("colorsys",))
    await workshop.start()

    pids = await asyncio.gather(*(workshop.run(work.pid_after, 0.05) for _ in range(6)))

    assert len(set(pids)) == 2
    assert await workshop.run(work.loaded, "colorsys")
    await workshop.close()


async def test_errors_of_ours_come_back_as_they_were_raised(workshop: Workshop) -> None:
    with pytest.raises(JobFailed, match="Too many images") as failed:
        await workshop.run(work.fail)
    with pytest.raises(ProviderError) as busy:
        await workshop.run(work.fail_at_a_provider)
    with pytest.raises(OutOfCredits) as poor:
        await workshop.run(work.fail_for_want_of_credits)

    assert failed.value.code == "too_many_images"
    assert busy.value.retry_after == 2.0
    assert (poor.value.needed, poor.value.left) == (3, 1)


async def test_a_bug_comes_back_with_its_traceback_and_costs_no_child(
    workshop: Workshop,
) -> None:
    before = await workshop.run(work.pid)

    with pytest.raises(WorkCrashed, match="in crash") as crashed:
        await workshop.run(work.crash)

    assert "ZeroDivisionError" in crashed.value.__notes__[0]
    assert await workshop.run(work.pid) == before


async def test_work_that_takes_too_long_is_killed_and_its_child_replaced(
    workshop: Workshop,
) -> None:
    before = await workshop.run(work.pid)

    with pytest.raises(WorkshopOverrun) as overrun:
        await workshop.run(work.sleep_forever, wall=0.05)

    assert overrun.value.code == "overrun"
    assert await workshop.run(work.pid) != before
    await asyncio.to_thread(wait_for_the_end_of, before)


async def test_a_child_that_dies_at_its_work_is_replaced(
    workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(WorkshopDied) as died:
        await workshop.run(work.die)

    assert "workshop.died" in caplog.text
    assert died.value.retry_after is not None
    assert await workshop.run(work.add, 1, 1) == 2


async def test_a_child_that_gives_itself_up_ran_out_of_memory(
    workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(WorkshopOverrun) as overrun:
        await workshop.run(work.abort)

    assert overrun.value.code == "out_of_memory"
    assert [record.__dict__.get("told") for record in caplog.records] == [
        "memory allocation failed"
    ]


async def test_a_child_that_died_idle_costs_nobody_anything(workshop: Workshop) -> None:
    pid = await workshop.run(work.pid)
    os.kill(pid, signal.SIGKILL)
    await asyncio.to_thread(wait_for_the_end_of, pid, or_dead=True)

    assert await workshop.run(work.add, 1, 1) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
async def test_work_that_takes_too_much_memory_fails_in_words() -> None:
    workshop = Workshop(1, memory=256 * MB)
    await workshop.start()

    with pytest.raises(WorkshopOverrun) as overrun:
        await workshop.run(work.take, 512 * MB)

    assert overrun.value.code == "out_of_memory"
    assert await workshop.run(work.take, MB) == MB
    await workshop.close()


async def test_a_child_that_has_grown_is_replaced() -> None:
    workshop = Workshop(1, size=100 * MB)
    await workshop.start()

    small = await workshop.run(work.grow, MB)
    large = await workshop.run(work.grow, 100 * MB)

    assert small == large
    assert await workshop.run(work.pid) != large
    await workshop.close()


async def test_work_that_nobody_waits_for_any_more_is_ended_quietly(
    workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    before = await workshop.run(work.pid)
    working = asyncio.create_task(workshop.run(work.sleep_forever))
    await asyncio.sleep(0)

    working.cancel()

    assert await workshop.run(work.pid) != before
    assert working.cancelled()
    await workshop.close()
    assert "workshop.died" not in caplog.text


async def test_a_stop_starts_no_child_for_work_that_was_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    workshop = Workshop(1)
    await workshop.start()
    pid = await workshop.run(work.pid)
    working = [asyncio.create_task(workshop.run(work.sleep_forever)) for _ in range(3)]
    await asyncio.sleep(0)

    with caplog.at_level("INFO", logger="quintet.jobs"):
        for each in working:
            each.cancel()
        await asyncio.wait(working)
        await workshop.close()

    assert caplog.text == ""
    assert gone(pid)


async def test_only_its_parent_tells_a_child_to_stop(workshop: Workshop) -> None:
    """A service manager tells every process; work in hand would be a setback to its job."""
    pid = await workshop.run(work.pid)

    os.kill(pid, signal.SIGTERM)

    assert await workshop.run(work.pid) == pid


async def test_closing_ends_work_quietly_and_refuses_more(
    caplog: pytest.LogCaptureFixture,
) -> None:
    workshop = Workshop(1)
    await workshop.start()
    pid = await workshop.run(work.pid)
    working = [asyncio.create_task(workshop.run(work.sleep_forever)) for _ in range(3)]
    await asyncio.sleep(0)

    await workshop.close()

    answers = await asyncio.gather(*working, return_exceptions=True)
    assert [type(answer) for answer in answers] == [WorkshopDied] * 3
    assert "workshop.died" not in caplog.text
    assert gone(pid)
    with pytest.raises(RuntimeError, match="not open"):
        await workshop.run(work.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child ends after its work")
def test_children_die_with_a_parent_that_is_killed_and_ctrl_c_is_not_for_them(
    tmp_path: Path,
) -> None:
    program = (
        "import asyncio\n"
        "from quintet.jobs import Workshop\n"
        "from tests.jobs import work\n"
        "async def main():\n"
        "    workshop = Workshop(1)\n"
        "    await workshop.start()\n"
        "    print(await workshop.run(work.pid), flush=True)\n"
        "    await workshop.run(work.sleep_forever)\n"
        "asyncio.run(main())\n"
    )
    with (tmp_path / "stderr").open("w") as errors:
        parent = subprocess.Popen(
            [sys.executable, "-c", program],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert os.getsid(child) != os.getsid(parent.pid)

    parent.kill()
    parent.communicate()

    wait_for_the_end_of(child)
    assert (tmp_path / "stderr").read_text() == ""


def test_every_refusal_survives_the_pipe() -> None:
    refused = OutOfCredits(needed=3, left=1)

    again = pickle.loads(pickle.dumps(refused))

    assert (type(again), str(again), again.needed) == (OutOfCredits, str(refused), 3)


def wait_for_the_end_of(pid: int, *, or_dead: bool = False) -> None:
    while not gone(pid) and not (or_dead and state_of(pid) == "Z"):
        time.sleep(0.005)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
