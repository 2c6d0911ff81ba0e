"""The only way out: the guarded client for addresses that callers give."""

from quintet.egress.destinations import Opening, is_public
from quintet.egress.fetching import (
    IMAGE_KINDS,
    IMAGE_MOST,
    Fetched,
    Guarded,
)
from quintet.egress.unreachable import Unreachable

__all__ = [
    "IMAGE_KINDS",
    "IMAGE_MOST",
    "Fetched",
    "Guarded",
    "Opening",
    "Unreachable",
    "is_public",
]
