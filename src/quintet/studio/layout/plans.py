"""Plans: tasks with their spans, read from a table that says when each starts and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quintet.domain.deck import Rich, Table, plain, rich
from quintet.studio.charts.moments import moment_of

PERIODS = {"day": 31.0, "month": 1.0, "quarter": 1.0, "half": 1.0, "year": 1.0, "count": 1.0}
"""How many steps of a moment's order make one period: days are drawn over months."""

YEARS = {"day": 12, "month": 12, "quarter": 4, "half": 2, "year": 1}
"""How many periods make a year; weeks that are only counted make none."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task from `start` to `end`, in periods; `span` says so in the caller's words."""

    name: Rich
    start: float
    end: float
    span: str
    words: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Tasks from the period `first` up to before `last`. `year` is how many periods one has, 0 for
    none; `heads` are the headings of the table, the two of the span as one.
    """

    tasks: tuple[Task, ...]
    first: int
    last: int
    year: int
    heads: tuple[str, ...]


def plan_of(table: Table) -> Plan | None:
    """The plan a table is, if two columns side by side say when each row starts and ends."""
    texts = [[plain(cell).strip() for cell in row] for row in table.rows]
    for i, j in pairwise(range(1, len(table.header))):
        kind = _kind([row[i] for row in texts] + [row[j] for row in texts])
        if kind:
            return _plan(table, texts, i, kind)
    return None


def _kind(texts: Sequence[str]) -> str:
    """The one kind of moment all texts name, if it can be drawn over periods."""
    kinds = {moment[0] if (moment := moment_of(text)) else "" for text in texts}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return kind if kind in PERIODS else ""


def _plan(table: Table, texts: Sequence[Sequence[str]], at: int, kind: str) -> Plan | None:
    step = PERIODS[kind]
    others = [j for j in range(1, len(table.header)) if j not in (at, at + 1)]
    tasks = []
    for row, text in zip(table.rows, texts, strict=True):
        start, end = _order(text[at]) / step, (_order(text[at + 1]) + 1) / step
        if end <= start or not text[0]:
            return None
        span = text[at] if text[at] == text[at + 1] else f"{text[at]} – {text[at + 1]}"
        words = tuple(row[j] for j in others if text[j])
        tasks.append(Task(row[0], start, end, span, words))
    first = int(min(task.start for task in tasks))
    last = -int(-max(task.end for task in tasks) // 1)
    heads = [plain(head) for head in table.header]
    said = (heads[0], " – ".join(filter(None, heads[at : at + 2])), *(heads[j] for j in others))
    return Plan(tuple(tasks), first, last, YEARS.get(kind, 0), tuple(filter(None, said)))


def _order(text: str) -> float:
    moment = moment_of(text)
    return moment[1] if moment else 0.0


def name_of(task: Task) -> tuple[Rich, ...]:
    """The task's name, and what else its row says."""
    return (task.name, *task.words)


def heads_of(plan: Plan) -> Rich:
    return rich(" · ".join(plan.heads))
