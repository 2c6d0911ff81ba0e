"""
A contact sheet: the pages of a deck as small pictures on one.

    python tools/sheet.py OUT.png [--deck DECK.json | --text FILE.md] [--theme T] [--size S]
                          [--across N] [--width PX] [--pages 1,4-6]

Without a deck it shows the sample deck, which uses every layout.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from quintet.domain.deck import DECK, Deck
from quintet.domain.pages import Pages
from quintet.studio.layout import lay_out
from quintet.studio.render.typst.png import render_images
from quintet.studio.themes import THEMES

PICTURES = {"forest": (1200, 1600), "ridge": (2400, 1350), "street": (1600, 1000)}
SAMPLE = Path(__file__).with_name("sample_deck.json")
GROUND = (225, 226, 230)
GAP = 12


def main() -> None:
    options = arguments()
    deck = chosen(options)
    with tempfile.TemporaryDirectory() as folder:
        pictures = draw_pictures(Path(folder))
        pages = lay_out(deck, THEMES[deck.theme], PICTURES)
        images = pictured(pages, pictures, options.width, numbers(options.pages))
    paste(images, options.across).save(options.out)
    for page in pages.pages:
        print(f"{page.number:3} {page.layout:14} {page.title[:60]}")
    for note in pages.notes:
        print("note:", note)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A contact sheet of a deck.")
    parser.add_argument("out")
    parser.add_argument("--deck")
    parser.add_argument("--text")
    parser.add_argument("--theme", default="")
    parser.add_argument("--size", default="")
    parser.add_argument("--format", default="")
    parser.add_argument("--language", default="")
    parser.add_argument("--across", type=int, default=4)
    parser.add_argument("--width", type=int, default=480)
    parser.add_argument("--pages", default="")
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> Deck:
    deck = DECK.validate_json(Path(options.deck or SAMPLE).read_bytes())
    if options.text:
        from quintet.domain.briefs import DeckBrief
        from quintet.studio.writer import write

        deck = write(DeckBrief(text=Path(options.text).read_text("utf-8"))).deck
    wanted = {
        name: getattr(options, name)
        for name in ("theme", "size", "format", "language")
        if getattr(options, name)
    }
    return replace(deck, **wanted)


def numbers(text: str) -> set[int]:
    """ "1,4-6" as a set of page numbers; "" means all."""
    found: set[int] = set()
    for part in filter(None, text.split(",")):
        low, _, high = part.partition("-")
        found.update(range(int(low), int(high or low) + 1))
    return found


def pictured(
    pages: Pages, pictures: dict[str, Path], width: int, only: set[int]
) -> list[Image.Image]:
    kept = tuple(page for page in pages.pages if not only or page.number in only)
    made = render_images(replace(pages, pages=kept), pictures, width)
    return [Image.open(io.BytesIO(data)).convert("RGB") for data in made]


def paste(images: list[Image.Image], across: int) -> Image.Image:
    rows = [images[i : i + across] for i in range(0, len(images), across)]
    wide = max(sum(image.width + GAP for image in row) for row in rows) + GAP
    high = sum(max(image.height for image in row) + GAP for row in rows) + GAP
    sheet, y = Image.new("RGB", (wide, high), GROUND), GAP
    for row in rows:
        x = GAP
        for image in row:
            sheet.paste(image, (x, y))
            x += image.width + GAP
        y += max(image.height for image in row) + GAP
    return sheet


def draw_pictures(folder: Path) -> dict[str, Path]:
    """Stand-in photographs: a sky, hills and trees in the sizes the sample names."""
    files = {}
    for i, (name, (wide, high)) in enumerate(PICTURES.items()):
        image = Image.new("RGB", (wide, high), (206, 221, 214))
        pen = ImageDraw.Draw(image)
        for band in range(6):
            tone = 170 - 24 * band
            top = int(high * (0.35 + 0.11 * band))
            shift = (i * 97 + band * 131) % wide
            points = [(0, high), (0, top)]
            points += [(x, top + ((x + shift) % 260) // 6) for x in range(0, wide + 20, 20)]
            pen.polygon([*points, (wide, high)], fill=(tone - 40, tone, tone - 24))
        files[name] = folder / f"{name}.png"
        image.save(files[name])
    return files


if __name__ == "__main__":
    main()
