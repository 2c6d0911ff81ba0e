"""A job: one accepted brief, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quintet.domain.briefs import Brief


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        return self in FINAL


FINAL = frozenset({JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job failed: a stable code, and words that are safe to show."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """
    How to know a request again. The engine finds the first job in the transaction that would
    have made a second. `fingerprint` tells whether it is the same request; `replays` False means:
    to be remembered, but always a new job. A key older than `window` seconds was never used.
    """

    key: str
    fingerprint: str = ""
    replays: bool = True
    window: float = 86_400.0


@dataclass(frozen=True, slots=True)
class Order:
    """
    What is to be done, by which dialect, under which name it will be asked for there.

    `price` is in micro-credits and is reserved; `patience` is the number of seconds after which
    the job fails, wherever it stands. `warnings` were known at submit.
    """

    dialect: str
    public_id: str
    brief: Brief
    price: int
    warnings: tuple[str, ...] = ()
    user: str = ""
    base: str = ""
    priority: int = 0
    patience: float = 3600.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a running job has come: `done` of `total` steps, and the name of the one in hand."""

    done: int
    total: int
    step: str


@dataclass(frozen=True, slots=True)
class Artifact:
    """
    A finished file of a job. `name` tells it from its siblings ("pptx", "pdf", "png", "html"),
    `key` is where storage keeps it, `file_name` what a download is called.
    """

    name: str
    key: str
    media_type: str
    file_name: str
    size: int


class Glance(NamedTuple):
    """As much of a job as whoever waits for its end needs to know, again and again."""

    public_id: str
    kind: str
    state: JobState


@dataclass(slots=True)
class Job:
    """
    One job as it is stored. Times are UTC milliseconds, money micro-credits. `brief` is JSON, and
    empty where a job was looked up for its state alone: a brief may be long. (Not frozen: it is
    made for every request, and freezing its many fields costs three times as much.)
    """

    id: str
    account: str
    dialect: str
    public_id: str
    kind: str
    brief: str
    price: int
    priority: int
    state: JobState
    attempt: int
    ticket: int | None
    """The place in the queue this job holds; None while it waits to be let in."""
    created_at: int
    run_at: int
    deadline: int
    setbacks: int = 0
    """How often it was queued again because something went wrong, and not by a graceful stop."""
    ended_at: int | None = None
    spent: int = 0
    result: str | None = None
    failure: Failure | None = None
    progress: Progress | None = None
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    user: str = ""
    base: str = ""
    artifacts: tuple[Artifact, ...] = ()
