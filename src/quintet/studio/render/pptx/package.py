"""
The file itself: a zip of parts, written so that the same parts give the same bytes.

`zipfile` would compress the unchanging parts (theme, master, layouts) anew for every deck. Here
a part carries its compressed bytes, so that they can be kept.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quintet.studio.render.pptx.markup import HEAD, OFFICE, attribute

LEVEL = 1
"""Some 5% of all the work faster than level 4, and the file is 6% larger."""
NEW_YEAR_1980 = (1 << 5) | 1
"""The earliest date a zip can tell; any other would make the bytes depend on the day."""
OUTSIDE = ' TargetMode="External"'
STORED, DEFLATED = 0, 8
UTF8_NAMES = 0x800

DEFAULTS = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""Content types known by a name's ending alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the package: `kind` is its content type, "" where its ending says it."""

    name: str
    kind: str
    method: int
    crc: int
    size: int
    packed: bytes


def part(name: str, content: str | bytes, kind: str = "", *, packed: bool = False) -> Part:
    """Make a part; `packed` says the content is compressed already and is only stored."""
    raw = content.encode() if isinstance(content, str) else content
    if packed:
        return Part(name, kind, STORED, zlib.crc32(raw), len(raw), raw)
    return Part(name, kind, DEFLATED, zlib.crc32(raw), len(raw), deflated(raw))


def deflated(raw: bytes) -> bytes:
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return deflater.compress(raw) + deflater.flush()


@lru_cache(256)
def relations_part(name: str, content: str) -> Part:
    """Slides of one layout point at the same, deck after deck: what they say is packed once."""
    return part(name, content)


def content_types(parts: Iterable[Part]) -> Part:
    """The part that names every other's type."""
    listed = sorted(parts, key=lambda part: part.name)
    endings = sorted({part.name.rpartition(".")[2] for part in listed})
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{DEFAULTS[ending]}"/>' for ending in endings
    )
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.kind}"/>'
        for part in listed
        if part.kind
    )
    return part(
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">{defaults}{overrides}</Types>',
    )


def package(parts: Iterable[Part]) -> bytes:
    """The parts and their content types as one zip, in the order of their names."""
    listed = list(parts)
    listed.append(content_types(listed))
    listed.sort(key=lambda part: part.name)
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in listed:
        name = member.name.encode()
        facts = struct.pack(
            "<HHHHHIIIHH",
            20,
            UTF8_NAMES,
            member.method,
            0,
            NEW_YEAR_1980,
            member.crc,
            len(member.packed),
            member.size,
            len(name),
            0,
        )
        directory.append(b"PK\1\2\x14\0" + facts + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name)
        local = b"PK\3\4" + facts + name
        body += (local, member.packed)
        offset += len(local) + len(member.packed)
    listing = b"".join(directory)
    end = struct.pack(
        "<4sHHHHIIH", b"PK\5\6", 0, 0, len(listed), len(listed), len(listing), offset, 0
    )
    return b"".join((*body, listing, end))


class Relations:
    """What one part points at: each target once, under an id of its own."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The id of a relation to `target`; `kind` is the last word of its type."""
        key = (kind, target, outside)
        return self._ids.setdefault(key, f"rId{len(self._ids) + 1}")

    def xml(self) -> str:
        entries = "".join(
            f'<Relationship Id="{name}" Type="{type_of(kind)}" Target="{attribute(target)}"'
            f"{OUTSIDE if outside else ''}/>"
            for (kind, target, outside), name in self._ids.items()
        )
        space = f"{OFFICE}/package/2006/relationships"
        return f'{HEAD}<Relationships xmlns="{space}">{entries}</Relationships>'

    def part(self, owner: str) -> Part:
        """The relations as the part beside their owner; the package itself is named ""."""
        folder, slash, name = owner.rpartition("/")
        return relations_part(f"{folder}{slash}_rels/{name}.rels", self.xml())


def type_of(kind: str) -> str:
    if kind == "core-properties":
        return f"{OFFICE}/package/2006/relationships/metadata/core-properties"
    return f"{OFFICE}/officeDocument/2006/relationships/{kind}"
