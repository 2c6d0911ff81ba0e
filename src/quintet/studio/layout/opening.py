"""Openings: cover, section, closing, and a card of a single statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quintet.domain.deck import Bullets, Numbered, Rich, Text, plain
from quintet.studio.layout.art import draw_art
from quintet.studio.layout.canvas import Canvas, Side, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import eyebrow_above

COUNT = re.compile(r"\d+/\d+")
LEAST_DISPLAY = 0.6
SAVING = 0.86
"""A title with a colon shrinks to this part of its size if it then needs a line less."""

MOST_SAID, MOST_ABOVE = 80, 24
"""How long a sentence that stands alone, and the title above it, may be."""

LEAD_LENGTH = 240
BY_LENGTH = 90
CONTACT_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Column:
    """Where an opening's words stand: centred in themes that frame their stage."""

    x: float
    w: float
    align: Side


def column_for(canvas: Canvas, count: int) -> Column:
    """`count` columns from the reading side (all in portrait), or the middle inside a frame."""
    if canvas.theme.shape.art == "frame" and canvas.staged:
        return Column(*(canvas.col(1, 10) if canvas.portrait else canvas.col(2, 8)), "center")
    return Column(*canvas.col(0, 12 if canvas.portrait else count), "start")


def display_size(canvas: Canvas, title: Rich, w: float, lines: float, part: float = 1.0) -> float:
    """
    The largest display size at which the title needs at most `lines` lines; a little smaller
    where that saves one with a colon a line, so that each part has its own.
    """
    most = canvas.size("display") * part
    prepared = canvas.prepare(title, "display")
    room = most * prepared.pitch * (lines + 0.05)
    low = min(most, canvas.size("display") * LEAST_DISPLAY)
    size = canvas.fit([title], "display", w, room, low=low, size=most)
    if ": " not in plain(title):
        return size
    count = len(prepared.cuts(0, w, size))
    smaller = size
    while smaller - canvas.step >= max(low, size * SAVING):
        smaller -= canvas.step
        if len(prepared.cuts(0, w, smaller)) < count:
            return smaller
    return size


def texts(facts: Facts) -> tuple[Rich, ...]:
    """The card's sub-title and paragraphs."""
    words = tuple(block.text for block in facts.of(Text))
    return (facts.card.subtitle, *words) if facts.card.subtitle else words


def eyebrow_of(facts: Facts) -> str:
    """The cover's eyebrow; an outline made from a topic alone says that it is one."""
    marks = ("Draft" if facts.draft else "", facts.card.eyebrow)
    return " · ".join(mark for mark in marks if mark)


# Cover -----------------------------------------------------------------------------------------


def takes_cover(facts: Facts) -> float | None:
    first = facts.card.role == "cover" or (facts.index == 0 and not facts.blocks)
    if not first or not facts.title or not (facts.only("text") or not facts.blocks):
        return None
    words = [plain(text) for text in texts(facts)]
    if len(words) > 3 or sum(map(len, words)) > LEAD_LENGTH + BY_LENGTH:
        return None
    return 10.0


def lead_and_by(words: Sequence[Rich]) -> tuple[tuple[Rich, ...], Rich]:
    """Of a cover's texts, the lead, and the last one as by-line if it is short."""
    if len(words) > 1 and len(plain(words[-1])) <= BY_LENGTH:
        return tuple(words[:-1]), words[-1]
    return tuple(words), ()


