"""Pictures as a renderer needs them: what kind of file it is, and which part is seen."""

from __future__ import annotations

from pathlib import Path

from quintet.domain.pages import Picture, Rect, Stroke

SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"GIF8", 0, "image/gif"),
    (b"WEBP", 8, "image/webp"),
    (b"<svg", 0, "image/svg+xml"),
    (b"<?xml", 0, "image/svg+xml"),
)


def media_of(file: Path) -> str | None:
    """The file's media type, told by its first bytes; None if no renderer can show it."""
    with file.open("rb") as opened:
        head = opened.read(16)
    known = (media for mark, at, media in SIGNATURES if head[at : at + len(mark)] == mark)
    return next(known, None)


def frame(box: Picture) -> tuple[float, float, float, float]:
    """
    Where the whole picture lies, x, y, w, h from the box's corner, so that what `crop` leaves
    of it fills the box.
    """
    left, top, right, bottom = box.crop
    w, h = box.w / (1 - left - right), box.h / (1 - top - bottom)
    return -left * w, -top * h, w, h


def missing(box: Picture) -> Rect:
    """What stands in for a picture that cannot be shown: a quiet area of the same size."""
    return Rect(
        box.x, box.y, box.w, box.h, "surface", Stroke("line", 0.75), box.radius, alt=box.alt
    )
