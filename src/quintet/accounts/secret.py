"""
What an API key's secret looks like: a prefix, 190 random bits, and a checksum.

The checksum lets us refuse a mistyped key without a look-up, and tells scanners of leaked secrets
what they have found.
"""

from __future__ import annotations

import secrets
import string
import zlib

PREFIX = "sk-quintet-"
ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
RANDOM, CHECK = 32, 6
"""32 characters of 62 are 190 bits; 6 hold any CRC-32."""
LONGEST = 200
"""No secret is longer, and no longer text is worth hashing."""


def make(prefix: str = PREFIX) -> str:
    """A new secret. Raises ValueError for a prefix that cannot travel in a header."""
    if not (prefix.isascii() and prefix.isprintable() and " " not in prefix):
        raise ValueError("A prefix is made of printable ASCII without spaces.")
    if len(prefix) > LONGEST - RANDOM - CHECK:
        raise ValueError(f"A prefix has at most {LONGEST - RANDOM - CHECK} characters.")
    body = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    return f"{prefix}{body}{checksum(body)}"


def looks_right(secret: str) -> bool:
    """False for what can be no key of ours, whatever its prefix."""
    body, check = secret[-RANDOM - CHECK : -CHECK], secret[-CHECK:]
    return len(body) == RANDOM and len(secret) <= LONGEST and check == checksum(body)


def checksum(body: str) -> str:
    left, digits = zlib.crc32(body.encode()), ""
    for _ in range(CHECK):
        left, digit = divmod(left, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits
