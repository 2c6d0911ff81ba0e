"""What a recipe hears of an address that gave nothing."""

from __future__ import annotations

from quintet.domain.errors import ProviderError

PATIENCE = 30.0
"""Seconds after which another try may help."""


class Unreachable(ProviderError):
    """
    An address gave nothing we may use. The words are safe to show: they tell nothing of what
    stands in a private network, not even whether a name is known there.
    """

    code = "unreachable"
