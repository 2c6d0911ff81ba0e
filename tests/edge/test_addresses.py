"""Which address a caller is told that we live at."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.datastructures import Headers

from quintet.edge import Addresses, Incoming

HOST = {"host": "decks.test:8000"}
FORWARDED = {"x-forwarded-proto": "https", "x-forwarded-host": "decks.example"}


async def receive() -> Any: ...


def request(headers: dict[str, str], client: str = "10.0.0.7", **more: Any) -> Incoming:
    scope = {
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "headers": Headers(headers).raw,
        "client": (client, 5000),
        "server": ("::1", 8000),
        **more,
    }
    return Incoming(scope, receive)


@pytest.mark.parametrize(
    ("addresses", "headers", "base"),
    [
        (Addresses("https://decks.example/"), HOST, "https://decks.example"),
        (Addresses(), HOST, "http://decks.test:8000"),
        (Addresses(), {"host": "[::1]:80"}, "http://[::1]:80"),
        (Addresses(), HOST | FORWARDED, "http://decks.test:8000"),
        (Addresses(trusted=["10.0.0.0/8"]), HOST | FORWARDED, "https://decks.example"),
        (Addresses(trusted=["10.1.0.0/16"]), HOST | FORWARDED, "http://decks.test:8000"),
        (
            Addresses(trusted=["10.0.0.7"]),
            HOST | {"x-forwarded-host": "evil.example, decks.example"},
            "http://decks.example",
        ),
        (
            Addresses(trusted=["10.0.0.7"]),
            HOST | {"x-forwarded-proto": "javascript"},
            "http://decks.test:8000",
        ),
        (Addresses(), {}, "http://[::1]:8000"),
        (Addresses(), {"host": 'a"onload="x'}, "http://[::1]:8000"),
        (Addresses(), {"host": "user@evil.example"}, "http://[::1]:8000"),
        (Addresses(), {"host": "a/b"}, "http://[::1]:8000"),
    ],
)
def test_a_base_comes_from_who_may_say_it(
    addresses: Addresses, headers: dict[str, str], base: str
) -> None:
    assert addresses.base_of(request(headers)) == base


def test_a_caller_without_an_address_is_not_trusted() -> None:
    addresses = Addresses(trusted=["10.0.0.0/8"])

    assert addresses.base_of(request(HOST | FORWARDED, "testclient")) == "http://decks.test:8000"
    assert addresses.base_of(request(HOST | FORWARDED, client=None)) == "http://decks.test:8000"  # type: ignore[arg-type]
