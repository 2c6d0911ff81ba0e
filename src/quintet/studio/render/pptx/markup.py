"""Text and numbers as Office Open XML writes them."""

from __future__ import annotations

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org"
A = f'xmlns:a="{OFFICE}/drawingml/2006/main"'
R = f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
P = f'xmlns:p="{OFFICE}/presentationml/2006/main"'
C = f'xmlns:c="{OFFICE}/drawingml/2006/chart"'

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TO_ENTITY = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
TO_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "}
)


def emu(points: float) -> int:
    """Points as English Metric Units, in which every length of a drawing is counted."""
    return round(points * 12700)


def hundredths(points: float) -> int:
    """Points as hundredths of a point: text sizes and gaps."""
    return round(points * 100)


def thousandths(share: float) -> int:
    """A share (1 is all) as thousandths of a percent."""
    return round(share * 100_000)


def clean(text: str) -> str:
    """The text less what XML 1.0 cannot hold: control characters and lone surrogates."""
    return NOT_XML.sub("", text)


def escape(text: str) -> str:
    """Any text as the content of an element."""
    return clean(text).translate(TO_ENTITY)


def attribute(text: str) -> str:
    """Any text as the value of an attribute in double quotes; line breaks become spaces."""
    return clean(text).translate(TO_ATTRIBUTE)
