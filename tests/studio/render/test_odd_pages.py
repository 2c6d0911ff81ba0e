"""Pages that no good layout makes, and every renderer must survive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from quintet.domain.briefs import ExportFormat
from quintet.domain.pages import (
    Box,
    Ellipse,
    Glow,
    Gradient,
    Marker,
    Pages,
    Paragraph,
    Path,
    Picture,
    Rect,
    Rule,
    Stop,
    Stroke,
    TableBox,
    TextBox,
)
from quintet.studio.render import RENDERERS, Renderer

FADE = Gradient(30, (Stop(0, "ink"), Stop(1, "bg", 0.5)))


def some_text(pages: Pages) -> TextBox:
    return next(b for b in pages.pages[1].boxes if isinstance(b, TextBox) and b.role == "body")


def saying(box: TextBox, words: str, link: str | None = None) -> TextBox:
    first = box.paragraphs[0]
    spans = (replace(first.spans[0], text=words, link=link),)
    line = replace(first.lines[0], spans=spans)
    return replace(box, paragraphs=(replace(first, spans=spans, lines=(line,)),))


def odd_boxes(pages: Pages) -> Mapping[str, tuple[Box, ...]]:
    text = some_text(pages)
    empty = Paragraph((), ())
    chart = next(box for box in pages.pages[2].boxes if box.kind == "chart")
    return {
        "no-lines": (
            replace(text, paragraphs=(empty, replace(empty, marker=Marker("dot", "ink")))),
        ),
        "an-empty-number": (
            replace(text, paragraphs=(replace(empty, marker=Marker("text", "ink", "1.")),)),
        ),
        "an-empty-title": (replace(text, paragraphs=(empty,), role="title"),),
        "a-link-in-the-foot": (
            replace(saying(text, "Here", "https://a.example"), role="foot", slot="text"),
        ),
        "characters-nobody-can-show": (saying(text, "a\x00b\u2028c\ufeffd\ud83d"),),
        "an-emoji": (saying(text, "It grew \U0001f600"),),
        "a-script-without-a-font": (saying(text, "Linear B: \U00010000"),),
        "one-endless-word": (saying(text, "word" * 5_000),),
        "a-language-nobody-knows": (replace(text, language="x-klingon"),),
        "shapes-without-size": (
            Rect(0, 0, 0, 0, FADE),
            Ellipse(0, 0, 0, 0, FADE),
            Glow(0, 0, 0, 0, "ink", 0.5),
            Path((), "ink"),
            Path((("M", (0.0, 0.0)), ("L", (5.0, 0.0))), FADE, Stroke("ink")),
            Rule(0, 0, 0, 0, Stroke("ink", 0.0)),
        ),
        "a-table-without-rows": (TableBox(0, 0, 100, 0, (100.0,), (), (), (), 0, 0),),
        "a-chart-without-words": (replace(chart, alt="", drawn=()),),
        "a-picture-nobody-has": (Picture(0, 0, 100, 100, "\x00", alt="\ud83d"),),
    }


ODD = (
    "no-lines",
    "an-empty-number",
    "an-empty-title",
    "a-link-in-the-foot",
    "characters-nobody-can-show",
    "an-emoji",
    "a-script-without-a-font",
    "one-endless-word",
    "a-language-nobody-knows",
    "shapes-without-size",
    "a-table-without-rows",
    "a-chart-without-words",
    "a-picture-nobody-has",
)


def only(pages: Pages, name: str) -> Pages:
    page = replace(pages.pages[1], boxes=odd_boxes(pages)[name], title="\x07\ud83d")
    return replace(pages, pages=(page,), title="\x07\ud83d")


def test_every_odd_page_is_tried(pages: Pages) -> None:
    assert tuple(odd_boxes(pages)) == ODD


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("name", "render"), RENDERERS.items(), ids=list(RENDERERS))
def test_makes_a_file_all_the_same(
    name: ExportFormat, render: Renderer, pages: Pages, odd: str
) -> None:
    assert len(render(only(pages, odd), {})) > 500


@pytest.mark.parametrize("odd", [odd for odd in ODD if odd != "a-script-without-a-font"])
def test_the_pdf_keeps_its_claim(pages: Pages, odd: str) -> None:
    assert b"pdfuaid:part" in RENDERERS["pdf"](only(pages, odd), {})
