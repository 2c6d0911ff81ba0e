"""Prices: what a job reserves when it is accepted, and what it has cost when it ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from quintet.accounts.credits import MICRO
from quintet.domain.briefs import Brief, DeckBrief
from quintet.domain.texts import count_breaks

USUAL_CARDS, MOST_CARDS = 10, 75
HEADING = re.compile(r"^#{1,6}\s", re.MULTILINE)
LETTERS_PER_CARD = 400
"""A fairly full card holds some 70 words."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ModelPrice(_Row):
    """What one picture by this model costs, in credits, and the lowest plan that may use it."""

    credits: Decimal = Field(ge=0)
    plan: str | None = None


class Price(_Row):
    """What jobs of one dialect and kind cost, in credits."""

    per_job: Decimal = Field(default=Decimal(0), ge=0)
    per_card: Decimal = Field(default=Decimal(0), ge=0)
    per_image: Decimal = Field(default=Decimal(0), ge=0)
    models: Mapping[str, ModelPrice] = {}

    def image(self, model: str | None) -> Decimal:
        named = self.models.get(model) if model else None
        return named.credits if named else self.per_image

    def total(self, cards: int, images: int, model: str | None) -> int:
        """In micro-credits."""
        credits = self.per_job + self.per_card * cards + self.image(model) * images
        return round(credits * MICRO)


PRICES: TypeAdapter[dict[str, dict[str, Price]]] = TypeAdapter(dict[str, dict[str, Price]])
FREE = Price()


class Prices:
    """
    A price list: by dialect, and in it by kind of brief. `ai_images` tells whether a provider
    makes pictures: without one, nothing is reserved for them.
    """

    def __init__(
        self, prices: Mapping[str, Mapping[str, Price]], *, ai_images: bool = False
    ) -> None:
        self._prices, self._ai_images = prices, ai_images

    @classmethod
    def load(cls, path: Path | None = None, *, ai_images: bool = False) -> Prices:
        """
        The list that ships with the server, and `path` laid over it. Raises OSError,
        `tomllib.TOMLDecodeError`, or pydantic's ValidationError, which names the wrong entry.
        """
        shipped = files("quintet").joinpath("data/prices.toml").read_text("utf-8")
        own = path.read_text("utf-8") if path else ""
        prices = PRICES.validate_python(_over(_read(shipped), _read(own)))
        return cls(prices, ai_images=ai_images)

    def price(self, dialect: str, kind: str) -> Price:
        return self._prices.get(dialect, {}).get(kind, FREE)

    def of(self, dialect: str, brief: Brief) -> int:
        """
        The micro-credits to reserve: an upper bound. A deck is taken to have a picture on every
        card if the brief wants pictures by AI and somebody makes them; where nobody says how
        many cards it will have, they are estimated.
        """
        cards = expected_cards(brief)
        return self.spent(dialect, brief, cards, cards if self._ai_images else 0)

    def spent(self, dialect: str, brief: Brief, cards: int, pictures: int) -> int:
        """
        The micro-credits a job has cost that made so many cards, and so many pictures by AI.
        What settles a job takes no more than was reserved for it, should this be more.
        """
        price = self.price(dialect, brief.kind)
        if not isinstance(brief, DeckBrief):
            return price.total(cards, 0, None)
        return price.total(cards, pictures if _wants_ai(brief) else 0, brief.images.model)


def expected_cards(brief: Brief) -> int:
    """How many cards a brief will be taken to make. Exact but for decks split naturally."""
    if not isinstance(brief, DeckBrief):
        return 0
    if brief.split == "auto":
        return brief.cards or USUAL_CARDS
    if brief.split == "breaks":
        return count_breaks(brief.text) + 1
    full = -(-len(brief.text) // LETTERS_PER_CARD)
    return min(MOST_CARDS, len(HEADING.findall(brief.text)) + full + 1)


def _wants_ai(brief: DeckBrief) -> bool:
    return brief.images.source == "aiGenerated"


def _read(toml: str) -> dict[str, Any]:
    return tomllib.loads(toml, parse_float=Decimal)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """One table laid over another: tables are joined, values replaced."""
    joined = dict(below)
    for name, value in above.items():
        under = joined.get(name)
        if isinstance(under, dict) and isinstance(value, dict):
            value = _over(under, value)
        joined[name] = value
    return joined
