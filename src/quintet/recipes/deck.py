"""A deck, from its text to its files: write, fetch the pictures, lay out and render each format."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from quintet import library
from quintet.database import Transaction
from quintet.domain.briefs import ENDINGS, DeckBrief, ExportFormat
from quintet.domain.deck import Deck
from quintet.domain.jobs import Artifact, Job
from quintet.jobs import Attempt, Product, Record
from quintet.recipes.pictures import Found, Illustrated, gather, name_of, sources_of, without
from quintet.recipes.tools import Tools
from quintet.storage import download_name, media_type
from quintet.studio.press import Printed, compose, fit_picture, print_deck
from quintet.studio.writer import Written

NO_PICTURES = (
    "No pictures were added beside those named in the text: "
    "this server has no maker or search of pictures yet."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture that storage keeps: by the name the deck calls it, with its size in pixels."""

    source: str
    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pictures that storage keeps, and a note about each that could not be had."""

    pictures: tuple[Kept, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """One format, rendered and kept."""

    artifact: Artifact
    cards: int
    notes: tuple[str, ...]


WRITTEN: TypeAdapter[Written] = TypeAdapter(Written)
GATHERED: TypeAdapter[Gathered] = TypeAdapter(Gathered)
FILED: TypeAdapter[Filed] = TypeAdapter(Filed)


async def make_deck(attempt: Attempt, tools: Tools) -> Product:
    """A deck of the account's own."""
    return await file_deck(attempt, tools, DeckBrief.model_validate_json(attempt.job.brief))


async def file_deck(attempt: Attempt, tools: Tools, brief: DeckBrief) -> Product:
    """Write the deck, have its pictures, and file it in every format asked for."""
    total = 2 + len(brief.exports)

    await attempt.tell(0, total, "write")
    written = await attempt.step("write", WRITTEN, lambda: tools.workshop.run(compose, brief))
    await attempt.tell(1, total, "pictures")
    gathered = await attempt.step("pictures", GATHERED, lambda: gather_all(attempt, tools, written))
    illustrated = illustrate(written.deck, gathered, tools)
    filed = []
    for number, name in enumerate(brief.exports):
        await attempt.tell(2 + number, total, name)
        filed.append(await file_format(attempt, tools, illustrated, name))

    cards = max((each.cards for each in filed), default=len(written.deck.cards))
    notes = [*written.notes, *_unmade(brief), *gathered.notes]
    notes += [note for each in filed for note in each.notes]
    return Product(
        artifacts=tuple(each.artifact for each in filed),
        spent=tools.prices.spent(attempt.job.dialect, brief, cards, 0),
        notes=tuple(dict.fromkeys(notes)),
        record=_recording(illustrated.deck, cards, brief.folders),
    )


def _recording(deck: Deck, cards: int, folders: Sequence[str]) -> Record:
    """What puts the deck into the library, once its job has ended well."""

    async def record(tx: Transaction, job: Job) -> None:
        await library.record(
            tx,
            job,
            title=deck.title,
            theme=deck.theme,
            format=deck.format,
            cards=cards,
            folders=folders,
        )

    return record


async def gather_all(attempt: Attempt, tools: Tools, written: Written) -> Gathered:
    """Fetch every picture the deck names, and keep it in a form that renderers take."""
    found, notes = await gather(
        sources_of(written.deck), lambda source: fetch(source, attempt, tools)
    )
    kept = [
        Kept(source, key_of(attempt.job, f"picture-{name_of(source)}"), each.width, each.height)
        for source, each in found.items()
    ]
    return Gathered(tuple(kept), notes)


async def fetch(source: str, attempt: Attempt, tools: Tools) -> Found:
    """One picture, made fit and kept. Raises a QuintetError where it cannot be had."""
    content = await tools.fetch_picture(source)
    with tempfile.TemporaryDirectory(dir=tools.scratch) as folder:
        raw, fit = Path(folder) / "raw", Path(folder) / "fit"
        await asyncio.to_thread(raw.write_bytes, content)
        facts = await tools.workshop.run(fit_picture, raw, fit, wall=30)
        key = key_of(attempt.job, f"picture-{name_of(source)}")
        await tools.store.put(key, fit, f"image/{facts.format.lower()}")
    return Found(tools.store.path(key), facts.width, facts.height)


def illustrate(deck: Deck, gathered: Gathered, tools: Tools) -> Illustrated:
    """The deck with the pictures it got, less those it did not get."""
    pictures = {
        each.source: Found(tools.store.path(each.key), each.width, each.height)
        for each in gathered.pictures
    }
    missing = set(sources_of(deck)) - set(pictures)
    return Illustrated(without(deck, missing), pictures, gathered.notes)


async def file_format(
    attempt: Attempt, tools: Tools, illustrated: Illustrated, name: ExportFormat
) -> Filed:
    """Render one format in the workshop and keep the file: a step of its own."""

    async def make() -> Filed:
        deck, ending = illustrated.deck, ENDINGS[name]
        with tempfile.TemporaryDirectory(dir=tools.scratch) as folder:
            target = Path(folder) / f"deck.{ending}"
            printed: Printed = await tools.workshop.run(
                print_deck, deck, illustrated.sizes, illustrated.paths, name, target
            )
            artifact = Artifact(
                name=name,
                key=key_of(attempt.job, f"deck-{name}.{ending}"),
                media_type=media_type(ending),
                file_name=download_name(deck.title, ending),
                size=target.stat().st_size,
            )
            await tools.store.put(artifact.key, target, artifact.media_type)
        return Filed(artifact, printed.cards, printed.notes)

    return await attempt.step(f"print-{name}", FILED, make)


def key_of(job: Job, name: str) -> str:
    return f"jobs/{job.id}/{name}"


def _unmade(brief: DeckBrief) -> tuple[str, ...]:
    wanted = brief.images.source
    return () if wanted in ("noImages", "placeholder", "themeAccent") else (NO_PICTURES,)
