"""Breaking a measured paragraph into lines: greedily, or balanced to equal lengths."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from quintet.domain.pages import Span
from quintet.studio.type.breaking import graphemes
from quintet.studio.type.faces import advance
from quintet.studio.type.measuring import Manner, Measured

HAIR = 1e-6

SHORT = 8
"""Paragraphs of fewer lines do not end in one lonely word."""

MOST_AT_COLON = 4
"""Texts of more lines break where they come out even, colon or not."""

LONELY = 0.25
"""A last line shorter than this part of its column stands alone."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One line: the stretch of the text it holds, without the space at its end, and its em."""

    start: int
    end: int
    width: float


def wrap(text: Measured, column: float, manner: Manner) -> list[Cut]:
    """
    Break greedily into lines of at most `column` em. A word wider than the column is split
    between letters, since nothing may stand outside its column.
    """
    column += HAIR
    if not text.starts:
        return []
    if text.total <= column:
        return [Cut(text.starts[0], text.ends[-1], text.total)]
    lines: list[Cut] = []
    start, end, width, gap = 0, 0, 0.0, 0.0
    for begin, stop, wide, space in zip(
        text.starts, text.ends, text.widths, text.spaces, strict=True
    ):
        if end > start and width + gap + wide <= column:
            width += gap + wide
        else:
            if end > start:
                lines.append(Cut(start, end, width))
            start, width = begin, wide
            if wide > column:
                *full, rest = _split_word(text, begin, stop, column, manner)
                lines.extend(full)
                start, width = rest.start, rest.width
        end, gap = stop, space
    if end > start:
        lines.append(Cut(start, end, width))
    return lines


def _split_word(text: Measured, begin: int, stop: int, column: float, manner: Manner) -> list[Cut]:
    cuts: list[Cut] = []
    at, width = begin, 0.0
    start = begin
    for letter in graphemes(text.text[begin:stop]):
        wide = _letter_width(text, at, letter, manner)
        if width + wide > column and at > start:
            cuts.append(Cut(start, at, width))
            start, width = at, 0.0
        width += wide
        at += len(letter)
    cuts.append(Cut(start, at, width))
    return cuts


def _letter_width(text: Measured, at: int, letter: str, manner: Manner) -> float:
    piece = text.pieces[bisect_right(text.pieces, at, key=lambda piece: piece.start) - 1]
    family = piece.span.family or manner.family
    return advance(letter, family, piece.span.bold) + manner.tracking * len(letter)


def balanced(text: Measured, column: float, manner: Manner) -> list[Cut]:
    """
    As few lines as greedy breaking needs, of lengths as equal as they can be; no compound is
    broken at its hyphen if that costs no line.
    """
    lines = wrap(text, column, manner)
    if len(lines) < 2 or text.longest > column:
        return lines
    if "-" in text.text:
        whole = compounds_whole(text)
        if whole.longest <= column and len(wrap(whole, column, manner)) == len(lines):
            text = whole
    return _at_colon(text, column, manner, len(lines)) or _evened(text, column, manner, lines)


def _evened(text: Measured, column: float, manner: Manner, lines: list[Cut]) -> list[Cut]:
    low, high = max(text.total / len(lines) * 0.9, text.longest), column
    for _ in range(9):
        middle = (low + high) / 2
        tried = wrap(text, middle, manner)
        if len(tried) <= len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _at_colon(text: Measured, column: float, manner: Manner, count: int) -> list[Cut]:
    """
    Lines that break behind a colon, each part balanced by itself, if that costs no line; none
    otherwise. "Harbour & Pine: / third quarter 2026" reads better than any even lines.
    """
    places = [i for i, end in enumerate(text.ends[:-1]) if text.text[end - 1 : end] == ":"]
    if len(places) != 1 or count > MOST_AT_COLON:
        return []
    lines: list[Cut] = []
    for part in (_words(text, 0, places[0] + 1), _words(text, places[0] + 1, len(text.ends))):
        greedy = wrap(part, column, manner)
        lines.extend(_evened(part, column, manner, greedy) if len(greedy) > 1 else greedy)
    narrow = min(line.width for line in lines) < LONELY * max(line.width for line in lines)
    return lines if len(lines) == count and not narrow else []


def _words(text: Measured, first: int, last: int) -> Measured:
    """Some words of a text, measured as it was."""
    widths, spaces = text.widths[first:last], text.spaces[first:last]
    return replace(
        text,
        starts=text.starts[first:last],
        ends=text.ends[first:last],
        widths=widths,
        spaces=spaces,
        total=sum(widths) + sum(spaces[:-1]),
        longest=max(widths),
    )


def compounds_whole(text: Measured) -> Measured:
    """The same text without breaks behind hyphens."""
    starts: list[int] = []
    ends: list[int] = []
    widths: list[float] = []
    spaces: list[float] = []
    held = False
    for start, end, wide, space in zip(
        text.starts, text.ends, text.widths, text.spaces, strict=True
    ):
        if held:
            ends[-1], spaces[-1] = end, space
            widths[-1] += wide
        else:
            starts.append(start)
            ends.append(end)
            widths.append(wide)
            spaces.append(space)
        held = space == 0 and text.text[end - 1 : end] == "-"
    return replace(
        text,
        starts=tuple(starts),
        ends=tuple(ends),
        widths=tuple(widths),
        spaces=tuple(spaces),
        longest=max(widths),
    )


def settled(text: Measured, column: float, manner: Manner) -> list[Cut]:
    """
    Break greedily, but where the last of a few lines would be one lonely word, set the lines a
    little shorter, so that it is no longer alone.
    """
    lines = wrap(text, column, manner)
    if not 1 < len(lines) < SHORT or lines[-1].width >= LONELY * column:
        return lines
    for step in range(1, 9):
        narrow = column * (1 - 0.05 * step)
        tried = wrap(text, narrow, manner) if text.longest <= narrow else []
        if len(tried) != len(lines):
            break
        if tried[-1].width >= 1.4 * LONELY * column:
            return tried
    return balanced(text, column, manner)


def spans_of(text: Measured, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a stretch of the text."""
    if len(text.pieces) == 1:
        whole = text.pieces[0].span
        return (
            whole if end - start == len(whole.text) else replace(whole, text=text.text[start:end]),
        )
    first = bisect_right(text.pieces, start, key=lambda piece: piece.start) - 1
    spans: list[Span] = []
    for piece in text.pieces[first:]:
        if piece.start >= end:
            break
        part = piece.span.text[max(0, start - piece.start) : end - piece.start]
        if part:
            spans.append(replace(piece.span, text=part))
    return tuple(spans)
