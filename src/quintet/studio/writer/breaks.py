"""Cards as their author parted them: by lines of three hyphens."""

from __future__ import annotations

import re

BREAK = re.compile(r"\n---(?=\n)")
"""Newline, three hyphens, newline (gamma, 3.3). A `---` inside a line is words."""


def card_texts(text: str) -> list[str]:
    """The text of each card: n breaks part n + 1 cards, of which some may be empty."""
    return BREAK.split(text)
