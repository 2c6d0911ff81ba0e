"""Pictures a text names by their address."""

from __future__ import annotations

import re

from quintet.domain.deck import Deck, Image

PICTURE = re.compile(
    r"https://[^\s?#]+\.(?:jpe?g|png|gif|webp|svg|heic|heif|avif)(?:[?#]\S*)?", re.IGNORECASE
)


def is_picture(word: str) -> bool:
    """
    Gamma's rule for addresses among the words (gamma, 3.5): between white space, by https, and
    the path ends in a picture's extension.
    """
    return PICTURE.fullmatch(word) is not None


def images(deck: Deck) -> tuple[str, ...]:
    """
    The https addresses of the pictures named in the text, each once, in order. Pictures with
    another source (a local path, http) stay in the deck for the recipe to place or take out.
    """
    sources = (
        block.source for card in deck.cards for block in card.blocks if isinstance(block, Image)
    )
    return tuple(dict.fromkeys(source for source in sources if source.startswith("https://")))
