"""
Type: how wide text is, where its lines break, and which family can set it.

`measure` measures a paragraph once, in em; `wrap` and `balanced` break it in any column, and
`choose` says which family can set it.
"""

from __future__ import annotations

from quintet.studio.type.breaking import segments
from quintet.studio.type.faces import Face, advance, face, has_family
from quintet.studio.type.families import Choice, choose
from quintet.studio.type.lines import Cut, balanced, wrap
from quintet.studio.type.measuring import Measured, Piece, measure
from quintet.studio.type.scripts import is_plain_alphabet, is_right_to_left, script_of

__all__ = [
    "Choice",
    "Cut",
    "Face",
    "Measured",
    "Piece",
    "advance",
    "balanced",
    "choose",
    "face",
    "has_family",
    "is_plain_alphabet",
    "is_right_to_left",
    "measure",
    "script_of",
    "segments",
    "wrap",
]
