"""
A deck in all four formats, beside the two usual ways.

    python -m bench.deck [ROUNDS]

Peers: python-pptx, then LibreOffice to PDF, then pdftoppm to PNG (PPTX, PDF, PNG); and Chromium
driven by Playwright (PDF, PNG). They are given the very pages that ours laid out, so they save the
writing and the layout. PNG are 1920 x 1080. CPU of Chromium counts only processes that its parent
waited for, so it is a lower bound.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pydantic import TypeAdapter

from bench.ours import make
from bench.peers import chromium, python_pptx
from bench.side_by_side import Cost, interleaved, machine, medians, of_call, of_command, write_down
from bench.text import document
from quintet.domain.briefs import DeckBrief, ExportFormat
from quintet.domain.pages import Pages
from quintet.studio.press import compose, paginate, print_deck
from quintet.studio.render import RENDERERS

PYTHON = sys.executable
EVERY: tuple[ExportFormat, ...] = ("pptx", "pdf", "png", "html")


def prepare(cards: int, folder: Path) -> Pages:
    """The text, the pages as JSON and the page of HTML that the contenders begin from."""
    text = document(cards)
    deck = compose(DeckBrief(text=text, split="natural", theme="chalk")).deck
    pages = paginate(deck, {})
    (folder / f"{cards}.md").write_text(text)
    (folder / f"{cards}.json").write_bytes(TypeAdapter(Pages).dump_json(pages))
    print_deck(deck, {}, {}, "html", folder / f"{cards}.html")
    return pages


def office(folder: Path, cards: int) -> Cost:
    """python-pptx, LibreOffice, pdftoppm, one after another."""
    deck, out = folder / "office.pptx", str(folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return of_command(
        [PYTHON, "-m", "bench.peers.python_pptx", str(folder / f"{cards}.json"), str(deck)],
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, str(deck)],
        ["pdftoppm", "-r", "144", "-png", str(folder / "office.pdf"), f"{out}/office"],
    )


def cold(folder: Path, rounds: int, count: int) -> dict[str, list[Cost]]:
    return interleaved(
        {
            "ours, 4 formats": lambda: of_command(
                [PYTHON, "-m", "bench.ours", str(folder / "10.md"), str(folder)]
            ),
            "python-pptx + LibreOffice + pdftoppm": lambda: office(folder, 10),
            "Playwright + Chromium": lambda: of_command(
                [
                    PYTHON,
                    "-m",
                    "bench.peers.chromium",
                    str(folder / "10.html"),
                    str(count),
                    str(folder),
                ]
            ),
        },
        rounds,
    )


def warm(folder: Path, rounds: int, pages: Pages) -> dict[str, list[Cost]]:
    """In processes that have done it before; a browser that is already launched."""
    text = (folder / "10.md").read_text()
    with chromium.launched() as browser:
        count = len(pages.pages)
        html = folder / "10.html"
        contenders = {
            "ours, 4 formats": lambda: of_call(lambda: make(text, folder, EVERY)),
            "Playwright + Chromium": lambda: of_call(
                lambda: chromium.render(browser, html, count, folder)
            ),
        }
        interleaved(contenders, 1)
        return interleaved(contenders, rounds)


def writers(folder: Path, rounds: int, pages: Pages) -> dict[str, list[Cost]]:
    """Writers of PPTX alone, warm; a turn is ten decks, for the clock of CPU time is coarse."""
    target = folder / "warm.pptx"

    def ten(write: Callable[[], object]) -> Cost:
        cost = of_call(lambda: [write() for _ in range(10)])
        return Cost(cost.wall / 10, cost.cpu / 10)

    contenders = {
        "ours, PPTX alone": lambda: ten(lambda: target.write_bytes(RENDERERS["pptx"](pages, {}))),
        "python-pptx": lambda: ten(lambda: python_pptx.build(pages, target)),
    }
    interleaved(contenders, 1)
    return interleaved(contenders, rounds)


def growth(folder: Path, rounds: int) -> dict[str, list[Cost]]:
    """The same work for 10 and for 100 cards, warm."""
    texts = {cards: (folder / f"{cards}.md").read_text() for cards in (10, 100)}
    contenders = {
        f"ours, {cards} cards": lambda text=text: of_call(lambda: make(text, folder, EVERY))
        for cards, text in texts.items()
    }
    interleaved(contenders, 1)
    return interleaved(contenders, rounds)


def main() -> None:
    rounds = int((*sys.argv[1:], "5")[0])
    subprocess.run(["soffice", "--version"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = prepare(10, folder)
        prepare(100, folder)
        found = cold(folder, rounds, len(pages.pages))
        hot = warm(folder, rounds, pages) | writers(folder, rounds, pages)
        heated = {f"warm: {name}": costs for name, costs in hot.items()}
        grown = growth(folder, max(2, rounds // 2))
    costs = medians({**found, **heated, **grown})
    memory = costs["ours, 4 formats"].memory
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def ratio(ours: str, peer: str, part: str = "wall") -> float:
        return float(getattr(costs[ours], part) / getattr(costs[peer], part))

    rows = [
        ("cold / python-pptx + LibreOffice + pdftoppm, wall", 0.33,
         ratio("ours, 4 formats", "python-pptx + LibreOffice + pdftoppm")),
        ("cold / Playwright + Chromium, wall", 0.33,
         ratio("ours, 4 formats", "Playwright + Chromium")),
        ("warm / Playwright + Chromium, wall", 0.15,
         ratio("warm: ours, 4 formats", "warm: Playwright + Chromium")),
        ("PPTX alone / python-pptx, CPU", 0.15,
         ratio("warm: ours, PPTX alone", "warm: python-pptx", "cpu")),
        ("100 cards / 10 cards, CPU", 12.0, ratio("ours, 100 cards", "ours, 10 cards", "cpu")),
    ]  # fmt: skip
    lines = [
        "## A deck in four formats",
        "",
        f"`python -m bench.deck {rounds}`; {machine()}; {len(pages.pages)} cards. Medians of"
        " interleaved rounds. The peers are given pages that are laid out already, and make fewer"
        " formats: PPTX, PDF, PNG; and PDF, PNG.",
        "",
        "| | wall, s | CPU, s |",
        "| --- | --- | --- |",
        *(f"| {name} | {cost.wall:.3f} | {cost.cpu:.3f} |" for name, cost in costs.items()),
        "",
        "| ratio | measured | target |",
        "| --- | --- | --- |",
        *(f"| {name} | {value:.2f} | {target} |" for name, target, value in rows),
        f"| memory of a process that makes 10 cards, MB | {memory:.0f} | 250 |",
        "",
        f"(The process of the benchmark itself, with its peers, reached {own:.0f} MB.)",
    ]
    write_down("deck", {**found, **heated, **grown}, lines)


if __name__ == "__main__":
    main()
