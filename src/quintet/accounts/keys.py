"""
API keys: made, listed, revoked, and checked on every request.

What is stored is a keyed hash of the secret, so a stolen table opens nothing, and looking a key
up by its hash compares no secret. A key that was found is remembered for two seconds, one that
was refused for one: that is how long a revocation by another process may go unseen.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from quintet.accounts import secret as secrets
from quintet.accounts.accounts import named
from quintet.accounts.caller import Caller, Key
from quintet.accounts.limits import Limits, Standing
from quintet.accounts.plans import PLANS
from quintet.accounts.remembered import Remembered
from quintet.database import Database, Row, Snapshot, Transaction
from quintet.domain.errors import DatabaseGone, KeyProblem, NotAuthenticated, NotFound

__all__ = ["Caller", "Key", "Keys", "NewKey", "StoredKey"]

KNOWN_FOR, REFUSED_FOR = 2.0, 1.0
"""Seconds that an answer is remembered."""
NOTED_EVERY = 60.0
"""Seconds between two notes of which keys were used."""

FIND = """
select api_key.id, api_key.expires_at, api_key.revoked_at, account.id as account, account.name,
    account.email, account.plan, rate.burst, rate.hour, rate.day
from api_key join account on account.id = api_key.account
    left join rate on rate.account = account.id
where api_key.digest = :digest
"""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key at the only moment when its secret is known."""

    account: str
    id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key as it can be shown. Times are UTC milliseconds."""

    id: str
    account: str
    name: str
    prefix: str
    last_four: str
    created_at: int
    expires_at: int | None
    revoked_at: int | None
    last_used_at: int | None


class Keys:
    """Every key of a server. `pepper` keys the hashes: with another one, no key is known."""

    def __init__(
        self,
        database: Database,
        pepper: bytes,
        limits: Limits,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._pepper, self._limits = database, pepper, limits
        self._known: Remembered[bytes, Caller] = Remembered(clock)
        self._refused: Remembered[bytes, KeyProblem] = Remembered(clock)
        self._revocations = 0
        self._used: dict[str, int] = {}

    async def admit(self, key: Key) -> Caller:
        """Who this key belongs to. Raises NotAuthenticated."""
        digest = hmac.digest(self._pepper, key.secret[: secrets.LONGEST + 1].encode(), "sha256")
        caller = self._known.get(digest) or await self._find(key.secret, digest)
        if key.id is not None and not hmac.compare_digest(key.id.encode(), caller.key.encode()):
            raise NotAuthenticated(KeyProblem.UNKNOWN)
        return caller

    def standing(self, caller: Caller | None) -> Standing:
        return self._limits.standing(caller)

    async def create(
        self,
        tx: Transaction,
        account_name: str,
        *,
        prefix: str = secrets.PREFIX,
        expires_at: int | None = None,
    ) -> NewKey:
        """A new key for an account. Raises NotFound, and ValueError for an unfit prefix."""
        account = await named(tx, account_name)
        made = NewKey(account.id, str(uuid4()), secrets.make(prefix))
        await tx.rows(
            "insert into api_key (id, account, digest, prefix, last_four, created_at, expires_at)"
            " values (:id, :account, :digest, :prefix, :last_four, :now, :expires_at)",
            id=made.id,
            account=made.account,
            digest=self._digest(made.secret).hex(),
            prefix=prefix,
            last_four=made.secret[-4:],
            now=tx.now,
            expires_at=expires_at,
        )
        return made

    async def every(self, snap: Snapshot, account_name: str | None = None) -> list[StoredKey]:
        """The keys of one account or of all, oldest first."""
        rows = await snap.rows(
            "select api_key.*, account.name from api_key"
            " join account on account.id = api_key.account"
            " where cast(:name as text) is null or account.name = :name"
            " order by api_key.created_at, api_key.id",
            name=account_name,
        )
        return [_stored(row) for row in rows]

    async def revoke(self, tx: Transaction, key_id: str) -> None:
        """
        Refuse this key from now on: at once in this process, in others within two seconds.
        Raises NotFound.
        """
        row = await tx.row(
            "update api_key set revoked_at = coalesce(revoked_at, :now) where id = :id"
            " returning digest",
            id=key_id,
            now=tx.now,
        )
        if row is None:
            raise NotFound("key", key_id)
        tx.afterwards(lambda: self._forget(bytes.fromhex(row["digest"])))

    async def run(self, stop: asyncio.Event) -> None:
        """Write down now and then which keys were used, until told to stop."""
        stopped = False
        while not stopped:
            with contextlib.suppress(TimeoutError):
                stopped = await asyncio.wait_for(stop.wait(), NOTED_EVERY)
            with contextlib.suppress(DatabaseGone):
                await self.note_uses()

    async def note_uses(self) -> None:
        """Write down when keys were last used: a statement a key, not one a request."""
        used, self._used = self._used, {}
        for key_id, at in used.items():
            await self._database.once(
                "update api_key set last_used_at = :at where id = :id", id=key_id, at=at
            )

    async def _find(self, secret: str, digest: bytes) -> Caller:
        problem = self._refused.get(digest) or _unlike_a_key(secret)
        if problem:
            raise NotAuthenticated(problem)
        revocations = self._revocations
        rows = await self._database.read(FIND, digest=digest.hex())
        now = self._database.now()
        problem = _problem(rows[0], now) if rows else KeyProblem.UNKNOWN
        if problem:
            self._refused.put(digest, problem, REFUSED_FOR)
            raise NotAuthenticated(problem)
        return self._remember(digest, rows[0], now, revocations)

    def _remember(self, digest: bytes, row: Row, now: int, revocations: int) -> Caller:
        caller = _caller(row)
        if row["burst"] is not None:
            self._limits.seen(caller.account, (row["burst"], row["hour"], row["day"]))
        self._used[caller.key] = now
        # A key that was revoked while we looked must not be remembered as good.
        if revocations == self._revocations:
            left = (row["expires_at"] - now) / 1000 if row["expires_at"] else KNOWN_FOR
            self._known.put(digest, caller, min(left, KNOWN_FOR))
        return caller

    def _forget(self, digest: bytes) -> None:
        self._revocations += 1
        self._known.drop(digest)

    def _digest(self, secret: str) -> bytes:
        return hmac.digest(self._pepper, secret.encode(), "sha256")


def _unlike_a_key(secret: str) -> KeyProblem | None:
    if not secret:
        return KeyProblem.MISSING
    return None if secrets.looks_right(secret) else KeyProblem.UNKNOWN


def _problem(row: Row, now: int) -> KeyProblem | None:
    if row["revoked_at"] is not None:
        return KeyProblem.REVOKED
    if row["expires_at"] is not None and row["expires_at"] <= now:
        return KeyProblem.EXPIRED
    return None


def _caller(row: Row) -> Caller:
    plan = PLANS[row["plan"]]
    return Caller(
        row["account"], row["name"], row["email"], row["id"], plan, most_cards=plan.most_cards
    )


def _stored(row: Row) -> StoredKey:
    return StoredKey(
        id=row["id"],
        account=row["account"],
        name=row["name"],
        prefix=row["prefix"],
        last_four=row["last_four"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        last_used_at=row["last_used_at"],
    )
