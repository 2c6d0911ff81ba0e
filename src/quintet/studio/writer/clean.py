"""Text as it came, made safe to read: one kind of newline, no characters that no file may hold."""

from __future__ import annotations

import re

from quintet.domain.errors import JobFailed

NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
"""Control characters, lone surrogates and noncharacters: XML and fonts have no place for them."""


def clean(text: str) -> str:
    """The text with `\\n` newlines. Raises JobFailed("empty") when nothing readable is left."""
    readable = FORBIDDEN.sub("", NEWLINES.sub("\n", text))
    if not readable.strip(" \n\t\xa0\u200b\u200c\u200d\u200e\u200f\u2060\u3000"):
        raise nothing_to_read()
    return readable


def nothing_to_read() -> JobFailed:
    return JobFailed("empty", "The text holds no words to make a deck of.")
