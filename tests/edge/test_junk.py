"""Large bodies: long texts are read, millions of parts are not."""

from __future__ import annotations

import json

import pytest

from quintet.edge.junk import LARGE, is_junk

MANY = 400_000


@pytest.mark.parametrize(
    "text",
    [
        "word " * 80_000,
        '"quoted", \\ and: [1, {2}] ' * 15_000,
        "\U0001f600 " * 200_000,
        "\n\t" * MANY,
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_request_with_a_long_text_is_none(text: str, ascii_only: bool) -> None:
    body = json.dumps({"inputText": text, "textMode": "preserve"}, ensure_ascii=ascii_only).encode()

    assert len(body) > LARGE
    assert not is_junk(body)


@pytest.mark.parametrize(
    "body",
    [
        b"[" + b"[]," * MANY + b"1]",
        b'{"folderIds":[' + b"1," * MANY + b"1]}",
        b'{"folderIds":[' + b'"",' * MANY + b'""]}',
        b'{"folderIds":[' + b'"\\\\",' * MANY + b'""]}',
        b"{" + b'"a":1,' * MANY + b'"a":1}',
        b" " * MANY + b"{}",
    ],
)
def test_a_body_of_very_many_parts_is(body: bytes) -> None:
    assert is_junk(body)
    assert not is_junk(body[:LARGE])


def test_a_text_that_does_not_end_is_looked_at_once() -> None:
    assert not is_junk(b'{"a":"' + b'\\"' * 4_000_000)
