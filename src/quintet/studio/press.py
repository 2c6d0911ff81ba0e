"""
The whole way from a deck to its files, for a child process or a command: pure but for the files.

Everything here is called by module path in the workshop's children, so arguments and results are
plain data and paths. What does the work is imported where it is needed: a server that only names
these functions holds no layout engine and no renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quintet.domain.briefs import DeckBrief, ExportFormat
from quintet.domain.deck import Deck
from quintet.domain.pages import Pages

if TYPE_CHECKING:
    from quintet.studio.pictures import PictureFacts
    from quintet.studio.writer import Written

PRELOAD = (
    "quintet.studio.layout",
    "quintet.studio.pictures",
    "quintet.studio.render",
    "quintet.studio.writer",
)
"""What a child should import before its first call."""

Sizes = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished file: where it lies, its cards and pages, and what was not done."""

    path: Path
    cards: int
    pages: int
    notes: tuple[str, ...]


def compose(brief: DeckBrief) -> Written:
    """Write the deck that a brief asks for, offline. Raises JobFailed where there is no text."""
    from quintet.studio.writer import write

    return write(brief)


def fit_picture(source: Path, target: Path) -> PictureFacts:
    """Make a picture from outside fit for every renderer. Raises BadPicture."""
    from quintet.studio.pictures import as_png_or_jpeg

    return as_png_or_jpeg(source, target)


def paginate(deck: Deck, sizes: Sizes) -> Pages:
    """Lay a deck out in its theme. `sizes` gives the pixels of each picture by its name."""
    from quintet.studio.layout import lay_out
    from quintet.studio.themes import THEMES

    return lay_out(deck, THEMES[deck.theme], sizes)


def print_deck(
    deck: Deck,
    sizes: Sizes,
    pictures: Mapping[str, Path],
    name: ExportFormat,
    target: Path,
) -> Printed:
    """Lay out and render one format into `target`."""
    return _render(deck, paginate(deck, sizes), pictures, name, target)


def print_all(
    deck: Deck,
    sizes: Sizes,
    pictures: Mapping[str, Path],
    targets: Mapping[ExportFormat, Path],
    done: Callable[[ExportFormat], object] = lambda name: None,
) -> list[Printed]:
    """
    Lay out once and render every format, PDF and PNG beside the rest: typst lets other threads
    work. `done` is told of each as it is finished.
    """
    pages = paginate(deck, sizes)

    def one(name: ExportFormat) -> Printed:
        printed = _render(deck, pages, pictures, name, targets[name])
        done(name)
        return printed

    with ThreadPoolExecutor(2) as threads:
        # The longest first, so that it does not end alone.
        begun = {name: threads.submit(one, name) for name in sorted(targets, key=_shortness)}
        return [begun[name].result() for name in targets]


def _shortness(name: ExportFormat) -> int:
    return ("png", "pdf", "html", "pptx").index(name)


def _render(
    deck: Deck, pages: Pages, pictures: Mapping[str, Path], name: ExportFormat, target: Path
) -> Printed:
    from quintet.studio.render import RENDERERS

    target.write_bytes(RENDERERS[name](pages, pictures))
    return Printed(target, len(deck.cards), len(pages.pages), pages.notes)
