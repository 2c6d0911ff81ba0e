"""Fonts that travel inside the file: only the letters used, and one line for all of them."""

from __future__ import annotations

import struct
import zlib

import pytest
import uharfbuzz as hb

from quintet.studio.render.html.fonts import ASCENT, DESCENT, Fonts, woff
from quintet.studio.type.faces import file_of


def unpacked(data: bytes) -> dict[bytes, bytes]:
    """The tables of a WOFF file."""
    count = struct.unpack_from(">H", data, 12)[0]
    tables = {}
    for n in range(count):
        tag, start, short, full, _ = struct.unpack_from(">4sLLLL", data, 44 + 20 * n)
        packed = data[start : start + short]
        tables[tag] = zlib.decompress(packed) if short < full else packed
        assert len(tables[tag]) == full
    return tables


def rebuilt(tables: dict[bytes, bytes]) -> hb.Face:
    builder = hb.Face.create_for_tables(lambda face, tag, data: tables.get(tag.encode()), None)
    builder.upem = struct.unpack_from(">H", tables[b"head"], 18)[0]
    return builder


def test_only_the_letters_used_are_carried() -> None:
    data = woff(file_of("Inter"), "Qx")

    assert data[:4] == b"wOFF"
    assert struct.unpack_from(">L", data, 8)[0] == len(data) < 8_000
    assert set(rebuilt(unpacked(data)).unicodes) == {ord("Q"), ord("x")}


@pytest.mark.parametrize("family", ["Inter", "DM Serif Display", "Noto Sans SC"])
def test_every_font_claims_the_same_line(family: str) -> None:
    tables = unpacked(woff(file_of(family), "A"))

    upem = struct.unpack_from(">H", tables[b"head"], 18)[0]
    line = round(ASCENT * upem), -round(DESCENT * upem), 0
    assert struct.unpack_from(">hhh", tables[b"hhea"], 4) == line
    assert struct.unpack_from(">hhh", tables[b"OS/2"], 68) == line


def test_a_letter_its_family_lacks_is_carried_in_one_that_has_it() -> None:
    fonts = Fonts()

    fonts.use("Пора", "Fredoka", bold=False, language="ru")

    css = fonts.css()
    assert ":root{--net:'Inter',sans-serif}" in css
    assert "@font-face{font-family:'Inter'" in css
    assert "@font-face{font-family:'Fredoka'" not in css