def lay_cover(canvas: Canvas, facts: Facts) -> None:
    """Title, lead below it, eyebrow above, by-line on the bottom margin; loud art."""
    canvas.stage()
    draw_art(canvas, loud=True)
    place, u = column_for(canvas, 8), canvas.u
    lead, by = lead_and_by(texts(facts))
    wide = place.w * 0.86
    size = display_size(canvas, facts.card.title, place.w, 4 if canvas.portrait else 3)
    high = canvas.height(facts.card.title, "display", place.w, size)
    below = canvas.height(lead, "lead", wide) if lead else 0.0
    gap = u * 3.4 if lead else 0.0
    block = high + gap + below
    # A title alone stands a little lower than one with a lead.
    y = (canvas.h - block) * (0.54 if lead else 0.56)
    if place.align == "center":
        y = (canvas.h - block) / 2
    elif canvas.portrait:
        y = canvas.y1 - block - u * 14
    foot = canvas.y1 - (canvas.height(by, "small", place.w) if by else 0.0)
    y = min(y, foot - block - u * 2)
    if y < canvas.y0 + u * 5:
        raise TooFull
    if eyebrow := eyebrow_of(facts):
        eyebrow_above(canvas, (place.x, y - u * 5, place.w), eyebrow, place.align)
    canvas.text(place.x, y, place.w, facts.card.title, "display", size=size, align=place.align)
    left = place.x + (place.w - wide) / 2 if place.align == "center" else canvas.start(
        place.x, place.w, wide
    )  # fmt: skip
    canvas.text(left, y + high + gap, wide, lead, "lead", align=place.align)
    canvas.text(place.x, foot, place.w, by, "small", align=place.align)


# Section ---------------------------------------------------------------------------------------


def takes_section(facts: Facts) -> float | None:
    """A heading without a body, or with a line or two."""
    if facts.card.role != "section" or not facts.title or facts.sheet.paper:
        return None
    words = [plain(text) for text in texts(facts)]
    plain_body = facts.only("text") or not facts.blocks
    return 9.0 if plain_body and sum(map(len, words)) <= LEAD_LENGTH else None


def lay_section(canvas: Canvas, facts: Facts) -> None:
    """The section's number, its title large, a line below; quiet art."""
    canvas.stage()
    draw_art(canvas, loud=False)
    _lay_middle(canvas, facts, f"{facts.section:02d}" if facts.section else "")


def takes_statement(facts: Facts) -> float | None:
    """A card with only a title, or with nothing; a section of a document."""
    section = facts.card.role == "section" and facts.only("text") and facts.sheet.paper
    if is_said_alone(facts):
        return 5.2
    return 4.0 if not facts.blocks or section else None


def is_said_alone(facts: Facts) -> bool:
    """One short sentence below a short title: it is the statement, the title its eyebrow."""
    one = facts.one(Text)
    if one is None or len(facts.blocks) != 1 or facts.card.role != "content":
        return False
    if facts.card.eyebrow and not COUNT.fullmatch(facts.card.eyebrow):
        return False
    if "@" in plain(one.text) or any(run.link or run.code for run in one.text):
        return False
    told = facts.card.subtitle or facts.format == "document" or facts.sheet.paper
    short = len(plain(one.text)) <= MOST_SAID and len(facts.title) <= MOST_ABOVE
    asked = facts.title.endswith(("?", "？", "؟"))
    return bool(facts.title) and short and not told and not asked


def lay_statement(canvas: Canvas, facts: Facts) -> None:
    """The title, or a card's only sentence, large on the card's own ground."""
    if is_said_alone(facts):
        above = " · ".join(part for part in (facts.title, facts.card.eyebrow) if part)
        words = facts.of(Text)[0].text
        facts = replace(facts, card=replace(facts.card, title=words, eyebrow=above, blocks=()))
    _lay_middle(canvas, facts, "")


def _lay_middle(canvas: Canvas, facts: Facts, number: str) -> None:
    if not facts.title and not texts(facts) and not facts.card.eyebrow:
        return
    place, u = column_for(canvas, 8), canvas.u
    on_paper = canvas.paper and not canvas.staged
    size = display_size(canvas, facts.card.title, place.w, 4, 0.62 if on_paper else 0.86)
    high = canvas.height(facts.card.title, "display", place.w, size)
    lead = texts(facts)
    below = canvas.height(lead, "lead", place.w) if lead else 0.0
    y = canvas.y0 + u * 5 if on_paper else canvas.h / 2 - high / 2
    if y + high + u * 3 + below > canvas.y1:
        y = canvas.y1 - below - u * 3 - high
    above = y - u * 5
    if number:
        above = y - canvas.size("title") * 1.7
        canvas.text(place.x, above, place.w, number, "title", colour="accent1", align=place.align)
    elif facts.card.eyebrow:
        eyebrow_above(canvas, (place.x, above, place.w), facts.card.eyebrow, place.align)
    if number and facts.card.eyebrow:
        top = above - u * 4
        eyebrow_above(canvas, (place.x, top, place.w), facts.card.eyebrow, place.align)
    if above < canvas.y0 - u * 2:
        raise TooFull
    canvas.text(place.x, y, place.w, facts.card.title, "display", size=size, align=place.align)
    canvas.text(place.x, y + high + u * 3, place.w, lead, "lead", align=place.align)


