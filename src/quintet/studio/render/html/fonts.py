"""The letters a file needs, cut out of our fonts and packed as WOFF (W3C, WOFF 1.0)."""

from __future__ import annotations

import base64
import struct
import zlib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from quintet.studio.render.faces import stand_ins
from quintet.studio.type.faces import face, file_of, has_family

ASCENT, DESCENT = 1.0, 0.25
"""
What every embedded font claims for its line, in em. Browsers read these numbers from different
tables, and fonts differ; with one answer for all, a baseline stands where it was pinned.
"""
FEATURES = (b"tnum", b"lnum", b"case")
KEPT_OUT = frozenset("\u200c\u200d \u00a0\u202f")


class Fonts:
    """Remembers which letters are set in which cut of which family."""

    def __init__(self) -> None:
        self._letters: dict[tuple[str, bool], set[str]] = defaultdict(set)
        self._net: dict[str, None] = {}

    def use(self, text: str, family: str, *, bold: bool, language: str) -> None:
        known = face(family, bold).glyphs if has_family(family) else frozenset[str]()
        letters = set(text)
        self._letters[family, bold] |= letters & known
        for letter in letters - known - KEPT_OUT:
            for other in stand_ins(language):
                if letter in face(other, bold).glyphs:
                    self._letters[other, bold].add(letter)
                    self._net[other] = None
                    break

    def stack(self, family: str) -> str:
        """The value of `font-family`; what it falls back to is known when all is used."""
        return f"'{family}',var(--net)"

    def css(self) -> str:
        """A `@font-face` with its data for each cut, and the families that stand in."""
        net = ",".join([*(f"'{family}'" for family in self._net), "sans-serif"])
        cuts = [
            _font_face(family, bold, "".join(sorted(letters)))
            for (family, bold), letters in self._letters.items()
            if letters and has_family(family)
        ]
        return "\n".join([f":root{{--net:{net}}}", *cuts])


def _font_face(family: str, bold: bool, letters: str) -> str:
    data = base64.b64encode(woff(file_of(family, bold), letters)).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{700 if bold else 400};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


@lru_cache(64)
def woff(file: Path, letters: str) -> bytes:
    """The font cut down to `letters`, with our line, as WOFF."""
    return _packed(_tables(_subset(file, letters)))


def _subset(file: Path, letters: str) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    wanted.layout_feature_tag_set.update(int.from_bytes(tag, "big") for tag in FEATURES)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    made: bytes = hb.subset(_opened(file), wanted).blob.data
    return made


@lru_cache(32)
def _opened(file: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(file)))


def _tables(font: bytes) -> dict[bytes, bytes]:
    """The font's tables by tag, with our ascent and descent in the three places they stand."""
    count = struct.unpack_from(">H", font, 4)[0]
    records = [struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(count)]
    tables = {tag: bytearray(font[start : start + size]) for tag, _, start, size in records}
    upem = struct.unpack_from(">H", tables[b"head"], 18)[0]
    ascent, descent = round(ASCENT * upem), round(DESCENT * upem)
    struct.pack_into(">hhh", tables[b"hhea"], 4, ascent, -descent, 0)
    if b"OS/2" in tables:
        struct.pack_into(">hhhHH", tables[b"OS/2"], 68, ascent, -descent, 0, ascent, descent)
    return {tag: bytes(table) for tag, table in sorted(tables.items())}


def _packed(tables: dict[bytes, bytes]) -> bytes:
    """A WOFF file: header, directory, and the tables, deflated where that is shorter."""
    directory, body = b"", b""
    start = 44 + 20 * len(tables)
    full = 12 + 16 * len(tables)
    for tag, table in tables.items():
        short = min((zlib.compress(table, 9), table), key=len)
        entry = (tag, start + len(body), len(short), len(table), _checksum(table))
        directory += struct.pack(">4sLLLL", *entry)
        body += _padded(short)
        full += len(_padded(table))
    length = start + len(body)
    flavour = 0x4F54544F if b"CFF " in tables else 0x00010000
    header = struct.pack(
        ">4sLLHHLHHLLLLL", b"wOFF", flavour, length, len(tables), 0, full, 1, 0, 0, 0, 0, 0, 0
    )
    return header + directory + body


def _padded(table: bytes) -> bytes:
    return table + b"\0" * (-len(table) % 4)


def _checksum(table: bytes) -> int:
    whole = _padded(table)
    words: tuple[int, ...] = struct.unpack(f">{len(whole) // 4}L", whole)
    return sum(words) & 0xFFFFFFFF
