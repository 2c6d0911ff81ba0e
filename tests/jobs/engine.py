"""An engine to be tested, in short sentences."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_hex

from quintet.accounts import accounts, credits
from quintet.accounts.caller import Caller
from quintet.accounts.limits import Limits
from quintet.database import Database, Transaction, open_database
from quintet.domain.briefs import DeckBrief
from quintet.domain.jobs import Job, JobState, Order, Repeat
from quintet.jobs import Jobs, table
from quintet.jobs.product import End, Product
from quintet.jobs.queues.embedded import EmbeddedQueue

ROOM = 4
DONE = Product((), spent=3)
LEASE = 1.5
"""Seconds, where processes are to be thought dead: a test has less time than a server."""


def order(text: str = "", *, price: int = 3, patience: float = 3600.0) -> Order:
    return Order("gamma", token_hex(8), DeckBrief(text=text), price, patience=patience)


def text_of(job: Job) -> str:
    return DeckBrief.model_validate_json(job.brief).text


@dataclass(frozen=True, slots=True)
class Engine:
    database: Database
    jobs: Jobs
    acme: Caller
    bees: Caller

    async def submit(
        self, wanted: Order | None = None, *, by: Caller | None = None, repeat: Repeat | None = None
    ) -> Job:
        async with self.database.transaction() as tx:
            return await self.jobs.submit(tx, by or self.acme, wanted or order(), repeat)

    async def claim(self, job: Job, worker: str = "w", *, lease: int = 3000) -> Job:
        claimed = await table.claim_ticket(
            self.database, worker, job=job.id, ticket=job.ticket or 0, lease=lease
        )
        assert claimed is not None
        return claimed

    async def finish(self, job: Job, how: Product | End = DONE) -> Job:
        async with self.database.transaction() as tx:
            return await self.jobs.life.finish(tx, job, ended(how))

    async def cancel(self, job: Job, *, by: Caller | None = None) -> Job:
        async with self.database.transaction() as tx:
            return await self.jobs.cancel(tx, by or self.acme, job.id)

    async def find(self, job: Job) -> Job:
        async with self.database.snapshot() as snap:
            return await self.jobs.find(snap, self.acme, job.id)

    async def balance(self, of: Caller | None = None) -> credits.Balance:
        """Where the credits are; and the books must be right, whenever somebody looks."""
        async with self.database.snapshot() as snap:
            assert await credits.balanced(snap) == []
            return await credits.balance(snap, (of or self.acme).account)

    async def count(self, where: str = "true") -> int:
        rows = await self.database.read(f"select count(*) as n from job where {where}")
        return int(rows[0]["n"])


def ended(how: Product | End) -> End:
    return how if isinstance(how, End) else End(JobState.SUCCEEDED, product=how)


async def open_engine(path: str, *, hands: int = 16, lease: float = 4.0) -> Engine:
    """With two accounts, both rich, and with room for four jobs each."""
    database = await open_database(path)
    async with database.transaction() as tx:
        acme, bees = [await account(tx, name) for name in ("Acme", "Bees")]
        await tx.rows("update account set room = :room", room=ROOM)
    jobs = Jobs(database, Limits(), EmbeddedQueue(database, hands=hands, lease=lease))
    return Engine(database, jobs, acme, bees)


async def account(tx: Transaction, name: str, amount: int = 1_000_000) -> Caller:
    made = await accounts.create(tx, name)
    await credits.grant(tx, made, amount, reason="start")
    return Caller(made, name)
