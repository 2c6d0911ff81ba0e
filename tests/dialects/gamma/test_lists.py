"""Gamma's lists: themes and folders, page by page."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.dialects.gamma.library.paging import page_of
from quintet.domain.errors import Unknown
from quintet.library import Folder
from quintet.studio.themes import THEMES

pytestmark = pytest.mark.anyio
FOLDERS = [Folder(f"f{number}", name) for number, name in enumerate(["Ants", "Bees", "Éclairs"])]


async def test_all_themes_come_in_pages_ordered_by_name(gamma: httpx2.AsyncClient) -> None:
    found: list[dict[str, Any]] = []
    query, page = "", {"hasMore": True, "nextCursor": ""}
    while page["hasMore"]:
        page = (await gamma.get(f"/themes?limit=5{query}")).json()
        query = f"&after={page['nextCursor']}"
        found += page["data"]

    assert {theme["id"] for theme in found} == set(THEMES)
    assert [theme["name"] for theme in found] == sorted(theme["name"] for theme in found)
    assert page["nextCursor"] is None


@given(
    names=st.lists(st.text(max_size=3), max_size=12),
    query=st.text(max_size=1),
    limit=st.integers(1, 5),
)
def test_pages_put_together_are_the_whole(names: list[str], query: str, limit: int) -> None:
    every = [Folder(str(number), name) for number, name in enumerate(names)]
    found, after = page_of(every, query, None, limit)
    while after:
        more, after = page_of(every, query, after, limit)
        assert more
        found += more

    wanted = query.strip().casefold()
    assert found == [folder for folder in every if wanted in folder.name.casefold()]


def test_a_query_takes_letters_in_any_case() -> None:
    assert page_of(FOLDERS, "ÉC", None, 20) == ([FOLDERS[2]], None)


@pytest.mark.parametrize("cursor", ["x", "e30", "W10", "bnVsbA", "é", "eyJpZCI6ICJnb25lIn0", "="])
def test_a_cursor_that_is_none_of_ours_is_unknown(cursor: str) -> None:
    with pytest.raises(Unknown):
        page_of(FOLDERS, None, cursor, 20)
