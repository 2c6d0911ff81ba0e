"""Which layout a card gets, and what it becomes when it holds too much or too little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    CardRole,
    Code,
    Column,
    Columns,
    Deck,
    Heading,
    Image,
    Item,
    Numbered,
    Quote,
    Run,
    Text,
    rich,
)
from quintet.domain.pages import Page, Pages, Picture, TextBox
from quintet.studio.layout import LAYOUTS, lay_out
from quintet.studio.themes import THEMES

PICTURES = {"tall": (900, 1200), "wide": (1600, 850), "large": (2400, 1350)}
SENTENCE = "Trees planted on a warm street need water and someone who notices. "


def laid(*cards: Card, **options: object) -> Pages:
    deck = Deck("A deck", cards, **options)  # type: ignore[arg-type]
    return lay_out(deck, THEMES["chalk"], PICTURES)


def content(*blocks: Block, title: str = "A title", role: CardRole = "content") -> Card:
    return Card(rich(title), blocks, role)


def points(*entries: str) -> Bullets:
    return Bullets(tuple(Item(rich(entry)) for entry in entries))


def texts(page: Page) -> Iterator[str]:
    for box in page.boxes:
        if isinstance(box, TextBox):
            yield " ".join("".join(span.text for span in part.spans) for part in box.paragraphs)


COLUMN = Column(rich("One thing"), rich("What it is, in a sentence."))


@pytest.mark.parametrize(
    ("card", "layout"),
    [
        (content(Text(rich("What it is about")), role="cover"), "cover"),
        (content(Image("tall"), role="cover"), "cover_split"),
        (content(role="section"), "section"),
        (content(), "statement"),
        (content(points("First: one", "Second: two", "Third"), role="agenda"), "agenda"),
        (content(points("a@b.example"), role="closing"), "closing"),
        (content(points("One is so.", "Two is so.", "Three is so.")), "bullets"),
        (content(Columns((COLUMN, COLUMN, COLUMN))), "columns"),
        (
            content(Heading(rich("Old")), points("a", "b"), Heading(rich("New")), points("c", "d")),
            "comparison",
        ),
        (
            content(
                Heading(rich("Pros")), points("a", "b"), Heading(rich("Cons")), points("c", "d")
            ),
            "pros_cons",
        ),
        (content(Quote(rich(SENTENCE), "Ada"), title=""), "quote"),
        (content(Text(rich("One sentence that stands out."))), "callout"),
        (content(Text(rich(SENTENCE * 4)), Text(rich(SENTENCE * 2))), "words"),
        (content(Code("a = 1\nb = 2"), points("A note")), "code"),
        (content(points("A", "B"), role="sources"), "sources"),
        (content(Image("tall"), Text(rich(SENTENCE))), "image_side"),
        (content(Image("wide"), Text(rich(SENTENCE))), "image_top"),
        (content(Image("large")), "image_full"),
        (content(Image("tall"), Image("wide")), "gallery"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_card_gets_the_layout_that_suits_it(card: Card, layout: str) -> None:
    pages = laid(content(Text(rich(SENTENCE * 3))), card, content(Text(rich(SENTENCE * 3))))

    assert pages.pages[1].layout == layout


def test_every_layout_is_named_as_in_the_table() -> None:
    assert all(layout.name == name for name, layout in LAYOUTS.items())


def test_no_layout_comes_three_times_running() -> None:
    card = content(points("One is so.", "Two is so.", "Three is so."))

    used = [page.layout for page in laid(*[card] * 9).pages]

    assert all(len(set(used[i : i + 3])) > 1 for i in range(7))


def test_two_stage_cards_never_touch() -> None:
    quote = content(Quote(rich(SENTENCE), "Ada"), title="")

    stages = [page.stage for page in laid(content(), quote, quote, quote, quote).pages]

    assert not any(one and two for one, two in pairwise(stages))


def test_a_wish_wins() -> None:
    wished = Card(rich("T"), (points("One is so.", "Two is so."),), wish="list")

    assert laid(content(), wished, content()).pages[1].layout == "list"


def test_the_same_deck_always_comes_out_the_same() -> None:
    cards = (content(points("a", "b")), content(Columns((COLUMN, COLUMN))))

    assert laid(*cards) == laid(*cards)


def test_a_list_too_long_is_split_between_entries_and_goes_on_counting() -> None:
    entries = tuple(Item(rich(f"{SENTENCE} {i}")) for i in range(1, 25))

    pages = laid(content(Numbered(entries)))

    assert len(pages.pages) > 1
    assert [page.part for page in pages.pages] == list(range(1, len(pages.pages) + 1))
    numbers = [
        part.marker.text
        for page in pages.pages
        for box in page.boxes
        if isinstance(box, TextBox)
        for part in box.paragraphs
        if part.marker
    ]
    assert numbers == [f"{i}." for i in range(1, 25)]
    assert any(text.endswith(f"1/{len(pages.pages)}") for text in texts(pages.pages[0]))


def test_a_deck_that_may_split_says_nothing_of_it() -> None:
    long = content(Text(rich(SENTENCE * 80)))

    assert laid(long, may_split=True).notes == ()
    assert "too full" in laid(long).notes[0]


def test_notes_stay_with_the_first_part() -> None:
    card = Card(rich("T"), (Text(rich(SENTENCE * 80)),), notes="Say it slowly.")

    pages = laid(card)

    assert [page.notes for page in pages.pages][:2] == ["Say it slowly.", ""]


def test_a_missing_picture_is_left_out_with_a_note() -> None:
    pages = laid(content(), content(Image("gone"), points("One is so.", "Two is so.")))

    assert pages.pages[1].layout in ("bullets", "list")
    assert not any(isinstance(box, Picture) for box in pages.pages[1].boxes)
    assert "'gone'" in pages.notes[0]


def test_a_title_too_long_becomes_words_of_the_card() -> None:
    pages = laid(content(), content(Text(rich("Body.")), title=SENTENCE * 12))

    assert not any(isinstance(box, TextBox) and box.role == "title" for box in pages.pages[1].boxes)
    assert SENTENCE.strip() in " ".join(texts(pages.pages[1]))


def test_a_draft_says_so_on_its_cover() -> None:
    pages = laid(content(Text(rich("About")), role="cover"), draft=True)

    assert "DRAFT" in set(texts(pages.pages[0]))


def test_a_fluid_card_grows_by_steps_and_keeps_its_type() -> None:
    card = content(*(Text((Run(SENTENCE * 4),)) for _ in range(6)))

    free = laid(card, size="fluid").pages[0]
    bound = laid(card, size="fluid", most_height=540.0)

    assert free.h > 540
    assert (free.h - 540) % 72 == 0
    assert all(page.h == 540 for page in bound.pages)


def test_cards_of_a_document_share_its_pages() -> None:
    cards = [content(points("One is so.", "Two is so.")) for _ in range(6)]

    assert len(laid(*cards, size="a4", format="document").pages) < 4


def test_right_to_left_decks_are_mirrored() -> None:
    card = content(Image("tall"), Text(rich("مرحبا بالعالم")), title="مرحبا")

    left, right = (
        next(box for box in laid(card, card, language=language).pages[1].boxes
             if isinstance(box, Picture))
        for language in ("en", "ar")
    )  # fmt: skip

    assert left.x == pytest.approx(960 - right.x - right.w)


def test_characters_that_no_font_has_are_told_once() -> None:
    pages = laid(content(Text(rich("A ꙮ\U00013000\U00013001 sign"))), content(title="\U00013000"))

    assert len(pages.notes) == 1
    assert "\U00013000 \U00013001" in pages.notes[0]


def sizes(page: Page) -> dict[str, float]:
    """The size of each text of a page, by its words."""
    boxes = (box for box in page.boxes if isinstance(box, TextBox))
    return {
        " ".join("".join(span.text for span in part.spans) for part in box.paragraphs): box.size
        for box in boxes
    }


def test_the_fewer_the_words_the_larger_they_stand() -> None:
    few, many = (
        laid(Card(rich("A title"), (Text(rich(SENTENCE * count)),), wish="words")).pages[0]
        for count in (1, 4)
    )
    assert max(sizes(few).values()) == max(sizes(many).values()), "the title stays the largest"
    assert sorted(sizes(few).values())[0] > sorted(sizes(many).values())[0]


def test_one_short_sentence_after_a_callout_is_a_statement_below_its_title() -> None:
    first = content(Text(rich("Tart apples keep their shape.")), title="Tips")
    page = laid(first, content(Text(rich("MIT")), title="Licence")).pages[1]
    assert page.layout == "statement"
    assert sizes(page)["MIT"] > sizes(page)["LICENCE"]


def test_a_list_of_one_entry_is_a_sentence() -> None:
    page = laid(content(points("Identity and web for museums"))).pages[0]
    assert page.layout == "callout"


def test_an_entry_that_nearly_fits_its_line_is_not_broken() -> None:
    page = laid(content(points("Fast: opens 10,000 items in under 80 ms", "Offline first"))).pages[
        0
    ]
    lines = [
        len(part.lines) for box in page.boxes if isinstance(box, TextBox) for part in box.paragraphs
    ]
    assert page.layout == "bullets"
    assert set(lines) == {1}


def test_what_leads_into_code_stands_above_it() -> None:
    page = laid(
        content(Text(rich("Run this:")), Code("make all"), Text(rich("It takes long.")))
    ).pages[0]
    tops = {
        "".join(span.text for span in box.paragraphs[0].spans): box.y
        for box in page.boxes
        if isinstance(box, TextBox)
    }
    assert page.layout == "code"
    assert tops["Run this:"] < tops["make all"]


def test_an_agenda_of_numbered_headings_does_not_number_them_again() -> None:
    page = laid(content(points("1. Scope", "2. Fees", "2.1 Late fees"), role="agenda")).pages[0]
    assert set(texts(page)) == {"A title", "1.", "2.", "2.1", "Scope", "Fees", "Late fees"}


def test_no_numbered_clause_stands_out_from_its_sister() -> None:
    clauses = (Text(rich("5.1 Either party may end it.")), Text(rich("5.2 At any time.")))
    assert laid(content(*clauses)).pages[0].layout == "words"


def test_a_sparse_post_stands_lower_as_a_whole() -> None:
    few, many = (
        laid(content(points(*("Keep it" for _ in range(count)))), size="4x5", format="social")
        for count in (2, 7)
    )
    tops = [
        min(box.y for box in pages.pages[0].boxes if isinstance(box, TextBox))
        for pages in (few, many)
    ]
    assert tops[0] > tops[1] + 50


def test_a_count_stands_behind_the_title_of_a_statement() -> None:
    first = content(Text(rich("Online grew by a quarter.")), title="Outlook")
    second = Card(rich("Outlook"), (Text(rich("We plan 24 million.")),), eyebrow="2/2")
    assert "OUTLOOK · 2/2" in sizes(laid(first, second).pages[1])


def test_many_short_entries_stand_in_two_columns_on_a_wide_card() -> None:
    def columns(size: str) -> int:
        entries = points(*(f"{n} g flour" for n in range(1, 9)))
        pages = laid(replace(content(entries), wish="list"), size=size)
        boxes = [box for box in pages.pages[0].boxes if isinstance(box, TextBox)]
        return len({round(box.x) for box in boxes if box.role == "body"})

    assert (columns("16x9"), columns("4x5")) == (2, 1)


def test_cards_that_go_on_with_a_list_look_alike_and_count_on() -> None:
    steps = [Numbered((Item(rich("Heat it")), Item(rich("Stir it"))), n) for n in (1, 3, 5)]
    cards = [Card(rich("Method"), (one,), eyebrow=f"{n}/3") for n, one in enumerate(steps, 1)]
    pages = laid(*cards)
    assert len({page.layout for page in pages.pages}) == 1
    assert {"5", "6"} <= set(texts(pages.pages[2]))


def test_lone_sentences_are_not_all_statements() -> None:
    cards = [content(Text(rich("Keep it short.")), title="Tips") for _ in range(9)]
    used = [page.layout for page in laid(*cards).pages]
    assert all(len(set(used[i : i + 3])) > 1 for i in range(7))


def test_a_part_that_opens_with_a_heading_has_it_as_its_title() -> None:
    sections = [
        b for n in range(1, 5) for b in (Heading(rich(f"Part {n}")), Text(rich(SENTENCE * 6)))
    ]
    pages = laid(content(*sections, title="Terms")).pages
    assert len(pages) == 2
    assert pages[0].title == "Terms"
    assert "TERMS · 2/2" in sizes(pages[1])
    assert max(sizes(pages[1]), key=lambda text: sizes(pages[1])[text]).startswith("Part")


def test_a_title_below_the_name_of_its_section_is_not_made_an_eyebrow() -> None:
    first = content(Text(rich("Open an issue first.")), title="Contributing")
    second = Card(
        rich("Run the tests"), (Text(rich("We follow the rules.")),), eyebrow="Contributing"
    )
    assert laid(first, second).pages[1].layout != "statement"
