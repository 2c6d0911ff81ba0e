"""Colours as "#RRGGBB": mixing them, and how well one reads on another (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(ground: str, colour: str, part: float) -> str:
    """`part` (0 to 1) of a colour over a ground."""
    mixed = (
        round(a * (1 - part) + b * part)
        for a, b in zip(channels(ground), channels(colour), strict=True)
    )
    return "#" + "".join(f"{value:02X}" for value in mixed)


@lru_cache(1_024)
def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    )
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(ground: str, inks: Iterable[str]) -> str:
    """That of the inks which reads best on the ground."""
    return max(inks, key=lambda ink: contrast(ink, ground))
