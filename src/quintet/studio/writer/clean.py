"""Text as it came, made safe to read: one kind of newline, no characters that no file may hold."""

from __future__ import annotations

from quintet.domain.errors import JobFailed
from quintet.domain.texts import readable


def clean(text: str) -> str:
    """The text with `\\n` newlines. Raises JobFailed("empty") when nothing readable is left."""
    cleaned = readable(text)
    if not cleaned.strip(" \n\t\xa0\u200b\u200c\u200d\u200e\u200f\u2060\u3000"):
        raise nothing_to_read()
    return cleaned


def nothing_to_read() -> JobFailed:
    return JobFailed("empty", "The text holds no words to make a deck of.")
