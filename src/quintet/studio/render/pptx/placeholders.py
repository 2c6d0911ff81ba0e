"""Which layout a slide takes, and which of its boxes fill the layout's places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quintet.domain.pages import Page, Picture, TextBox
from quintet.studio.render.pptx.layouts import (
    BY,
    FIRST,
    FOOTER,
    LAYOUT_NUMBERS,
    NUMBER,
    PICTURE,
    SECOND,
)

TITLES = frozenset({"title", "display"})
LARGE = 0.2
"""A picture that takes this share of its page is what the page is about."""

Fillings = Mapping[int, str]
"""The place of a box on its page to the placeholder it fills."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The number of the slide's layout, and the placeholders its boxes fill."""

    layout: int
    fillings: Fillings = field(default_factory=dict)


def holder(kind: str = "", index: int | None = None) -> str:
    named = f' type="{kind}"' if kind else ""
    indexed = f' idx="{index}"' if index is not None else ""
    return f"<p:ph{named}{indexed}/>"


def plan(page: Page, number: int) -> Plan:
    """Choose a layout by what the page holds; `number` is the slide's place in the deck."""
    title = title_of(page)
    name, filled = on_stage(page, title) if page.stage else on_ground(page, title)
    return Plan(LAYOUT_NUMBERS[name], {**filled, **ends(page, number)})


def title_of(page: Page) -> int | None:
    """The box that says the page's title; the one that says it word for word, if there are two."""
    found = boxes(page, TITLES)
    exact = [place for place in found if words(page.boxes[place]) == page.title]
    return next(iter((*exact, *found)), None)


def on_stage(page: Page, title: int | None) -> tuple[str, dict[int, str]]:
    """Covers, sections, quotes and closings."""
    quotes = boxes(page, {"quote"})
    if title is None:
        said = dict(zip(quotes, [holder("body", FIRST)], strict=False))
        by = [place for place in boxes(page, {"body", "lead", "label"}) if place not in said]
        if said and by:
            said[by[0]] = holder("body", BY)
        return ("Quote" if said else "Blank"), said
    below = boxes(page, {"subtitle"}) or quotes or boxes(page, {"lead", "body"})
    if page.number == 1:
        cover = {title: holder("ctrTitle")}
        return "Title Slide", cover | {place: holder("subTitle", FIRST) for place in below[:1]}
    section = {title: holder("title")}
    return "Section", section | {place: holder("body", FIRST) for place in below[:1]}


def on_ground(page: Page, title: int | None) -> tuple[str, dict[int, str]]:
    """Content: one text, two side by side, a picture with words, or what only has a title."""
    if title is None:
        return "Blank", {}
    filled = {title: holder("title")}
    bodies = boxes(page, {"body", "code"}) or boxes(page, {"lead"})
    pictures = [
        place
        for place, box in enumerate(page.boxes)
        if isinstance(box, Picture) and box.w * box.h > LARGE * page.w * page.h
    ]
    if len(pictures) == 1 and len(bodies) == 1:
        filled |= {bodies[0]: holder("body", FIRST), pictures[0]: holder("pic", PICTURE)}
        return "Picture", filled
    if len(bodies) == 1:
        return "Title and Content", filled | {bodies[0]: holder("", FIRST)}
    if len(bodies) == 2 and side_by_side(page, bodies):
        return "Two Content", filled | {
            place: holder("", index) for place, index in zip(bodies, (FIRST, SECOND), strict=True)
        }
    return "Title Only", filled


def ends(page: Page, number: int) -> dict[int, str]:
    """The slide's number, and the footer: the first text in the lower left or middle."""
    found: dict[str, int] = {}
    for place, box in enumerate(page.boxes):
        if not isinstance(box, TextBox) or not words(box):
            continue
        if box.slot == "number" and counts(box, number):
            found.setdefault(holder("sldNum", NUMBER), place)
        elif box.slot == "text" and is_foot(page, box):
            found.setdefault(holder("ftr", FOOTER), place)
    return {place: mark for mark, place in found.items()}


def counts(box: TextBox, number: int) -> bool:
    """Whether the box shows just the slide's number, in Western digits, as a field would."""
    return words(box) == str(number)


def is_foot(page: Page, box: TextBox) -> bool:
    ending = "left" if box.rtl else "right"
    return box.y > page.h / 2 and box.align != ending


def side_by_side(page: Page, places: Iterable[int]) -> bool:
    """Two texts that share a height and lie beside one another."""
    one, other = (page.boxes[place] for place in places)
    if not isinstance(one, TextBox) or not isinstance(other, TextBox):
        return False
    apart = one.x + one.w <= other.x or other.x + other.w <= one.x
    return apart and abs(one.y - other.y) < one.size


def boxes(page: Page, roles: Iterable[str]) -> list[int]:
    """The places of the boxes of text with these roles, in reading order."""
    wanted = frozenset(roles)
    return [
        place
        for place, box in enumerate(page.boxes)
        if isinstance(box, TextBox) and box.role in wanted and box.slot is None and words(box)
    ]


def words(box: object) -> str:
    """All words of a box of text."""
    if not isinstance(box, TextBox):
        return ""
    lines = ("".join(span.text for span in paragraph.spans) for paragraph in box.paragraphs)
    return "\n".join(lines).strip()
