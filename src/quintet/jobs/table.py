"""
The job table, written: every statement that changes a job, each guarded by what it may change.

`attempt` is how often a job was claimed, its fencing number, and limits nothing; `setbacks` is how
often it was queued again because something went wrong. `ticket` is its place in the queue, or null
while it waits to be let in. A new ticket is always `attempt + 1`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from quintet.database import Aside, Database, Engine, Transaction, Value
from quintet.domain.jobs import Job, JobState, Order, Progress
from quintet.jobs.product import Again, End, Product
from quintet.jobs.rows import COLUMNS, among, listed, read, read_one, told

# Read by the statement itself, after the account's row was locked by an earlier one: PostgreSQL
# takes a statement's snapshot before it waits for a lock, so the two may not be one statement.
# `room` is the account's; to ask `accounts` for it would be one more round trip in every create.
HAS_ROOM = (
    "(select count(*) from job where account = :account and ticket is not null)"
    " < (select room from account where id = :account)"
)

INSERT = f"""
insert into job (id, account, dialect, public_id, kind, price, priority, created_at, run_at,
    deadline, warnings, end_user, base, ticket)
values (:id, :account, :dialect, :public_id, :kind, :price, :priority, :now, :now, :deadline,
    :warnings, :user, :base, case when {HAS_ROOM} then 1 end)
returning ticket
"""

# `skip locked`: who holds that row is ending it, and then waits for the account's row we hold.
OLDEST_WAITING = {
    "sqlite": "select id from job where account = :account and state = 'queued'"
    " and ticket is null order by priority desc, created_at, id limit 1",
    "postgresql": "select id from job where account = :account and state = 'queued'"
    " and ticket is null order by priority desc, created_at, id limit 1"
    " for update skip locked",
}

NEXT = {
    "sqlite": "select id from job where state = 'queued' and ticket is not null"
    " and run_at <= :now order by priority desc, run_at, id limit :free",
    "postgresql": "select id from job where state = 'queued' and ticket is not null"
    " and run_at <= :now order by priority desc, run_at, id limit :free"
    " for update skip locked",
}

END = """
update job set state = :state, ticket = null, worker = null, lease_until = null, ended_at = :now,
    spent = case when price < :spent then price else :spent end, result = :result,
    notes = :notes, failure_code = :code, failure_message = :message
"""


async def insert(tx: Transaction, job: str, account: str, order: Order) -> Job:
    """A new job: with a ticket if its account has room, whose row must be locked."""
    brief = order.brief.model_dump_json()
    deadline = tx.now + round(order.patience * 1000)
    rows = await tx.rows(
        INSERT,
        id=job,
        account=account,
        dialect=order.dialect,
        public_id=order.public_id,
        kind=order.brief.kind,
        price=order.price,
        priority=order.priority,
        now=tx.now,
        deadline=deadline,
        warnings=listed(order.warnings),
        user=order.user,
        base=order.base,
    )
    await tx.rows("insert into brief (job, brief) values (:job, :brief)", job=job, brief=brief)
    # As a reader would find it. Reading the whole row back cost a third of writing it.
    return Job(
        id=job,
        account=account,
        dialect=order.dialect,
        public_id=order.public_id,
        kind=order.brief.kind,
        brief=brief,
        price=order.price,
        priority=order.priority,
        state=JobState.QUEUED,
        attempt=0,
        ticket=rows[0]["ticket"],
        created_at=tx.now,
        run_at=tx.now,
        deadline=deadline,
        warnings=order.warnings,
        user=order.user,
        base=order.base,
    )


async def give_ticket(tx: Transaction, account: str) -> Job | None:
    """A place for the account's oldest waiting job, if there is room and one waits."""
    return read_one(
        await tx.rows(
            "update job set ticket = attempt + 1, run_at = :now"
            f" where {HAS_ROOM} and id = ({OLDEST_WAITING[tx.engine]}) returning {COLUMNS}",
            account=account,
            now=tx.now,
        )
    )


async def claim_next(database: Database, worker: str, *, lease: int, free: int) -> list[Job]:
    """Take up to `free` jobs whose time has come, the most urgent first."""
    now = database.now()
    # `state` is asked again outside the subselect: on PostgreSQL a second worker, having waited
    # for the row, must find it taken.
    rows = await database.once(
        "update job set state = 'running', attempt = attempt + 1, worker = :worker,"
        " lease_until = :until"
        f" where state = 'queued' and id in ({NEXT[database.engine]}) returning {COLUMNS}",
        worker=worker,
        now=now,
        until=now + lease,
        free=free,
    )
    return [read(row) for row in rows]


async def claim_ticket(
    database: Database, worker: str, *, job: str, ticket: int, lease: int
) -> Job | None:
    """
    Take the job whose ticket a queue has handed over; None when it is no longer good.

    A running job is claimed too: whoever was handed its ticket again has been told that the one
    before is dead, which is a setback. If it is not, the new attempt number fences it off.
    """
    return read_one(
        await database.once(
            "update job set state = 'running', attempt = attempt + 1, worker = :worker,"
            " setbacks = setbacks + case when state = 'running' then 1 else 0 end,"
            " lease_until = :until where id = :job and ticket = :ticket"
            f" and state in ('queued', 'running') returning {COLUMNS}",
            worker=worker,
            until=database.now() + lease,
            job=job,
            ticket=ticket,
        )
    )


