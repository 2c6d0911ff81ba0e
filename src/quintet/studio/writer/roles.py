"""Cards with a part to play: the way through, the sections' own cards, sources, the last word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quintet.domain.deck import Bullets, Card, Item, Numbered, Rich, Text, plain, rich
from quintet.studio.writer.atoms import weight
from quintet.studio.writer.budget import LONG_DECK

MOST_SECTIONS = 8
MOST_TOLD = 5
LONGEST_TOLD = 120
"""An agenda of few sections tells the titles below each, if none needs more characters."""

CARDS_PER_SECTION = 4

CONTENTS: Mapping[str, str] = {
    "en": "Contents", "de": "Inhalt", "fr": "Sommaire", "es": "Contenido", "it": "Indice",
    "pt": "Conteúdo", "nl": "Inhoud", "da": "Indhold", "sv": "Innehåll", "nb": "Innhold",
    "fi": "Sisältö", "is": "Efnisyfirlit", "pl": "Spis treści", "cs": "Obsah", "sk": "Obsah",
    "hu": "Tartalom", "ro": "Cuprins", "el": "Περιεχόμενα", "tr": "İçindekiler",
    "ru": "Содержание", "uk": "Зміст", "bg": "Съдържание", "hr": "Sadržaj", "sl": "Vsebina",
    "lt": "Turinys", "lv": "Saturs", "et": "Sisukord", "ca": "Contingut", "id": "Daftar isi",
    "ms": "Kandungan", "vi": "Nội dung", "zh": "目录", "zh-tw": "目錄", "ja": "目次", "ko": "목차",
    "ar": "المحتويات", "he": "תוכן העניינים", "fa": "فهرست", "hi": "विषय सूची", "th": "สารบัญ",
}  # fmt: skip
"""What a list of contents is called. Where a language is not here, it has the deck's title."""

SOURCES = re.compile(
    r"(?:\d+\.?\s*)?(?:sources|references|bibliography|further reading|quellen|literatur|"
    r"literaturverzeichnis|sources et références|références|fuentes|referencias|fonti|bronnen|"
    r"källor|kilder|źródła|источники|参考文献|출처)\s*:?",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w{2,}|(?<!\w)\+\d[\d\s()/-]{6,}\d|(?:https?://|www\.)\S+|\b(?:contact|"
    r"get in touch|call us|write to|sign up|register|book a|join us|rsvp|visit us|kontakt|anmelden|"
    r"contactez|contacto)\b",
    re.IGNORECASE,
)
LONGEST_CLOSING = 45
"""Words of a last card that can still be a closing one."""


def with_agenda(
    cards: Sequence[Card], names: Sequence[Rich], title: str, language: str
) -> list[Card]:
    """An agenda right after the cover: the sections' own headings."""
    if not cards or cards[0].role != "cover" or not 3 <= len(names) <= MOST_SECTIONS:
        return list(cards)
    words = CONTENTS.get(language) or CONTENTS.get(language.split("-")[0]) or title
    items = tuple(_entries(names, cards))
    return [cards[0], Card(rich(words), (Bullets(items),), role="agenda"), *cards[1:]]


def _entries(names: Sequence[Rich], cards: Sequence[Card]) -> Iterator[Item]:
    """Each section, and below it the titles of its cards, where that is short for all."""
    below = [" · ".join(_titles_below(plain(name), cards)) for name in names]
    told = len(names) <= MOST_TOLD and all(0 < len(words) <= LONGEST_TOLD for words in below)
    for name, words in zip(names, below, strict=True):
        yield Item(name)
        if told:
            yield Item(rich(words), 1)


def _titles_below(name: str, cards: Sequence[Card]) -> Iterator[str]:
    for card in cards:
        if card.eyebrow == name and card.title and card.role == "content":
            yield plain(card.title)


def with_sections(cards: Sequence[Card], names: Sequence[Rich]) -> list[Card]:
    """
    A card for each section that has no words of its own, in a deck long enough to need them: three
    sections of several cards each. `names` are the outermost headings.
    """
    spoken = [plain(name) for name in names]
    parted = [name for name in spoken if any(card.eyebrow == name for card in cards)]
    if len(parted) < len(spoken) or len(parted) < 3 or len(cards) < LONG_DECK + 2:
        return list(cards)
    if len(cards) < CARDS_PER_SECTION * len(parted):
        return list(cards)
    done: list[Card] = []
    waiting = list(zip(names, spoken, strict=True))
    for card in cards:
        if waiting and card.eyebrow == waiting[0][1]:
            done.append(Card(waiting.pop(0)[0], role="section"))
        done.append(card)
    return done


def with_roles(cards: Sequence[Card]) -> list[Card]:
    """Sources and the closing card, where the text itself has them."""
    done = [replace(card, role="sources") if _is_sources(card) else card for card in cards]
    if len(done) > 2 and done[-1].role == "content" and _closes(done[-1]):
        done[-1] = replace(done[-1], role="closing")
    return done


def _is_sources(card: Card) -> bool:
    lists = all(isinstance(block, Bullets | Numbered | Text) for block in card.blocks)
    named = SOURCES.fullmatch(plain(card.title).strip()) is not None
    return card.role == "content" and bool(card.blocks) and lists and named


def _closes(card: Card) -> bool:
    """A few words with an address, a number or a call to act in them."""
    if not all(isinstance(block, Bullets | Text) for block in card.blocks):
        return False
    if sum(map(weight, card.blocks)) > LONGEST_CLOSING or not 1 <= len(card.blocks) <= 2:
        return False
    words = [plain(card.title)]
    for block in card.blocks[:1]:
        if isinstance(block, Text):
            words.append(_with_links(block.text))
        elif isinstance(block, Bullets):
            words.extend(_with_links(item.text) for item in block.items)
    return CONTACT.search("\n".join(words)) is not None


def _with_links(text: Rich) -> str:
    return " ".join(f"{run.text} {run.link or ''}" for run in text)
