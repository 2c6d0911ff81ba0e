"""Text as callers send it: what may not stand in it, and where its author parted it."""

from __future__ import annotations

import re

NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
"""Control characters, lone surrogates and noncharacters: XML and fonts have no place for them."""
BREAK = re.compile(r"\n---(?=\n)")
"""Newline, three hyphens, newline (gamma, 3.3). A `---` inside a line is words."""


def readable(text: str) -> str:
    """The text with one kind of newline, and without characters that no file may hold."""
    return FORBIDDEN.sub("", NEWLINES.sub("\n", text))


def count_breaks(text: str) -> int:
    """How often an author has parted a text, however it writes its newlines."""
    return sum(1 for _ in BREAK.finditer(readable(text)))
