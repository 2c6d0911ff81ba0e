"""Text: the words that were given, set as they were measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quintet.domain.pages import Line, Marker, Pages, Paragraph, Span, TextBox
from quintet.studio.render.pptx import render_pptx

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

TakeApart = Callable[[bytes], "Package"]
One = Callable[..., Pages]

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def box(*paragraphs: Paragraph, **more: Any) -> TextBox:
    facts: dict[str, Any] = {"role": "body", "family": "Inter", "size": 20.0, "pitch": 1.2}
    return TextBox(60, 60, 400, 24, paragraphs, colour="ink", **{**facts, **more})


def spans(*given: Span, lines: int = 1, **more: Any) -> Paragraph:
    return Paragraph(given, (Line(20, 100, given),) * lines, **more)


def plain(text: str, **more: Any) -> Paragraph:
    return spans(Span(text), **more)


def first(package: Package, path: str) -> Any:
    return package.slide(1).find(f".//{path}")


@given(text=st.text(min_size=1, max_size=60))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives_but_for_what_xml_cannot_hold(
    text: str, one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(plain(text))), {}))

    slide = package.slide(1)
    said = "\n".join(
        "".join(run.text or "" for run in piece)
        for piece in _pieces(slide.find(".//{*}txBody/{*}p"))
    )
    assert said == re.sub("\r\n?", "\n", NOT_XML.sub("", text))


def _pieces(paragraph: Any) -> list[list[Any]]:
    """The texts of a paragraph, parted at its breaks."""
    found: list[list[Any]] = [[]]
    for child in paragraph:
        if child.tag.endswith("}br"):
            found.append([])
        elif child.tag.endswith("}r"):
            found[-1].append(child.find("{*}t"))
    return found


@given(text=st.text(max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_title_alt_text_note_and_link_leaves_the_file_readable(
    text: str, one: One, take_apart: TakeApart
) -> None:
    from quintet.domain.pages import Rect

    linked = spans(Span("here", link=f"https://example.org/{text}"), Span("x", link=text))
    pages = one(box(linked), Rect(0, 0, 9, 9, "ink", alt=text), title=text)
    noted = replace(pages, title=text, theme=text, pages=(replace(pages.pages[0], notes=text),))

    package = take_apart(render_pptx(noted, {}))

    for name, content in package.parts.items():
        if name.endswith((".xml", ".rels")):
            assert package.xml(name) is not None, content


def test_line_spacing_is_a_percentage_of_the_natural_pitch_and_never_in_points(
    one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(plain("Hello"), pitch=1.14)), {}))

    assert first(package, "{*}lnSpc/{*}spcPct").get("val") == "95000"
    assert b"<a:lnSpc><a:spcPts" not in package.parts["ppt/slides/slide1.xml"]


def test_text_wraps_in_its_box_without_insets_or_automatic_growth(
    one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(plain("Hello"))), {}))

    properties = first(package, "{*}bodyPr")
    assert properties.get("wrap") == "square"
    assert {properties.get(f"{side}Ins") for side in "ltrb"} == {"0"}
    assert len(properties) == 0


def lines_of(*widths: float, **more: Any) -> Paragraph:
    """Lines of these widths, each of two words of five letters."""
    given = (Span("words again"),)
    return Paragraph(given, tuple(Line(20, width, given) for width in widths), **more)


@pytest.mark.parametrize(
    ("more", "left", "right"),
    [
        ({}, False, True),
        ({"rtl": True, "align": "right"}, True, False),
        ({"align": "center"}, True, True),
    ],
)
def test_balanced_lines_leave_room_free_where_they_end(
    more: dict[str, Any], left: bool, right: bool, one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(lines_of(200, 220, 210), **more)), {}))

    properties = first(package, "{*}bodyPr")
    assert (properties.get("lIns") != "0", properties.get("rIns") != "0") == (left, right)


def test_pinned_lines_do_not_become_breaks(one: One, take_apart: TakeApart) -> None:
    package = take_apart(render_pptx(one(box(plain("Two lines", lines=2))), {}))

    assert first(package, "{*}br") is None


def test_the_families_of_the_theme_are_named_by_their_place_and_others_by_name(
    one: One, take_apart: TakeApart
) -> None:
    paragraph = spans(Span("Latin"), Span("漢字", family="Noto Sans SC"))
    package = take_apart(
        render_pptx(one(box(plain("Title"), role="h3", family="Manrope"), box(paragraph)), {})
    )

    faces = [face.get("typeface") for face in package.slide(1).findall(".//{*}rPr/{*}latin")]
    assert faces == ["+mj-lt", "+mn-lt", "Noto Sans SC"]
    theme = package.xml("ppt/theme/theme1.xml")
    assert theme.find(".//{*}minorFont/{*}ea").get("typeface") == "Noto Sans SC"


@pytest.mark.parametrize(
    ("family", "relative"),
    [("Fraunces", "02020603"), ("Archivo", "020B0604"), ("JetBrains Mono", "02070309")],
)
def test_a_family_says_what_may_stand_in_for_it(
    family: str, relative: str, one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(plain("Hello"), family=family)), {}))

    faces = [first(package, f"{{*}}rPr/{{*}}{place}") for place in ("latin", "ea", "cs")]
    assert {face.get("typeface") for face in faces} == {family}
    assert all(face.get("panose").startswith(relative) for face in faces)


def test_a_family_of_one_script_names_its_character_set(one: One, take_apart: TakeApart) -> None:
    package = take_apart(render_pptx(one(box(plain("东部"), family="Noto Sans SC")), {}))

    assert first(package, "{*}rPr/{*}ea").get("charset") == "-122"


def test_a_run_has_its_size_tracking_weight_and_language(one: One, take_apart: TakeApart) -> None:
    text = box(spans(Span("Olá", italic=True)), bold=True, tracking=0.09, language="pt-br")
    run = first(take_apart(render_pptx(one(text), {})), "{*}rPr")

    facts = {name: run.get(name) for name in ("sz", "spc", "b", "i", "lang")}
    assert facts == {"sz": "2000", "spc": "180", "b": "1", "i": "1", "lang": "pt-BR"}


def test_right_to_left_text_says_so_in_box_and_paragraph(one: One, take_apart: TakeApart) -> None:
    text = box(plain("مرحبا"), rtl=True, align="right", language="ar")
    package = take_apart(render_pptx(one(text), {}))

    paragraph = first(package, "{*}pPr")
    assert (paragraph.get("rtl"), paragraph.get("algn")) == ("1", "r")
    assert first(package, "{*}bodyPr").get("rtlCol") == "1"


def test_numbers_that_follow_on_are_one_list_and_others_start_anew(
    one: One, take_apart: TakeApart
) -> None:
    markers = ("1.", "2.", "3.", "7.", "a)", "b)")
    listed = tuple(
        plain("Step", indent=24, marker=Marker("text", "accent1", text)) for text in markers
    )
    package = take_apart(render_pptx(one(box(*listed)), {}))

    found = package.slide(1).findall(".//{*}buAutoNum")
    assert [(each.get("type"), each.get("startAt")) for each in found] == [
        ("arabicPeriod", "1"),
        ("arabicPeriod", "1"),
        ("arabicPeriod", "1"),
        ("arabicPeriod", "7"),
        ("alphaLcParenR", "1"),
        ("alphaLcParenR", "1"),
    ]


def test_entries_hang_by_their_indent_beyond_the_level_above(
    one: One, take_apart: TakeApart
) -> None:
    dot = Marker("dot", "accent1")
    outer, inner = (
        plain("Outer", indent=20, marker=dot),
        plain("In", indent=45, level=1, marker=dot),
    )
    package = take_apart(render_pptx(one(box(outer, inner)), {}))

    found = package.slide(1).findall(".//{*}pPr")
    assert [(each.get("marL"), each.get("indent")) for each in found] == [
        (str(20 * 12700), str(-20 * 12700)),
        (str(45 * 12700), str(-25 * 12700)),
    ]


def test_a_marker_no_numbering_knows_stands_in_the_text(one: One, take_apart: TakeApart) -> None:
    text = box(plain("Step", indent=24, marker=Marker("text", "accent1", "٣.")))
    package = take_apart(render_pptx(one(text), {}))

    assert [each.text for each in package.slide(1).findall(".//{*}t")] == ["٣.\t", "Step"]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://example.org/a b?q=ü#x", "https://example.org/a%20b?q=%C3%BC#x"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
    ],
)
def test_a_link_leads_outside_by_a_well_formed_address(
    link: str, target: str, one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(spans(Span("here", link=link)))), {}))

    relations = package.relations("ppt/slides/slide1.xml")
    clicked = first(package, "{*}hlinkClick")
    used = clicked.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    assert relations[used] == (target, True)


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "http://", "https://[::1", "#here", "x" * 3000],
)
def test_an_address_that_leads_nowhere_safe_is_no_link(
    link: str, one: One, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(box(spans(Span("here", link=link)))), {}))

    assert first(package, "{*}hlinkClick") is None
