"""Every text and mark of every theme reads on everything it may stand on (WCAG 2.2)."""

from __future__ import annotations

from itertools import product

import pytest

from quintet.studio.layout.art import ART
from quintet.studio.themes import THEMES, Theme, contrast, mix

TEXT, MARK = 4.5, 3.0

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@every_theme
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *product(("ink", "muted", "accent1"), ("bg", "surface")),
        *product(("ink", "muted", "accent1"), ("tint",)),
        ("on_accent", "accent1"),
        *product(("stage_ink", "stage_muted"), ("stage", "art1", "art2")),
        ("stage_accent", "stage"),
        *product(("code_ink", "code_muted"), ("code_bg",)),
    ],
)
def test_text_reads(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.palette[ink], theme.palette[ground]) >= TEXT


@every_theme
@pytest.mark.parametrize("accent", ["accent2", "accent3", "accent4", "accent5", "accent6"])
@pytest.mark.parametrize("ground", ["bg", "surface"])
def test_marks_are_seen(theme: Theme, accent: str, ground: str) -> None:
    assert contrast(theme.palette[accent], theme.palette[ground]) >= MARK


@every_theme
def test_a_theme_is_whole(theme: Theme) -> None:
    assert sorted(theme.shape.chart_order) == [1, 2, 3, 4, 5, 6]
    assert theme.shape.art in ART
    assert theme.colour_keywords
    assert theme.tone_keywords
    assert all(len(value) == 7 and value.startswith("#") for value in theme.palette.values())


def test_mixing_goes_from_the_ground_to_the_colour() -> None:
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_contrast_is_that_of_the_formula() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
