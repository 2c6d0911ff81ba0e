"""The file as a whole: whatever PowerPoint would want to repair must not be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quintet.domain.pages import Pages, Picture, Rect
from quintet.studio.render.pptx import render_pptx

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

Pictures = Mapping[str, Path]
TakeApart = Callable[[bytes], "Package"]

RELATION_ID = re.compile(rb'r:(?:id|embed)="(rId\d+)"')


def test_the_same_pages_give_the_same_bytes(everything: Pages, pictures: Pictures) -> None:
    assert render_pptx(everything, pictures) == render_pptx(everything, pictures)


def test_every_part_has_a_content_type_of_its_own_or_of_its_ending(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    types = package.xml("[Content_Types].xml")
    endings = {entry.get("Extension") for entry in types if entry.get("Extension")}
    named = {entry.get("PartName") for entry in types if entry.get("PartName")}
    others = [name for name in package.parts if name != "[Content_Types].xml"]
    assert named <= {f"/{name}" for name in others}
    for name in others:
        assert f"/{name}" in named or name.rpartition(".")[2] in endings - {"xml"}


def test_every_relation_leads_to_a_part_and_every_part_is_led_to(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    reached = {"[Content_Types].xml"}
    waiting = [""]
    while waiting:
        owner = waiting.pop()
        targets = {target for target, outside in package.relations(owner).values() if not outside}
        assert targets <= package.parts.keys()
        waiting += targets - reached
        reached |= targets
    rest = {name for name in package.parts if not name.endswith(".rels")} - reached
    assert rest == set()


def test_every_relation_a_part_names_is_declared(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    for name, content in package.parts.items():
        if name.endswith(".xml"):
            named = {found.decode() for found in RELATION_ID.findall(content)}
            assert named <= package.relations(name).keys(), name


def test_shapes_of_a_slide_have_ids_and_names_of_their_own(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    for number in range(1, len(everything.pages) + 1):
        shapes = package.slide(number).findall(".//{*}cNvPr")
        assert len({shape.get("id") for shape in shapes}) == len(shapes)
        assert len({shape.get("name") for shape in shapes}) == len(shapes)


def test_a_picture_used_twice_lies_in_the_file_once(
    one: Callable[..., Pages], pictures: Pictures, take_apart: TakeApart
) -> None:
    pages = one(*(Picture(x, 0, 100, 100, "photo") for x in (0, 200)))

    package = take_apart(render_pptx(pages, pictures))

    assert sum(name.startswith("ppt/media/") for name in package.parts) == 1


def test_slides_have_the_size_of_the_largest_page(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    size = (
        take_apart(render_pptx(everything, pictures)).xml("ppt/presentation.xml").find("{*}sldSz")
    )

    assert (size.get("cx"), size.get("cy")) == (str(960 * 12700), str(720 * 12700))


def test_a_page_longer_than_any_slide_shrinks_with_all_that_stands_on_it(
    one: Callable[..., Pages], take_apart: TakeApart
) -> None:
    pages = one(Rect(0, 8000, 960, 1000, "ink"))
    long = replace(pages, pages=(replace(pages.pages[0], h=9000.0),))

    package = take_apart(render_pptx(long, {}))

    size = package.xml("ppt/presentation.xml").find("{*}sldSz")
    assert int(size.get("cy")) == 56 * 914400
    off, ext = package.slide(1).find(".//{*}sp//{*}xfrm")
    assert abs(int(off.get("y")) + int(ext.get("cy")) - 56 * 914400) <= 1


def test_a_deck_without_notes_has_no_notes_master(
    one: Callable[..., Pages], take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(one(Rect(0, 0, 10, 10, "ink")), {}))

    assert not any("notes" in name for name in package.parts)


def test_the_file_says_nothing_of_where_or_when_it_was_made(
    everything: Pages, pictures: Pictures, take_apart: TakeApart
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    about = package.parts["docProps/core.xml"] + package.parts["docProps/app.xml"]
    assert b"Every box" in about
    assert not re.search(rb"\d{4}-\d{2}-\d{2}", about)


def test_microsofts_validator_finds_no_fault(
    everything: Pages,
    pages: Pages,
    pictures: Pictures,
    take_apart: TakeApart,
    faults_in: Callable[[Mapping[str, bytes]], list[dict[str, str]]],
) -> None:
    content = render_pptx(everything, pictures)
    books = {
        name.rpartition("/")[2]: part
        for name, part in take_apart(content).parts.items()
        if name in ("ppt/embeddings/workbook1.xlsx", "ppt/embeddings/workbook4.xlsx")
    }

    faults = faults_in({"all.pptx": content, "shared.pptx": render_pptx(pages, pictures), **books})

    assert faults == []
