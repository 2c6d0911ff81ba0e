"""
Make `docs/pictures/quarterly-report.png`, the README's picture: nine cards of the example report.

Run by hand when the looks change; its output is committed.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image

from quintet.domain.briefs import DeckBrief
from quintet.recipes.pictures import local_pictures
from quintet.studio.press import compose, paginate
from quintet.studio.render.typst.png import render_images

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs/pictures/quarterly-report.png"
SHOWN = (1, 3, 4, 5, 7, 8, 9, 10, 12)
"""Numbers of the cards that are shown."""
ACROSS, WIDTH, GAP = 3, 620, 12


def main() -> None:
    report = ROOT / "examples/quarterly-report.md"
    brief = DeckBrief(text=report.read_text("utf-8"), split="natural", theme="paper")
    with tempfile.TemporaryDirectory() as folder:
        found = local_pictures(compose(brief).deck, report.parent, Path(folder))
        images = render_images(paginate(found.deck, found.sizes), found.paths, 2 * WIDTH)
    cards = [Image.open(io.BytesIO(images[number - 1])).convert("RGB") for number in SHOWN]
    height = round(WIDTH * cards[0].height / cards[0].width)
    rows = -(-len(cards) // ACROSS)
    size = (ACROSS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, (214, 212, 208))
    for number, card in enumerate(cards):
        row, column = divmod(number, ACROSS)
        small = card.resize((WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(256, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(TARGET.name, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
