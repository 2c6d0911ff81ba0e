"""What is drawn beneath the words of a table."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.pages import Pages, Rect, Rule, TableBox
from quintet.studio.render.tables import ground


def tables_of(pages: Pages, page: int) -> TableBox:
    return next(box for box in pages.pages[page].boxes if isinstance(box, TableBox))


def test_neighbours_of_one_colour_are_one_area(pages: Pages) -> None:
    fills = [box for box in ground(tables_of(pages, 2)) if isinstance(box, Rect)]

    assert [(fill.x, fill.y, fill.w, fill.h) for fill in fills] == [(60, 120, 280, 32)]


def test_a_table_read_from_the_right_is_filled_from_the_right(pages: Pages) -> None:
    fills = [box for box in ground(tables_of(pages, 3)) if isinstance(box, Rect)]

    assert [(fill.x, fill.w) for fill in fills] == [(760, 140)]


def test_rules_stand_under_their_rows(pages: Pages) -> None:
    rules = [box for box in ground(tables_of(pages, 2)) if isinstance(box, Rule)]

    assert [(rule.x1, rule.x2, rule.y1) for rule in rules] == [(60, 340, 152), (60, 340, 184)]


def test_a_table_without_rows_has_nothing_beneath(pages: Pages) -> None:
    empty = replace(tables_of(pages, 2), rows=(), cells=(), rules=(), h=0.0)

    assert ground(empty) == ()
