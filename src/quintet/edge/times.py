"""Moments as most APIs write them."""

from __future__ import annotations

from datetime import UTC, datetime


def iso_time(milliseconds: int) -> str:
    """UTC milliseconds by ISO 8601: `2026-11-20T10:58:39.007Z`."""
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
