"""Our own answers, field for field. Times are ISO 8601 in UTC, money is credits."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]


class Progress(BaseModel):
    """`done` of `total` steps, and the one in hand."""

    done: int
    total: int
    step: str


class Failure(BaseModel):
    code: str
    message: str


class Artifact(BaseModel):
    """A finished file. `url` is good for an hour, for whoever has it."""

    name: str
    file_name: str
    media_type: str
    size: int
    url: str


class Job(BaseModel):
    """
    One job of any dialect; `public_id` is what it is called there. `warnings` were known when it
    was accepted, `notes` since. `view` is the page of a finished deck.
    """

    id: str
    dialect: str
    public_id: str
    kind: str
    state: State
    attempt: int
    created_at: str
    ended_at: str | None
    price: int | float
    spent: int | float
    progress: Progress | None
    failure: Failure | None
    warnings: list[str]
    notes: list[str]
    artifacts: list[Artifact]
    view: str | None


class Jobs(BaseModel):
    """`next` is the cursor of the next page: send it as `after`. Null: there is none."""

    data: list[Job]
    next: str | None


class Window(BaseModel):
    """`resets_at` is when all of it will be free again; null when it is now."""

    name: str
    limit: int
    left: int
    resets_at: str | None


class Limits(BaseModel):
    windows: list[Window]


class Credits(BaseModel):
    """`granted` is the sum of the other three. `held` is reserved by jobs that go on."""

    granted: int | float
    available: int | float
    held: int | float
    spent: int | float


class Entry(BaseModel):
    """`of` names the job, or tells what a grant was for."""

    kind: Literal["grant", "reserve", "settle", "give_back"]
    amount: int | float
    of: str
    at: str


class Ledger(BaseModel):
    data: list[Entry]


class Account(BaseModel):
    name: str
    email: str
    plan: str
    most_cards: int


class ProblemDetails(BaseModel):
    """RFC 9457. `type` ends in a code that does not change; `detail` is for people."""

    type: str
    title: str
    status: int
    detail: str
