"""The local store: whole files or none, inside its folder, for its owner alone."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from quintet.domain.errors import NotFound
from quintet.storage import LocalStore, sweep

pytestmark = pytest.mark.anyio

PDF = "application/pdf"


async def kept(store: LocalStore) -> set[str]:
    return {stored.key async for stored in store.keys()}  # noqa: SIM118  # no mapping


async def test_what_was_put_is_got_and_lies_in_its_place(store: LocalStore) -> None:
    await store.put("job/deck.pdf", b"%PDF", PDF)

    assert await store.get("job/deck.pdf") == b"%PDF"
    assert store.path("job/deck.pdf").read_bytes() == b"%PDF"
    assert await kept(store) == {"job/deck.pdf"}


async def test_a_file_is_put_as_well_as_bytes(store: LocalStore, tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    made.write_bytes(b"%PDF" * 1_000_000)

    await store.put("job/deck.pdf", made, PDF)

    assert store.path("job/deck.pdf").stat().st_size == 4_000_000
    assert made.exists()


async def test_a_second_put_replaces_the_first(store: LocalStore) -> None:
    await store.put("a", b"first", PDF)
    await store.put("a", b"second", PDF)

    assert await store.get("a") == b"second"


async def test_what_is_deleted_is_gone_and_may_be_deleted_again(store: LocalStore) -> None:
    await store.put("job/a", b"x", PDF)

    await store.delete("job/a")
    await store.delete("job/a")

    with pytest.raises(NotFound):
        await store.get("job/a")
    with pytest.raises(NotFound):
        store.path("job/a")
    assert not (store.root / "job").exists()


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "../secret.key",
        "job/../../secret.key",
        "job//deck",
        "job/",
        ".writing/a",
        "job/.hidden",
        "job\\deck",
        "job/deck\n",
        "job/\0",
        "job/dèck",
        "~/deck",
        "a" * 101,
        "/".join("abcdefghi"),
    ],
)
async def test_a_key_never_leaves_the_folder(store: LocalStore, key: str) -> None:
    for act in (store.get(key), store.put(key, b"", PDF), store.delete(key)):
        with pytest.raises(ValueError, match="no key of a store"):
            await act
    with pytest.raises(ValueError, match="no key of a store"):
        store.path(key)


async def test_a_folder_is_no_file(store: LocalStore) -> None:
    await store.put("job/a", b"x", PDF)

    with pytest.raises(NotFound):
        await store.get("job")
    with pytest.raises(NotFound):
        await store.get("job/a/b")
    with pytest.raises(NotFound):
        store.path("job")


async def test_only_the_owner_can_read_what_is_kept(store: LocalStore) -> None:
    before = os.umask(0)
    try:
        await store.put("job/a", b"x", PDF)
    finally:
        os.umask(before)

    assert stat.S_IMODE(store.path("job/a").stat().st_mode) == 0o600
    for folder in (store.root, store.root / "job", store.root / ".writing"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_a_put_that_fails_leaves_nothing_behind(store: LocalStore, tmp_path: Path) -> None:
    await store.put("a", b"first", PDF)

    with pytest.raises(FileNotFoundError):
        await store.put("a", tmp_path / "missing", PDF)

    assert await store.get("a") == b"first"
    assert list((store.root / ".writing").iterdir()) == []


async def test_unfinished_files_of_dead_processes_are_no_keys_and_are_cleared(
    store: LocalStore,
) -> None:
    await store.put("a", b"x", PDF)
    unfinished = store.root / ".writing" / "half"
    unfinished.write_bytes(b"ha")
    os.utime(unfinished, (1_000, 1_000))

    assert await kept(store) == {"a"}
    await store.tidy(2_000_000)

    assert not unfinished.exists()


async def test_puts_and_deletes_in_one_folder_do_not_disturb_one_another(
    store: LocalStore,
) -> None:
    async def come_and_go(number: int) -> None:
        for _ in range(10):
            await store.put(f"job/{number}", b"x", PDF)
            await store.delete(f"job/{number}")

    await asyncio.gather(*(come_and_go(number) for number in range(4)))

    assert await kept(store) == set()


async def test_the_sweep_takes_old_orphans_and_nothing_else(store: LocalStore) -> None:
    for key in ("job/kept", "job/orphan", "job/young"):
        await store.put(key, b"x", PDF)
    for key in ("job/kept", "job/orphan"):
        os.utime(store.path(key), (1_000, 1_000))

    gone = await sweep(store, {"job/kept"}, before=2_000_000)

    assert gone == 1
    assert await kept(store) == {"job/kept", "job/young"}


async def test_an_empty_store_has_no_keys(store: LocalStore) -> None:
    assert await kept(store) == set()
    await store.tidy(2_000)
