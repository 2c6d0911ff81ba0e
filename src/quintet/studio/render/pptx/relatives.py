"""Fonts by their names, and what PowerPoint finds a near relative by where one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from quintet.studio.render.pptx.markup import attribute
from quintet.studio.type.families import SERIF

WITHOUT = 'panose="020B0604020202020204" pitchFamily="34"'
WITH_SERIFS = 'panose="02020603050405020304" pitchFamily="18"'
FIXED = 'panose="02070309020205020404" pitchFamily="49"'
"""The look of Arial, Times New Roman and Courier New; most of our fonts do not tell theirs."""

CHARSETS: Mapping[str, int] = {
    "Noto Sans JP": -128,
    "Noto Sans KR": -127,
    "Noto Sans SC": -122,
    "Noto Sans TC": -120,
    "IBM Plex Sans Arabic": -78,
    "Noto Sans Arabic": -78,
    "Noto Sans Hebrew": -79,
    "Noto Sans Thai": -34,
}
"""The Windows character set of a script (a signed byte), by the family that sets it."""


def font(script: Literal["latin", "ea", "cs"], family: str) -> str:
    """The font of one of the three places; "" leaves the choice to PowerPoint."""
    if not family:
        return f'<a:{script} typeface=""/>'
    charset = 0 if script == "latin" else CHARSETS.get(family, 0)
    return f'<a:{script} typeface="{attribute(family)}" {relative(family)} charset="{charset}"/>'


def relative(family: str) -> str:
    return WITH_SERIFS if family in SERIF else FIXED if "Mono" in family else WITHOUT