# Closing ---------------------------------------------------------------------------------------


def takes_closing(facts: Facts) -> float | None:
    if facts.card.role != "closing" or not facts.title or facts.sheet.name in ("letter", "a4"):
        return None
    if facts.blocks and not facts.only("text", "bullets", "numbered"):
        return None
    lead, contacts = closing_words(facts)
    long = sum(len(plain(text)) for text in lead) > LEAD_LENGTH or len(lead) > 2
    nested = any(item.level for block in facts.of(Bullets) for item in block.items)
    return None if long or nested or len(contacts) > 5 else 9.0


def closing_words(facts: Facts) -> tuple[tuple[Rich, ...], tuple[Rich, ...]]:
    """The lead of a closing card, and its rows: contacts, links, calls to act."""
    lead: list[Rich] = [facts.card.subtitle] if facts.card.subtitle else []
    rows: list[Rich] = []
    for block in facts.blocks:
        if isinstance(block, Bullets | Numbered):
            rows.extend(item.text for item in block.items)
        elif isinstance(block, Text):
            short = len(plain(block.text)) <= CONTACT_LENGTH and (rows or lead)
            (rows if short else lead).append(block.text)
    return tuple(lead), tuple(rows)


def lay_closing(canvas: Canvas, facts: Facts) -> None:
    """A last word: title, lead, and rows with a dash each; loud art."""
    canvas.stage()
    draw_art(canvas, loud=True)
    place, u = column_for(canvas, 7), canvas.u
    lead, rows = closing_words(facts)
    size = display_size(canvas, facts.card.title, place.w, 4)
    high = canvas.height(facts.card.title, "display", place.w, size)
    below = canvas.height(lead, "lead", place.w) + u * 3 if lead else 0.0
    dash, indent = 18 * canvas.k, 28 * canvas.k
    centred = place.align == "center"
    wide = place.w if centred else place.w - indent
    heights = [canvas.height(row, "body", wide) for row in rows]
    listed = sum(heights) + u * 1.2 * len(rows) + (u * 4 if rows else 0)
    block = high + below + listed
    y = canvas.h * _closing_top(canvas)
    if not canvas.portrait:
        y = canvas.h * 0.46 - (high + below) / 2
    y = max(canvas.y0 + (u * 5 if facts.card.eyebrow else 0), min(y, canvas.y1 - u * 3 - block))
    if y + block > canvas.y1:
        raise TooFull
    if facts.card.eyebrow:
        eyebrow_above(canvas, (place.x, y - u * 5, place.w), facts.card.eyebrow, place.align)
    canvas.text(place.x, y, place.w, facts.card.title, "display", size=size, align=place.align)
    y += high
    if lead:
        canvas.text(place.x, y + u * 3, place.w, lead, "lead", align=place.align)
    y += below + u * 4
    for row, tall in zip(rows, heights, strict=True):
        if not centred:
            line = y + canvas.size("body") * 0.72
            left = canvas.start(place.x, place.w, dash)
            canvas.bar(left, line - canvas.k, dash, 2 * canvas.k, "accent1")
        left = place.x if centred else canvas.after(place.x, place.w, indent)[0]
        canvas.text(left, y, wide, row, "body", align=place.align)
        y += tall + u * 1.2


def _closing_top(canvas: Canvas) -> float:
    """Where a portrait closing starts, of the height: below art it must not stand on."""
    if canvas.slots_plate:
        return 0.47
    return 0.26 if canvas.sheet.square else 0.42


COVER = Layout("cover", "opening", takes_cover, lay_cover, stage=True)
SECTION = Layout("section", "opening", takes_section, lay_section, stage=True)
STATEMENT = Layout("statement", "opening", takes_statement, lay_statement)
CLOSING = Layout("closing", "opening", takes_closing, lay_closing, stage=True)
