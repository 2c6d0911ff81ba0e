"""What holds for every row of the table of renderers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quintet.domain.briefs import ExportFormat
from quintet.domain.deck import (
    Bullets,
    Card,
    CardSize,
    Chart,
    Code,
    Deck,
    Frame,
    Item,
    Run,
    Series,
    Slot,
    Table,
    Text,
    rich,
)
from quintet.domain.pages import Pages
from quintet.studio.layout import lay_out
from quintet.studio.render import RENDERERS, Renderer
from quintet.studio.themes import THEMES

BEGINS: Mapping[ExportFormat, bytes] = {
    "pptx": b"PK",
    "pdf": b"%PDF-",
    "png": b"PK",
    "html": b"<!doctype html>",
}
every_renderer = pytest.mark.parametrize(("name", "render"), RENDERERS.items(), ids=list(RENDERERS))


def deck(size: CardSize, language: str = "en") -> Deck:
    table = Table(
        (rich("Region"), rich("2026")),
        ((rich("East"), rich("1,911")), (rich("West"), rich("1,006"))),
        (False, True),
    )
    chart = Chart("columns", ("East", "West", "North"), (Series("2026", (3.0, 2.0, 1.0)),))
    said = (Run("Exports doubled. ", bold=True), Run("See "), Run("it", link="https://a.example"))
    cards = (
        Card(rich("Northwind"), role="cover", subtitle=rich("A year told")),
        Card(rich("What moved"), (Bullets((Item(said), Item(rich("Two < three & four")))),)),
        Card(rich("Figures"), (table,)),
        Card(rich("A chart"), (chart,)),
        Card(rich("Code"), (Code("if a:\n    b()"), Text(rich("And words.")))),
    )
    frame = Frame({"bottomRight": Slot("number"), "topLeft": Slot("text", "Northwind Ltd")})
    return Deck("Northwind", cards, size=size, language=language, frame=frame)


@every_renderer
def test_gives_a_file_of_its_kind_and_the_same_again(
    name: ExportFormat, render: Renderer, pages: Pages, pictures: Mapping[str, Path]
) -> None:
    file = render(pages, pictures)

    assert file.startswith(BEGINS[name])
    assert render(pages, pictures) == file


@every_renderer
@pytest.mark.parametrize("size", ["16x9", "fluid", "a4", "pageless", "9x16"])
def test_draws_what_the_layout_lays_out(
    name: ExportFormat, render: Renderer, size: CardSize
) -> None:
    laid_out = lay_out(deck(size), THEMES["paper"])

    assert render(laid_out, {}).startswith(BEGINS[name])


@every_renderer
def test_a_picture_that_is_not_there_stops_nothing(
    name: ExportFormat, render: Renderer, pages: Pages
) -> None:
    assert render(pages, {}).startswith(BEGINS[name])


@every_renderer
def test_pages_without_boxes_are_pages(name: ExportFormat, render: Renderer, pages: Pages) -> None:
    empty = replace(pages.pages[0], boxes=(), title="")

    assert render(replace(pages, title="", pages=(empty,)), {}).startswith(BEGINS[name])


def test_naming_the_renderers_loads_none_of_them() -> None:
    heavy = "{'typst', 'uharfbuzz', 'PIL', 'lxml'}"
    code = f"import sys, quintet.studio.render; sys.exit(bool({heavy} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
