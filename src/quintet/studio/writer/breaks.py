"""Cards as their author parted them: by lines of three hyphens."""

from __future__ import annotations

from quintet.domain.texts import BREAK


def card_texts(text: str) -> list[str]:
    """The text of each card: n breaks part n + 1 cards, of which some may be empty."""
    return BREAK.split(text)
