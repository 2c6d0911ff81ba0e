"""`quintet keys` and `quintet credits`: accounts from the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from rich.console import Console
from rich.table import Table

from quintet.accounts import NewKey, StoredKey, accounts, credits
from quintet.app import Installation
from quintet.cli.installation import with_installation
from quintet.cli.saying import Wrong, credits_of
from quintet.domain.errors import NotFound

FIRST_GRANT = 1_000_000.0
WIDE = 1000
"""Letters: more than any row of a table."""
MOST_CREDITS = 1_000_000_000_000
"""Of one grant: as micro-credits, nine of them fit the 64 bits of a row."""


def create_key(
    flags: Mapping[str, Any], account: str, amount: float | None, *, as_json: bool
) -> None:
    if not account.strip():
        raise Wrong("An account needs a name.")
    made = with_installation(flags, partial(_create, account, amount), new=True)
    told = {"account": account, "api_id": made.id, "api_key": made.secret}
    if as_json:
        print(json.dumps(told))
        return
    for name, value in told.items():
        print(f"{name:8} {value}")
    print("The key is shown this once; it serves every dialect.")


async def _create(account: str, amount: float | None, installation: Installation) -> NewKey:
    async with installation.database.transaction() as tx:
        try:
            owner = (await accounts.named(tx, account)).id
            granted = amount
        except NotFound:
            owner = await accounts.create(tx, account)
            granted = FIRST_GRANT if amount is None else amount
        if granted:
            await credits.grant(tx, owner, micro(granted), reason=f"grant-{uuid4()}")
        return await installation.keys.create(tx, account)


def list_keys(flags: Mapping[str, Any], *, as_json: bool) -> None:
    found = with_installation(flags, _every)
    if as_json:
        print(json.dumps([_told(key) for key in found]))
        return
    table = Table("account", "api_id", "key", "made", "last used", "state", box=None)
    for key in found:
        told = _told(key)
        table.add_row(
            key.name, key.id, f"…{key.last_four}", told["made"], told["last_used"], told["state"]
        )
    # However narrow the terminal: a key that is cut short cannot be revoked.
    Console(width=WIDE).print(table)


async def _every(installation: Installation) -> list[StoredKey]:
    async with installation.database.snapshot() as snap:
        return await installation.keys.every(snap)


def _told(key: StoredKey) -> dict[str, str]:
    return {
        "account": key.name,
        "api_id": key.id,
        "prefix": key.prefix,
        "last_four": key.last_four,
        "made": _moment(key.created_at),
        "last_used": _moment(key.last_used_at),
        "state": "revoked" if key.revoked_at else "live",
    }


def _moment(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d %H:%M")


def revoke_key(flags: Mapping[str, Any], api_id: str) -> None:
    async def revoke(installation: Installation) -> None:
        async with installation.database.transaction() as tx:
            await installation.keys.revoke(tx, api_id)

    with_installation(flags, revoke)
    print(f"The key {api_id} is revoked.")


def grant_credits(flags: Mapping[str, Any], account: str, amount: float) -> None:
    added = micro(amount)

    async def grant(installation: Installation) -> credits.Balance:
        async with installation.database.transaction() as tx:
            owner = (await accounts.named(tx, account)).id
            await credits.grant(tx, owner, added, reason=f"grant-{uuid4()}")
            return await credits.balance(tx, owner)

    balance = with_installation(flags, grant)
    print(f"{account} has {credits_of(balance.available)} credits left.")


def show_credits(flags: Mapping[str, Any], account: str, *, as_json: bool) -> None:
    async def show(installation: Installation) -> credits.Balance:
        async with installation.database.snapshot() as snap:
            return await credits.balance(snap, (await accounts.named(snap, account)).id)

    balance = with_installation(flags, show)
    told: dict[str, int] = asdict(balance)
    if as_json:
        print(json.dumps({"account": account, **{n: v / credits.MICRO for n, v in told.items()}}))
        return
    for name, amount in told.items():
        print(f"{name:10}{credits_of(amount):>20}")


def micro(amount: float) -> int:
    """Credits as micro-credits. Raises Wrong for what is none, or more than an account can have."""
    if not 0 < amount <= MOST_CREDITS:
        raise Wrong(f"Credits are more than 0 and at most {MOST_CREDITS:,}.")
    return round(amount * credits.MICRO)
