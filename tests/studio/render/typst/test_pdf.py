"""What a reader, a search and a screen reader find in the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from quintet.domain.pages import Page, Pages, TextBox
from quintet.studio.render.typst.pdf import render_pdf


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            words = page.get_textpage()
            found.append(words.get_text_range())
            words.close()
            page.close()
        return found


def letters(words: list[str]) -> Counter[str]:
    """Letters and digits, however a reader joins or reorders them."""
    whole = unicodedata.normalize("NFKC", "".join(words))
    return Counter(letter for letter in whole if letter.isalnum())


def test_each_page_has_the_words_of_its_boxes(
    pages: Pages, pictures: Mapping[str, Path], words_of: Callable[[Page], list[str]]
) -> None:
    found = text_of(render_pdf(pages, pictures))

    assert [sorted(text.split()) for text in found[:3]] == [words_of(p) for p in pages.pages[:3]]
    assert letters(found[3].split()) == letters(words_of(pages.pages[3]))


def test_each_page_has_its_own_size(pages: Pages, pictures: Mapping[str, Path]) -> None:
    pdf = render_pdf(pages, pictures)

    with pypdfium2.PdfDocument(pdf) as document:
        sizes = [document.get_page_size(n) for n in range(len(document))]
    assert sizes == [(page.w, page.h) for page in pages.pages]


def test_the_same_pages_give_the_same_bytes(pages: Pages, pictures: Mapping[str, Path]) -> None:
    assert render_pdf(pages, pictures) == render_pdf(pages, pictures)


def test_is_tagged_and_claims_pdf_ua(pages: Pages, pictures: Mapping[str, Path]) -> None:
    pdf = render_pdf(pages, pictures)

    assert b"/MarkInfo" in pdf
    assert b"pdfuaid:part" in pdf
    tags = {*re.findall(rb"/S\s*/(\w+)", pdf)}
    assert {b"H1", b"H2", b"P", b"L", b"LI", b"Table", b"TH", b"TD", b"Figure", b"Link"} <= tags


def test_links_lead_where_the_caller_said(pages: Pages, pictures: Mapping[str, Path]) -> None:
    assert b"/URI(https://example.org/ledger?a=1&b=2)" in render_pdf(pages, pictures)


def test_titles_are_its_outline(pages: Pages, pictures: Mapping[str, Path]) -> None:
    with pypdfium2.PdfDocument(render_pdf(pages, pictures)) as document:
        titles = [mark.get_title() for mark in document.get_toc() if mark.level == 0]

    assert titles[:3] == [page.title for page in pages.pages[:3]]


def test_a_letter_that_no_font_has_costs_the_claim_and_not_the_file(
    pages: Pages, pictures: Mapping[str, Path]
) -> None:
    strange = with_words(pages, "Linear B: \U00010000")

    pdf = render_pdf(strange, pictures)

    assert b"/MarkInfo" in pdf
    assert b"pdfuaid:part" not in pdf
    assert "Linear" in text_of(pdf)[0]


def test_text_is_never_read_as_markup(pages: Pages, pictures: Mapping[str, Path]) -> None:
    odd = '#panic("x") $a$ *b* _c_ \\ @d <e> `f` // g'

    assert odd in text_of(render_pdf(with_words(pages, odd), pictures))[0]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b"])
def test_a_link_that_no_reader_should_follow_is_plain_text(
    pages: Pages, pictures: Mapping[str, Path], link: str
) -> None:
    pdf = render_pdf(with_words(pages, "Here", link), pictures)

    assert b"/URI" not in pdf
    assert "Here" in text_of(pdf)[0]


def test_a_picture_that_cannot_be_had_leaves_its_place(pages: Pages) -> None:
    with_it, without = pages.pages[2], render_pdf(pages, {})

    assert with_it.title in text_of(without)[2]


def with_words(pages: Pages, words: str, link: str | None = None) -> Pages:
    """Only the second page, with one paragraph in its body."""
    page = pages.pages[1]
    body = next(b for b in page.boxes if isinstance(b, TextBox) and b.role == "body")
    first = body.paragraphs[0]
    spans = (replace(first.spans[0], text=words, link=link),)
    line = replace(first.lines[0], spans=spans)
    box = replace(body, paragraphs=(replace(first, spans=spans, lines=(line,)),))
    return replace(pages, pages=(replace(page, boxes=(box,)),))
