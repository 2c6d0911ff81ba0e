"""The jobs of a server, as endpoints meet them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from uuid import uuid4

from quintet.accounts.caller import Caller
from quintet.accounts.limits import Limits
from quintet.database import Database, Snapshot, Transaction
from quintet.domain.briefs import BRIEFS
from quintet.domain.errors import AlreadyEnded, NotFailed
from quintet.domain.jobs import Artifact, Glance, Job, JobState, Order, Repeat
from quintet.jobs import looking
from quintet.jobs.dropping import drop_product
from quintet.jobs.hub import Hub
from quintet.jobs.life import Life
from quintet.jobs.looking import Filter
from quintet.jobs.queues import Queue
from quintet.jobs.queues.embedded import EmbeddedQueue

TRIED_AGAIN = frozenset({JobState.FAILED, JobState.CANCELLED})


class Jobs:
    """
    One for a process. Whoever waits for jobs, or changes them, does it through this.

    `names` makes a dialect's own name for a job that is tried again; without one it is a UUID.
    """

    def __init__(
        self,
        database: Database,
        limits: Limits,
        queue: Queue | None = None,
        *,
        names: Mapping[str, Callable[[], str]] | None = None,
    ) -> None:
        self.hub = Hub(database)
        self.life = Life(queue or EmbeddedQueue(database), limits, self.hub.wake)
        self._names = names or {}

    async def submit(
        self, tx: Transaction, caller: Caller, order: Order, repeat: Repeat | None = None
    ) -> Job:
        """See `Life.submit`."""
        return await self.life.submit(tx, caller.account, order, repeat)

    async def look_up(self, snap: Snapshot, caller: Caller, dialect: str, public_id: str) -> Job:
        """The caller's job by its dialect's name for it, without its brief. Raises NotFound."""
        return await looking.look_up(snap, caller.account, dialect, public_id)

    async def glance(self, snap: Snapshot, caller: Caller, dialect: str, public_id: str) -> Glance:
        """How the caller's job stands, at a fourth of the cost of `look_up`. Raises NotFound."""
        return await looking.glance(snap, caller.account, dialect, public_id)

    async def find(self, snap: Snapshot, caller: Caller, job_id: str) -> Job:
        """The caller's job by its own name, with its brief. Raises NotFound."""
        return await looking.find(snap, job_id, account=caller.account)

    async def state_of(self, snap: Snapshot, job_id: str) -> Job:
        """
        Whoever's job it is, by its own name, without its brief: for links that are a permission of
        their own. Raises NotFound.
        """
        return await looking.state_of(snap, job_id)

    async def page(
        self,
        snap: Snapshot,
        caller: Caller,
        *,
        states: tuple[JobState, ...] = (),
        dialects: tuple[str, ...] = (),
        kinds: tuple[str, ...] = (),
        after: str | None = None,
        limit: int = 50,
    ) -> tuple[list[Job], str | None]:
        """
        Some of the caller's jobs, newest first, without briefs, and the cursor of the next page.
        No names of something means all. Raises Unknown for a cursor that is none of ours.
        """
        wanted = Filter(tuple(states), tuple(dialects), tuple(kinds))
        return await looking.page(snap, caller.account, wanted, after=after, limit=limit)

    async def cancel(self, tx: Transaction, caller: Caller, job_id: str) -> Job:
        """
        End a job that has not ended; one that was cancelled before stays as it is.

        Raises NotFound, or AlreadyEnded for one that has succeeded or failed.
        """
        ended = await self.life.cancel(tx, caller.account, job_id)
        job = ended or await self.find(tx, caller, job_id)
        if job.state is not JobState.CANCELLED:
            raise AlreadyEnded(job.id, job.state)
        return job

    async def retry(self, tx: Transaction, caller: Caller, job_id: str) -> Job:
        """
        A new job from the brief of one that failed or was cancelled, at the same price.

        Raises NotFound, NotFailed, TooManyRequests or OutOfCredits.
        """
        job = await self.find(tx, caller, job_id)
        if job.state not in TRIED_AGAIN:
            raise NotFailed(job.id, job.state)
        return await self.submit(tx, caller, self._again(job))

    async def drop_product(
        self, tx: Transaction, caller: Caller, job_id: str, *, exports_of: str = ""
    ) -> tuple[Artifact, ...]:
        """See `dropping.drop_product`: the files that were forgotten are the caller's to delete."""
        return await drop_product(tx, caller.account, job_id, exports_of=exports_of)

    def _again(self, job: Job) -> Order:
        return Order(
            dialect=job.dialect,
            public_id=self._names.get(job.dialect, lambda: str(uuid4()))(),
            brief=BRIEFS[job.kind].model_validate_json(job.brief),
            price=job.price,
            warnings=job.warnings,
            user=job.user,
            base=job.base,
            priority=job.priority,
            patience=(job.deadline - job.created_at) / 1000,
        )

    async def ended(self, job_id: str, seconds: float) -> Job:
        """Wait for a job's end, but not longer; the job as it then stands. Raises NotFound."""
        return await self.hub.ended(job_id, seconds)

    def changes(self, job_id: str) -> AsyncGenerator[Job, None]:
        """A job as it stands, and again at each visible change, until it has ended."""
        return self.hub.changes(job_id)
