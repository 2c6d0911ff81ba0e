"""From rows of `job` and `artifact` to what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import from_json, to_json

from quintet.database import Engine, Row
from quintet.domain.jobs import Artifact, Failure, Job, JobState, Progress

COLUMNS = (
    "id, account, dialect, public_id, kind, price, priority, state, attempt, setbacks, ticket,"
    " created_at, run_at, deadline, ended_at, spent, result, failure_code, failure_message,"
    " progress, warnings, notes, end_user, base"
)
"""All that `read` reads: everything but who works on it and until when."""
STATES = {state.value: state for state in JobState}


def read(row: Row, *, brief: str = "", artifacts: tuple[Artifact, ...] = ()) -> Job:
    return Job(
        id=row["id"],
        account=row["account"],
        dialect=row["dialect"],
        public_id=row["public_id"],
        kind=row["kind"],
        brief=brief,
        price=row["price"],
        priority=row["priority"],
        state=STATES[row["state"]],
        attempt=row["attempt"],
        ticket=row["ticket"],
        created_at=row["created_at"],
        run_at=row["run_at"],
        deadline=row["deadline"],
        setbacks=row["setbacks"],
        ended_at=row["ended_at"],
        spent=row["spent"],
        result=row["result"],
        failure=_failure(row),
        progress=_progress(row["progress"]),
        warnings=_sentences(row["warnings"]),
        notes=_sentences(row["notes"]),
        user=row["end_user"],
        base=row["base"],
        artifacts=artifacts,
    )


def read_one(rows: list[Row]) -> Job | None:
    return read(rows[0]) if rows else None


def read_artifact(row: Row) -> Artifact:
    return Artifact(row["name"], row["key"], row["media_type"], row["file_name"], row["size"])


def among(engine: Engine, parameter: str) -> str:
    """The names in a JSON list, for `… in`: one text, however many there are."""
    if engine == "sqlite":
        return f"(select value from json_each(:{parameter}))"
    return f"(select json_array_elements_text(cast(:{parameter} as json)))"


def told(progress: Progress) -> str:
    return to_json([progress.done, progress.total, progress.step]).decode()


def listed(sentences: Iterable[str]) -> str:
    return to_json([*sentences]).decode()


def _failure(row: Row) -> Failure | None:
    code = row["failure_code"]
    return Failure(code, row["failure_message"] or "") if code else None


def _progress(text: str | None) -> Progress | None:
    return Progress(*from_json(text)) if text else None


def _sentences(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(from_json(text))
