"""What every recipe is given to work with, beside its attempt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from quintet.accounts import Prices
from quintet.jobs import Workshop
from quintet.storage import Store

Fetch = Callable[[str], Awaitable[bytes]]
"""The bytes behind an address that a caller gave. Raises a QuintetError in words for the caller."""


@dataclass(frozen=True, slots=True)
class Tools:
    """`scratch` is a folder for files that need not outlive an attempt."""

    workshop: Workshop
    store: Store
    prices: Prices
    fetch_picture: Fetch
    scratch: Path
