"""
A theme as read from its TOML file, with the tones derived from its colours.

Roles of the colours: `bg` card, `surface` panels, `ink` text, `muted` second text, `line`
hairlines, `accent1` the one that may set text, `accent2` to `accent6` charts, people and marks.
The stage set (`stage`, `stage_ink`, `stage_muted`, `stage_accent`) stands in for them on covers,
dividers, quotes and closings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from quintet.studio.themes.colour import mix, readable

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ThemeFonts:
    """`heading_bold` is False for a family that has no bold cut."""

    heading: str
    body: str
    mono: str
    heading_bold: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """
    `radius` at 16x9, points. `rule`: a "hair" line above rows and columns, a "top" bar, or
    "none" (panels). `art` names the drawing of stage cards, `chart_order` the accents of series.
    """

    radius: float
    rule: Literal["hair", "top", "none"]
    art: str
    chart_order: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme. `palette` gives every token its "#RRGGBB"."""

    id: str
    name: str
    mode: Literal["light", "dark"]
    mood: str
    fonts: ThemeFonts
    shape: Shape
    palette: Mapping[str, str]
    colour_keywords: tuple[str, ...]
    tone_keywords: tuple[str, ...]

    @property
    def panels(self) -> bool:
        """Whether groups stand on panels rather than under rules."""
        return self.shape.rule == "none" or self.mode == "dark"


def load(name: str) -> Theme:
    """Read a built-in theme. Raises FileNotFoundError when there is none of that name."""
    data: dict[str, Any] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    shape = data["shape"]
    return Theme(
        id=name,
        name=data["name"],
        mode=data["mode"],
        mood=data["mood"],
        fonts=ThemeFonts(**data["fonts"]),
        shape=Shape(**{**shape, "chart_order": tuple(shape["chart_order"])}),
        palette=MappingProxyType(palette_of(data["colours"])),
        colour_keywords=tuple(data["colour_keywords"]),
        tone_keywords=tuple(data["tone_keywords"]),
    )


def palette_of(colours: Mapping[str, str]) -> dict[str, str]:
    """
    All tokens: those of the file and the derived ones. `tint`, `soft` and `track` are thin layers
    over the card, `on_accent` the text on accent1, `art1` to `art3` tones over the stage,
    `code_*` the dark panel of code.
    """
    c = {name: f"#{value}" for name, value in colours.items()}
    art = c.pop("art", c["stage_accent"])
    dark = mix(c["bg"], "#000000", 0.35) if _is_dark(c["bg"]) else "#101625"
    return c | {
        "tint": mix(c["bg"], c["accent1"], 0.10),
        "soft": mix(c["bg"], c["accent1"], 0.34),
        "track": mix(c["bg"], c["ink"], 0.08),
        "on_accent": readable(c["accent1"], (c["ink"], c["bg"], "#FFFFFF", "#111111")),
        "art1": mix(c["stage"], art, 0.10),
        "art2": mix(c["stage"], art, 0.20),
        "art3": mix(c["stage"], art, 0.42),
        "code_bg": dark,
        "code_ink": "#E8ECF8",
        "code_muted": "#93A4C4",
        "scrim": "#0A0C10",
        "white": "#FFFFFF",
    }


def _is_dark(colour: str) -> bool:
    return readable(colour, ("#FFFFFF", "#000000")) == "#FFFFFF"
