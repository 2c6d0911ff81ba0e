"""What a page says, every format that has text says, page by page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

import pypdfium2
import pytest
from lxml import html

from quintet.domain.deck import Bullets, Card, CardSize, Deck, Item, Numbered, Quote, Text, rich
from quintet.domain.pages import Page
from quintet.studio.layout import lay_out
from quintet.studio.render import RENDERERS
from quintet.studio.themes import THEMES

SAID = {
    "en": "Exports doubled & nobody <knew> why: 32 % more than last year.",
    "de": "Über größere Maßstäbe hinaus wächst „Nordwind“ – um 32 %.",
    "vi": "Doanh thu tăng ba mươi phần trăm và chúng tôi mở kho thứ hai.",
    "ru": "Выручка выросла на тридцать процентов, открылся второй склад.",
    "he": "ההכנסות עלו בשלושים אחוז ופתחנו מחסן שני במרץ",
    "zh-cn": "收入增长了百分之三十，三月我们开设了第二个仓库。",
    "ja": "売上は三割増え、三月に二つ目の倉庫を開いた。",
    "ko": "매출은 삼십 퍼센트 늘었고 삼월에 두 번째 창고를 열었다",
}


def letters(words: Iterable[str]) -> Counter[str]:
    """Letters and digits, however a reader joins or reorders them."""
    whole = unicodedata.normalize("NFKC", "".join(words))
    return Counter(letter for letter in whole if letter.isalnum())


def deck(language: str, size: CardSize) -> Deck:
    words = rich(SAID[language])
    cards = (
        Card(words, role="cover"),
        Card(words, (Bullets((Item(words), Item(words), Item(words, level=1))),)),
        Card(words, (Numbered((Item(words), Item(words), Item(words))), Text(words))),
        Card(words, (Quote(words, "Ada"),)),
    )
    return Deck(SAID[language], cards, language=language, size=size)


SETTINGS: tuple[tuple[str, CardSize], ...] = (
    *((language, "16x9") for language in SAID),
    ("en", "a4"),
    ("en", "9x16"),
    ("en", "pageless"),
)


@pytest.mark.parametrize(("language", "size"), SETTINGS)
def test_pdf_and_html_say_what_the_pages_say(
    language: str, size: CardSize, words_of: Callable[[Page], list[str]]
) -> None:
    pages = lay_out(deck(language, size), THEMES["rosewood"])

    expected = [letters(words_of(page)) for page in pages.pages]

    assert pdf_letters(RENDERERS["pdf"](pages, {})) == expected
    assert html_letters(RENDERERS["html"](pages, {})) == expected


def pdf_letters(file: bytes) -> list[Counter[str]]:
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage() for page in document]
        return [letters(text.get_text_range()) for text in texts]


def html_letters(file: bytes) -> list[Counter[str]]:
    tree = html.document_fromstring(file.decode())
    return [letters(section.itertext()) for section in tree.xpath("//main/section")]
