"""Files as answers: whole, in part, and not at all."""

from __future__ import annotations

import httpx2
import pytest

from tests.edge.conftest import Rig

pytestmark = pytest.mark.anyio
CONTENT = b"0123456789" * 60_000


@pytest.fixture(autouse=True)
def bee(rig: Rig) -> None:
    (rig.shelf.folder / "bee").write_bytes(CONTENT)


async def test_sends_a_file_with_its_kind_its_name_and_no_sniffing(
    client: httpx2.AsyncClient,
) -> None:
    answer = await client.get("/things/bee/file")

    assert answer.content == CONTENT
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["content-disposition"] == 'attachment; filename="bee.txt"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["accept-ranges"] == "bytes"


async def test_a_name_of_any_script_is_told(client: httpx2.AsyncClient, rig: Rig) -> None:
    (rig.shelf.folder / "蜂").write_bytes(b"")

    answer = await client.get("/things/蜂/file")

    assert answer.headers["content-disposition"].endswith("; filename*=UTF-8''%E8%9C%82.txt")


@pytest.mark.parametrize(
    ("asked", "status", "told", "content"),
    [
        ("bytes=0-3", 206, "bytes 0-3/600000", b"0123"),
        ("bytes=599998-", 206, "bytes 599998-599999/600000", b"89"),
        ("bytes=-3", 206, "bytes 599997-599999/600000", b"789"),
        ("bytes=599990-900000", 206, "bytes 599990-599999/600000", b"0123456789"),
        ("bytes=600000-", 416, "bytes */600000", b""),
        ("bytes=5-3", 416, "bytes */600000", b""),
        ("bytes=-0", 416, "bytes */600000", b""),
        ("bytes=0-1,5-6", 200, None, CONTENT),
        ("bytes=-", 200, None, CONTENT),
        ("pages=1-2", 200, None, CONTENT),
        ("bytes=" + "9" * 400 + "-", 200, None, CONTENT),
    ],
)
async def test_sends_the_part_that_is_asked_for(
    client: httpx2.AsyncClient, asked: str, status: int, told: str | None, content: bytes
) -> None:
    answer = await client.get("/things/bee/file", headers={"Range": asked})

    assert (answer.status_code, answer.headers.get("content-range")) == (status, told)
    assert answer.content == content
    assert answer.headers["content-length"] == str(len(content))


async def test_sends_nothing_to_who_has_it(client: httpx2.AsyncClient) -> None:
    first = await client.get("/things/bee/file")

    for header in (
        {"If-None-Match": first.headers["etag"]},
        {"If-None-Match": f'"x", W/{first.headers["etag"]}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": first.headers["last-modified"]},
    ):
        again = await client.get("/things/bee/file", headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]


async def test_sends_the_whole_where_the_part_would_be_of_another_file(
    client: httpx2.AsyncClient,
) -> None:
    first = await client.get("/things/bee/file")

    part = {"Range": "bytes=0-3"}
    same = await client.get("/things/bee/file", headers={**part, "If-Range": first.headers["etag"]})
    other = await client.get("/things/bee/file", headers={**part, "If-Range": '"x"'})

    assert (same.status_code, other.status_code) == (206, 200)


@pytest.mark.parametrize("since", ["", "yesterday", "Fri, 99 Nov 2026", "\udcff"])
async def test_a_time_that_is_none_is_no_time(client: httpx2.AsyncClient, since: str) -> None:
    answer = await client.get(
        "/things/bee/file", headers=[(b"if-modified-since", since.encode("utf-8", "replace"))]
    )

    assert answer.status_code == 200


async def test_tells_a_head_what_would_come(client: httpx2.AsyncClient) -> None:
    answer = await client.head("/things/bee/file")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "600000"


async def test_a_file_that_is_gone_is_not_found(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/things/wasp/file")).status_code == 404
