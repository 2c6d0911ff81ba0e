"""A small memory that forgets: by age, and the oldest first when it is full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """At most `most` values, each for its own number of seconds by `clock`."""

    __slots__ = ("_clock", "_kept", "_most")

    def __init__(self, clock: Callable[[], float], most: int = 10_000) -> None:
        self._clock, self._most = clock, most
        self._kept: dict[K, tuple[V, float]] = {}

    def get(self, key: K) -> V | None:
        kept = self._kept.get(key)
        return kept[0] if kept and kept[1] > self._clock() else None

    def put(self, key: K, value: V, seconds: float) -> None:
        self.drop(key)  # So that it stands last, and the first is the oldest.
        if len(self._kept) >= self._most:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = value, self._clock() + seconds

    def drop(self, key: K) -> None:
        self._kept.pop(key, None)

    def __len__(self) -> int:
        return len(self._kept)
