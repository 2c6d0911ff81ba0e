"""What a request shows, and who it turned out to be."""

from __future__ import annotations

from dataclasses import dataclass, field

from quintet.accounts.plans import PLANS, Plan


@dataclass(frozen=True, slots=True)
class Key:
    """What a request shows: a secret, and an id where the dialect has one."""

    secret: str = field(repr=False)
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Proof that a key was checked, for one request. Only `Keys.admit` makes it. `account` and `key`
    are ids, `name` is what the account is called.
    """

    account: str
    name: str = ""
    email: str = ""
    key: str = ""
    plan: Plan = PLANS["ultra"]
    most_cards: int = 75
