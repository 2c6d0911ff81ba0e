"""A library of its own, and two who borrow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quintet.accounts.caller import Caller
from quintet.domain.jobs import Job, JobState
from tests.server import database as database
from tests.server import migrated as migrated

JOB = Job(
    id="0192f0c1-0000-7000-8000-000000000001",
    account="acme",
    dialect="gamma",
    public_id="x",
    kind="deck",
    brief="",
    price=0,
    priority=0,
    state=JobState.SUCCEEDED,
    attempt=1,
    ticket=None,
    created_at=0,
    run_at=0,
    deadline=0,
)


@pytest.fixture
def acme() -> Caller:
    return Caller("acme")


@pytest.fixture
def zenith() -> Caller:
    return Caller("zenith")


@pytest.fixture
def job() -> Job:
    return JOB


@pytest.fixture
def other_job() -> Job:
    return replace(JOB, id="0192f0c1-0000-7000-8000-000000000002", account="zenith")
