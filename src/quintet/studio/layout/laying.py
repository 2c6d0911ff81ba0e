"""Laying a deck out: every card tidied, given the layout that suits it, split where it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quintet.domain.deck import Bullets, Card, Deck, Image, Numbered, plain
from quintet.domain.pages import Fonts, Pages
from quintet.studio.layout.binding import Binder
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.choosing import Rhythm, ranked
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.flow import FLOW, lay_column, lay_flow
from quintet.studio.layout.sheets import SHEETS, Sheet
from quintet.studio.layout.slots import top_room
from quintet.studio.layout.splitting import is_long_head, split, tamed
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.tidy import as_figure, as_words, tidy
from quintet.studio.themes import Theme
from quintet.studio.type.scripts import is_right_to_left

PART = re.compile(r"\d+/\d+$")
"""Ends the eyebrow of a card that goes on with the one before."""

MOST_SHOWN = 20
"""How many missing characters a note names."""


@dataclass(slots=True)
class Laying:
    """One deck being laid out."""

    deck: Deck
    theme: Theme
    sizes: Mapping[str, tuple[int, int]]
    layouts: Sequence[Layout]
    sheet: Sheet
    rhythm: Rhythm = field(default_factory=Rhythm)
    notes: dict[str, None] = field(default_factory=dict)
    sections: int = 0
    binder: Binder = field(init=False)

    def __post_init__(self) -> None:
        self.binder = Binder(self.deck, self.sheet, self.blank, self.note)

    def note(self, *notes: str) -> None:
        self.notes.update(dict.fromkeys(notes))

    # One card ---------------------------------------------------------------------------------

    def lay_card(self, index: int, card: Card) -> None:
        """Add the pages of a card."""
        self.note(*(missing_picture(source) for source in missing(card, self.sizes)))
        if card.role == "section":
            self.sections += 1
        tidied = as_words(as_figure(tidy(card, self.sizes, self.deck.language)))
        if index and self.rhythm.used and goes_on(self.deck.cards[index - 1], tidied):
            tidied = replace(tidied, wish=tidied.wish or self.rhythm.used[-1].name)
        facts = self.facts(index, tidied)
        if not is_long_head(tidied) and self.try_layouts(facts):
            return
        whole = tamed(self.blank(self.sheet), tidied)
        if whole != tidied and self.try_layouts(replace(facts, card=whole)):
            return
        self.lay_parts(replace(facts, card=whole))

    def lay_parts(self, facts: Facts) -> None:
        """Split a card that is too full, and lay its parts out, splitting them again if need be."""
        parts = split(self.blank(self.tall_sheet()), facts.card, self.flows)
        if not self.deck.may_split and len(parts) > 1:
            title = plain(facts.card.title) or f"no. {facts.index + 1}"
            self.note(f"The card {title!r} was too full for one page and became several.")
        self.binder.close()
        first = len(self.binder.pages)
        alike = len({frozenset(block.kind for block in part.blocks) for part in parts}) == 1
        for part in parts:
            if alike and len(self.binder.pages) > first:
                # Parts that hold the same kinds of blocks look the same.
                part = replace(part, wish=self.rhythm.used[-1].name)
            part_facts = replace(facts, card=part, part=2, parts=2)
            if not self.try_layouts(part_facts):
                self.lay_anyhow(part_facts)
        self.binder.number_parts(first)

    def flows(self, card: Card) -> bool:
        """Whether a card can be set on the tallest sheet, in columns at the least."""
        canvas = self.blank(replace(self.sheet, h=max(self.sheet.h, self.most_height())))
        try:
            lay_flow(canvas, self.facts(1, card))
        except TooFull:
            return False
        return True

    def lay_anyhow(self, facts: Facts) -> None:
        """Set a part that no layout holds as small as may be, and say so where it is too large."""
        sheet = replace(self.sheet, h=max(self.sheet.h, self.most_height()))
        canvas = self.blank(sheet)
        try:
            lay_column(canvas, facts)
        except TooFull:
            canvas = self.blank(sheet)
            Stack.of(facts.blocks).draw(canvas, canvas.content, canvas.floor("body"))
            self.note(f"A part of card {facts.index + 1} is larger than its page.")
        self.rhythm.add(FLOW)
        self.binder.add(canvas, facts, FLOW)

    def facts(self, index: int, card: Card) -> Facts:
        return Facts(
            card=card,
            sheet=self.sheet,
            format=self.deck.format,
            index=index,
            total=len(self.deck.cards),
            pictures=self.sizes,
            section=self.sections if card.role == "section" else 0,
            draft=self.deck.draft,
        )

    def try_layouts(self, facts: Facts) -> bool:
        """Lay a card with the best layout that holds it; False if none does."""
        for layout in ranked(self.layouts, facts, self.rhythm, self.deck.title):
            for sheet, roomy in self.heights(layout):
                canvas = self.blank(sheet)
                canvas.roomy = roomy
                try:
                    layout.lay(canvas, facts)
                except TooFull:
                    continue
                self.rhythm.add(layout)
                self.binder.add(canvas, facts, layout)
                return True
        return False

    # Sheets -----------------------------------------------------------------------------------

    def heights(self, layout: Layout) -> Iterator[tuple[Sheet, bool]]:
        """
        The sheet, and taller ones by its step where it may grow, all of them with type of full
        size; at last the tallest with type that may shrink. A stage fills its sheet of paper.
        """
        sheet, most = self.sheet, self.most_height()
        if self.binder.stacks:
            sheet = sheet if layout.stage else replace(sheet, h=sheet.w * 0.7)
        while sheet.h + sheet.step <= most + 0.01:
            yield sheet, True
            sheet = replace(sheet, h=sheet.h + sheet.step)
        yield (self.sheet if self.binder.stacks else sheet), False

    def most_height(self) -> float:
        if self.binder.stacks:
            return self.sheet.h
        bound = self.deck.most_height
        return min(self.sheet.most, bound) if bound is not None else self.sheet.most

    def tall_sheet(self) -> Sheet:
        """What a card is split for: three steps taller than the least, where it may grow."""
        grown = min(self.sheet.h + 3 * self.sheet.step, self.most_height())
        return replace(self.sheet, h=max(self.sheet.h, grown))

    def blank(self, sheet: Sheet) -> Canvas:
        canvas = Canvas(sheet, self.theme, self.deck.language, self.sizes)
        canvas.y0 += top_room(canvas, self.deck.frame)
        canvas.banded = self.deck.format == "webpage" and len(self.binder.pages) % 2 == 0
        return canvas


def goes_on(before: Card, card: Card) -> bool:
    """Whether a card goes on with the list of the card before: both then look the same."""
    lists = [one.blocks[0] for one in (before, card) if len(one.blocks) == 1]
    listed = len(lists) == 2 and all(isinstance(one, Bullets | Numbered) for one in lists)
    counted = PART.search(card.eyebrow) is not None
    return listed and counted and plain(before.title) == plain(card.title) != ""


def missing(card: Card, sizes: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
    """The pictures of a card that are not at hand."""
    images = (block for block in card.blocks if isinstance(block, Image))
    return tuple(image.source for image in images if image.source not in sizes)


def missing_glyphs(characters: Iterable[str]) -> str:
    shown = " ".join(list(characters)[:MOST_SHOWN])
    return f"No font has these characters, so a mark stands for each: {shown}"


def missing_picture(source: str) -> str:
    return f"The picture {source[:200]!r} could not be had and was left out."


def lay(
    deck: Deck, theme: Theme, sizes: Mapping[str, tuple[int, int]], layouts: Sequence[Layout]
) -> Pages:
    """Lay out a deck with the layouts given."""
    known = {name: size for name, size in sizes.items() if size[0] > 0 and size[1] > 0}
    laying = Laying(deck, theme, known, layouts, sheet_of(deck))
    for index, card in enumerate(deck.cards):
        laying.lay_card(index, card)
    laying.binder.close()
    if laying.binder.missing:
        laying.note(missing_glyphs(laying.binder.missing))
    return Pages(
        title=deck.title,
        language=deck.language,
        rtl=is_right_to_left(deck.language),
        theme=theme.id,
        size=deck.size,
        palette=dict(theme.palette),
        fonts=Fonts(theme.fonts.heading, theme.fonts.body, theme.fonts.mono),
        pages=tuple(laying.binder.pages),
        notes=tuple(laying.notes),
        format=deck.format,
    )


def sheet_of(deck: Deck) -> Sheet:
    """The sheet of a deck; bands of a web page are lower and have wider margins above and below."""
    sheet = SHEETS[deck.size]
    if deck.format == "webpage" and deck.size == "fluid":
        return replace(sheet, h=360, top=96, bottom=96)
    return sheet
