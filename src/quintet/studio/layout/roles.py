"""Roles: how each kind of text is set, before its size is fitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quintet.domain.pages import Colour, Role
from quintet.studio.themes import Theme
from quintet.studio.type.families import SERIF

SizeName = Literal["foot", "caption", "small", "body", "lead", "h3", "title", "display", "figure"]


@dataclass(frozen=True, slots=True)
class Manners:
    """
    `size` names a step of the scale, `pitch` is line height over size, `tracking` is in em.
    `balanced` texts have lines as equal as they can be; `tall` ones gain more pitch in scripts
    that need it.
    """

    size: SizeName
    pitch: float
    heading: bool
    bold: bool
    colour: Colour
    tracking: float = 0.0
    balanced: bool = False
    floor: Literal["body", "caption", "size"] = "body"


ROLES: Mapping[Role, Manners] = {
    "foot": Manners("foot", 1.3, False, False, "muted", floor="size"),
    "caption": Manners("caption", 1.35, False, False, "muted", floor="caption"),
    "small": Manners("small", 1.4, False, False, "muted", floor="caption"),
    "label": Manners("small", 1.25, False, True, "ink", floor="caption"),
    "body": Manners("body", 1.45, False, False, "ink"),
    "lead": Manners("lead", 1.4, False, False, "muted", balanced=True),
    "subtitle": Manners("body", 1.4, False, False, "muted", balanced=True),
    "h3": Manners("h3", 1.25, False, True, "ink", balanced=True),
    "title": Manners("title", 1.14, True, True, "ink", -0.012, balanced=True),
    "display": Manners("display", 1.06, True, True, "ink", -0.02, balanced=True),
    "figure": Manners("figure", 1.0, True, True, "accent1", -0.03),
    "quote": Manners("title", 1.28, True, False, "ink", -0.005, balanced=True),
    "eyebrow": Manners("caption", 1.3, False, True, "accent1", 0.09, floor="caption"),
    "code": Manners("body", 1.55, False, False, "code_ink", floor="caption"),
    "mark": Manners("caption", 1.3, True, True, "accent1", floor="caption"),
}

STAGE: Mapping[Colour, Colour] = {
    "ink": "stage_ink",
    "muted": "stage_muted",
    "accent1": "stage_accent",
    "on_accent": "stage",
    "bg": "stage",
    "line": "art2",
    "surface": "art1",
    "tint": "art1",
    "soft": "art3",
    "track": "art1",
}
"""What stands in for a token on a stage page."""

BAND: Mapping[Colour, Colour] = {"bg": "surface", "surface": "bg"}
"""What stands in for a token on every other band of a web page."""

LOOSE_PITCH = 0.18
LOOSE_PITCH_OF_HEADS = 0.14
"""What scripts other than Latin, Cyrillic and Greek gain: their marks stand higher and lower."""


@dataclass(frozen=True, slots=True)
class Style:
    """A role in a theme: what `prepare` needs to know to set a text."""

    role: Role
    family: str
    mono: str
    bold: bool
    pitch: float
    tracking: float
    colour: Colour
    balanced: bool


def style_of(role: Role, theme: Theme) -> Style:
    """The style of a role, with what a family asks for: serifs and Fredoka are spaced less."""
    manners, fonts = ROLES[role], theme.fonts
    family = fonts.heading if manners.heading else fonts.body
    if role == "code":
        family = fonts.mono
    bold = manners.bold or (role == "quote" and family not in SERIF)
    least = 0.0 if family == "Fredoka" else -0.01 if family in SERIF else -1.0
    return Style(
        role=role,
        family=family,
        mono=fonts.mono,
        bold=bold and (fonts.heading_bold or not manners.heading),
        pitch=manners.pitch,
        tracking=max(manners.tracking, least),
        colour=manners.colour,
        balanced=manners.balanced,
    )
