"""Gamma's lists: a query by name, a limit, and a cursor that is base64 of a little JSON."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Protocol, TypeVar

from quintet.domain.errors import Unknown


class Named(Protocol):
    """What can stand in a list: the name is searched, the id is where a page goes on."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


def page_of(
    every: Sequence[T], query: str | None, after: str | None, limit: int
) -> tuple[list[T], str | None]:
    """
    The next of those whose name holds the query, in any case, and the cursor to go on with; None
    with the last. Raises Unknown for a cursor that is none of ours.
    """
    wanted = (query or "").strip().casefold()
    found = [each for each in every if wanted in each.name.casefold()]
    first = _after(every, found, after) if after else 0
    chosen = found[first : first + limit]
    return chosen, _cursor(chosen[-1].id) if first + limit < len(found) else None


def _after(every: Sequence[T], found: Sequence[T], cursor: str) -> int:
    """Where to go on. Another query between two pages may have lost the one we stopped at."""
    place = next((at for at, each in enumerate(every) if each.id == _id(cursor)), None)
    if place is None:
        raise Unknown("after", cursor)
    passed = {each.id for each in every[: place + 1]}
    return sum(each.id in passed for each in found)


def _cursor(id: str) -> str:
    return urlsafe_b64encode(json.dumps({"id": id}).encode()).decode().rstrip("=")


def _id(cursor: str) -> object:
    try:
        told = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        raise Unknown("after", cursor) from None
    return told.get("id") if isinstance(told, dict) else None
