"""List markers as PowerPoint's own, so that a new entry gets its bullet or number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quintet.domain.pages import Marker, Paragraph
from quintet.studio.render.pptx.colours import Colours
from quintet.studio.render.pptx.markup import attribute

SIGNS = {"dot": "•", "square": "▪", "dash": "–"}

NUMBERED = re.compile(r"(?P<open>\(?)(?P<value>\d{1,4}|[a-z]|[A-Z])(?P<close>[.)])")
SCHEMES = {
    ("", "1", "."): "arabicPeriod",
    ("", "1", ")"): "arabicParenR",
    ("(", "1", ")"): "arabicParenBoth",
    ("", "a", "."): "alphaLcPeriod",
    ("", "a", ")"): "alphaLcParenR",
    ("(", "a", ")"): "alphaLcParenBoth",
    ("", "A", "."): "alphaUcPeriod",
    ("", "A", ")"): "alphaUcParenR",
    ("(", "A", ")"): "alphaUcParenBoth",
}
"""Opening, kind of value and closing to the name of the numbering."""

BUSIZE = '<a:buSzPct val="110000"/>'
"""Arial's bullet is a little smaller than the dots of the other formats."""
NO_BULLET = "<a:buNone/>"


@dataclass(frozen=True, slots=True)
class Number:
    """What a marker such as "3." counts: its numbering and its value."""

    scheme: str
    value: int


def number(text: str) -> Number | None:
    """Read a marker's text as a number; None for a numbering PowerPoint does not have."""
    match = NUMBERED.fullmatch(text.strip())
    if match is None or not text.isascii():
        return None
    value = match["value"]
    kind = "1" if value.isdigit() else "a" if value.islower() else "A"
    scheme = SCHEMES.get((match["open"], kind, match["close"]))
    counted = int(value) if kind == "1" else ord(value) - ord(kind) + 1
    return Number(scheme, counted) if scheme and counted > 0 else None


def bullets(paragraphs: Iterable[Paragraph], colours: Colours) -> list[str]:
    """
    The bullet of each paragraph. Numbers that follow on share where their list starts, as
    PowerPoint counts them; any other begins a list of its own.
    """
    found: list[str] = []
    running: dict[int, tuple[str, int, int]] = {}
    for paragraph in paragraphs:
        for deeper in [level for level in running if level > paragraph.level]:
            del running[deeper]
        marker = paragraph.marker
        counted = number(marker.text) if marker and marker.shape == "text" else None
        if marker is None or counted is None:
            running.pop(paragraph.level, None)
            found.append(bullet(marker, colours))
            continue
        scheme, start, following = running.get(paragraph.level, ("", 0, 0))
        if (scheme, following) != (counted.scheme, counted.value):
            start = counted.value
        running[paragraph.level] = (counted.scheme, start, counted.value + 1)
        found.append(
            f"{buclr(marker, colours)}<a:buFontTx/>"
            f'<a:buAutoNum type="{counted.scheme}" startAt="{start}"/>'
        )
    return found


def written(marker: Marker | None) -> str:
    """The marker that has to stand in the text itself, before a tab: no bullet can say it."""
    if marker is None or marker.shape != "text" or number(marker.text):
        return ""
    return marker.text if len(marker.text) > 1 else ""


def bullet(marker: Marker | None, colours: Colours) -> str:
    sign = SIGNS.get(marker.shape, marker.text) if marker else ""
    if marker is None or len(sign) != 1:
        return NO_BULLET
    shape = f'<a:buFont typeface="Arial"/><a:buChar char="{attribute(sign)}"/>'
    return f"{buclr(marker, colours)}{BUSIZE}{shape}"


def buclr(marker: Marker, colours: Colours) -> str:
    return f"<a:buClr>{colours.colour(marker.colour)}</a:buClr>"
