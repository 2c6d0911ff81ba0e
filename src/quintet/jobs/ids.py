"""Names of jobs: UUIDs of version 7, which sort by the moment they were made (RFC 9562, 5.7)."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def new_id(now: int) -> str:
    """
    For a job accepted at `now`, in UTC milliseconds.

    The twelve bits after the moment tell how far into its millisecond the clock is (6.2, method
    3), so the jobs of one process sort in the order they were accepted.
    """
    into = (time.time_ns() - now * 1_000_000) * 4096 // 1_000_000
    number = now << 80 | 0x7 << 76 | min(max(into, 0), 4095) << 64
    name = f"{number | 0b10 << 62 | secrets.randbits(62):032x}"
    return f"{name[:8]}-{name[8:12]}-{name[12:16]}-{name[16:20]}-{name[20:]}"


def moment_of(job: str) -> int:
    """The milliseconds a name begins with; raises ValueError when it is none of ours."""
    name = UUID(job)
    if name.version != 7:
        raise ValueError(job)
    return name.int >> 80
