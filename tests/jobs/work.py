"""Work for a workshop's children: functions they can import."""

from __future__ import annotations

import os
import signal
import sys
import time

from quintet.domain.errors import JobFailed, OutOfCredits, ProviderError


def add(one: int, other: int) -> int:
    return one + other


def pid() -> int:
    return os.getpid()


def pid_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def sleep_forever() -> None:
    time.sleep(3600)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def abort() -> None:
    sys.stderr.write("memory allocation failed")
    sys.stderr.flush()
    os.abort()


def fail() -> None:
    raise JobFailed("too_many_images", "Too many images.")


def fail_for_want_of_credits() -> None:
    raise OutOfCredits(needed=3, left=1)


def fail_at_a_provider() -> None:
    raise ProviderError("Busy.", retry_after=2.0)


def crash() -> None:
    raise ZeroDivisionError("a bug")


def take(size: int) -> int:
    return len(bytearray(size))


def grow(size: int) -> int:
    kept.append(bytearray(os.urandom(1024)) * (size // 1024))
    return os.getpid()


kept: list[bytearray] = []


def niceness() -> int:
    return os.nice(0)


def loaded(module: str) -> bool:
    return module in sys.modules
