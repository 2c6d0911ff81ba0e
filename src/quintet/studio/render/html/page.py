"""The whole file: a head that allows nothing from elsewhere, the pages, and a little script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

from quintet.domain.pages import Pages
from quintet.studio.render.html.fonts import Fonts
from quintet.studio.render.html.photos import Photos
from quintet.studio.render.html.rules import Rules, value
from quintet.studio.render.html.section import Sections, paper
from quintet.studio.render.html.words import Words
from quintet.studio.render.paint import Palette
from quintet.studio.render.setting import printable
from quintet.studio.render.svg import Svg, number

Kind = Literal["deck", "document", "webpage"]
FLOWING = frozenset({"pageless", "letter", "a4"})
"""Sizes that are read by scrolling, whatever the format."""


def render_html(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    """
    One file that asks nobody for anything. Its text is real, every line where it was pinned; it
    scrolls without script, and with script it can be presented, paged through and looked over.
    """
    palette, fonts, rules = Palette(pages.palette), Fonts(), Rules()
    words = Words(pages, fonts, rules)
    sections = Sections(palette, rules, words, Svg(palette), Photos(pictures, rules))
    body = "\n".join(sections.section(page, len(pages.pages)) for page in pages.pages)
    _use_bar(pages, fonts)
    style = "\n".join(
        [_asset("page.css"), _theme(pages, fonts), fonts.css(), _papers(pages), rules.text()]
    )
    return _file(pages, style, body).encode()


def _file(pages: Pages, style: str, body: str) -> str:
    title = value(pages.title).strip() or "Untitled"
    kind = _kind(pages)
    joined = " joined" if pages.size == "pageless" else ""
    direction = ' dir="rtl"' if pages.rtl else ""
    script = _asset("page.js")
    return f"""<!doctype html>
<html lang="{escape(pages.language)}"{direction} class="{kind}{joined}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Quintet">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header class="bar"><h1 dir="auto">{title}</h1>{CONTROLS if kind == "deck" else ""}</header>
<main>
{body}
</main>
<script>{script}</script>
</body>
</html>
"""


def _kind(pages: Pages) -> Kind:
    """A deck is presented, a document scrolled, a web page is bands from edge to edge."""
    if pages.format == "webpage":
        return "webpage"
    return "document" if pages.format == "document" or pages.size in FLOWING else "deck"


CONTROLS = (
    '<nav hidden aria-label="Deck"><output aria-live="polite"></output>'
    '<button type="button" data-do="previous" aria-label="Previous page">‹</button>'
    '<button type="button" data-do="next" aria-label="Next page">›</button>'
    '<button type="button" data-do="overview" aria-pressed="false">Overview</button>'
    '<button type="button" data-do="present">Present</button></nav>'
)


BAR = "Overview Present ‹›/0123456789"
"""The letters of the controls."""


def _policy(style: str, script: str) -> str:
    """Only what stands in this very file, and nothing from anywhere."""
    return (
        "default-src 'none'; img-src data:; font-src data:; "
        f"style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _theme(pages: Pages, fonts: Fonts) -> str:
    """The deck's own colours and font, for what stands round the pages."""
    palette = Palette(pages.palette)
    accent, ground = palette.hex("accent1"), palette.hex("bg")
    body = fonts.stack(pages.fonts.body)
    return f":root{{--accent:{accent};--theme:{ground};--body:{body}}}"


def _use_bar(pages: Pages, fonts: Fonts) -> None:
    for bold in (False, True):
        text = printable(pages.title) + BAR
        fonts.use(text, pages.fonts.body, bold=bold, language=pages.language)


def _papers(pages: Pages) -> str:
    """Printing gives each page a sheet of its own size."""
    sizes = {paper(page): (page.w, page.h) for page in pages.pages}
    return "\n".join(
        f"@page {name}{{size:{number(w)}pt {number(h)}pt;margin:0}}"
        for name, (w, h) in sizes.items()
    )


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
