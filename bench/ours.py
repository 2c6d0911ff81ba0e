"""One deck in every format by our own way: `ours.py SOURCE OUT [FORMATS]`, a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from quintet.domain.briefs import DeckBrief, ExportFormat
from quintet.studio.press import compose, print_all


def make(text: str, out: Path, formats: tuple[ExportFormat, ...]) -> int:
    """Write, lay out and render; how many pages came out."""
    deck = compose(DeckBrief(text=text, split="natural", theme="chalk")).deck
    return print_all(deck, {}, {}, {name: out / f"deck.{name}" for name in formats})[0].pages


if __name__ == "__main__":
    source, target, *named = sys.argv[1:]
    wanted = tuple(each for each in get_args(ExportFormat) if not named or each in named)
    print(make(Path(source).read_text(), Path(target), wanted))
