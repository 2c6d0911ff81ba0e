"""Texts stay in their places with our fonts, and out of each other's way with any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quintet.domain.pages import Align, Box, Line, Page, Rect, Rule, Span, Stroke, TextBox
from quintet.studio.render.pptx.breaking import limits, wish
from quintet.studio.render.pptx.filling import WIDER_BOLD, growth, lines_in
from quintet.studio.render.pptx.standing import Standing, grown, room_for, standings
from quintet.studio.render.pptx.surroundings import Ends, Surroundings
from quintet.studio.render.pptx.tables import side_margins

SetBox = Callable[..., TextBox]

SENTENCE = "We stopped guessing, started to count, and the numbers told us where to go next."
HEADING = "Colour is hard to judge"
INFINITY = float("inf")


def page_of(*boxes: Box, stage: bool = False) -> Page:
    return Page(960, 540, "bg", boxes, 1, 0, "any", stage=stage)


def room(box: TextBox, *others: Box) -> tuple[float, float]:
    return room_for((box,), Surroundings(page_of(box, *others)))


def stood(*boxes: Box, stage: bool = False) -> dict[int, Standing | None]:
    return standings(page_of(*boxes, stage=stage), {})


def lines(box: TextBox, width: float) -> int:
    return sum(lines_in(paragraph, box, width) for paragraph in box.paragraphs)


def test_filling_the_width_of_its_limits_gives_the_lines_of_the_layout(set_box: SetBox) -> None:
    box = set_box(60, 60, 300, SENTENCE)

    narrow, wide = limits((box,))

    made = len(box.paragraphs[0].lines)
    assert lines(box, narrow) == lines(box, wide) == made
    assert narrow < wish((box,)) < wide


def test_lines_that_no_width_gives_stay_as_many(set_box: SetBox) -> None:
    """The layout keeps "nine-year-old" whole; PowerPoint breaks it at a hyphen."""
    box = set_box(60, 60, 700, "I made it with my nine-year-old in one afternoon of the year")
    whole = tuple(
        Line(20, width, (Span(words),))
        for width, words in (
            (150, "I made it with my"),
            (330, "nine-year-old in one afternoon of the year"),
        )
    )
    kept = replace(box, paragraphs=(replace(box.paragraphs[0], lines=whole),))

    narrow, wide = limits((kept,))

    assert wide < narrow
    assert lines(kept, wish((kept,))) == 2


def test_narrower_than_its_limits_a_text_has_more_lines(set_box: SetBox) -> None:
    box = set_box(60, 60, 300, "seven of them")

    narrow, wide = limits((box,))

    assert wide == INFINITY
    assert lines(box, narrow) == 1
    assert lines(box, narrow * 0.97) == 2


def test_a_text_grows_in_a_wider_font_by_the_lines_it_will_take(set_box: SetBox) -> None:
    box = set_box(60, 60, 400, HEADING, "h3", bold=True)
    narrow, _ = limits((box,))

    assert growth(box, narrow * WIDER_BOLD) == 0
    assert growth(box, narrow) == pytest.approx(box.size * box.pitch)


def test_code_is_not_expected_to_grow(set_box: SetBox) -> None:
    box = set_box(60, 60, 400, HEADING, "code", family="JetBrains Mono")

    assert growth(box, limits((box,))[0]) == 0


@pytest.mark.parametrize(
    ("align", "grows"), [("left", (0, 1)), ("right", (1, 0)), ("center", (1, 1))]
)
def test_a_full_single_line_gets_spare_room_on_the_sides_where_it_does_not_hang(
    align: Align, grows: tuple[int, int], set_box: SetBox
) -> None:
    box = set_box(400, 60, 205, HEADING, align=align)

    x, w = room(box)

    assert (x < box.x - 1, x + w > box.x + box.w + 1) == tuple(map(bool, grows))


def test_spare_room_ends_before_a_neighbour(set_box: SetBox) -> None:
    box = set_box(60, 60, 205, HEADING)
    neighbour = set_box(280, 60, 200, HEADING)

    x, w = room(box, neighbour)

    assert box.x + box.w < x + w < neighbour.x


def test_neighbours_that_grow_towards_each_other_share_what_is_free(set_box: SetBox) -> None:
    left, right = set_box(60, 60, 205, HEADING), set_box(285, 60, 205, HEADING, align="right")

    one, other = room(left, right), room(right, left)

    assert one[0] + one[1] < other[0]


def test_what_stands_above_or_below_takes_no_room(set_box: SetBox) -> None:
    box = set_box(60, 60, 205, HEADING)

    assert room(box, set_box(280, 100, 200, HEADING)) == room(box)


def test_spare_room_stays_inside_a_panel(set_box: SetBox) -> None:
    panel, box = Rect(40, 40, 245, 100, "surface"), set_box(60, 60, 205, HEADING)

    assert room(box, panel) == (60, 205)


def test_spare_room_ends_at_the_edge_of_the_page(set_box: SetBox) -> None:
    box = set_box(745, 60, 205, HEADING)

    assert room(box) == (745, 205)


def test_a_line_that_leaves_room_keeps_its_box(set_box: SetBox) -> None:
    assert room(set_box(60, 60, 400, HEADING)) == (60, 400)


def test_a_heading_and_its_text_share_a_shape(set_box: SetBox) -> None:
    heading = set_box(60, 60, 256, HEADING, "h3", bold=True, pitch=1.25)
    text = set_box(60, heading.y + heading.h + 9, 256, SENTENCE)

    shapes = stood(heading, text)

    shape = shapes[0]
    assert shape is not None
    assert (shape.boxes, shapes[1]) == ((heading, text), None)
    assert (shape.x, shape.y) == (60, 60)
    assert shape.h == pytest.approx(text.y + text.h - 60)


@pytest.mark.parametrize("what", ["rule", "far", "beside", "title"])
def test_texts_that_do_not_belong_together_keep_their_own_shapes(
    what: str, set_box: SetBox
) -> None:
    heading = set_box(60, 60, 256, HEADING, "title" if what == "title" else "h3")
    x = 70 if what == "beside" else 60
    y = heading.y + heading.h + (60 if what == "far" else 9)
    rule = Rule(60, y - 4, 300, y - 4, Stroke("line"))

    shapes = stood(heading, set_box(x, y, 256, SENTENCE), *([rule] if what == "rule" else []))

    assert None not in shapes.values()


def test_two_placeholders_never_share_a_shape(set_box: SetBox) -> None:
    heading = set_box(60, 60, 256, HEADING, "h3")
    text = set_box(60, heading.y + heading.h + 9, 256, SENTENCE)

    shapes = standings(page_of(heading, text), {0: "<p:ph/>", 1: '<p:ph idx="1"/>'})

    assert [shape.holder for shape in shapes.values() if shape] == ["<p:ph/>", '<p:ph idx="1"/>']


def test_the_title_of_a_cover_hangs_on_its_lower_edge_and_does_not_move(set_box: SetBox) -> None:
    title = set_box(60, 220, 500, "Harbour & Pine: third quarter", "display", size=64, bold=True)
    subtitle = set_box(60, title.y + title.h + 20, 500, SENTENCE, "lead")

    shape = stood(title, subtitle, stage=True)[0]

    assert shape is not None
    assert shape.anchor == "b"
    assert shape.y < title.y
    assert shape.y + shape.h == pytest.approx(title.y + title.h)


def test_of_a_gap_between_texts_that_may_both_grow_each_counts_on_half(set_box: SetBox) -> None:
    upper, lower = (set_box(60, y, 205, HEADING, bold=True) for y in (60, 120))
    around = Surroundings(page_of(upper, lower))

    ends = around.ends((upper,), share=0.5)

    assert 0 < ends.both < ends.below / 2


@pytest.mark.parametrize(
    ("higher", "spare", "frame"),
    [
        (0, (100, 0, 0), (50, 20, "t")),
        (30, (100, 40, 40), (50, 20, "t")),
        (30, (100, 10, 10), (20, 50, "b")),
        (30, (20, 20, 20), (35, 50, "ctr")),
    ],
)
def test_a_text_grows_to_where_there_is_room(
    higher: float,
    spare: tuple[float, float, float],
    frame: tuple[float, float, str],
    set_box: SetBox,
) -> None:
    shape = Standing((set_box(60, 50, 400, HEADING),), 60, 50, 400, 20)

    made = grown(shape, higher, Ends(*spare))

    assert (made.y, made.h, made.anchor) == frame
    assert not made.shrinks


def test_a_text_without_room_to_grow_shrinks_in_what_room_there_is(set_box: SetBox) -> None:
    shape = Standing((set_box(60, 50, 400, HEADING),), 60, 50, 400, 20)

    made = grown(shape, 60, Ends(18, 5, 5))

    assert (made.y, made.h, made.anchor, made.shrinks) == (32, 38, "b", True)


def test_a_figure_that_may_not_fit_shrinks_rather_than_breaks(set_box: SetBox) -> None:
    figure = set_box(60, 60, 184, "€18.6 m", "figure", size=46, bold=True)
    tight, roomy = (set_box(x, 60, 184, "94 %", "figure", size=46) for x in (246, 400))

    held, free = stood(figure, tight)[0], stood(figure, roomy)[0]

    assert held is not None
    assert free is not None
    assert (held.shrinks, free.shrinks) == (True, False)
    assert held.h < 1.5 * figure.h
    assert held.y + held.h == pytest.approx(figure.y + figure.h)


@pytest.mark.parametrize(
    ("align", "margins"),
    [("left", (6 * 12700, 0)), ("right", (0, 8 * 12700)), ("center", (0, 2 * 12700))],
)
def test_a_single_line_in_a_cell_has_the_margin_where_it_ends_to_spare(
    align: Align, margins: tuple[int, int], set_box: SetBox
) -> None:
    assert side_margins(set_box(66, 100, 80, "6.1", align=align), 6, 8) == margins
