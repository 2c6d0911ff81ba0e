"""A job survives the death of its process before whichever statement it comes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.jobs.conftest import engine as engine
from tests.jobs.conftest import path as path
from tests.jobs.engine import Engine

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]


async def test_a_death_before_any_statement_leaves_a_job_that_ends_once(
    engine: Engine, path: Path
) -> None:
    *made, died = await asyncio.to_thread(die_at_every_statement, path)

    jobs = await engine.count()
    assert int(died) > 20
    # Before its submit commits there is no job; from then on there is one for each death.
    assert int(died) / 2 < jobs <= int(died)
    assert await engine.count("state = 'succeeded' and result = 'an outline'") == jobs
    assert await engine.count("attempt > 2") == 0
    # Made twice is only what was made and not stored when its process died.
    assert max(Counter(made).values()) == 2
    assert len(made) - jobs < 6
    balance = await engine.balance()
    assert (balance.held, balance.spent) == (0, 3 * jobs)


def die_at_every_statement(path: Path) -> list[str]:
    """The name of each job whenever it was worked on; and last, how many processes died."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.dying_process", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    return [line.split()[1] for line in done.stdout.splitlines()]
