"""
Signed links: whoever has one may fetch what it names, until it expires.

A token is 16 bytes as 32 lowercase hexadecimal digits: when it expires (4 bytes, seconds), which
key signed it (1 byte), and the first 11 bytes of an HMAC-SHA256 over both and over what it opens.
88 bits are enough for what can only be guessed by asking us.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence

from quintet.domain.errors import LinkExpired, NotFound

TOKEN = re.compile(r"[0-9a-f]{32}", re.ASCII)
LATEST = 2**32 - 1
"""The last second that four bytes can tell: in the year 2106."""


class Signer:
    """
    Makes and checks tokens. The first of `keys` signs; what any of them has signed is good until
    it expires, so a key is retired by leaving it out.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise ValueError("Links are signed with at least one key.")
        self._keys = [(_id(key), key) for key in keys]

    def token(self, what: str, until_ms: int) -> str:
        """
        A token that opens `what` until this moment, UTC milliseconds, rounded up to a second. The
        same `what` and moment give the same token.
        """
        key_id, key = self._keys[0]
        seconds = max(0, min(LATEST, -(-until_ms // 1000)))
        head = seconds.to_bytes(4, "big") + key_id
        return (head + _mac(key, head, what)).hex()

    def check(self, what: str, token: str, now_ms: int) -> None:
        """Raises LinkExpired, or NotFound for what we never signed."""
        told = bytes.fromhex(token) if TOKEN.fullmatch(token) else bytes(16)
        head, mac = told[:5], told[5:]
        if not any(
            key_id == head[4:] and hmac.compare_digest(mac, _mac(key, head, what))
            for key_id, key in self._keys
        ):
            raise NotFound("link", token[:64])
        if int.from_bytes(head[:4], "big") * 1000 <= now_ms:
            raise LinkExpired


def _id(key: bytes) -> bytes:
    return hmac.digest(key, b"quintet link key id", "sha256")[:1]


def _mac(key: bytes, head: bytes, what: str) -> bytes:
    return hmac.digest(key, b"quintet link 1\n" + head + what.encode(), "sha256")[:11]
