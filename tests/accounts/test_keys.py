"""Keys: one secret, shown once, known by its hash, gone when it is revoked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from quintet.accounts import secret as secrets
from quintet.accounts.keys import Key, Keys, NewKey
from quintet.accounts.limits import Limits
from quintet.database import Database, open_database
from quintet.domain.errors import KeyProblem, NotAuthenticated, NotFound
from tests.accounts.conftest import Clock

pytestmark = pytest.mark.anyio

PEPPER = b"p" * 32


@pytest.fixture
def keys(database: Database, clock: Clock) -> Keys:
    return Keys(database, PEPPER, Limits(), clock)


@pytest.fixture
async def other_process(database_path: Path, clock: Clock) -> AsyncIterator[Keys]:
    database = await open_database(str(database_path))
    yield Keys(database, PEPPER, Limits(), clock)
    await database.close()


@pytest.fixture
async def key(database: Database, keys: Keys, acme: str) -> NewKey:
    return await made(database, keys)


async def made(database: Database, keys: Keys, *, expires_at: int | None = None) -> NewKey:
    async with database.transaction() as tx:
        return await keys.create(tx, "Acme", expires_at=expires_at)


async def revoke(database: Database, keys: Keys, key: NewKey) -> None:
    async with database.transaction() as tx:
        await keys.revoke(tx, key.id)


async def why_refused(keys: Keys, key: Key) -> KeyProblem:
    with pytest.raises(NotAuthenticated) as refused:
        await keys.admit(key)
    return refused.value.why


async def test_a_key_opens_its_account_in_every_process(
    keys: Keys, other_process: Keys, key: NewKey, acme: str
) -> None:
    for server in (keys, other_process):
        caller = await server.admit(Key(key.secret))

        assert (caller.account, caller.name, caller.key) == (acme, "Acme", key.id)
        assert (caller.plan.name, caller.most_cards) == ("ultra", 75)


async def test_a_key_of_a_lower_plan_brings_its_number_of_cards(
    database: Database, keys: Keys, zenith: str
) -> None:
    async with database.transaction() as tx:
        key = await keys.create(tx, "Zenith")

    caller = await keys.admit(Key(key.secret))

    assert (caller.plan.name, caller.most_cards, caller.email) == (
        "pro",
        60,
        "post@zenith.example",
    )


async def test_the_id_must_belong_to_the_secret_where_one_is_sent(
    database: Database, keys: Keys, key: NewKey
) -> None:
    another = await made(database, keys)

    assert (await keys.admit(Key(key.secret, key.id))).key == key.id
    assert await why_refused(keys, Key(key.secret, another.id)) is KeyProblem.UNKNOWN
    assert await why_refused(keys, Key(key.secret, "ü")) is KeyProblem.UNKNOWN


@pytest.mark.parametrize(
    ("secret", "why"),
    [
        ("", KeyProblem.MISSING),
        ("junk", KeyProblem.UNKNOWN),
        ("sk-quintet-" + "0" * 38, KeyProblem.UNKNOWN),
        ("ключ" * 20, KeyProblem.UNKNOWN),
        ("x" * 100_000, KeyProblem.UNKNOWN),
    ],
)
async def test_what_is_no_key_is_refused(keys: Keys, secret: str, why: KeyProblem) -> None:
    assert await why_refused(keys, Key(secret)) is why


async def test_a_key_under_another_pepper_is_unknown(database: Database, key: NewKey) -> None:
    stranger = Keys(database, b"q" * 32, Limits())

    assert await why_refused(stranger, Key(key.secret)) is KeyProblem.UNKNOWN


async def test_a_revoked_key_is_refused_at_once_where_it_was_revoked(
    database: Database, keys: Keys, key: NewKey
) -> None:
    await keys.admit(Key(key.secret))

    await revoke(database, keys, key)

    assert await why_refused(keys, Key(key.secret)) is KeyProblem.REVOKED


async def test_other_processes_see_a_revocation_within_two_seconds(
    database: Database, keys: Keys, other_process: Keys, key: NewKey, clock: Clock
) -> None:
    await other_process.admit(Key(key.secret))

    await revoke(database, keys, key)
    clock.seconds += 2

    assert await why_refused(other_process, Key(key.secret)) is KeyProblem.REVOKED


async def test_a_revocation_that_is_rolled_back_has_not_happened(
    database: Database, keys: Keys, key: NewKey
) -> None:
    async def revoke_both() -> None:
        async with database.transaction() as tx:
            await keys.revoke(tx, key.id)
            await keys.revoke(tx, "nobody's")

    with pytest.raises(NotFound):
        await revoke_both()

    assert (await keys.admit(Key(key.secret))).key == key.id


async def test_a_key_expires_to_the_millisecond_although_it_is_remembered(
    database: Database, keys: Keys, acme: str, clock: Clock
) -> None:
    key = await made(database, keys, expires_at=database.now() + 500)
    await keys.admit(Key(key.secret))

    await database.once("update api_key set expires_at = :now", now=database.now())
    clock.seconds += 0.5

    assert await why_refused(keys, Key(key.secret)) is KeyProblem.EXPIRED


async def test_a_key_that_was_unknown_is_known_a_second_after_it_was_made(
    database: Database, keys: Keys, other_process: Keys, acme: str, clock: Clock
) -> None:
    secret = secrets.make()
    assert await why_refused(other_process, Key(secret)) is KeyProblem.UNKNOWN
    key = await made(database, keys)
    digest = await database.read("select digest from api_key where id = :id", id=key.id)

    assert len(digest[0]["digest"]) == 64
    assert (await other_process.admit(Key(key.secret))).key == key.id


async def test_the_secret_is_nowhere_in_the_database_nor_in_what_is_printed(
    database: Database, keys: Keys, key: NewKey
) -> None:
    rows = await database.read("select * from api_key")

    assert key.secret not in str(rows)
    assert key.secret not in f"{key} {Key(key.secret)}"


async def test_keys_are_listed_with_what_may_be_shown(
    database: Database, keys: Keys, key: NewKey, acme: str
) -> None:
    await keys.admit(Key(key.secret))
    await keys.note_uses()
    await revoke(database, keys, key)

    async with database.snapshot() as snap:
        (listed,) = await keys.every(snap, "Acme")
        assert await keys.every(snap, "Nobody") == []

    assert (listed.id, listed.name, listed.prefix) == (key.id, "Acme", "sk-quintet-")
    assert key.secret.endswith(listed.last_four)
    assert listed.last_used_at
    assert listed.revoked_at


async def test_uses_are_noted_at_the_latest_when_the_server_stops(
    database: Database, keys: Keys, key: NewKey
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(keys.run(stop))
    await keys.admit(Key(key.secret))

    stop.set()
    await running

    async with database.snapshot() as snap:
        assert (await keys.every(snap))[0].last_used_at


async def test_a_key_may_look_like_a_vendors(database: Database, keys: Keys, acme: str) -> None:
    async with database.transaction() as tx:
        key = await keys.create(tx, "Acme", prefix="sk-gamma-")

    assert key.secret.startswith("sk-gamma-")
    assert (await keys.admit(Key(key.secret))).account == acme


async def test_a_prefix_that_cannot_travel_in_a_header_is_refused(
    database: Database, keys: Keys, acme: str
) -> None:
    async def create() -> None:
        async with database.transaction() as tx:
            await keys.create(tx, "Acme", prefix="sk\r\n")

    with pytest.raises(ValueError, match="printable ASCII"):
        await create()


def test_every_mistyped_letter_of_a_secret_is_noticed() -> None:
    secret = secrets.make()

    assert secrets.looks_right(secret)
    for place in range(len(secrets.PREFIX), len(secret)):
        for letter in "0Zz-":
            typed = secret[:place] + letter + secret[place + 1 :]
            assert typed == secret or not secrets.looks_right(typed)
