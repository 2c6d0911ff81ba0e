"""Text as it came, made safe to read: one kind of newline, no characters that no file may hold."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.briefs import DeckBrief
from quintet.domain.errors import JobFailed
from quintet.domain.texts import readable


def clean(text: str) -> str:
    """The text with `\\n` newlines. Raises JobFailed("empty") when nothing readable is left."""
    cleaned = readable(text)
    if not cleaned.strip(" \n\t\xa0\u200b\u200c\u200d\u200e\u200f\u2060\u3000"):
        raise nothing_to_read()
    return cleaned


def cleaned(brief: DeckBrief) -> DeckBrief:
    """The brief with every word a reader will see made safe, but for its text: `clean` has that."""
    slots = {
        place: replace(slot, value=readable(slot.value))
        for place, slot in brief.frame.slots.items()
    }
    return brief.model_copy(
        update={
            "title": readable(brief.title),
            "instructions": readable(brief.instructions),
            "frame": replace(brief.frame, slots=slots),
        }
    )


def nothing_to_read() -> JobFailed:
    return JobFailed("empty", "The text holds no words to make a deck of.")
