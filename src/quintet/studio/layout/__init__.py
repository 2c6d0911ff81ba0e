"""Layout: from a deck of cards to pages of boxes. One file per layout; `LAYOUTS` names them."""

from __future__ import annotations
