"""The job table, read: one job, and pages of an account's jobs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.database import Engine, Row, Snapshot, Value
from quintet.domain.errors import NotFound, Unknown
from quintet.domain.jobs import Artifact, Glance, Job, JobState
from quintet.jobs.ids import moment_of
from quintet.jobs.rows import COLUMNS, STATES, among, read, read_artifact

BY_PUBLIC_ID = (
    f"select {COLUMNS} from job"
    " where dialect = :dialect and public_id = :public_id and account = :account"
)
GLANCE = (
    "select kind, state from job"
    " where dialect = :dialect and public_id = :public_id and account = :account"
)
BY_ID = f"select {COLUMNS} from job where id = :job"
ARTIFACTS = "select * from artifact where job = :job order by name"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of an account's jobs; an empty tuple of something is all of it."""

    states: tuple[JobState, ...] = ()
    dialects: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


async def look_up(snap: Snapshot, account: str, dialect: str, public_id: str) -> Job:
    """An account's job by its dialect's name for it, without its brief. Raises NotFound."""
    row = await snap.row(BY_PUBLIC_ID, dialect=dialect, public_id=public_id, account=account)
    if row is None:
        raise NotFound("job", public_id)
    return await _with_artifacts(snap, row)


async def glance(snap: Snapshot, account: str, dialect: str, public_id: str) -> Glance:
    """The same, but no more than how it stands. Raises NotFound."""
    row = await snap.row(GLANCE, dialect=dialect, public_id=public_id, account=account)
    if row is None:
        raise NotFound("job", public_id)
    return Glance(public_id, row["kind"], STATES[row["state"]])


async def find(snap: Snapshot, job: str, *, account: str | None = None) -> Job:
    """A job by its own name, with its brief; of this account only, if one is given."""
    row = await snap.row(BY_ID, job=job)
    if row is None or account not in (None, row["account"]):
        raise NotFound("job", job)
    return replace(await _with_artifacts(snap, row), brief=await brief_of(snap, job))


async def state_of(snap: Snapshot, job: str) -> Job:
    """A job by its own name, without its brief. Raises NotFound."""
    row = await snap.row(BY_ID, job=job)
    if row is None:
        raise NotFound("job", job)
    return await _with_artifacts(snap, row)


async def brief_of(snap: Snapshot, job: str) -> str:
    row = await snap.row("select brief from brief where job = :job", job=job)
    return str(row["brief"]) if row else ""


async def page(
    snap: Snapshot, account: str, wanted: Filter, *, after: str | None, limit: int
) -> tuple[list[Job], str | None]:
    """
    Some of an account's jobs, newest first, without briefs, and the cursor of the next page; None
    with the last one. A cursor is the name of a job.
    """
    where, values = _where(snap.engine, wanted, after)
    rows = await snap.rows(
        f"select {COLUMNS} from job where account = :account {where}"
        " order by created_at desc, id desc limit :limit",
        account=account,
        limit=limit + 1,
        **values,
    )
    kept = await artifacts_of(snap, [row["id"] for row in rows[:limit]])
    jobs = [read(row, artifacts=kept[row["id"]]) for row in rows[:limit]]
    return jobs, jobs[-1].id if len(rows) > limit else None


async def artifacts_of(snap: Snapshot, jobs: Sequence[str]) -> dict[str, tuple[Artifact, ...]]:
    """The artifacts of many jobs at once; an empty tuple for those that have none."""
    found: dict[str, list[Artifact]] = defaultdict(list)
    for row in await snap.rows(
        f"select * from artifact where job in {among(snap.engine, 'jobs')} order by name",
        jobs=json.dumps([*jobs]),
    ):
        found[row["job"]].append(read_artifact(row))
    return {job: tuple(found[job]) for job in jobs}


def _where(engine: Engine, wanted: Filter, after: str | None) -> tuple[str, dict[str, Value]]:
    """What a filter and a cursor add to a `where`, and the values they name there."""
    lists = {"state": wanted.states, "dialect": wanted.dialects, "kind": wanted.kinds}
    asked = {f"of_{name}": names for name, names in lists.items() if names}
    clauses = [f"and {name} in {among(engine, f'of_{name}')}" for name in lists if lists[name]]
    values: dict[str, Value] = {name: json.dumps(names) for name, names in asked.items()}
    if after is not None:
        clauses.append("and (created_at, id) < (:at, :after)")
        values |= {"at": _moment(after), "after": after}
    return " ".join(clauses), values


def _moment(cursor: str) -> int:
    try:
        return moment_of(cursor)
    except ValueError as error:
        raise Unknown("after", cursor) from error


async def _with_artifacts(snap: Snapshot, row: Row) -> Job:
    if row["state"] != JobState.SUCCEEDED:
        return read(row)
    kept = await snap.rows(ARTIFACTS, job=row["id"])
    return read(row, artifacts=tuple(read_artifact(each) for each in kept))
