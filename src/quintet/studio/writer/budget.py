"""How many words a card takes, by the kind of deck (docs/looks.md, 1.4)."""

from __future__ import annotations

from collections.abc import Mapping

from quintet.domain.briefs import Amount
from quintet.domain.deck import DeckFormat

WORDS: Mapping[DeckFormat, Mapping[Amount, int]] = {
    "presentation": {"brief": 25, "medium": 45, "detailed": 75, "extensive": 110},
    "document": {"brief": 80, "medium": 150, "detailed": 260, "extensive": 400},
    "social": {"brief": 12, "medium": 25, "detailed": 40, "extensive": 55},
    "webpage": {"brief": 40, "medium": 70, "detailed": 120, "extensive": 180},
}

MOST_WORDS: Mapping[DeckFormat, int] = {
    "presentation": 90,
    "document": 400,
    "social": 40,
    "webpage": 150,
}
"""Beyond these, a text that keeps every word is parted into two cards where it can be."""

MOST_CARDS = 300
"""The longest deck that is made."""

DEFAULT_CARDS = 10
"""How many cards there are where the number counts and none was given (gamma, 3.3)."""

LONG_DECK = 8
"""From so many cards on there is an agenda (docs/looks.md, 4)."""
