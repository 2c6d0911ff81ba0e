"""Pictures named in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quintet.studio.writer import Written, images
from quintet.studio.writer.images import is_picture

Write = Callable[..., Written]


@pytest.mark.parametrize(
    ("word", "picture"),
    [
        ("https://x.example/a.png", True),
        ("https://x.example/a.JPEG?w=10&h=2", True),
        ("https://x.example/a.heic#top", True),
        ("http://x.example/a.png", False),
        ("https://x.example/a", False),
        ("https://x.example/?a=b.png", False),
        ("https://x.example/a.png,", False),
        ("(https://x.example/a.png)", False),
    ],
)
def test_an_address_of_a_picture_is_known_by_its_path(word: str, picture: bool) -> None:
    assert is_picture(word) is picture


def test_the_pictures_of_a_deck_come_once_and_in_order(written: Write) -> None:
    text = (
        "# T\n\nhttps://x.example/b.png\n\nwords https://x.example/a.png words\n\n"
        "![again](https://x.example/b.png) ![no ending](https://x.example/photo)"
    )

    assert images(written(text, split="natural").deck) == (
        "https://x.example/b.png",
        "https://x.example/a.png",
        "https://x.example/photo",
    )


def test_only_secure_addresses_are_fetched(written: Write) -> None:
    text = "![a](http://x.example/a.png)\n\n![b](local.png)\n\n<img src='https://x.example/c.png'>"

    assert images(written(text, split="natural").deck) == ()
