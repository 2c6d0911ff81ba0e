"""Work on rich text by character offsets: cut, trim, join, count, without losing emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from quintet.domain.deck import Rich, Run, plain

WORD = re.compile(r"\w+(?:['’.,:/@_-]\w+)*")
CHARACTER_SCRIPTS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: written without spaces between words."""


def words_in(text: str) -> int:
    """
    How many words a reader would count. Where words are not spaced, two and a half characters
    count as one.
    """
    unspaced = len(CHARACTER_SCRIPTS.findall(text))
    if not unspaced:
        return len(WORD.findall(text))
    return round(unspaced / 2.5) + len(WORD.findall(CHARACTER_SCRIPTS.sub(" ", text)))


def merged(runs: Iterable[Run]) -> Rich:
    """Runs of the same kind that touch become one; empty ones go."""
    grouped = groupby(
        (run for run in runs if run.text),
        key=lambda run: (run.bold, run.italic, run.code, run.link),
    )
    return tuple(Run("".join(run.text for run in same), *kind) for kind, same in grouped)


def cut(text: Rich, start: int, end: int | None = None) -> Rich:
    """The characters from `start` up to `end`, with their emphasis."""
    kept, at = [], 0
    stop = len(plain(text)) if end is None else end
    for run in text:
        first, last = max(start - at, 0), min(stop - at, len(run.text))
        if first < last:
            whole = last - first == len(run.text)
            kept.append(run if whole else replace(run, text=run.text[first:last]))
        at += len(run.text)
    return tuple(kept)


def trimmed(text: Rich) -> Rich:
    """Without white space at either end."""
    whole = plain(text)
    start = len(whole) - len(whole.lstrip())
    if start == 0 and len(whole.rstrip()) == len(whole):
        return text
    return cut(text, start, len(whole.rstrip()))


def joined(parts: Iterable[Rich], between: str = " ") -> Rich:
    runs: list[Run] = []
    for part in parts:
        if runs and part:
            runs.append(Run(between))
        runs.extend(part)
    return merged(runs)


def bold(text: Rich) -> Rich:
    return merged(replace(run, bold=True) for run in text)


def unbold(text: Rich) -> Rich:
    return merged(replace(run, bold=False) for run in text)


def is_bold(text: Rich) -> bool:
    """All of it is strong."""
    return bool(text) and all(run.bold or not run.text.strip() for run in text)


def is_italic(text: Rich) -> bool:
    return bool(text) and all(run.italic or not run.text.strip() for run in text)
