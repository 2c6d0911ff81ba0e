"""Accounts: the owners of jobs and credits."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from quintet.accounts.plans import PLANS
from quintet.database import Row, Snapshot, Transaction
from quintet.domain.errors import NotFound, Unknown

FIRST = "local"
"""What the account of an empty database is called."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `room` is how many of its jobs may be in the queue; times are UTC ms."""

    id: str
    name: str
    email: str
    plan: str
    room: int
    created_at: int


async def create(
    tx: Transaction, name: str, *, email: str | None = None, plan: str = "ultra"
) -> str:
    """
    The id of the account called this, made now unless there is one: then it stays as it is.
    Raises Unknown for a plan that is not in `PLANS`.
    """
    if plan not in PLANS:
        raise Unknown("plan", plan)
    made = await tx.row(
        "insert into account (id, name, email, plan, created_at)"
        " values (:id, :name, :email, :plan, :now)"
        " on conflict (name) do nothing returning id",
        id=str(uuid4()),
        name=name,
        email=email or address_of(name),
        plan=plan,
        now=tx.now,
    )
    return str(made["id"]) if made else (await named(tx, name)).id


async def first(tx: Transaction) -> str | None:
    """
    Make the account of an empty database. None: there is one already, perhaps made a moment ago
    by another process; of two that begin together, the unique name lets one through.
    """
    made = await tx.row(
        "insert into account (id, name, email, created_at)"
        " select cast(:id as text), cast(:name as text), cast(:email as text),"
        " cast(:now as bigint) where not exists (select 1 from account)"
        " on conflict (name) do nothing returning id",
        id=str(uuid4()),
        name=FIRST,
        email=address_of(FIRST),
        now=tx.now,
    )
    return str(made["id"]) if made else None


async def named(snap: Snapshot, name: str) -> Account:
    """The account called this, or NotFound."""
    row = await snap.row("select * from account where name = :name", name=name)
    if row is None:
        raise NotFound("account", name)
    return _read(row)


async def every(snap: Snapshot) -> list[Account]:
    return [_read(row) for row in await snap.rows("select * from account order by name")]


def address_of(name: str) -> str:
    """An e-mail address for an account that gave none: ASCII, without spaces."""
    local = "".join(letter if letter.isascii() and letter.isalnum() else "." for letter in name)
    return f"{local.strip('.').lower() or 'account'}@localhost"


def _read(row: Row) -> Account:
    return Account(
        row["id"], row["name"], row["email"], row["plan"], row["room"], row["created_at"]
    )
