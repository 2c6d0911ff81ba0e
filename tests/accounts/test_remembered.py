"""The memory of keys: it forgets in time, and never grows beyond its bound."""

from __future__ import annotations

from quintet.accounts.remembered import Remembered
from tests.accounts.conftest import Clock


def test_a_value_is_forgotten_when_its_time_is_over(clock: Clock) -> None:
    memory: Remembered[str, int] = Remembered(clock)
    memory.put("a", 1, seconds=2)

    clock.seconds += 1.9
    assert memory.get("a") == 1

    clock.seconds += 0.1
    assert memory.get("a") is None


def test_a_full_memory_forgets_what_was_put_longest_ago(clock: Clock) -> None:
    memory: Remembered[str, int] = Remembered(clock, most=2)
    memory.put("a", 1, seconds=9)
    memory.put("b", 2, seconds=9)
    memory.put("a", 3, seconds=9)

    memory.put("c", 4, seconds=9)

    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (3, None, 4)
    assert len(memory) == 2
