"""
What a caller asks for in free words, as far as it is understood without a text model: a table of
phrases. What is not understood is named, not dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from quintet.domain.deck import Bullets, Card, Chart, Column, Columns, Deck, Numbered, Rich, plain
from quintet.studio.writer.runs import cut, is_bold, trimmed, unbold

WISHABLE = (
    "bullets", "list", "tiles", "columns", "comparison", "pros cons", "pros and cons", "quote",
    "callout", "code", "prose", "big number", "stats", "timeline", "steps", "funnel", "pyramid",
    "cycle", "matrix", "roadmap", "table", "chart", "image side", "image top", "image full",
    "gallery",
)  # fmt: skip
"""Layouts as people call them, who may ask for one."""

CALLED = {"pros_and_cons": "pros_cons", "prose": "words"}
"""Our own names of those that we call otherwise."""

NAME = r"(?P<layout>" + "|".join(name.replace(" ", r"[ _-]") for name in WISHABLE) + r")"


@dataclass(frozen=True, slots=True)
class Wishes:
    """
    `charts` and `agenda` are None where nothing was said. `layouts` is by card number from 1; 0
    stands for every card. `unknown` are the sentences nothing was done about.
    """

    charts: bool | None = None
    agenda: bool | None = None
    notes: bool | None = None
    columns: int = 0
    title: str = ""
    layouts: Mapping[int, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


Found = re.Match[str]
Change = Callable[[Wishes, Found], Wishes]

POLITE = r"(?:please )?"
NO = r"(?:no|without|avoid|(?:do not|don'?t) (?:use|make|add|include|show)(?: any)?)"
DO = r"(?:use|add|include|make|show|keep|put|set|lay out|prefer|write|start with|with)"
GRAPHS = r"(?:charts?|graphs?|diagrams?)"
SPEAKING = r"(?:speaker|presenter) notes"
CONTENTS = r"(?:an? )?(?:agenda|table of contents)"
LETTING = (
    r"(?:keep|preserve|leave|(?:do not|don'?t) (?:change|alter|rewrite)|zero change|no change)"
)
COUNTS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def _saying(*parts: str) -> re.Pattern[str]:
    return re.compile(POLITE + "".join(parts), re.IGNORECASE)


def _set(**what: object) -> Change:
    return lambda wishes, found: replace(wishes, **what)  # type: ignore[arg-type]  # a field each


SAYINGS: tuple[tuple[re.Pattern[str], Change], ...] = (
    (
        _saying(
            r"(?:the |use (?:the|this) )?title(?: is| should be|:| =| of) ?",
            r"[\"“']?(?P<title>[^\"”]{1,200}?)[\"”']?",
        ),
        lambda wishes, found: replace(wishes, title=found["title"].strip()),
    ),
    (_saying(rf".*\b{NO} {GRAPHS}\b.*"), _set(charts=False)),
    (
        _saying(rf".*\btables?,? (?:and )?(?:not|instead of|rather than) {GRAPHS}"),
        _set(charts=False),
    ),
    (
        _saying(rf"{DO} (?:the |a )?(?:data )?(?:as |in )?(?:a )?tables?(?: only)?"),
        _set(charts=False),
    ),
    (
        _saying(
            rf"{DO} (?:the )?(?:numbers |data |figures )?(?:as |in )?(?:a )?{GRAPHS}",
            r"(?: (?:where|if|when) .{3,40})?",
        ),
        _set(charts=True),
    ),
    (_saying(rf"{NO} {SPEAKING}"), _set(notes=False)),
    (_saying(rf"(?:{DO} )?{SPEAKING}(?: (?:to|for|on) (?:each|every) \w+)?"), _set(notes=True)),
    (_saying(rf"{NO} {CONTENTS}"), _set(agenda=False)),
    (_saying(rf"(?:{DO} )?{CONTENTS}"), _set(agenda=True)),
    (
        _saying(r".{0,40}?\b(?P<count>two|three|four|2|3|4)[ -]columns?(?: layouts?)?"),
        lambda wishes, found: replace(wishes, columns=COUNTS[found["count"].lower()]),
    ),
    (
        _saying(
            rf"(?:{DO} )?(?:the )?(?:card|slide|page) (?:no\.? )?(?P<card>\d{{1,2}})",
            rf"(?: should be| be)?(?: as| in| with|:| =)?(?: an?| the)? {NAME}(?: layout)?",
        ),
        lambda wishes, found: _layout(wishes, int(found["card"]), found["layout"]),
    ),
    (
        _saying(
            rf"(?:{DO} )?(?:an? |the )?{NAME} layouts?(?: (?:everywhere|throughout|for .{{3,20}}))?"
        ),
        lambda wishes, found: _layout(wishes, 0, found["layout"]),
    ),
    (
        _saying(
            rf"{LETTING}.{{0,60}}(?:text|words?|wording|verbatim|exactly|unchanged|as is).{{0,40}}"
        ),
        lambda wishes, found: wishes,
    ),
)
"""A saying and what it changes, tried in order against each sentence."""
HINT = re.compile(
    "title|chart|graph|diagram|notes|agenda|contents|column|table|layout|card|slide|page"
    "|text|word|verbatim|exactly|unchanged|as is",
    re.IGNORECASE,
)
"""Each saying asks for one of these."""

# A class of characters stands first, so the places between are skipped in a third of the time.
SENTENCE = re.compile(
    r"[\s,](?:(?<=[.!?;]\s)\s*|(?<=\n)\n*"
    r"|(?<=,)\s+and\s+(?=(?:no|use|add|with|without|include)\b))"
)
LONGEST_SHOWN = 90
LONGEST_HEARD = 400


@lru_cache(maxsize=128)
def wishes_of(instructions: str) -> Wishes:
    # Remembered, for programs send the same instructions with every text: to read them again took
    # an eighth of the time of a request.
    wishes, unknown = Wishes(), []
    for saying in SENTENCE.split(instructions.strip()):
        words, understood = _heard(saying)
        if understood:
            change, found = understood
            wishes = change(wishes, found)
        elif words:
            unknown.append(words)
    return replace(wishes, unknown=tuple(unknown)) if unknown else wishes


def _heard(saying: str) -> tuple[str, tuple[Change, Found] | None]:
    """The words of a sentence, and what it is understood to change."""
    words = " ".join(saying.split()).strip(" -*•").rstrip(".;! ")
    if HINT.search(words):
        for pattern, change in SAYINGS:
            if found := pattern.fullmatch(words[:LONGEST_HEARD]):
                return words, (change, found)
    return words, None


def notes_on(wishes: Wishes) -> tuple[str, ...]:
    """One note for all the sentences nothing was done about."""
    if not wishes.unknown:
        return ()
    shown = [f"“{_short(words)}”" for words in wishes.unknown[:3]]
    more = len(wishes.unknown) - len(shown)
    tail = f" and {more} more" if more else ""
    return (f"Not acted on, for no text model is configured: {', '.join(shown)}{tail}.",)


def unmet(deck: Deck, wishes: Wishes) -> Iterator[str]:
    """A note for each wish that was understood and found nothing in the deck to hold on to."""
    blocks = [block for card in deck.cards for block in card.blocks]
    if wishes.notes and not any(card.notes for card in deck.cards):
        yield "No speaker notes were made: nothing was left out of the text to be said beside it."
    if wishes.columns and not any(isinstance(block, Columns) for block in blocks):
        yield f"Nothing was put in {wishes.columns} columns: no list has so many entries."
    if wishes.charts and not any(isinstance(block, Chart) for block in blocks):
        yield "No chart was made: the text has no table of numbers that one would show better."
    if wishes.agenda and not any(card.role == "agenda" for card in deck.cards):
        yield "No agenda was made: it takes a cover and three to eight headings of one rank."
    for number, layout in wishes.layouts.items():
        if number > len(deck.cards):
            yield f"There is no card {number} to be a {layout.replace('_', ' ')}."


def applied(deck: Deck, wishes: Wishes) -> Deck:
    """The deck as wished for."""
    cards = [_applied(card, number, wishes) for number, card in enumerate(deck.cards, start=1)]
    return replace(deck, cards=tuple(cards))


def _applied(card: Card, number: int, wishes: Wishes) -> Card:
    if wishes.notes is False:
        card = replace(card, notes="")
    if wishes.columns and card.role == "content":
        card = _in_columns(card, wishes.columns)
    wish = wishes.layouts.get(number) or (wishes.layouts.get(0) if card.role == "content" else None)
    return replace(card, wish=wish) if wish else card


def _in_columns(card: Card, count: int) -> Card:
    """A list of so many entries, each with a bold label, side by side."""
    block = card.blocks[0] if len(card.blocks) == 1 else None
    if not isinstance(block, Bullets | Numbered) or len(block.items) != count:
        return replace(card, wish="columns") if isinstance(block, Columns) else card
    if any(item.level for item in block.items):
        return card
    columns = tuple(_column(item.text) for item in block.items)
    return replace(card, blocks=(Columns(columns),), wish="columns")


def _column(text: Rich) -> Column:
    if len(text) < 2 or not is_bold(text[:1]):
        return Column((), text)
    label = unbold(text[:1])
    words = plain(label).rstrip(": ")
    rest = text[1:]
    start = len(plain(rest)) - len(plain(rest).lstrip(": "))
    return Column(trimmed(cut(label, 0, len(words))), trimmed(cut(rest, start)))


def _layout(wishes: Wishes, card: int, name: str) -> Wishes:
    layout = re.sub(r"[ -]", "_", name.lower())
    return replace(wishes, layouts={**wishes.layouts, card: CALLED.get(layout, layout)})


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1].rstrip() + "…"
