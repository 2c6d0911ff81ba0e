"""
Limits: how many jobs an account may ask for in a minute, an hour and a day.

Each window is a GCRA (ITU-T I.371): one number, the moment at which the account would be even
again if it went on at the even pace. All three stand in one row and are decided by one statement
in the create's transaction, all or nothing, so they are exact whatever number of processes
serve. What an answer's headers tell comes from this process's memory of those numbers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from quintet.accounts.caller import Caller
from quintet.database import Transaction
from quintet.domain.errors import TooManyRequests

WindowName = Literal["burst", "hour", "day"]
SECONDS: Mapping[WindowName, int] = {"burst": 60, "hour": 3600, "day": 86_400}
MOST: Mapping[WindowName, int] = {"burst": 10_000, "hour": 40_000, "day": 200_000}
"""What Gamma's guides name as theirs."""

MEMORY = 10_000
"""Accounts whose standing a process remembers."""

Even = tuple[int, int, int]
"""When burst, hour and day will be even again: UTC microseconds."""


class Window(NamedTuple):
    """One window as an account stands in it. `resets_at` is UTC ms, 0 when nothing is used."""

    limit: int
    left: int
    resets_at: int = 0


Standing = Mapping[WindowName, Window]


class Rule(NamedTuple):
    """A window's name, its limit, and the microseconds one request costs of it."""

    name: WindowName
    limit: int
    cost: int


def _wall_clock() -> int:
    return time.time_ns() // 1_000_000


class Limits:
    """The limits of a server. `most` changes some of them; `now` tells UTC milliseconds."""

    def __init__(
        self, most: Mapping[WindowName, int] = MOST, now: Callable[[], int] = _wall_clock
    ) -> None:
        limits = {**MOST, **most}
        if wrong := [name for name, limit in limits.items() if limit < 1]:
            raise ValueError(f"A limit is at least 1: {wrong}.")
        self._rules = [
            Rule(name, limits[name], max(1, seconds * 1_000_000 // limits[name]))
            for name, seconds in SECONDS.items()
        ]
        self._now = now
        self._untouched = {rule.name: Window(rule.limit, rule.limit) for rule in self._rules}
        self._even: dict[str, Even] = {}
        self._take = _statement(self._rules)

    async def take(self, tx: Transaction, account: str) -> None:
        """Count one request in every window, or raise TooManyRequests and count none."""
        now = tx.now * 1000
        row = await tx.row(self._take, account=account, now=now)
        if row is None:
            raise TooManyRequests(await self._wait(tx, account, now))
        even = (row["burst"], row["hour"], row["day"])
        tx.afterwards(lambda: self.seen(account, even))

    def seen(self, account: str, even: Even) -> None:
        """Remember where an account stands, as it was found in the database."""
        if len(self._even) >= MEMORY and account not in self._even:
            del self._even[next(iter(self._even))]
        self._even[account] = even

    def standing(self, caller: Caller | None) -> Standing:
        """How much of each window is left, as far as this process knows: no look-up."""
        even = self._even.get(caller.account) if caller else None
        now = self._now() * 1000
        if even is None or max(even) <= now:
            return self._untouched
        return {
            rule.name: _window(rule, at, now) for rule, at in zip(self._rules, even, strict=True)
        }

    async def _wait(self, tx: Transaction, account: str, now: int) -> float:
        """Seconds until every window has room for one more."""
        row = await tx.row("select burst, hour, day from rate where account = :of", of=account)
        assert row is not None, "the first request of an account is within every limit"
        late: int = max(row[rule.name] + rule.cost - rule.limit * rule.cost for rule in self._rules)
        return max(0.001, (late - now) / 1_000_000)


def _window(rule: Rule, even: int, now: int) -> Window:
    used = -(-max(0, even - now) // rule.cost)
    return Window(rule.limit, max(0, rule.limit - used), even // 1000 if used else 0)


def _statement(rules: list[Rule]) -> str:
    """
    The upsert that decides: each number moves on by its cost from where it stood, or from now;
    where one would then lie further ahead than its limit allows, no row is written.
    """
    names = ", ".join(rule.name for rule in rules)
    first = ", ".join(f"cast(:now as bigint) + {rule.cost}" for rule in rules)
    after = {
        rule: f"case when rate.{rule.name} > :now then rate.{rule.name} else :now end + {rule.cost}"
        for rule in rules
    }
    moved = ", ".join(f"{rule.name} = {told}" for rule, told in after.items())
    within = " and ".join(
        f"{told} <= cast(:now as bigint) + {rule.limit * rule.cost}" for rule, told in after.items()
    )
    return (
        f"insert into rate (account, {names}) values (:account, {first})"
        f" on conflict (account) do update set {moved} where {within} returning {names}"
    )
