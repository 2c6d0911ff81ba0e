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
from quintet.studio.render.pptx.colours import PLACES, UNSEEN, Colours, Shade, apart, parse, shade
from quintet.studio.themes import THEMES

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


def test_a_soft_mark_is_a_lighter_accent(everything: Pages) -> None:
    said = Colours(everything.palette).colour("soft", 0.5)

    assert said.startswith('<a:schemeClr val="accent1"><a:lumMod val="')
    assert said.endswith('<a:alpha val="50000"/></a:schemeClr>')


@pytest.mark.parametrize("name", THEMES)
def test_ground_and_ink_never_part_when_a_theme_is_changed(name: str) -> None:
    """Text on a tint is set in theme inks, so the tint may not stay behind; the stage may."""
    colours = Colours(dict(THEMES[name].palette))

    assert "accent" not in colours.colour("tint")
    assert "srgbClr" in colours.colour("stage_ink")
    assert "srgbClr" in colours.colour("stage_muted")


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_a_theme_comes_out_as_it_is_in_the_other_formats(name: str) -> None:
    palette = dict(THEMES[name].palette)
    colours = Colours(palette)

    for token in palette:
        base, changes = colours.colour(token), []
        for kind in ("lumMod", "lumOff", "satMod", "hueOff"):
            found = re.search(rf'{kind} val="(-?\d+)"', base)
            changes.append(int(found[1]) if found else None)
        if "schemeClr" in base:
            place = re.search(r'schemeClr val="(\w+)"', base)
            assert place
            start = next(known for known, said in PLACES.items() if said == place[1])
            factor, offset, purity, turn = changes
            made = Shade(
                1 if factor is None else factor / 100_000,
                (offset or 0) / 100_000,
                1 if purity is None else purity / 100_000,
                (turn or 0) / 60_000,
            )
            assert apart(made.of(colours.rgb(start)), colours.rgb(token)) <= UNSEEN


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
    staged = {everything.palette[token][1:] for token in ("stage_ink", "stage_muted")}
    assert {found.decode() for found in literal} <= staged
