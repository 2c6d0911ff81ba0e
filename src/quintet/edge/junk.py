"""Bodies that are no request: millions of little parts, which take seconds to read and refuse."""

from __future__ import annotations

LARGE = 1 << 18
"""Bytes. What is no larger than this is read whatever it is."""
MOST_TEXTS = 20_000
MOST_REST = 1 << 18
"""Bytes of a body that are in none of its texts."""


def is_junk(sent: bytes) -> bool:
    """
    Whether a large body of JSON has too many parts to be anybody's request. A request is large by
    a few long texts; that is seen without reading it, in some milliseconds.
    """
    if len(sent) <= LARGE:
        return False
    # Without escaped backslashes and quotes, every quote that is left begins or ends a text.
    plain = sent.replace(b"\\\\", b"").replace(b'\\"', b"")
    if plain.count(b'"') > 2 * MOST_TEXTS:
        return True
    return sum(map(len, plain.split(b'"')[::2])) > MOST_REST
