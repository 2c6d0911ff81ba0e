"""Orphans: files that no row names any more, or never did."""

from __future__ import annotations

from collections.abc import Set

from quintet.storage.store import Store


async def sweep(store: Store, in_use: Set[str], *, before: int) -> int:
    """
    Delete every file that was written before this moment, UTC milliseconds, and is not `in_use`,
    and what was left half written. How many whole files went is returned.

    Files are written before the row that names them, so `before` must lie further back than any
    job takes; and `in_use` must have been read after that moment.
    """
    orphans = [
        stored.key
        async for stored in store.keys()  # noqa: SIM118  # no mapping
        if stored.written_at < before and stored.key not in in_use
    ]
    for key in orphans:
        await store.delete(key)
    await store.tidy(before)
    return len(orphans)
