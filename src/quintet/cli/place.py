"""Doing one thing with an installation, and saying what kept it from being done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from quintet.app import Installation, opened
from quintet.cli.saying import Wrong, settings_of
from quintet.domain.errors import DatabaseUnusable, NotFound
from quintet.settings import BadSettings
from quintet.storage import SecretUnusable

T = TypeVar("T")


def with_installation(flags: Mapping[str, Any], act: Callable[[Installation], Awaitable[T]]) -> T:
    """Open the installation that the flags name, do one thing, close it. Raises Wrong."""

    async def run() -> T:
        async with opened(settings_of(flags)) as place:
            return await act(place)

    try:
        return asyncio.run(run())
    except NotFound as missing:
        raise Wrong(f"There is no {missing.what} {missing.name!r}.") from None
    except (BadSettings, DatabaseUnusable, SecretUnusable) as unusable:
        raise Wrong(str(unusable)) from None