def beat(
    aside: Aside, engine: Engine, worker: str, held: Mapping[str, int], *, until: int
) -> set[str]:
    """
    Prolong a worker's leases of the jobs it holds, by their attempts. Returns those that are its
    own no longer. What a worker claimed and does not hold is not prolonged: nobody works on it.
    """
    rows = aside.rows(
        "update job set lease_until = :until where worker = :worker and state = 'running'"
        f" and id in {among(engine, 'names')} returning id, attempt",
        worker=worker,
        until=until,
        names=json.dumps([*held]),
    )
    ours = {row["id"]: row["attempt"] for row in rows}
    return {job for job, attempt in held.items() if ours.get(job) != attempt}


async def end_leases(database: Database, worker: str) -> None:
    """What a worker has claimed is anybody's: it has died."""
    await database.once(
        "update job set lease_until = 0 where worker = :worker and state = 'running'",
        worker=worker,
    )


async def tell(database: Database, job: Job, progress: Progress) -> None:
    """Write how far an attempt has come. An older attempt's word is not heard."""
    await database.once(
        "update job set progress = :progress"
        " where id = :job and attempt = :attempt and state = 'running'",
        progress=told(progress),
        job=job.id,
        attempt=job.attempt,
    )


async def end_attempt(tx: Transaction, job: Job, end: End) -> Job | None:
    return await _end(
        tx, end, "id = :job and attempt = :attempt and state = 'running'",
        job=job.id, attempt=job.attempt,
    )  # fmt: skip


async def end_lost(tx: Transaction, job: Job, end: End) -> Job | None:
    return await _end(
        tx, end, f"id = :job and attempt = :attempt and {UNCHANGED}",
        job=job.id, attempt=job.attempt, ticket=job.ticket, was=job.state,
    )  # fmt: skip


async def end_for_owner(tx: Transaction, account: str, job: str, end: End) -> Job | None:
    return await _end(
        tx, end, "id = :job and account = :account and state in ('queued', 'running')",
        job=job, account=account,
    )  # fmt: skip


async def end_overdue(tx: Transaction, job: str, end: End) -> Job | None:
    return await _end(
        tx, end, "id = :job and deadline <= :now and state in ('queued', 'running')", job=job
    )


async def _end(tx: Transaction, end: End, where: str, **values: Value) -> Job | None:
    failure, product = end.failure, end.product
    rows = await tx.rows(
        f"{END} where {where} returning {COLUMNS}",
        state=end.state,
        now=tx.now,
        spent=product.spent,
        result=product.result,
        notes=listed(product.notes),
        code=failure.code if failure else None,
        message=failure.message if failure else None,
        **values,
    )
    if not rows:
        return None
    await _keep_artifacts(tx, rows[0]["id"], product)
    return read(rows[0], artifacts=product.artifacts)


UNCHANGED = "ticket = :ticket and state = :was and (lease_until is null or lease_until < :now)"
"""As a sweep saw it: not begun, not ended, and not beaten since by a worker that was only slow."""


async def put_back(tx: Transaction, job: Job, again: Again) -> Job | None:
    """Queue an attempt's job again; None when it is no longer this attempt's."""
    return await _put_back(tx, job, again, "state = 'running'")


async def put_back_lost(tx: Transaction, job: Job) -> Job | None:
    """
    Queue a job again that nobody works on; None when it has moved on since it was seen. A setback
    if it had begun: if not, the queue has only lost its ticket.
    """
    again = Again(0, setback=job.state is JobState.RUNNING)
    return await _put_back(tx, job, again, UNCHANGED, ticket=job.ticket, was=job.state, now=tx.now)


async def _put_back(
    tx: Transaction, job: Job, again: Again, where: str, **values: Value
) -> Job | None:
    return read_one(
        await tx.rows(
            "update job set state = 'queued', ticket = attempt + 1, worker = null,"
            " lease_until = null, run_at = :run_at, setbacks = setbacks + :setbacks"
            f" where id = :job and attempt = :attempt and {where} returning {COLUMNS}",
            job=job.id,
            attempt=job.attempt,
            run_at=tx.now + round(again.after * 1000),
            setbacks=int(again.setback),
            **values,
        )
    )


async def _keep_artifacts(tx: Transaction, job: str, product: Product) -> None:
    for artifact in product.artifacts:
        await tx.rows(
            "insert into artifact (job, name, key, media_type, file_name, size, created_at)"
            " values (:job, :name, :key, :media_type, :file_name, :size, :now)",
            job=job,
            name=artifact.name,
            key=artifact.key,
            media_type=artifact.media_type,
            file_name=artifact.file_name,
            size=artifact.size,
            now=tx.now,
        )
