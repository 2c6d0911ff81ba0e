"""
Credits: reserved when a job is accepted, settled or given back when it ends.

Amounts are integer micro-credits. `granted = available + held + spent` is a check of the account's
row, so no statement of anybody's can break it. The ledger says why: at most one entry of each kind
for a job.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quintet.database import Row, Snapshot, Transaction
from quintet.domain.errors import NotFound, OutOfCredits

MICRO = 1_000_000
"""Micro-credits in a credit."""

EntryKind = Literal["grant", "reserve", "settle", "give_back"]


@dataclass(frozen=True, slots=True)
class Balance:
    """Where an account's credits are. `granted` is the sum of the other three."""

    granted: int
    available: int
    held: int
    spent: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. `job` names the job; for a grant it is the account and a reason."""

    job: str
    kind: EntryKind
    amount: int
    at: int


def in_credits(micro: int) -> int | float:
    """Micro-credits as credits; whole ones are an integer, and so told without a point."""
    whole, rest = divmod(micro, MICRO)
    return micro / MICRO if rest else whole


async def grant(tx: Transaction, account: str, amount: int, *, reason: str) -> bool:
    """Add credits; the same reason adds them once. False: they were there already."""
    if amount <= 0:
        raise ValueError(f"A grant adds credits, not {amount}.")
    if not await enter(tx, account, f"{account} {reason}", "grant", amount):
        return False
    told = await tx.row(
        "update account set granted = granted + :amount, available = available + :amount"
        " where id = :account returning id",
        account=account,
        amount=amount,
    )
    if told is None:
        raise NotFound("account", account)
    return True


async def reserve(tx: Transaction, account: str, amount: int) -> None:
    """
    Hold credits, or raise OutOfCredits. From here to the end of the transaction, the account's
    row is locked. Whoever reserves for a job enters it: `enter(tx, account, job, "reserve", …)`.
    """
    taken = await tx.row(
        "update account set available = available - :amount, held = held + :amount"
        " where id = :account and available >= :amount returning id",
        account=account,
        amount=amount,
    )
    if taken is None:
        left = (await balance(tx, account)).available
        raise OutOfCredits(needed=amount / MICRO, left=left / MICRO)


async def lock(tx: Transaction, account: str) -> None:
    """Be alone with the account until the transaction ends."""
    await tx.rows("update account set held = held where id = :account", account=account)


async def settle(tx: Transaction, account: str, job: str, *, held: int, spent: int) -> None:
    """Pay what a job used out of what it held, and give back the rest: once, whoever asks."""
    spent = max(0, min(spent, held))
    if not await enter(tx, account, job, "settle", spent):
        return
    rest = held - spent
    if rest:
        await enter(tx, account, job, "give_back", rest)
    await tx.rows(
        "update account set held = held - :held, spent = spent + :spent,"
        " available = available + :rest where id = :account",
        account=account,
        held=held,
        spent=spent,
        rest=rest,
    )


async def enter(tx: Transaction, account: str, job: str, kind: EntryKind, amount: int) -> bool:
    """Write a ledger entry. False: the job has one of this kind."""
    written = await tx.row(
        "insert into ledger (account, job, kind, amount, at)"
        " values (:account, :job, :kind, :amount, :now)"
        " on conflict (job, kind) do nothing returning job",
        account=account,
        job=job,
        kind=kind,
        amount=amount,
        now=tx.now,
    )
    return written is not None


async def balance(snap: Snapshot, account: str) -> Balance:
    """Raises NotFound."""
    row = await snap.row(
        "select granted, available, held, spent from account where id = :account",
        account=account,
    )
    if row is None:
        raise NotFound("account", account)
    return Balance(row["granted"], row["available"], row["held"], row["spent"])


async def entries(snap: Snapshot, account: str, *, limit: int = 100) -> list[Entry]:
    """An account's ledger, newest first."""
    rows = await snap.rows(
        "select job, kind, amount, at from ledger where account = :account"
        " order by at desc, job desc, kind desc limit :limit",
        account=account,
        limit=limit,
    )
    return [Entry(row["job"], row["kind"], row["amount"], row["at"]) for row in rows]


# `held` by the ledger is what was reserved and neither settled nor given back.
ASTRAY = """
select account.id, account.granted, account.held, account.spent,
    coalesce(book.granted, 0) as book_granted, coalesce(book.held, 0) as book_held,
    coalesce(book.spent, 0) as book_spent
from account left join (
    select account,
        sum(case when kind = 'grant' then amount else 0 end) as granted,
        sum(case when kind = 'settle' then amount else 0 end) as spent,
        sum(case when kind = 'reserve' then amount
            when kind in ('settle', 'give_back') then -amount else 0 end) as held
    from ledger group by account
) book on book.account = account.id
where account.granted <> coalesce(book.granted, 0) or account.held <> coalesce(book.held, 0)
    or account.spent <> coalesce(book.spent, 0)
order by account.id
"""


async def balanced(snap: Snapshot) -> list[str]:
    """A sentence about every account whose row and ledger disagree; none when all is well."""
    return [_astray(row) for row in await snap.rows(ASTRAY)]


def _astray(row: Row) -> str:
    told = ", ".join(
        f"{name} is {row[name]} and {int(row[f'book_{name}'])} by the ledger"
        for name in ("granted", "held", "spent")
        if row[name] != row[f"book_{name}"]
    )
    return f"Account {row['id']}: {told}."
