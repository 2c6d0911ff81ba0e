"""Themes: colours, fonts and shapes of a whole deck. One TOML file each; `THEMES` names them."""

from __future__ import annotations

from collections.abc import Mapping

from quintet.studio.themes.colour import contrast, mix, readable
from quintet.studio.themes.theme import Shape, Theme, ThemeFonts, load

NAMES = (
    "chalk",
    "ledger",
    "paper",
    "fjord",
    "swiss",
    "orchard",
    "bubble",
    "rosewood",
    "midnight",
    "graphite",
    "noir",
    "aurora",
)

THEMES: Mapping[str, Theme] = {name: load(name) for name in NAMES}

__all__ = ["THEMES", "Shape", "Theme", "ThemeFonts", "contrast", "mix", "readable"]
