"""
Colours as places in the deck's theme, so that a new theme in PowerPoint recolours the deck.

The tokens a theme stores are named directly. Derived ones (a tint, a hairline, the stage) are
said as a lighter or darker theme colour where that comes out the same to the eye, else as they are.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from quintet.studio.render.pptx.markup import thousandths

PLACES: Mapping[str, str] = {
    "ink": "tx1",
    "bg": "bg1",
    "muted": "tx2",
    "surface": "bg2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}
"""Token to place in the theme, as slides name it."""

KIN: Mapping[str, tuple[str, ...]] = {
    "tint": ("surface", "bg"),
    "line": ("surface", "bg", "muted"),
    "track": ("surface", "bg", "muted"),
    "soft": ("accent1",),
    "on_accent": ("bg", "ink"),
    "stage": ("accent1",),
    "stage_accent": ("accent1",),
    "art1": ("accent1",),
    "art2": ("accent1",),
    "art3": ("accent1",),
}
"""
Which theme colours a derived token may follow, dearest first. What text stands on follows the
ground and not the accent, so that a light theme made dark keeps its words readable. The stage
keeps its own ink for the same reason: it stays as dark or light as it was.
"""

ON_STAGE = frozenset({"stage_accent", "art1", "art2", "art3"})
"""What follows only where the stage does, so that they still suit one another."""

UNSEEN = 2
"""The difference in any of red, green, blue (0 to 255) that nobody notices between two fills."""
FARTHEST = 30.0
"""How many degrees of the colour circle kin may stand apart."""
PUREST = 3.0
"""How many times purer than its kin a colour may be."""
FAINTEST = 0.05
"""Below this factor a shade is black or white whatever its base, and follows nothing."""

INSTEAD: Mapping[str, str] = {
    **{f"accent{number}": "accent1" for number in range(2, 7)},
    "muted": "ink",
    "surface": "bg",
    "stage": "bg",
    "stage_ink": "ink",
    "stage_muted": "muted",
    "stage_accent": "accent1",
    "line": "muted",
    "art2": "line",
}
"""What a theme takes for a token its palette leaves out."""

HEX = re.compile(r"#?([0-9A-Fa-f]{6})")

Rgb = tuple[int, int, int]


def parse(value: str) -> Rgb:
    """Red, green, blue of "#RRGGBB"; ValueError for anything else."""
    match = HEX.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not a colour")
    number = int(match[1], 16)
    return number >> 16, number >> 8 & 255, number & 255


@dataclass(frozen=True, slots=True)
class Shade:
    """
    What is done to a theme colour: its lightness times and plus, its saturation times, its hue
    turned by degrees.
    """

    factor: float
    offset: float
    saturation: float = 1.0
    turn: float = 0.0

    def of(self, base: Rgb) -> Rgb:
        """What PowerPoint makes of a colour by lumMod, lumOff, satMod and hueOff."""
        hue, light, saturation = hls(base)
        light = min(1.0, max(0.0, light * self.factor + self.offset))
        saturation = min(1.0, saturation * self.saturation)
        red, green, blue = colorsys.hls_to_rgb((hue + self.turn / 360) % 1, light, saturation)
        return round(red * 255), round(green * 255), round(blue * 255)

    def xml(self) -> str:
        said = (("lumMod", self.factor, 1), ("lumOff", self.offset, 0))
        changes = (*said, ("satMod", self.saturation, 1))
        scaled = "".join(
            f'<a:{name} val="{thousandths(share)}"/>'
            for name, share, unchanged in changes
            if share != unchanged
        )
        return scaled + (f'<a:hueOff val="{round(self.turn * 60_000)}"/>' if self.turn else "")


def hls(rgb: Rgb) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))


def shade(base: Rgb, wanted: Rgb) -> Shade | None:
    """What makes `base` look like `wanted`, in the fewest changes; None where nothing does."""
    (hue, have, full), (other, want, less) = hls(base), hls(wanted)
    if want <= have:
        factor, offset = round(want / have if have else 1.0, 3), 0.0
    else:
        factor = round((1 - want) / (1 - have), 3)
        offset = 1 - factor
    purity = round(less / full, 3) if full else 1.0
    turn = round(((other - hue) * 360 + 180) % 360 - 180, 1)
    tried = [Shade(factor, offset)]
    if purity <= PUREST:
        tried.append(Shade(factor, offset, purity))
    if purity <= PUREST and abs(turn) <= FARTHEST:
        tried.append(Shade(factor, offset, purity, turn))
    fitting = (one for one in tried if apart(one.of(base), wanted) <= UNSEEN)
    return next(fitting, None) if factor >= FAINTEST else None


def apart(one: Rgb, other: Rgb) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


class Colours:
    """A palette as colour elements. Asking for a token it does not know is a KeyError."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self._palette = dict(palette)
        self._known: dict[str, tuple[str, str]] = {}

    def rgb(self, token: str) -> Rgb:
        if token.startswith("#"):
            return parse(token)
        while token not in self._palette and token in INSTEAD:
            token = INSTEAD[token]
        return parse(self._palette[token])

    def hex(self, token: str) -> str:
        return "{:02X}{:02X}{:02X}".format(*self.rgb(token))

    def colour(self, token: str, alpha: float = 1.0) -> str:
        """The colour element of a token or "#RRGGBB"; `alpha` 0 is clear, 1 solid."""
        if token not in self._known:
            self._known[token] = self._find(token)
        opening, inside = self._known[token]
        if alpha < 1:
            inside += f'<a:alpha val="{thousandths(max(0.0, alpha))}"/>'
        if not inside:
            return f"<a:{opening}/>"
        return f"<a:{opening}>{inside}</a:{opening.split()[0]}>"

    def solid(self, token: str, alpha: float = 1.0) -> str:
        return f"<a:solidFill>{self.colour(token, alpha)}</a:solidFill>"

    def _find(self, token: str) -> tuple[str, str]:
        """The colour's element and the changes inside it."""
        if token in PLACES:
            return f'schemeClr val="{PLACES[token]}"', ""
        literal = f'srgbClr val="{self.hex(token)}"', ""
        if token.startswith("#") or (token in ON_STAGE and not self._follow("stage", "accent1")):
            return literal
        shades = (self._follow(token, base) for base in KIN.get(token, ()))
        return next((found for found in shades if found), literal)

    def _follow(self, token: str, base: str) -> tuple[str, str] | None:
        """`token` as a shade of `base`, or None where that would be seen."""
        found = shade(self.rgb(base), self.rgb(token))
        return (f'schemeClr val="{PLACES[base]}"', found.xml()) if found else None


@lru_cache(32)
def colours_of(palette: tuple[tuple[str, str], ...]) -> Colours:
    """The colours of a palette's items, worked out once a theme."""
    return Colours(dict(palette))
