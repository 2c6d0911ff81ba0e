"""Texts that nobody would call a report: a deck or a clear refusal, in good time."""

from __future__ import annotations

import time

import pytest

from tests.end_to_end.conftest import Quintet, ask

SENTENCE = "Crews planted trees along the northern streets, and the shade came sooner. "
TEXTS = {
    "only pictures": "https://127.0.0.1/a.png https://127.0.0.1/b.jpg\n\nhttps://127.0.0.1/c.webp",
    "one long paragraph": SENTENCE * (100_000 // len(SENTENCE)),
    "one long word": "a" * 5000,
    "emoji": "# 🐝🏙️\n\n- 🌸🌼🌻\n- 👩🏽‍🌾 tends 🐝\n\nBees 🐝 live in 🏙️.",
    "right to left": "# النحل في المدينة\n\n- أسطح دافئة\n- زهور كثيرة\n\nيعيش النحل في المدينة.",
    "mixed directions": "# דבורים in the city\n\nשלום world 123 שלום.",
    "four hundred thousand characters": (SENTENCE * 6000)[:400_000],
    "ten thousand headings": "# a\n" * 10_000,
    "deep lists": "".join("  " * depth + "- x\n" for depth in range(100)),
    "html": "<script>alert(1)</script><table><tr><td>x</table>",
    "control characters": "# Bees\x07\x1b[31m\n\nlive\x0c in\x08 cities",
    "a ragged table": "| a | b |\n| --- |\n| 1 | 2 | 3 |\n||\n",
    "nothing but marks": "---\n***\n# \n> \n- \n```\n",
}
LONGEST = 30.0


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("mode", ["preserve", "condense"])
def test_ends_as_a_deck_or_a_refusal(shared: Quintet, name: str, mode: str) -> None:
    began = time.monotonic()
    body = {"inputText": TEXTS[name], "textMode": mode, "exportAs": "pptx"}

    created = shared.gamma("POST", "/generations", body)

    assert time.monotonic() - began < LONGEST
    assert created.status in (200, 400), created.content
    if created.status == 400:
        assert created.json["message"].startswith("Input validation errors: 1. ")
        return
    ended = shared.ended(created.json["generationId"])
    if ended["status"] == "completed":
        assert ask("GET", ended["exportUrl"]).status == 200
    else:
        assert ended["error"]["statusCode"] == 422, ended


@pytest.mark.parametrize("size", ["16x9", "fluid"])
def test_every_word_of_a_long_text_is_on_the_page(shared: Quintet, size: str) -> None:
    text = "\n\n".join(f"Paragraph {n} says word{n} twice: word{n}." for n in range(500))
    body = {"inputText": text, "textMode": "preserve", "cardOptions": {"dimensions": size}}

    ended = shared.ended(shared.gamma("POST", "/generations", body).json["generationId"])
    page = ask("GET", ended["gammaUrl"]).content.decode()

    assert all(f"word{n}" in page for n in range(500))


def test_a_picture_that_cannot_be_had_is_left_out_with_a_note(shared: Quintet) -> None:
    text = "# Bees\n\nHere they are: https://127.0.0.1:1/bees.png\n\nThey live in cities."
    generation = shared.generate(inputText=text)

    ended = shared.ended(generation)
    job = shared.v1("GET", "/jobs?limit=1").json["data"][0]
    shown = shared.v1("GET", f"/jobs/{job['id']}").json

    assert ended["status"] == "completed"
    assert any("https://127.0.0.1:1/bees.png" in note for note in shown["notes"])
