"""Addresses that may stand behind words: only such that PowerPoint opens without a repair."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

LONGEST = 2000
KEPT = ":/?#[]@!$&'()*+,;=%~-._"
STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?")


def address(link: str) -> str | None:
    """The link with everything escaped that an address may not hold, or None for no link."""
    try:
        parts = urlsplit(link.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return escaped(f"mailto:{parts.path}") if "@" in parts.path else None
    if parts.scheme not in ("http", "https") or not host:
        return None
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        return None
    if not HOST.fullmatch(name):
        return None
    place = name if port is None else f"{name}:{port}"
    return escaped(parts._replace(netloc=place).geturl())


def escaped(text: str) -> str | None:
    found = quote(STRAY_PERCENT.sub("%25", text), safe=KEPT, errors="replace")
    return found if len(found) <= LONGEST else None
