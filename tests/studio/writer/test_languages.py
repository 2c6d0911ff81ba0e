"""The language a deck is set in."""

from __future__ import annotations

import pytest

from quintet.domain.briefs import DeckBrief
from quintet.studio.writer import write
from quintet.studio.writer.languages import language_of


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("Bees in the city", "en", "en"),
        ("Bees in the city", "de", "de"),
        ("Bienen mögen Dächer über der Stadt", "en-gb", "en-gb"),
        ("النحل في المدينة", "en", "ar"),
        ("زنبور در شهر", "fa", "fa"),
        ("דבורים בעיר גדולה in town", "en", "he"),
        ("Пчёлы в городе", "en", "ru"),
        ("Бджоли в місті", "uk", "uk"),
        ("都会のミツバチ", "en", "ja"),
        ("城市里的蜜蜂", "en", "zh-cn"),
        ("城市裡的蜜蜂", "zh-tw", "zh-tw"),
        ("도시의 꿀벌", "en", "ko"),
        ("शहर में मधुमक्खियाँ", "mr", "mr"),
        ("🐝🏙️ 2026", "sv", "sv"),
        ("", "en", "en"),
    ],
)
def test_follows_the_writing_of_the_words(text: str, asked: str, language: str) -> None:
    assert language_of(text, asked) == language


def test_a_deck_in_arabic_is_set_in_arabic_without_being_asked() -> None:
    assert write(DeckBrief(text="# النحل في المدينة\n\nأسطح دافئة.")).deck.language == "ar"
