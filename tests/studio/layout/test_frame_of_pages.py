"""Header and footer: where they stand, what they show, when they hide."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from quintet.domain.deck import Card, CardSize, Deck, Frame, Slot, SlotPlace, Text, rich
from quintet.domain.pages import Page, Pages, Picture, TextBox
from quintet.studio.layout import lay_out
from quintet.studio.themes import THEMES

CARD = Card(rich("A title"), (Text(rich("Some words to read on this card.")),))


def laid(frame: Frame, size: CardSize = "16x9", language: str = "en") -> Pages:
    deck = Deck("Deck", (CARD, CARD, CARD), frame=frame, size=size, language=language)
    return lay_out(deck, THEMES["paper"], {"logo": (400, 100)})


def slots(page: Page) -> Mapping[str, TextBox]:
    return {_text(box): box for box in page.boxes if isinstance(box, TextBox) and box.slot}


def _text(box: TextBox) -> str:
    return "".join(span.text for part in box.paragraphs for span in part.spans)


def test_the_number_counts_from_one_and_names_its_place() -> None:
    pages = laid(Frame({"bottomRight": Slot("number")}))

    assert [list(slots(page)) for page in pages.pages] == [["1"], ["2"], ["3"]]
    assert slots(pages.pages[0])["1"].slot == "number"


@pytest.mark.parametrize(
    ("place", "align", "top"),
    [
        ("topLeft", "left", True),
        ("topCenter", "center", True),
        ("topRight", "right", True),
        ("bottomLeft", "left", False),
        ("bottomCenter", "center", False),
        ("bottomRight", "right", False),
    ],
)
def test_each_place_has_its_side(place: SlotPlace, align: str, top: bool) -> None:
    box = slots(laid(Frame({place: Slot("text", "Parks")})).pages[1])["Parks"]

    assert box.align == align
    assert (box.y < 54) is top
    assert abs(box.y + box.h / 2 - (27 if top else 513)) < 0.01


def test_start_and_end_change_sides_from_right_to_left() -> None:
    box = slots(laid(Frame({"bottomLeft": Slot("text", "Parks")}), language="ar").pages[1])["Parks"]

    assert box.align == "right"


def test_it_hides_on_the_first_and_last_card_if_asked() -> None:
    frame = Frame({"bottomRight": Slot("number")}, hide_on_first=True, hide_on_last=True)

    assert [list(slots(page)) for page in laid(frame).pages] == [[], ["2"], []]


def test_a_text_too_long_is_cut_at_a_word_and_told() -> None:
    long = "A name that is far too long for any place in a footer " * 3
    frame = Frame({"bottomLeft": Slot("text", long), "bottomCenter": Slot("text", "Middle")})

    pages = laid(frame)

    cut = next(text for text in slots(pages.pages[0]) if text.endswith("…"))
    assert long.startswith(cut[:-1])
    assert slots(pages.pages[0])[cut].size >= 11 * 0.85
    assert len(pages.notes) == 1
    assert "cut" in pages.notes[0]


def test_a_logo_is_whole_and_as_high_as_its_size_says() -> None:
    pages = laid(Frame({"topRight": Slot("image", "logo", "lg")}))

    logo = next(box for box in pages.pages[0].boxes if isinstance(box, Picture))

    assert (logo.w, logo.h) == pytest.approx((112, 28))
    assert logo.x + logo.w == pytest.approx(900)


def test_a_logo_that_is_not_there_is_told() -> None:
    pages = laid(Frame({"topRight": Slot("image", "themeLogo")}))

    assert "left out" in pages.notes[0]


def test_a_web_page_has_neither() -> None:
    frame = Frame({"bottomRight": Slot("number")})
    deck = Deck("Deck", (CARD,), frame=frame, size="fluid", format="webpage")

    assert not slots(lay_out(deck, THEMES["paper"]).pages[0])
