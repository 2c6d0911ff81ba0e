"""The file as people meet it: seen, paged through, presented, printed."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from quintet.domain.pages import Pages
from quintet.studio.render.html import render_html
from quintet.studio.render.typst.png import render_images
from tests.studio.render.html.browser import Browser

BARE = """
(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { background: #fff; scroll-behavior: auto } .bar { display: none }
    main { display: block; padding: 0 }
    .page { width: 960px; border-radius: 0; box-shadow: none }`);
  document.adoptedStyleSheets = [sheet];
  return document.fonts.ready.then(() => null);
})()
"""


@pytest.fixture
def file(pages: Pages, pictures: Mapping[str, Path], tmp_path: Path) -> Path:
    file = tmp_path / "deck.html"
    file.write_bytes(render_html(pages, pictures))
    return file


def blurred(image: Image.Image) -> Image.Image:
    """Without the edges that two rasterisers draw each in its own way."""
    return image.convert("L").filter(ImageFilter.GaussianBlur(3))


def strongest(image: Image.Image) -> int:
    """The brightest of its pixels."""
    return max(level for level, count in enumerate(image.histogram()) if count)


def test_shows_what_the_png_shows(
    browser: Browser, file: Path, pages: Pages, pictures: Mapping[str, Path]
) -> None:
    browser.open(file, width=960, height=800)
    browser.run(BARE)
    top = 0.0

    for page, image in zip(pages.pages, render_images(pages, pictures, 960), strict=True):
        clip = {"x": 0, "y": top, "width": page.w, "height": page.h, "scale": 1}
        seen = Image.open(io.BytesIO(browser.picture(clip=clip, captureBeyondViewport=True)))
        expected = Image.open(io.BytesIO(image))
        assert seen.size == expected.size
        difference = ImageChops.difference(blurred(seen), blurred(expected))
        assert strongest(difference) < 48, f"page {page.number} differs"
        top += page.h


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_fits_the_window(browser: Browser, file: Path, width: int, height: int) -> None:
    browser.open(file, width=width, height=height)

    assert browser.run("document.documentElement.scrollWidth") == width
    sizes = browser.run(
        "[...document.querySelectorAll('.page')].map((p) => [p.clientWidth, p.clientHeight])"
    )
    assert all(w <= width and h <= height for w, h in sizes)
    assert all(w > 0.9 * width or h > 0.8 * height for w, h in sizes)


def test_keys_page_through_present_and_leave(browser: Browser, file: Path) -> None:
    browser.open(file, width=1280, height=800)
    shown = "[...document.querySelectorAll('.page')].filter((p) => p.checkVisibility()).length"

    browser.press("ArrowRight")
    assert browser.run("location.hash") == "#2"
    browser.press("p")
    assert browser.run(shown) == 1
    browser.press("End")
    assert browser.run("document.querySelector('.now').id") == "4"
    browser.press("ArrowRight")
    assert browser.run("document.querySelector('.now').id") == "4"
    browser.press("Escape")
    assert browser.run(shown) == 4
    browser.press("o")
    assert browser.run("document.querySelector('.page').clientWidth") < 640


def test_its_policy_blocks_nothing_of_its_own(browser: Browser, file: Path) -> None:
    browser.complaints.clear()

    browser.open(file, width=1280, height=800)

    assert browser.run("[...document.fonts].every((font) => font.status !== 'error')")
    assert browser.complaints == []


def test_prints_each_page_on_a_sheet_of_its_size(
    browser: Browser, file: Path, pages: Pages
) -> None:
    browser.open(file, width=1280, height=800)

    told = browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)

    with pypdfium2.PdfDocument(base64.b64decode(told["data"])) as printed:
        sizes = [printed.get_page_size(n) for n in range(len(printed))]
    assert sizes == [pytest.approx((page.w, page.h), abs=1) for page in pages.pages]
