"""`quintet make`: a deck from a text file, in this process and without a server."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from quintet.cli.saying import Wrong, size_of
from quintet.domain.briefs import ENDINGS, DeckBrief, ExportFormat, TextMode
from quintet.domain.deck import CardSize
from quintet.domain.errors import JobFailed

if TYPE_CHECKING:
    from quintet.studio.press import Printed

T = TypeVar("T", bound=str)
MOST_BYTES = 2_000_000
KINDS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed, unchecked."""

    file: Path
    formats: str
    out: Path
    theme: str
    size: str
    cards: int | None
    mode: str


def run_make(wanted: Wanted) -> None:
    brief = brief_of(wanted)
    # Heavy modules are imported once the easy mistakes are out of the way.
    from quintet.studio.themes import THEMES

    if brief.theme not in THEMES:
        raise Wrong(f"There is no theme {brief.theme!r}; there are {', '.join(sorted(THEMES))}.")
    began = time.perf_counter()
    printed, notes = _make(wanted, brief)
    _tell(printed, notes, time.perf_counter() - began)


def _make(wanted: Wanted, brief: DeckBrief) -> tuple[Sequence[Printed], Sequence[str]]:
    """What was printed, and what was not done."""
    from quintet.recipes.pictures import local_pictures
    from quintet.studio.press import compose, print_all

    stem = wanted.out / wanted.file.stem
    targets = {name: stem.with_name(f"{stem.name}.{ENDINGS[name]}") for name in brief.exports}
    wanted.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(TextColumn("{task.description:10}"), BarColumn(), TimeElapsedColumn()) as bars,
    ):
        writing = bars.add_task("write", total=1)
        try:
            written = compose(brief)
        except JobFailed as failed:
            raise Wrong(f"{wanted.file}: {failed}") from None
        bars.advance(writing)
        found = local_pictures(written.deck, wanted.file.parent, Path(folder))
        bar_of = {name: bars.add_task(name, total=1) for name in brief.exports}
        printed = print_all(
            found.deck, found.sizes, found.paths, targets, lambda name: bars.advance(bar_of[name])
        )
    return printed, [*written.notes, *found.notes, *(n for each in printed for n in each.notes)]


def _tell(printed: Sequence[Printed], notes: Sequence[str], seconds: float) -> None:
    console = Console()
    for each in printed:
        console.print(f"{each.path}  {size_of(each.path.stat().st_size)}", highlight=False)
    for note in dict.fromkeys(notes):
        console.print(f"note: {note}", style="yellow", highlight=False, markup=False)
    first = printed[0]
    made = f"{first.cards} cards on {first.pages} pages"
    console.print(f"{made} in {seconds:.1f} s", highlight=False)


def brief_of(wanted: Wanted) -> DeckBrief:
    """The brief that was typed. Raises Wrong with a sentence about the first mistake."""
    return DeckBrief(
        text=text_of(wanted.file),
        mode=one_of(wanted.mode, get_args(TextMode), "mode"),
        size=one_of(wanted.size, get_args(CardSize), "size"),
        cards=wanted.cards,
        split="auto" if wanted.cards else "natural",
        theme=wanted.theme,
        exports=tuple(
            one_of(each.strip(), get_args(ExportFormat), "format")
            for each in wanted.formats.split(",")
        ),
    )


def text_of(file: Path) -> str:
    """What stands in a file of text. Raises Wrong with a sentence about why it cannot be read."""
    if file.suffix.lower() not in KINDS:
        raise Wrong(f"{file} is neither .md nor .txt.")
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise Wrong(f"There is no file {file}.") from None
    except OSError as error:
        raise Wrong(f"{file} cannot be read: {error.strerror}.") from None
    if len(content) > MOST_BYTES:
        raise Wrong(f"{file} has {size_of(len(content))}; {size_of(MOST_BYTES)} can be read.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Wrong(f"{file} is not UTF-8 text.") from None
    if not text.strip():
        raise Wrong(f"{file} is empty.")
    return text


def one_of(given: str, choices: tuple[T, ...], name: str) -> T:
    for choice in choices:
        if choice == given:
            return choice
    raise Wrong(f"There is no {name} {given!r}; there are {', '.join(choices)}.")
