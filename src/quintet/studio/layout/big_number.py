"""Big number: one figure, and what it means."""

from __future__ import annotations

from quintet.domain.deck import Figure, Rich, Text, plain, rich
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.figures import figure_size, set_figure
from quintet.studio.layout.fitting import TooFull
from quintet.studio.layout.frame import head, one_line

LONGEST_FIGURE, MOST_WORDS, LONGEST_TITLE = 9, 220, 90
SMALLEST = 60.0


def takes(facts: Facts) -> float | None:
    """A figure with at most two paragraphs. Documents set it in their text."""
    figure = facts.one(Figure)
    if figure is None or not facts.only("figure", "text") or facts.sheet.paper:
        return None
    length = sum(len(plain(words)) for words in _words(facts, figure))
    if len(figure.value) > LONGEST_FIGURE or length > MOST_WORDS:
        return None
    return 9.0 if len(facts.title) <= LONGEST_TITLE else None


def _words(facts: Facts, figure: Figure) -> tuple[Rich, ...]:
    notes = (rich(figure.note),) if figure.note else ()
    return (*notes, *(block.text for block in facts.of(Text)))


def lay(canvas: Canvas, facts: Facts) -> None:
    figure = facts.of(Figure)[0]
    words = _words(facts, figure)
    if canvas.portrait:
        _high(canvas, facts, figure, words)
    else:
        _wide(canvas, facts, figure, words)


def _wide(canvas: Canvas, facts: Facts, figure: Figure, words: tuple[Rich, ...]) -> None:
    """The figure in the left seven columns, its middle on the page's; title and words beside."""
    card, u = facts.card, canvas.u
    if card.eyebrow:
        _eyebrow(canvas, card.eyebrow)
    x, w = canvas.col(0, 7)
    size = _figure_size(canvas, figure.value, w, canvas.scale.figure * 1.9)
    cap = size * 0.71
    y = canvas.h * 0.5 - cap * 0.62
    set_figure(canvas, x, y, w, figure.value, size, "accent1")
    if figure.label:
        label = y + cap + u * 4
        high = canvas.size("h3")
        fitted = canvas.fit([figure.label], "h3", w, canvas.y1 - label, size=high)
        canvas.text(x, label, w, figure.label, "h3", size=fitted, cap=True)
    x, w = canvas.col(8, 4)
    canvas.rule(x, y, w, strong=True)
    _title_and_words(canvas, facts, words, Area(x, y + u * 3.6, w, canvas.y1 - y - u * 3.6))


def _eyebrow(canvas: Canvas, words: str) -> None:
    x, w = canvas.col(0, 12)
    if canvas.height(words, "eyebrow", w) > 2.1 * one_line(canvas, "eyebrow"):
        raise TooFull
    canvas.text(x, canvas.y0, w, words, "eyebrow", cap=True)


def _figure_size(canvas: Canvas, value: str, w: float, most: float) -> float:
    size = figure_size(canvas, value, w, most)
    if size < min(most, SMALLEST * canvas.k):
        raise TooFull
    return size


def _title_and_words(canvas: Canvas, facts: Facts, words: tuple[Rich, ...], area: Area) -> None:
    """The card's title at lead size, since the figure is what is seen first."""
    card, u, y = facts.card, canvas.u, area.y
    if card.title:
        size = canvas.fit(
            [card.title],
            "title",
            area.w,
            area.h * 0.6,
            canvas.size("h3"),
            canvas.size("lead") * 1.1,
        )
        y += canvas.text(area.x, y, area.w, card.title, "title", size=size, cap=True) + u * 2.4
    said = (card.subtitle, *words) if card.subtitle else words
    if said:
        size = canvas.fit([said], "body", area.w, area.bottom - y, gap=0.6)
        canvas.text(area.x, y, area.w, said, "body", size=size, colour="muted", gap=0.6)
    elif y > area.bottom:
        raise TooFull


def _high(canvas: Canvas, facts: Facts, figure: Figure, words: tuple[Rich, ...]) -> None:
    """On portrait cards the figure stands below the title, its words below a short bar."""
    u, y = canvas.u, head(canvas, facts.card)
    area = canvas.area(y)
    size = _figure_size(canvas, figure.value, area.w, canvas.scale.figure * 1.1)
    label = canvas.height(figure.label, "h3", area.w) if figure.label else 0.0
    fixed = size * 0.71 + u * 3.4 + label + (u * 7 if words else 0.0)
    said = canvas.fit([words], "body", area.w, area.h - fixed, gap=0.6) if words else 0.0
    body = canvas.height(words, "body", area.w, said, 0.6) if words else 0.0
    y += (area.h - fixed - body) * 0.18
    if fixed + body > area.h:
        raise TooFull
    y += set_figure(canvas, area.x, y, area.w, figure.value, size, "accent1") + u * 3.4
    if figure.label:
        y += canvas.text(area.x, y, area.w, figure.label, "h3", cap=True)
    if words:
        bar = u * 10
        canvas.bar(canvas.start(area.x, area.w, bar), y + u * 3, bar, 3 * canvas.k, "accent1")
        canvas.text(area.x, y + u * 7, area.w, words, "body", size=said, colour="muted", gap=0.6)


BIG_NUMBER = Layout("big_number", "data", takes, lay)
