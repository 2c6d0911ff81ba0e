"""A paragraph measured once, in em: its words, the spaces between them, and their spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from quintet.domain.deck import Rich, Run
from quintet.domain.pages import Span
from quintet.studio.type.breaking import segments
from quintet.studio.type.faces import advance
from quintet.studio.type.families import choose, clean
from quintet.studio.type.scripts import is_broken_by_dictionary

LONG = 2_000
"""Paragraphs of more characters are kept in a small memory of their own."""


@dataclass(frozen=True, slots=True)
class Manner:
    """
    How a paragraph is to be set: its family (already one that suits the whole text), the family
    of code, whether all of it is bold, letter-spacing in em, and the language of its breaks.
    `verbatim` text keeps its spaces, as code must.
    """

    family: str
    mono: str
    bold: bool
    tracking: float
    language: str
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from `start` on, set in one look; `span.text` is its text."""

    start: int
    span: Span


@dataclass(frozen=True, slots=True)
class Measured:
    """
    Word i stands at `starts[i]` to `ends[i]` of `text` and is `widths[i]` em wide; the spaces
    after it are `spaces[i]` em wide. `total` is the width on one line, `longest` that of the
    widest word. `slack` is the part of a column's width that lines may use.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    widths: tuple[float, ...]
    spaces: tuple[float, ...]
    total: float
    longest: float
    slack: float
    missing: tuple[str, ...] = ()


def measure(text: Rich, manner: Manner) -> Measured:
    """Measure a paragraph. The same paragraph is measured once."""
    long = sum(len(run.text) for run in text) > LONG
    return _measure_long(text, manner) if long else _measure(text, manner)


def _measure_now(text: Rich, manner: Manner) -> Measured:
    pieces, missing = _pieces(text, manner)
    whole = "".join(piece.span.text for piece in pieces)
    starts: list[int] = []
    ends: list[int] = []
    widths: list[float] = []
    spaces: list[float] = []
    at = cursor = 0
    for segment in segments(whole, manner.language) if whole else ():
        word = segment.rstrip() or (segment if manner.verbatim else "")
        while cursor + 1 < len(pieces) and pieces[cursor + 1].start <= at:
            cursor += 1
        starts.append(at)
        ends.append(at + len(word))
        widths.append(_width(pieces, cursor, at, word, manner))
        tail = segment[len(word) :]
        spaces.append(_width(pieces, cursor, at + len(word), tail, manner) if tail else 0.0)
        at += len(segment)
    return Measured(
        text=whole,
        pieces=pieces,
        starts=tuple(starts),
        ends=tuple(ends),
        widths=tuple(widths),
        spaces=tuple(spaces),
        total=sum(widths) + sum(spaces[:-1]),
        longest=max(widths, default=0.0),
        slack=0.92 if is_broken_by_dictionary(whole) else 0.98,
        missing=missing,
    )


_measure = lru_cache(8_192)(_measure_now)
_measure_long = lru_cache(8)(_measure_now)


def _pieces(text: Rich, manner: Manner) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    spans: list[Span] = []
    missing: list[str] = []
    for run in text if manner.verbatim else squeezed(text):
        choice = choose(run.text, manner.mono if run.code else manner.family, manner.language)
        missing.extend(choice.missing)
        for part, family in choice.stretches:
            spans.append(_span(run, part, family, manner))
    starts = accumulate((len(span.text) for span in spans), initial=0)
    return tuple(map(Piece, starts, spans)), tuple(missing)


def _span(run: Run, part: str, family: str, manner: Manner) -> Span:
    return Span(
        text=part,
        bold=run.bold or manner.bold,
        italic=run.italic,
        family=None if family == manner.family else family,
        link=run.link,
    )


def squeezed(text: Rich) -> tuple[Run, ...]:
    """The runs with clean text, every stretch of white space one space, none at either end."""
    runs: list[Run] = []
    open_space = True
    for run in text:
        words = clean(run.text)
        if "  " in words or words[:1] == " ":
            lead = " " if words[:1] == " " and not open_space else ""
            tail = " " if words[-1:] == " " and words.strip(" ") else ""
            words = lead + " ".join(words.strip(" ").split()) + tail
        if words:
            open_space = words[-1] == " "
            runs.append(run if words == run.text else replace(run, text=words))
    if runs and runs[-1].text[-1:] == " ":
        last = runs.pop()
        if last.text.rstrip(" "):
            runs.append(replace(last, text=last.text.rstrip(" ")))
    return tuple(runs)


def _width(pieces: tuple[Piece, ...], cursor: int, start: int, word: str, manner: Manner) -> float:
    """The width of a word that begins in piece `cursor` and may run on into the next ones."""
    width = manner.tracking * len(word)
    while word:
        span = pieces[cursor].span
        end = pieces[cursor].start + len(span.text)
        here = word[: end - start] if end - start < len(word) else word
        if here:
            width += advance(here, span.family or manner.family, span.bold)
        word = word[len(here) :]
        start += len(here)
        cursor += 1
    return width
