"""What a job of each kind does, as named steps. `RECIPES` is the list of kinds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from quintet.jobs import Attempt, Product
from quintet.recipes.deck import make_deck
from quintet.recipes.export import make_export
from quintet.recipes.tools import Tools

Make = Callable[[Attempt, Tools], Awaitable[Product]]

RECIPES: Mapping[str, Make] = {"deck": make_deck, "export": make_export}

__all__ = ["RECIPES", "Make", "Tools"]
