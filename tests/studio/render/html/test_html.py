"""What stands in the single file: the words, their meaning, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from quintet.domain.deck import CardSize, DeckFormat
from quintet.domain.pages import Page, Pages
from quintet.studio.render.html import render_html


@pytest.fixture
def file(pages: Pages, pictures: Mapping[str, Path]) -> str:
    return render_html(pages, pictures).decode()


@pytest.fixture
def tree(file: str) -> html.HtmlElement:
    return html.document_fromstring(file)


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def test_each_section_has_the_words_of_its_page(
    tree: html.HtmlElement, pages: Pages, words_of: Callable[[Page], list[str]]
) -> None:
    found = [sorted(words.split()) for words in texts(tree, "//main/section")]

    assert found == [words_of(page) for page in pages.pages]


def test_headings_lists_tables_and_figures_are_what_they_are(tree: html.HtmlElement) -> None:
    assert texts(tree, "//h1") == ["Northwind grew"]
    assert texts(tree, "//section[2]//h2") == ["What moved the quarter & why"]
    assert texts(tree, "//h3") == ["Code stays <code>"]
    assert texts(tree, "//ul[1]/li")[0] == (
        "The east grew most of all and needs two more people by the spring"
    )
    assert texts(tree, "//ol/li") == ["1. Sign the lease", "2. Hire the crew"]
    assert texts(tree, "//section[3]//th[@scope='col']") == ["Region", "2025", "2026"]
    assert [len(row) for row in tree.xpath("//section[3]//tbody/tr")] == [3, 3]
    assert tree.xpath("//*[@role='img']/@aria-label") == [
        "Columns: East 1,911, West 1,006",
        "A warehouse at dusk",
        "A dashed ring",
    ]


def test_a_page_without_a_title_still_has_a_name(pages: Pages) -> None:
    untitled = replace(pages.pages[0], boxes=(), title="", number=1)

    tree = html.document_fromstring(render_html(replace(pages, pages=(untitled,)), {}))

    assert tree.xpath("//section/@aria-label") == ["1 / 1"]


def test_every_language_is_named_and_reads_its_own_way(tree: html.HtmlElement) -> None:
    assert tree.xpath("/html/@lang") == ["en"]
    assert tree.xpath("//h2[@lang='ar']/@dir") == ["rtl"]
    assert tree.xpath("//section[4]//*[@lang]/@lang") == [
        "ar",
        "ar",
        "zh-cn",
        "hi",
        "ar",
        "ar",
        "ar",
        "ar",
    ]


def test_nothing_is_asked_of_any_other_place(file: str, tree: html.HtmlElement) -> None:
    assert not tree.xpath("//link | //iframe | //object | //embed | //@src | //@srcset")
    assert all(address.startswith("data:") for address in re.findall(r"url\(([^#)][^)]*)\)", file))
    assert tree.xpath("//@href") == ["https://example.org/ledger?a=1&b=2"]


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(
    file: str, tree: html.HtmlElement
) -> None:
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inner = re.findall(rf"<{tag}>(.*?)</{tag}>", file, re.DOTALL)
        assert len(inner) == 1
        digest = base64.b64encode(hashlib.sha256(inner[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not tree.xpath("//@style")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")


def test_a_picture_shown_twice_is_carried_once(pages: Pages, pictures: Mapping[str, Path]) -> None:
    twice = replace(pages, pages=(pages.pages[2], replace(pages.pages[2], number=2)))

    file = render_html(twice, pictures).decode()

    assert file.count("data:image/jpeg") == 1
    assert file.count('aria-label="A warehouse at dusk"') == 2


def test_text_is_never_read_as_markup(pages: Pages) -> None:
    sly = replace(pages, title="</title><script>alert(1)</script>", pages=())

    tree = html.document_fromstring(render_html(sly, {}))

    assert tree.xpath("//title/text()") == ["</title><script>alert(1)</script>"]
    assert len(tree.xpath("//script")) == 1


def test_the_same_pages_give_the_same_bytes(pages: Pages, pictures: Mapping[str, Path]) -> None:
    assert render_html(pages, pictures) == render_html(pages, pictures)


@pytest.mark.parametrize(
    ("size", "format", "kind"),
    [
        ("16x9", "presentation", "deck"),
        ("1x1", "social", "deck"),
        ("fluid", "document", "document"),
        ("a4", "presentation", "document"),
        ("fluid", "webpage", "webpage"),
    ],
)
def test_only_a_deck_has_controls(
    pages: Pages, size: CardSize, format: DeckFormat, kind: str
) -> None:
    tree = html.document_fromstring(render_html(replace(pages, size=size, format=format), {}))

    assert tree.xpath("/html/@class") == [kind]
    assert len(tree.xpath("//nav")) == (kind == "deck")
