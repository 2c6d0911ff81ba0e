"""How a text box is tagged, and where its markers stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quintet.domain.pages import Pages, TextBox
from quintet.studio.render.paint import Palette
from quintet.studio.render.typst.words import Headings, Words


@pytest.fixture
def words(pages: Pages) -> Words:
    return Words(Palette(pages.palette), Headings(), "JetBrains Mono")


def boxes(pages: Pages) -> dict[str, TextBox]:
    """The texts of the second page by their role."""
    return {box.role: box for box in pages.pages[1].boxes if isinstance(box, TextBox)}


def level(drawn: dict[str, Any]) -> int:
    found: int = drawn["pieces"][0]["level"]
    return found


def test_a_title_is_a_heading_of_the_first_level_and_h3_of_the_second(
    words: Words, pages: Pages
) -> None:
    given = boxes(pages)

    assert level(words.box(given["title"])) == 1
    assert level(words.box(given["h3"])) == 2


def test_no_document_begins_with_a_second_level(words: Words, pages: Pages) -> None:
    assert level(words.box(boxes(pages)["h3"])) == 1


def test_neighbours_with_markers_of_one_kind_are_one_list(words: Words, pages: Pages) -> None:
    drawn = words.box(boxes(pages)["body"])

    assert [piece["as"] for piece in drawn["pieces"]] == ["p", "ul", "ol"]
    assert [len(piece["items"]) for piece in drawn["pieces"][1:]] == [3, 2]


def test_a_marker_stands_where_the_words_above_it_begin(words: Words, pages: Pages) -> None:
    bullets = words.box(boxes(pages)["body"])["pieces"][1]["items"]

    assert [item["mark"]["x"] for item in bullets] == [0.0, 0.0, 18.0]


def test_a_box_that_is_read_from_the_right_begins_there(words: Words, pages: Pages) -> None:
    box = replace(boxes(pages)["body"], rtl=True, align="right")

    bullets = words.box(box)["pieces"][1]["items"]

    dot, x = bullets[0]["mark"], bullets[0]["lines"][0][0]
    assert dot["x"] + dot["w"] == pytest.approx(box.w)
    assert x == box.w - 18


def test_what_stands_in_the_foot_is_an_artifact(words: Words, pages: Pages) -> None:
    assert words.box(boxes(pages)["foot"])["artifact"]
