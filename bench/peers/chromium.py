"""The usual way to PDF and PNG: a page of HTML in Chromium, driven by Playwright."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


def render(browser: Browser, source: Path, cards: int, out: Path) -> None:
    """One PDF, and one PNG of 1920 x 1080 for every card."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(source.as_uri())
    page.pdf(path=out / "deck.pdf", width="1920px", height="1080px", print_background=True)
    for card in range(cards):
        page.locator("section").nth(card).screenshot(path=out / f"{card + 1:02}.png")
    page.close()


if __name__ == "__main__":
    source, cards, out = sys.argv[1:]
    with launched() as browser:
        render(browser, Path(source), int(cards), Path(out))
