"""What the writer hands over."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.deck import Deck


@dataclass(frozen=True, slots=True)
class Written:
    """A deck, and what its reader should know: what was asked for and not done."""

    deck: Deck
    notes: tuple[str, ...] = ()
