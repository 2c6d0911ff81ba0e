"""
Finished decks. A deck has two ids, both made from its job's, so that a job that ends twice makes
one deck: `g_` and fifteen characters for its owner, fifteen others for whoever has the link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from quintet.accounts import Caller
from quintet.database import Row, Snapshot, Transaction
from quintet.domain.errors import Forbidden, NotFound
from quintet.domain.jobs import Job

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH = 15
"""77 bits: a link cannot be guessed."""


@dataclass(frozen=True, slots=True)
class KeptDeck:
    """One deck of the library. `job` is the job that made it; times are UTC milliseconds."""

    file_id: str
    doc_id: str
    account: str
    job: str
    title: str
    theme: str
    format: str
    cards: int
    version: int
    created_at: int
    updated_at: int
    archived_at: int | None


def file_id_of(job: str) -> str:
    """What the owner calls the deck of this job."""
    return f"g_{_letters(f'file {job}')}"


def doc_id_of(job: str) -> str:
    """What its address ends in."""
    return _letters(f"doc {job}")


async def record(
    tx: Transaction,
    job: Job,
    *,
    title: str,
    theme: str,
    format: str,
    cards: int,
    folders: Sequence[str] = (),
) -> None:
    """Write down the deck a job has made, in its finishing transaction. Again does nothing."""
    file_id = file_id_of(job.id)
    await tx.rows(
        "insert into deck (file_id, doc_id, account, job, title, theme, format, cards,"
        " created_at, updated_at) values (:file_id, :doc_id, :account, :job, :title, :theme,"
        " :format, :cards, :now, :now) on conflict (file_id) do nothing",
        file_id=file_id,
        doc_id=doc_id_of(job.id),
        account=job.account,
        job=job.id,
        title=title,
        theme=theme,
        format=format,
        cards=cards,
        now=tx.now,
    )
    for folder in folders:
        await _put_into(tx, file_id, folder)


async def by_id(snap: Snapshot, caller: Caller, name: str) -> KeptDeck:
    """The caller's deck of this file id or doc id. Raises NotFound, also for those of others."""
    row = await snap.row(
        "select * from deck where (file_id = :name or doc_id = :name) and account = :account",
        name=name,
        account=caller.account,
    )
    return _found(row, name)


async def by_doc(snap: Snapshot, doc_id: str) -> KeptDeck:
    """The deck of an address, whoever asks. Raises NotFound."""
    return _found(await snap.row("select * from deck where doc_id = :doc", doc=doc_id), doc_id)


async def is_there(snap: Snapshot, file_id: str) -> bool:
    """Whether a deck has not been deleted."""
    return bool(await snap.rows("select 1 from deck where file_id = :file_id", file_id=file_id))


async def archive(tx: Transaction, caller: Caller, file_id: str) -> KeptDeck:
    """
    Put a deck aside; once more does nothing. Raises Forbidden, which tells nobody whether a deck
    that is not theirs is there.
    """
    row = await tx.row(
        "update deck set archived_at = coalesce(archived_at, :now), updated_at = case"
        " when archived_at is null then :now else updated_at end"
        " where file_id = :file_id and account = :account returning *",
        file_id=file_id,
        account=caller.account,
        now=tx.now,
    )
    if row is None:
        raise Forbidden("archive", file_id)
    return _read(row)


async def delete(tx: Transaction, caller: Caller, file_id: str) -> KeptDeck:
    """
    Take a deck out, and return it as it was. Raises Forbidden, as `archive` does. Its artifacts
    belong to its job: whoever calls this drops them in the same transaction.
    """
    row = await tx.row(
        "delete from deck where file_id = :file_id and account = :account returning *",
        file_id=file_id,
        account=caller.account,
    )
    if row is None:
        raise Forbidden("delete", file_id)
    await tx.rows("delete from deck_folder where deck = :deck", deck=file_id)
    return _read(row)


async def _put_into(tx: Transaction, file_id: str, folder: str) -> None:
    await tx.rows(
        "insert into deck_folder (deck, folder) values (:deck, :folder)"
        " on conflict (deck, folder) do nothing",
        deck=file_id,
        folder=folder,
    )


def _found(row: Row | None, name: str) -> KeptDeck:
    if row is None:
        raise NotFound("deck", name)
    return _read(row)


def _read(row: Row) -> KeptDeck:
    return KeptDeck(**{field: row[field] for field in KeptDeck.__slots__})


def _letters(of: str) -> str:
    number = int.from_bytes(sha256(of.encode()).digest()[:16], "big")
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    return "".join(letters)
