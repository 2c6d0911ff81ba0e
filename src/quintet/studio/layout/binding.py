"""Binding: cards laid out become numbered pages with header and footer, stacked in documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from quintet.domain.deck import Deck, plain
from quintet.domain.pages import Page
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.sheets import Sheet
from quintet.studio.layout.shifting import lowest, shifted
from quintet.studio.layout.slots import draw_slots

SPARSE = 0.2
"""Cards of social posts with more of their height free stand lower, by"""
LOWERED = 0.38
"""this part of it: title and words together, so that no gap opens between them."""

BETWEEN = 7
"""Between two cards stacked on a page of a document, in u."""


@dataclass(slots=True)
class Binder:
    """The pages so far. The last one is `open` while a document's next card may still join it."""

    deck: Deck
    sheet: Sheet
    blank: Callable[[Sheet], Canvas]
    note: Callable[[str], None]
    pages: list[Page] = field(default_factory=list)
    open: Canvas | None = None
    held: list[Facts] = field(default_factory=list)
    layout: str = ""
    missing: dict[str, None] = field(default_factory=dict)
    """Characters that no font has, in order of appearance."""

    @property
    def stacks(self) -> bool:
        """Whether cards share pages: in documents on sheets of paper."""
        return self.sheet.name in ("letter", "a4")

    def add(self, canvas: Canvas, facts: Facts, layout: Layout) -> None:
        """Take a card that was laid out: onto the open page if it has room, else onto a new one."""
        self.missing.update(canvas.missing)
        if self.sheet.social and not layout.stage and layout.family != "picture":
            _lower(canvas)
        if not self.stacks or layout.stage:
            self.close()
            self._begin(canvas, facts, layout)
            self.close()
        elif self.open is None or not self._join(self.open, canvas, facts):
            self.close()
            page = self.blank(self.sheet)
            page.boxes.extend(canvas.boxes)
            self._begin(page, facts, layout)

    def _begin(self, canvas: Canvas, facts: Facts, layout: Layout) -> None:
        self.open, self.held, self.layout = canvas, [facts], layout.name

    def _join(self, page: Canvas, canvas: Canvas, facts: Facts) -> bool:
        end = max(lowest(page.boxes), page.y0)
        down = end + BETWEEN * page.u - canvas.y0
        if lowest(canvas.boxes) + down > page.y1:
            return False
        page.boxes.extend(shifted(box, down) for box in canvas.boxes)
        self.held.append(facts)
        return True

    def close(self) -> None:
        """Number the open page, and give it header and footer."""
        canvas, held, frame = self.open, self.held, self.deck.frame
        if canvas is None:
            return
        first, number = held[0], len(self.pages) + 1
        hidden = (first.index == 0 and frame.hide_on_first) or (
            held[-1].last and frame.hide_on_last
        )
        if not hidden and self.deck.format != "webpage":
            for note in draw_slots(canvas, frame, number):
                self.note(note)
        page = Page(
            w=canvas.w,
            h=canvas.h,
            fill=canvas.tone(canvas.fill),
            boxes=tuple(canvas.boxes),
            number=number,
            card=first.index,
            layout=self.layout,
            title=first.title or plain(self.deck.cards[first.index].title),
            notes="\n\n".join(facts.card.notes for facts in held if facts.card.notes),
            stage=canvas.staged,
        )
        self.pages.append(page)
        self.open = None

    def number_parts(self, first: int) -> None:
        """Say on the pages from `first` on which part of their card they are."""
        self.close()
        total = len(self.pages) - first
        for i, page in enumerate(self.pages[first:]):
            self.pages[first + i] = replace(page, part=i + 1, parts=total)


def _lower(canvas: Canvas) -> None:
    """Set all of a sparse card lower; posts are seen one by one, so titles need not keep place."""
    free = canvas.y1 - max(lowest(canvas.boxes), canvas.y0)
    if free > (canvas.y1 - canvas.y0) * SPARSE:
        canvas.boxes[:] = [shifted(box, free * LOWERED) for box in canvas.boxes]
