"""Bodies that are no request: millions of little parts, which take seconds to read and refuse."""

from __future__ import annotations

import re

LARGE = 1 << 18
"""Bytes. What is no larger than this is read whatever it is."""
MOST_TEXTS = 20_000
MOST_REST = 1 << 18
"""Bytes of a body that are in none of its texts."""

# It matches wherever a quote stands, closed or not, and never goes back: the time it takes grows
# with the body, whatever that holds.
TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)


def is_junk(sent: bytes) -> bool:
    """
    Whether a large body of JSON has too many parts to be anybody's request. A request is large by
    a few long texts; that is seen without reading it, in some milliseconds.
    """
    if len(sent) <= LARGE:
        return False
    # A quote within a text stands behind a backslash.
    quotes = sent.count(b'"') - sent.count(b'\\"')
    if quotes > 2 * MOST_TEXTS:
        return True
    in_texts = sum(found.end() - found.start() for found in TEXT.finditer(sent))
    return len(sent) - in_texts > MOST_REST
