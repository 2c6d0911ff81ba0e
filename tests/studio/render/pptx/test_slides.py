"""Slides: the right layout, real placeholders, and the same words in every program."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pptx import Presentation

from quintet.domain.pages import Page, Pages, Rule, Stroke, TableBox, TextBox
from quintet.domain.pages import Path as Outline
from quintet.studio.render.pptx import render_pptx
from quintet.studio.render.pptx.layouts import LAYOUTS

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

Pictures = Mapping[str, Path]
TakeApart = Callable[[bytes], "Package"]
One = Callable[..., Pages]

BULLETS = frozenset("•▪–")


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def texts(page: Page) -> list[TextBox]:
    tables = (box for box in page.boxes if isinstance(box, TableBox))
    cells = (cell.text for table in tables for row in table.cells for cell in row)
    return [*(box for box in page.boxes if isinstance(box, TextBox)), *cells]


def words(page: Page) -> Counter[str]:
    """All words of a page's text and tables, charts left out."""
    paragraphs = (paragraph for box in texts(page) for paragraph in box.paragraphs)
    return Counter(
        word
        for paragraph in paragraphs
        for word in "".join(span.text for span in paragraph.spans).split()
    )


def read(slide: Any) -> Counter[str]:
    """All words of a slide's shapes and tables, as python-pptx reads them."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    tables = (shape.table for shape in slide.shapes if shape.has_table)
    frames += [cell.text_frame for table in tables for row in table.rows for cell in row.cells]
    return Counter(word for frame in frames for word in frame.text.split())


def test_python_pptx_reads_the_same_words_on_the_same_slides(
    everything: Pages, pages: Pages, pictures: Pictures
) -> None:
    for deck in (everything, pages):
        slides = opened(render_pptx(deck, pictures)).slides

        assert [read(slide) for slide in slides] == [words(page) for page in deck.pages]


def test_libreoffice_shows_the_same_words_on_the_same_slides(
    everything: Pages, pictures: Pictures, office: Callable[[bytes], list[str]]
) -> None:
    shown = office(render_pptx(everything, pictures))

    assert len(shown) == len(everything.pages)
    for page, text in zip(everything.pages, shown, strict=True):
        found = Counter(word for word in text.split() if word not in BULLETS)
        assert words(page) - found == Counter(), page.title


def test_slides_take_the_layout_that_fits_what_they_hold(
    everything: Pages, pictures: Pictures
) -> None:
    slides = opened(render_pptx(everything, pictures)).slides

    assert [slide.slide_layout.name for slide in slides] == [
        "Title Slide",
        "Title and Content",
        "Two Content",
        "Picture",
        "Quote",
        *["Title Only"] * 8,
        "Blank",
    ]


def test_a_shown_title_is_the_one_title_placeholder_and_no_slide_has_an_empty_place(
    everything: Pages, pictures: Pictures
) -> None:
    slides = opened(render_pptx(everything, pictures)).slides

    for page, slide in zip(everything.pages, slides, strict=True):
        title = slide.shapes.title
        assert (title.text_frame.text if title is not None else "") == page.title
        for place in slide.placeholders:
            assert not place.has_text_frame or place.text_frame.text


def test_every_placeholder_has_its_counterpart_in_the_layout(
    everything: Pages, pictures: Pictures
) -> None:
    for slide in opened(render_pptx(everything, pictures)).slides:
        offered = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        assert {place.placeholder_format.idx for place in slide.placeholders} <= offered


def test_number_and_footer_are_placeholders_and_the_number_is_a_field(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    slide = take_apart(render_pptx(everything, pictures)).slide(2)

    kinds = {place.get("type") for place in slide.findall(".//{*}ph")}
    assert {"sldNum", "ftr", "title"} <= kinds
    assert slide.find(".//{*}fld").get("type") == "slidenum"


def test_the_eight_layouts_are_offered_by_name(everything: Pages, pictures: Pictures) -> None:
    offered = opened(render_pptx(everything, pictures)).slide_layouts

    assert [layout.name for layout in offered] == [layout.name for layout in LAYOUTS]
    assert len(LAYOUTS) == 8


def test_notes_stand_under_their_slide_line_by_line(everything: Pages, pictures: Pictures) -> None:
    slides = opened(render_pptx(everything, pictures)).slides

    assert slides[0].notes_slide.notes_text_frame.text == "Say hello.\n\nThen begin."
    assert [slide.has_notes_slide for slide in slides][1:] == [False] * (len(slides) - 1)


def test_what_carries_meaning_has_an_alternative_text_and_the_rest_is_decoration(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    described = [
        shape.get("descr")
        for number in (4, 6, 7, 14)
        for shape in package.slide(number).findall(".//{*}cNvPr[@descr]")
    ]
    assert described == ["Dusk", "Sales by place", "A chart of columns", "A field"]
    glow = package.slide(1).find(".//{*}pic//{*}cNvPr")
    assert glow.find(".//{*}decorative").get("val") == "1"


def test_only_a_slide_unlike_its_layout_says_its_background(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    odd = replace(
        everything, pages=(replace(everything.pages[1], fill="surface"), everything.pages[0])
    )

    package = take_apart(render_pptx(odd, pictures))

    assert package.slide(1).find(".//{*}bg") is not None
    assert package.slide(2).find(".//{*}bg") is None


def test_a_line_upwards_is_a_flipped_connector(one: One, take_apart: TakeApart) -> None:
    package = take_apart(render_pptx(one(Rule(10, 90, 60, 20, Stroke("line"))), {}))

    where = package.slide(1).find(".//{*}cxnSp//{*}xfrm")
    assert (where.get("flipH"), where.get("flipV")) == (None, "1")
    assert where.find("{*}ext").get("cy") == str(70 * 12700)


def test_a_curve_is_framed_by_where_it_goes_and_not_by_its_handles(
    one: One, take_apart: TakeApart
) -> None:
    hill = Outline(
        (("M", (0.0, 100.0)), ("C", (0.0, 0.0, 100.0, 0.0, 100.0, 100.0)), ("Z", ())), "ink"
    )

    package = take_apart(render_pptx(one(hill), {}))

    size = package.slide(1).find(".//{*}sp//{*}xfrm/{*}ext")
    assert (size.get("cx"), size.get("cy")) == (str(100 * 12700), str(75 * 12700))


def test_a_missing_picture_leaves_its_place_and_its_words(one: One, take_apart: TakeApart) -> None:
    from quintet.domain.pages import Picture

    package = take_apart(render_pptx(one(Picture(0, 0, 90, 90, "gone", alt="A harbour")), {}))

    assert package.slide(1).find(".//{*}pic") is None
    assert package.slide(1).find(".//{*}cNvPr[@descr]").get("descr") == "A harbour"


def test_a_deck_without_pages_is_still_a_file(everything: Pages) -> None:
    assert len(opened(render_pptx(replace(everything, pages=()), {})).slides) == 0
