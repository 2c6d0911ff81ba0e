"""Who opens a deck's address gets its page, and nothing that is not theirs to see."""

from __future__ import annotations

import httpx2
import pytest

from tests.server import Server
from tests.viewer.conftest import Finished

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("spelling", ["/g/{}", "/g/Northwind-grew-{}", "/embed/{}"])
async def test_the_address_shows_the_deck(
    reader: httpx2.AsyncClient, deck: Finished, spelling: str
) -> None:
    shown = await reader.get(spelling.format(deck.doc))

    assert shown.status_code == 200
    assert shown.text == "html of Northwind"
    assert shown.headers["content-type"] == "text/html; charset=utf-8"


async def test_a_page_may_be_framed_by_others_only_where_it_is_meant_to(
    reader: httpx2.AsyncClient, deck: Finished
) -> None:
    page = await reader.get(f"/g/{deck.doc}")
    bare = await reader.get(f"/embed/{deck.doc}")

    assert page.headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert bare.headers["content-security-policy"].endswith("frame-ancestors *")
    for shown in (page, bare):
        assert shown.headers["content-security-policy"].startswith("default-src 'none'")
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert shown.headers["referrer-policy"] == "no-referrer"


async def test_what_a_browser_has_is_not_sent_again(
    reader: httpx2.AsyncClient, deck: Finished
) -> None:
    tag = (await reader.get(f"/g/{deck.doc}")).headers["etag"]

    again = await reader.get(f"/g/{deck.doc}", headers={"if-none-match": f'"other", W/{tag}'})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag


@pytest.mark.parametrize("name", ["zzzzzzzzzzzzzzz", "short", "..%2f..%2fetc", "<b>-%00"])
async def test_an_address_of_no_deck_is_told_so(reader: httpx2.AsyncClient, name: str) -> None:
    shown = await reader.get(f"/g/{name}")

    assert shown.status_code == 404
    assert "This deck is not here" in shown.text
    assert shown.headers["cache-control"] == "no-store"
    assert "<b>" not in shown.text


async def test_a_deck_whose_file_is_gone_is_told_so(
    reader: httpx2.AsyncClient, server: Server, deck: Finished
) -> None:
    await server.store.delete(deck.key)

    assert (await reader.get(f"/g/{deck.doc}")).status_code == 404
