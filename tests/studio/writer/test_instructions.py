"""What a caller asks for in free words, and how it is heard."""

from __future__ import annotations

import pytest

from quintet.studio.layout import LAYOUTS
from quintet.studio.writer.instructions import WISHABLE, Wishes, wishes_of

HEARD = {
    "Title: Bees": Wishes(title="Bees"),
    "Please avoid charts.": Wishes(charts=False),
    "Prefer tables instead of graphs": Wishes(charts=False),
    "Use tables only.": Wishes(charts=False),
    "Show data as diagrams": Wishes(charts=True),
    "Without speaker notes": Wishes(notes=False),
    "Add presenter notes to every slide": Wishes(notes=True),
    "NO AGENDA": Wishes(agenda=False),
    "Start with a table of contents": Wishes(agenda=True),
    "2 columns": Wishes(columns=2),
    "Page 4: quote": Wishes(layouts={4: "quote"}),
    "Use the pros and cons layout": Wishes(layouts={0: "pros_cons"}),
    "Leave it exactly": Wishes(),
    "Keep every heading under six words.": Wishes(),
}


@pytest.mark.parametrize("words", HEARD)
def test_what_is_asked_for_is_heard(words: str) -> None:
    assert wishes_of(words) == HEARD[words]
    assert wishes_of(f"Be kind. {words}\nBe kind.") == _with_unknown(HEARD[words])


def test_what_is_not_understood_is_named_as_often_as_it_was_said() -> None:
    assert wishes_of("Be brave! Use charts. Be brave!").unknown == ("Be brave", "Be brave")


def test_a_thousand_sentences_are_each_named() -> None:
    assert len(wishes_of("a\n" * 2500).unknown) == 2500


def _with_unknown(wishes: Wishes) -> Wishes:
    return Wishes(
        wishes.charts, wishes.agenda, wishes.notes, wishes.columns, wishes.title, wishes.layouts,
        ("Be kind", "Be kind"),
    )  # fmt: skip


@pytest.mark.parametrize("name", WISHABLE)
def test_every_layout_that_may_be_wished_for_is_one(name: str) -> None:
    (layout,) = wishes_of(f"Use the {name} layout").layouts.values()

    assert layout in LAYOUTS
