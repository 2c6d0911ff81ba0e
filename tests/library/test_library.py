"""Keeping decks and folders."""

from __future__ import annotations

import re

import pytest

from quintet import library
from quintet.accounts.caller import Caller
from quintet.database import Database
from quintet.domain.errors import Forbidden, NotFound
from quintet.domain.jobs import Job

pytestmark = pytest.mark.anyio


async def keep(database: Database, job: Job, *folders: str) -> library.KeptDeck:
    async with database.transaction() as tx:
        await library.record(
            tx, job, title="Bees", theme="chalk", format="presentation", cards=10, folders=folders
        )
        return await library.by_doc(tx, library.doc_id_of(job.id))


def test_the_ids_of_a_deck_follow_from_its_job_and_not_from_one_another(job: Job) -> None:
    file_id, doc_id = library.file_id_of(job.id), library.doc_id_of(job.id)

    assert re.fullmatch(r"g_[a-z0-9]{15}", file_id)
    assert re.fullmatch(r"[a-z0-9]{15}", doc_id)
    assert file_id == library.file_id_of(job.id) != f"g_{doc_id}"


async def test_a_deck_is_found_by_both_its_ids(database: Database, job: Job, acme: Caller) -> None:
    kept = await keep(database, job)

    async with database.snapshot() as snap:
        assert await library.by_id(snap, acme, kept.file_id) == kept
        assert await library.by_id(snap, acme, kept.doc_id) == kept
    assert (kept.title, kept.cards, kept.version, kept.archived_at) == ("Bees", 10, 1, None)


async def test_a_job_that_ends_twice_makes_one_deck(database: Database, job: Job) -> None:
    first = await keep(database, job, "x", "x")

    assert await keep(database, job, "x") == first


async def test_the_decks_of_others_look_unknown(
    database: Database, job: Job, zenith: Caller
) -> None:
    kept = await keep(database, job)

    async with database.transaction() as tx:
        with pytest.raises(NotFound):
            await library.by_id(tx, zenith, kept.file_id)
        for change in (library.archive, library.delete):
            with pytest.raises(Forbidden):
                await change(tx, zenith, kept.file_id)


async def test_archiving_twice_is_archiving_once(
    database: Database, job: Job, acme: Caller
) -> None:
    kept = await keep(database, job)

    async with database.transaction() as tx:
        first = await library.archive(tx, acme, kept.file_id)
        again = await library.archive(tx, acme, kept.file_id)

    assert first == again
    assert first.archived_at is not None


async def test_only_the_file_id_archives_and_deletes(
    database: Database, job: Job, acme: Caller
) -> None:
    kept = await keep(database, job)

    async with database.transaction() as tx:
        for change in (library.archive, library.delete):
            with pytest.raises(Forbidden):
                await change(tx, acme, kept.doc_id)


async def test_a_deleted_deck_was_never_there(database: Database, job: Job, acme: Caller) -> None:
    kept = await keep(database, job, "x")

    async with database.transaction() as tx:
        assert await library.delete(tx, acme, kept.file_id) == kept
        with pytest.raises(NotFound):
            await library.by_doc(tx, kept.doc_id)
        assert not await tx.rows("select * from deck_folder")


async def test_every_account_has_one_folder_called_general(
    database: Database, acme: Caller, zenith: Caller
) -> None:
    async with database.snapshot() as snap:
        mine = await library.folders_of(snap, acme)
        again = await library.folders_of(snap, acme)
        theirs = await library.folders_of(snap, zenith)

    assert [folder.name for folder in mine] == ["General"]
    assert mine == again != theirs


async def test_a_folder_must_be_the_callers(
    database: Database, acme: Caller, zenith: Caller
) -> None:
    async with database.transaction() as tx:
        mine, theirs = await library.folders_of(tx, acme), await library.folders_of(tx, zenith)
        await library.check(tx, acme, [])
        await library.check(tx, acme, [mine[0].id, mine[0].id])
        for stranger in (theirs[0].id, "none"):
            with pytest.raises(Forbidden):
                await library.check(tx, acme, [mine[0].id, stranger])
