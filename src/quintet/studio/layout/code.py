"""Code: a dark panel, and up to three notes beside it."""

from __future__ import annotations

from itertools import takewhile

from quintet.domain.deck import Bullets, Code, Rich, Text, plain
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.fitting import largest
from quintet.studio.layout.frame import head
from quintet.studio.layout.lettering import NO_MARKS
from quintet.studio.layout.strips.things import code_lines

MOST_NOTES = 4
NOTE_LENGTH = 320
FEW_LINES, FEW_BROKEN = 8, 3
"""So few lines stand larger; so few rather break than become tiny."""

WIDEST = 66
"""Code with longer lines, in characters, takes the card's whole width."""


def takes(facts: Facts) -> float | None:
    if facts.one(Code) is None or not facts.only("code", "text", "bullets"):
        return None
    found = notes(facts)
    if (
        found is None
        or sum(len(plain(words)) for words in (*leading(facts), *found[0])) > NOTE_LENGTH
    ):
        return None
    return 8.0


def notes(facts: Facts) -> tuple[tuple[Rich, ...], bool] | None:
    """What is said beside the code, and whether it is a list; None if that is too much."""
    texts = [block.text for block in facts.blocks[len(leading(facts)) :] if isinstance(block, Text)]
    lists = facts.of(Bullets)
    if (texts and lists) or len(lists) > 1 or any(i.level for b in lists for i in b.items):
        return None
    if lists and isinstance(facts.blocks[0], Bullets):
        return None
    found = tuple(texts or (item.text for block in lists for item in block.items))
    return (found, bool(lists)) if len(found) <= MOST_NOTES else None


def leading(facts: Facts) -> tuple[Rich, ...]:
    """The paragraphs that lead into the code: they stand above it."""
    before = takewhile(lambda block: isinstance(block, Text), facts.blocks)
    return tuple(block.text for block in before if isinstance(block, Text))


def lay(canvas: Canvas, facts: Facts) -> None:
    code, found = facts.of(Code)[0], notes(facts)
    if found is None:
        raise TooFull
    words, listed = found
    u, top = canvas.u, head(canvas, facts.card)
    if above := leading(facts):
        area = canvas.area(top)
        wide = min(area.w, canvas.scale.lead * 36)
        said = canvas.fit([above], "body", wide, area.h * 0.4, size=_lead_size(canvas))
        left = canvas.start(area.x, area.w, wide)
        top += canvas.text(left, top, wide, above, "body", size=said, cap=True) + u * 3
    area = canvas.area(top)
    lines = code_lines(code)
    beside = bool(words) and not canvas.stacked and max(map(len, lines)) <= WIDEST
    x, w = canvas.col(0, 8) if beside else (area.x, area.w)
    below = 0.0
    marks = canvas.bullets(len(words)) if listed else NO_MARKS
    if words and not beside:
        below = canvas.height(words, "body", w, gap=0.6, indents=marks.indents) + u * 4
    pad = u * 4
    size, high = _fitted(canvas, lines, w - 2 * pad, area.h - below - 2 * pad)
    canvas.rect(Area(x, area.y, w, high + 2 * pad), "code_bg", min(canvas.radius, 14 * canvas.k))
    canvas.text(x + pad, area.y + pad, w - 2 * pad, lines, "code", size=size, gap=0)
    if beside:
        nx, nw = canvas.col(8, 4)
        nx, nw = canvas.after(nx, nw, u * 2)
        room = area.h - u * 2
        note = canvas.fit([words], "body", nw - u * 3, room, gap=0.9)
        canvas.text(
            nx, area.y + u * 2, nw, words, "body", size=note, gap=0.9, cap=True, marks=marks,
            colour="muted",
        )  # fmt: skip
    elif words:
        y = area.y + high + 2 * pad + u * 4
        canvas.text(x, y, w, words, "body", gap=0.6, marks=marks, colour="muted")


def _lead_size(canvas: Canvas) -> float:
    return canvas.scale.body if canvas.paper else canvas.scale.lead


def _fitted(canvas: Canvas, lines: list[str], w: float, h: float) -> tuple[float, float]:
    """The size of the code, at which no line breaks if that can be, and its height."""
    # Few lines stand larger, as far as none of them breaks.
    few = len(lines) <= FEW_LINES and not canvas.paper
    high = canvas.scale.lead if few else canvas.scale.body * 0.92
    longest = canvas.width(lines, "code", 1.0)
    low = canvas.floor("code")

    # A line or two that would become tiny break instead.
    broken = canvas.scale.body * 0.8 if len(lines) <= FEW_BROKEN else low + canvas.step

    def fits(size: float) -> bool:
        unbroken = longest * size <= w * 0.98
        return (unbroken or size <= broken) and canvas.height(lines, "code", w, size, 0) <= h

    size = largest(high, low, canvas.step, fits)
    return size, canvas.height(lines, "code", w, size, 0)


CODE = Layout("code", "words", takes, lay)
