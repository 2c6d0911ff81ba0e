"""Words: paragraphs beside a narrow head, set larger the fewer they are; one that stands out."""

from __future__ import annotations

import re

from quintet.domain.deck import Quote, Rich, Run, Text, plain, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.art import draw_art
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.flow import WORDS
from quintet.studio.layout.frame import BELOW, head, title_top
from quintet.studio.layout.groups import length
from quintet.studio.layout.sizing import roof
from quintet.studio.layout.stack import Stack
from quintet.studio.layout.strips.words import speaker_of

MOST_WORDS = 640
MOST_TITLE = 70
SAID, NOTED = 150, 220
"""How long the sentence of a callout, and the note below it, may be."""

CLAUSE = re.compile(r"(?:§\s?)?\d+(?:\.\d+)*[.)]?\s|\([a-z0-9]{1,3}\)\s")
"""The number of a clause: none of those on a card stands out from the others."""

BRIEF = 80
"""A quotation of so few characters stands larger than others."""

MARK = 3.2
"""The quotation mark's size, in title sizes."""


# Words -----------------------------------------------------------------------------------------


def takes_words(facts: Facts) -> float | None:
    if not facts.only(*WORDS) or not facts.title or len(facts.title) > MOST_TITLE:
        return None
    return 6.0 if sum(map(length, facts.blocks)) <= MOST_WORDS else 4.0


def lay_words(canvas: Canvas, facts: Facts) -> None:
    """On wide cards the head takes four columns and the words seven, level with the title."""
    stack = Stack.of(facts.blocks)
    high = roof(canvas, facts, 12 if canvas.stacked else 4)
    if canvas.stacked:
        area = canvas.area(head(canvas, facts.card))
        stack.draw(canvas, area, stack.fit(canvas, area.w, area.h, high))
        return
    if head(canvas, facts.card, 0, 4) - BELOW * canvas.u > canvas.y1:
        raise TooFull
    y = title_top(canvas, facts.card, canvas.col(0, 4)[1])
    x, w = canvas.col(5, 7)
    size = stack.fit(canvas, w, canvas.y1 - y, high, canvas.scale.body - 1)
    # The first line's capitals stand level with the title's.
    y -= canvas.cap_offset("H", "body", size)
    stack.draw(canvas, Area(x, y, w, canvas.y1 - y), size)


# Callout ---------------------------------------------------------------------------------------


def said(facts: Facts) -> tuple[Rich, Rich] | None:
    """The sentence that stands out, and the note below it."""
    quote = facts.one(Quote)
    if quote is not None and len(facts.blocks) == 1:
        speaker = speaker_of(quote)
        return quote.text, rich(speaker)
    texts = [block.text for block in facts.of(Text)]
    if not facts.only("text") or len(texts) > 2:
        return None
    if len(texts) > 1 and any(CLAUSE.match(plain(text)) for text in texts):
        return None
    return texts[0], texts[1] if len(texts) > 1 else ()


def takes_callout(facts: Facts) -> float | None:
    parts = said(facts)
    if parts is None or len(plain(parts[0])) > SAID or len(plain(parts[1])) > NOTED:
        return None
    return 6.5


def lay_callout(canvas: Canvas, facts: Facts) -> None:
    """The sentence as large as a title on a tinted panel, the note below it."""
    words, note = said(facts) or ((), ())
    area = canvas.area(head(canvas, facts.card))
    u = canvas.u
    pad = u * (4 if canvas.paper else 6)
    w = area.w - 2 * pad
    high = canvas.scale.title * (0.9 if canvas.paper else 1.12)
    size = canvas.fit([words], "quote", w, area.h * 0.55, low=canvas.scale.lead, size=high)
    said_high = canvas.height(words, "quote", w, size)
    small = max(canvas.floor("body"), canvas.scale.lead - 2 * canvas.k)
    wide = w * (1.0 if canvas.portrait else 0.8)
    noted = canvas.height(note, "body", wide, small) + u * 3 if note else 0.0
    panel = said_high + noted + 2 * pad
    if panel > area.h:
        raise TooFull
    y = area.y + (0.0 if canvas.paper else (area.h - panel) * 0.32)
    canvas.panel(Area(area.x, y, area.w, panel), "tint")
    if canvas.radius < 6:
        bar = 5 * canvas.k
        left = canvas.start(area.x, area.w, bar)
        canvas.rect(Area(left, y, bar, panel), "accent1")
    x = area.x + pad
    canvas.text(x, y + pad, w, words, "quote", size=size)
    left = canvas.start(x, w, wide)
    top = y + pad + said_high + u * 3
    canvas.text(left, top, wide, note, "body", size=small, colour="muted")


# Quote -----------------------------------------------------------------------------------------


def takes_quote(facts: Facts) -> float | None:
    """Quoted speech; a short title stands above it as an eyebrow."""
    quote = facts.one(Quote)
    if quote is None or len(facts.blocks) != 1 or facts.format == "document" or facts.sheet.paper:
        return None
    fits = 30 <= len(plain(quote.text)) <= 300 and len(facts.title) <= 60
    return 9.0 if fits and not facts.card.subtitle else None


def lay_quote(canvas: Canvas, facts: Facts) -> None:
    """The words on the stage under a large mark, the speaker after a dash; quiet art."""
    quote = facts.of(Quote)[0]
    canvas.stage()
    draw_art(canvas, loud=False)
    x, w = (canvas.x0, canvas.content.w) if canvas.portrait else canvas.col(1, 10)
    brief = len(plain(quote.text)) <= BRIEF
    u, high = canvas.u, canvas.scale.title * (1.24 if brief else 1.08)
    size = canvas.fit([quote.text], "quote", w, canvas.h * 0.5, low=canvas.scale.lead, size=high)
    said_high = canvas.height(quote.text, "quote", w, size)
    y = (canvas.h - said_high) * 0.46
    above = " · ".join(part for part in (facts.card.eyebrow, facts.title) if part)
    if above:
        y = max(y, canvas.y0 + u * 6 + size * 1.2)
        canvas.text(x, canvas.y0, w, above, "eyebrow", cap=True)
    mark = "”" if canvas.rtl else "“"
    if not above or y - size * 1.4 > canvas.y0 + u * 5:
        canvas.text(
            x, y - size * 1.5, w, mark, "mark", cap=True, size=size * MARK, colour="accent1"
        )
    canvas.text(x, y, w, quote.text, "quote", size=size)
    y += said_high + u * 4.4
    if speaker := speaker_of(quote):
        _draw_speaker(canvas, quote, speaker, (x, y, w))


def _draw_speaker(
    canvas: Canvas, quote: Quote, speaker: str, place: tuple[float, float, float]
) -> None:
    x, y, w = place
    dash = canvas.u * 5
    left, wide = canvas.after(x, w, canvas.u * 7)
    words = (Run(quote.by, bold=True), Run(speaker[len(quote.by) :]))
    high = canvas.height(words, "body", wide)
    if y + high > canvas.y1:
        raise TooFull
    line = y + canvas.size("body") * 0.76
    canvas.bar(canvas.start(x, w, dash), line - canvas.k, dash, 2 * canvas.k, "accent1")
    canvas.text(left, y, wide, words, "body", colour="muted")


WORDS_BESIDE = Layout("words", "words", takes_words, lay_words)
CALLOUT = Layout("callout", "words", takes_callout, lay_callout)
QUOTE = Layout("quote", "words", takes_quote, lay_quote, stage=True)
