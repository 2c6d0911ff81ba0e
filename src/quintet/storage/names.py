"""What files are called, and what kind they are, as browsers are told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import quote

MEDIA_TYPES: Mapping[str, str] = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
}
UNKNOWN = "application/octet-stream"
LONGEST = 80
"""Characters of a name before its extension."""

# What NFKD does not take apart.
PLAIN = str.maketrans(
    dict(
        zip(
            "ßæÆœŒøØłŁđĐðþı",
            ["ss", "ae", "Ae", "oe", "Oe", "o", "O", "l", "L", "d", "D", "d", "th", "i"],
            strict=True,
        )
    )
)


def media_type(extension: str) -> str:
    """The media type of files with this extension, given without its dot."""
    return MEDIA_TYPES.get(extension.lower(), UNKNOWN)


def file_name(title: str, extension: str) -> str:
    """
    A title as the end of an address: `Quarterly-Report.pdf`. ASCII letters, digits and hyphens;
    a title in another script is called `Untitled`.
    """
    words = re.findall(r"[A-Za-z0-9]+", _folded(title))
    return f"{_shortened('-'.join(words), '-') or 'Untitled'}.{extension}"


def address_name(name: str) -> str:
    """What the address of a file ends in that is called so: letters which need no escape."""
    title, _, extension = name.rpartition(".")
    return file_name(title, extension)


def download_name(title: str, extension: str) -> str:
    """A title as the name of a file on any system, in its own script."""
    letters = unicodedata.normalize("NFC", title)
    # Control and format characters (bidi overrides among them), and what Windows forbids.
    kept = "".join(
        " " if letter in '\\/:*?"<>|' or unicodedata.category(letter)[0] == "C" else letter
        for letter in letters
    )
    words = " ".join(kept.split()).strip(". ")
    return f"{_shortened(words, ' .') or 'Untitled'}.{extension}"


def content_disposition(name: str, *, inline: bool = False) -> str:
    """
    The header that says what a download is called (RFC 6266): in ASCII for the oldest clients,
    and whole, percent-encoded by RFC 5987, when that is not all of it.
    """
    stem, dot, extension = _folded(name).rpartition(".")
    plain = re.sub(r"[^ !#$&-\[\]-~]", "", stem).strip() or "Untitled"
    told = f'{"inline" if inline else "attachment"}; filename="{plain}{dot}{extension}"'
    whole = name == f"{plain}{dot}{extension}"
    return told if whole else f"{told}; filename*=UTF-8''{quote(name, safe='')}"


def _folded(text: str) -> str:
    """The letters of a text that ASCII has, without their accents."""
    letters = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return letters.encode("ascii", "ignore").decode()


def _shortened(name: str, ends: str) -> str:
    """At most so many characters, and so few bytes that every file system takes them."""
    cut = name[:LONGEST].encode()[:200].decode(errors="ignore")
    return cut.rstrip(ends)
