"""What a recipe makes of a job, and how jobs end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from quintet.database import Transaction
from quintet.domain.jobs import Artifact, Failure, Job, JobState

Record = Callable[[Transaction, Job], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Product:
    """
    A job well done. `spent` micro-credits of its price were used, and no more than that price is
    ever taken. `record` writes rows of other parts in the transaction that ends the job.
    """

    artifacts: tuple[Artifact, ...]
    spent: int
    notes: tuple[str, ...] = ()
    result: str | None = None
    record: Record | None = None


NOTHING = Product((), spent=0)


@dataclass(frozen=True, slots=True)
class End:
    """How a job ended. Whatever did not succeed has made nothing and costs nothing."""

    state: JobState
    failure: Failure | None = None
    product: Product = NOTHING


@dataclass(frozen=True, slots=True)
class Again:
    """
    How an attempt ended whose job is to be tried once more, some seconds from now. A setback is
    one that something went wrong with: a job has so many of them and no more.
    """

    after: float
    setback: bool = True


HANDED_BACK = Again(0, setback=False)
"""By a worker that was told to stop: no fault of the job, however often it happens."""


CANCELLED = End(JobState.CANCELLED)
CRASHED = End(JobState.FAILED, Failure("internal", "Something went wrong on our side."))
OVERDUE = End(JobState.FAILED, Failure("deadline", "The job took too long."))
