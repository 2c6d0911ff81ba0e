"""Folders that decks lie in. Every account has one called `General` from the beginning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from quintet.accounts import Caller
from quintet.database import Snapshot
from quintet.domain.errors import Forbidden

GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of an account. `id` is what an API calls it, `name` what people do."""

    id: str
    name: str


async def folders_of(snap: Snapshot, caller: Caller) -> list[Folder]:
    """All of an account's folders, by name. `General` is there without a row."""
    rows = await snap.rows(
        "select id, name from folder where account = :account", account=caller.account
    )
    general = Folder(_id(caller.account, GENERAL), GENERAL)
    found = {general, *(Folder(row["id"], row["name"]) for row in rows)}
    # Sorted here: databases differ in how they compare letters.
    return sorted(found, key=lambda folder: (folder.name.casefold(), folder.id))


async def check(snap: Snapshot, caller: Caller, ids: Sequence[str]) -> None:
    """Raises Forbidden for the first of these folders that is not the caller's."""
    if not ids:
        return
    general = _id(caller.account, GENERAL)
    asked = [each for each in dict.fromkeys(ids) if each != general]
    if not asked:
        return
    told = {
        "sqlite": "(select value from json_each(:ids))",
        "postgresql": "(select json_array_elements_text(cast(:ids as json)))",
    }
    rows = await snap.rows(
        f"select id from folder where account = :account and id in {told[snap.engine]}",
        account=caller.account,
        ids=json.dumps(asked),
    )
    known = {row["id"] for row in rows}
    for each in asked:
        if each not in known:
            raise Forbidden("folder", each)


def _id(account: str, name: str) -> str:
    """The same for the same folder, so it is known before its row is written."""
    return sha256(f"folder {account} {name}".encode()).hexdigest()[:15]
