"""Lettering: words prepared for a role, then set at any size and width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quintet.domain.deck import Rich, Run, plain, rich
from quintet.domain.pages import Line, Marker, Paragraph
from quintet.studio.layout.roles import LOOSE_PITCH, LOOSE_PITCH_OF_HEADS, Style
from quintet.studio.type.faces import face
from quintet.studio.type.families import choose, clean
from quintet.studio.type.lines import Cut, balanced, settled, spans_of, wrap
from quintet.studio.type.measuring import Manner, Measured, measure
from quintet.studio.type.scripts import is_plain_alphabet

Words = str | Rich | Sequence[Rich] | Sequence[str]
"""One text (plain or rich), or several paragraphs of it."""

CAP_HEIGHT = 0.71
"""Height of capitals, in em, by which headings are placed on the grid."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Markers, indents (em) and levels of paragraphs: each empty, or one for every paragraph."""

    markers: tuple[Marker | None, ...] = ()
    indents: tuple[float, ...] = ()
    levels: tuple[int, ...] = ()


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Prepared:
    """Paragraphs measured in em; `pitch` and `tracking` as the script of the text asks for."""

    paragraphs: tuple[Measured, ...]
    manner: Manner
    style: Style
    pitch: float

    @property
    def longest(self) -> float:
        """The widest word, in em."""
        return max((text.longest for text in self.paragraphs), default=0.0)

    @property
    def slack(self) -> float:
        """The part of a column's width that lines may use."""
        return min((text.slack for text in self.paragraphs), default=1.0)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(glyph for text in self.paragraphs for glyph in text.missing)

    @property
    def baseline(self) -> float:
        """
        From the top of a line's box down to its baseline, in em. PowerPoint's own rule: above
        1.2 the ascent's share of the pitch, below it only the top shrinks.
        """
        share = face(self.manner.family, False).share
        return share * self.pitch if self.pitch >= 1.2 else self.pitch - 1.2 * (1 - share)

    def cuts(self, paragraph: int, w: float, size: float) -> list[Cut]:
        """The lines of one paragraph in a column of `w` points."""
        text = self.paragraphs[paragraph]
        column = max(w * text.slack / size, 1.0)
        if self.style.balanced:
            return balanced(text, column, self.manner)
        if self.manner.verbatim:
            return wrap(text, column, self.manner)
        return settled(text, column, self.manner)

    def height(self, w: float, size: float, gap: float, indents: Sequence[float] = ()) -> float:
        """
        How high all paragraphs come out; `gap` between them and `indents` (one per paragraph, or
        none) in em.
        """
        count = sum(
            len(self.cuts(i, w - (indents[i] * size if indents else 0.0), size))
            for i in range(len(self.paragraphs))
        )
        return (count * self.pitch + gap * max(0, len(self.paragraphs) - 1)) * size

    def set(self, w: float, size: float, gap: float, marks: Marks) -> tuple[Paragraph, ...]:
        """The paragraphs with their lines."""
        top, paragraphs = 0.0, []
        for i, text in enumerate(self.paragraphs):
            before = gap * size if i else 0.0
            indent = marks.indents[i] * size if marks.indents else 0.0
            top += before
            lines = []
            for cut in self.cuts(i, w - indent, size):
                spans = spans_of(text, cut.start, cut.end)
                lines.append(Line(top + self.baseline * size, cut.width * size, spans))
                top += self.pitch * size
            paragraphs.append(
                Paragraph(
                    spans=tuple(piece.span for piece in text.pieces),
                    lines=tuple(lines),
                    indent=indent,
                    before=before,
                    level=marks.levels[i] if marks.levels else 0,
                    marker=marks.markers[i] if marks.markers else None,
                )
            )
        return tuple(paragraphs)


def paragraphs_of(words: Words) -> tuple[Rich, ...]:
    """Words in any form as paragraphs of rich text; empty ones are left out."""
    if isinstance(words, str):
        found: tuple[Rich, ...] = (rich(words),)
    elif all(isinstance(part, Run) for part in words):
        found = (tuple(words),)  # type: ignore[arg-type]
    else:
        found = tuple(rich(part) if isinstance(part, str) else part for part in words)  # type: ignore[misc]
    return tuple(text for text in found if any(run.text for run in text))


def prepare(words: Words, style: Style, language: str) -> Prepared:
    """Choose the family for the whole text and measure its paragraphs."""
    return _prepare(paragraphs_of(words), style, language)


@lru_cache(4_096)
def _prepare(paragraphs: tuple[Rich, ...], style: Style, language: str) -> Prepared:
    text = clean(" ".join(plain(part) for part in paragraphs))
    alphabetic = is_plain_alphabet(text)
    if style.role == "eyebrow" and alphabetic:
        paragraphs = tuple(capitals(part, language) for part in paragraphs)
        text = text + clean(" ".join(plain(part) for part in paragraphs))
    loose = LOOSE_PITCH if style.role in ("body", "small", "lead", "h3") else LOOSE_PITCH_OF_HEADS
    manner = Manner(
        family=choose(text, style.family, language).family,
        mono=style.mono,
        bold=style.bold,
        tracking=style.tracking if alphabetic else 0.0,
        language=language,
        verbatim=style.role == "code",
    )
    measured = (measure(part, manner) for part in paragraphs)
    return Prepared(
        paragraphs=tuple(text for text in measured if text.text),
        manner=manner,
        style=style,
        pitch=style.pitch + (0.0 if alphabetic else loose),
    )


def capitals(text: Rich, language: str) -> Rich:
    """In capitals; Turkish and Azerbaijani i keep their dot."""
    dotted = language.lower()[:2] in ("tr", "az")
    return tuple(
        replace(run, text=(run.text.replace("i", "İ") if dotted else run.text).upper())
        for run in text
    )
