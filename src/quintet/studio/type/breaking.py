"""Where a line may break: UAX #14 as ICU has it, dictionaries for Thai and its kin included."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from icu4py.breakers import CharacterBreaker, LineBreaker, SentenceBreaker

CLINGING = "%‰°€$£¥₽₹₩"
"""Signs that stay with the figure before them, though a space stands between."""


ENDLESS, PART = 160, 8
"""A segment of more characters is no word: it may break after every so many letters."""


def segments(text: str, language: str = "en") -> Iterator[str]:
    """
    The text in stretches that stay on one line, each with the spaces that end it. Joined they are
    the text. A range such as 50–60 or 24/7 stays whole, and so does "16 %", which UAX #14 would
    leave to chance.
    """
    held = ""
    for segment in LineBreaker(text, language):
        if held and _clings(held, segment):
            held += segment
        else:
            yield from _bounded(held)
            held = segment
    yield from _bounded(held)


def _bounded(segment: str) -> Iterator[str]:
    """The segment; one far longer than any word in parts, so that no column meets all of it."""
    if len(segment) <= ENDLESS:
        if segment:
            yield segment
        return
    letters = graphemes(segment)
    for i in range(0, len(letters), PART):
        yield "".join(letters[i : i + PART])


def _clings(before: str, after: str) -> bool:
    if after[0].isdigit():
        return len(before) > 1 and before[-1] in "-–/" and before[-2].isdigit()
    return after[0] in CLINGING and before[-1] == " " and before[-2:-1].isdigit()


@lru_cache(2_000)
def graphemes(word: str) -> tuple[str, ...]:
    """The word letter by letter, as a reader counts letters."""
    return tuple(word) if word.isascii() else tuple(CharacterBreaker(word, "en"))


def sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """The text sentence by sentence; joined they are the text."""
    return tuple(SentenceBreaker(text, language))
