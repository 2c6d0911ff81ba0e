"""Colours: what the theme knows is said by the theme's name for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.domain.pages import Pages
from quintet.studio.render.pptx import render_pptx
from quintet.studio.render.pptx.colours import UNSEEN, Colours, apart, parse, shade

if TYPE_CHECKING:
    from tests.studio.render.pptx.conftest import Package

channels = st.integers(0, 255)
colours = st.tuples(channels, channels, channels)


@given(base=colours, wanted=colours)
def test_a_shade_is_only_named_where_nobody_sees_the_difference(
    base: tuple[int, int, int], wanted: tuple[int, int, int]
) -> None:
    found = shade(base, wanted)

    assert found is None or apart(found.of(base), wanted) <= UNSEEN


@pytest.mark.parametrize(
    ("token", "place"), [("ink", "tx1"), ("bg", "bg1"), ("muted", "tx2"), ("accent3", "accent3")]
)
def test_a_stored_token_is_its_place_in_the_theme(
    token: str, place: str, everything: Pages
) -> None:
    assert Colours(everything.palette).colour(token) == f'<a:schemeClr val="{place}"/>'


def test_a_tint_is_a_lighter_accent(everything: Pages) -> None:
    said = Colours(everything.palette).colour("tint", 0.5)

    assert said.startswith('<a:schemeClr val="accent1"><a:lumMod val="')
    assert said.endswith('<a:alpha val="50000"/></a:schemeClr>')


def test_a_colour_given_as_it_is_stays_as_it_is(everything: Pages) -> None:
    assert Colours(everything.palette).colour("#ff8000") == '<a:srgbClr val="FF8000"/>'


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        parse("#12345")


def test_slides_of_a_theme_name_no_colour_but_by_the_theme(
    everything: Pages,
    pictures: Mapping[str, Path],
    take_apart: Callable[[bytes], Package],
) -> None:
    package = take_apart(render_pptx(everything, pictures))

    slides = [content for name, content in package.parts.items() if re.search(r"slides/s", name)]
    literal = {found for slide in slides for found in re.findall(rb'srgbClr val="(\w+)"', slide)}
    assert literal == set()
