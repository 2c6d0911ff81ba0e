"""Fetching: what comes is of the size and kind that was asked for, in time, and without traces."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import pytest

from quintet.egress import IMAGE_KINDS, Fetched, Guarded, Opening, Unreachable
from tests.egress.conftest import Site

pytestmark = pytest.mark.anyio

PNG = "content-type: image/png"


@pytest.fixture
async def guarded(site: Site) -> AsyncIterator[Guarded]:
    guarded = Guarded([Opening.read(f"127.0.0.0/8:{site.port}")], patience=10.0)
    yield guarded
    await guarded.close()


async def fetch(guarded: Guarded, address: str, most: int = 1000) -> Fetched:
    return await guarded.fetch(address, most=most, kinds=IMAGE_KINDS)


async def refused(guarded: Guarded, address: str, most: int = 1000) -> Unreachable:
    with pytest.raises(Unreachable) as refused:
        await fetch(guarded, address, most)
    return refused.value


async def test_an_opened_network_is_reached_by_plain_http(guarded: Guarded, site: Site) -> None:
    address = site.put("/a.png?size=2", b"picture", "Content-Type: Image/PNG; charset=x")

    assert await fetch(guarded, f"{address}#part") == Fetched(b"picture", "image/png")
    assert site.heard[0].startswith("GET /a.png?size=2 HTTP/1.1")


async def test_an_untold_kind_is_taken_where_unknown_ones_are(guarded: Guarded, site: Site) -> None:
    assert (await fetch(guarded, site.put("/", b"x"))).media_type == "application/octet-stream"


async def test_another_kind_is_refused_before_it_is_read(guarded: Guarded, site: Site) -> None:
    address = site.put("/", b"<html>", "content-type: text/html")

    assert "another kind" in str(await refused(guarded, address))


async def test_redirects_are_followed_three_times(guarded: Guarded, site: Site) -> None:
    site.put("/3", b"picture", PNG)
    for step in range(3):
        site.put(f"/{step}", b"", f"location: /{step + 1}", status="301 Moved Permanently")
    site.put("/start", b"", "location: /0", status="307 Temporary Redirect")

    assert (await fetch(guarded, site.address("/0"))).content == b"picture"
    assert "redirects too often" in str(await refused(guarded, site.address("/start")))


async def test_a_file_that_says_it_is_too_large_is_refused(guarded: Guarded, site: Site) -> None:
    address = site.put("/", b"x" * 1001, PNG)

    assert str(await refused(guarded, address)) == "The file is larger than 0.001 MB."
    assert len((await fetch(guarded, address, most=1001)).content) == 1001


async def test_a_file_that_does_not_say_so_is_refused_as_well(guarded: Guarded, site: Site) -> None:
    site.answers["/"] = f"HTTP/1.1 200 OK\r\n{PNG}\r\nconnection: close\r\n\r\n".encode()
    site.answers["/"] += b"x" * 1001

    assert "larger than" in str(await refused(guarded, site.address("/")))


async def test_what_is_held_of_all_answers_together_has_a_limit(site: Site) -> None:
    guarded = Guarded([Opening.read(f"127.0.0.0/8:{site.port}")], most_held=1500)
    small, large = site.put("/small", b"x" * 1000, PNG), site.put("/large", b"x" * 2000, PNG)

    for _ in range(3):
        busy = await refused(guarded, large, most=5000)
        assert (busy.retry_after is None, "at once" in str(busy)) == (False, True)
        assert len((await fetch(guarded, small)).content) == 1000

    await guarded.close()


async def test_a_compressed_answer_is_not_unpacked(guarded: Guarded, site: Site) -> None:
    bomb = gzip.compress(bytes(1_000_000))
    address = site.put("/", bomb, PNG, "content-encoding: gzip")

    assert "compressed" in str(await refused(guarded, address, most=10_000_000))
    assert "accept-encoding: identity" in site.heard[0].lower()


@pytest.mark.parametrize(
    ("status", "again"),
    [
        ("404 Not Found", False),
        ("204 No Content", False),
        ("403 Forbidden", False),
        ("429 Too Many Requests", True),
        ("503 Service Unavailable", True),
    ],
)
async def test_another_status_says_whether_to_come_again(
    guarded: Guarded, site: Site, status: str, again: bool
) -> None:
    error = await refused(guarded, site.put("/", b"", status=status))

    assert str(error) == f"The server said {status[:3]}."
    assert (error.retry_after is not None) is again


async def test_a_server_that_never_answers_is_left_in_time(site: Site) -> None:
    guarded = Guarded([Opening.read(f"127.0.0.0/8:{site.port}")], patience=0.2)

    error = await refused(guarded, site.address("/silent"))

    assert (str(error), error.retry_after) == ("The server took too long.", 30.0)
    await guarded.close()


async def test_a_server_that_is_away_or_talks_nonsense_is_told(
    guarded: Guarded, site: Site
) -> None:
    site.answers["/"] = b"What?\r\n\r\n"

    assert "does not answer" in str(await refused(guarded, site.address("/")))

    away = Guarded([Opening.read("127.0.0.1/32:1")])
    assert "does not answer" in str(await refused(away, "http://127.0.0.1:1/"))
    await away.close()


async def test_no_cookie_is_kept_for_the_next_caller(guarded: Guarded, site: Site) -> None:
    address = site.put("/", b"x", PNG, "set-cookie: who=somebody; path=/")

    await fetch(guarded, address)
    await fetch(guarded, address)

    assert "cookie" not in site.heard[1].lower()


async def test_nothing_is_told_about_us_but_our_name(guarded: Guarded, site: Site) -> None:
    await fetch(guarded, site.put("/", b"x", PNG))

    names = {line.partition(":")[0].lower() for line in site.heard[0].splitlines()[1:] if line}
    assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


async def test_a_closed_client_opens_again_when_it_is_asked(guarded: Guarded, site: Site) -> None:
    address = site.put("/", b"x", PNG)
    await fetch(guarded, address)
    await guarded.close()

    assert (await fetch(guarded, address)).content == b"x"


@pytest.mark.parametrize(
    "written", ["10.0.0.0/8:443", "127.0.0.1:8080", "[fd00::/8]:443", " 10.0.0.0/8:1 "]
)
def test_openings_are_read(written: str) -> None:
    assert Opening.read(written).port in (443, 8080, 1)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "10.0.0.0/8",
        "10.0.0.1/8:443",
        "fd00::/8:443",
        "example.com:443",
        "10.0.0.0/8:0",
        "x:99999",
    ],
)
def test_what_is_no_opening_is_refused_in_words(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no network with a port|names no port"):
        Opening.read(written)
