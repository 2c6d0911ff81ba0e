"""Doing one thing with an installation, and saying what kept it from being done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from quintet.app import Installation, opened
from quintet.cli.saying import Wrong, settings_of
from quintet.domain.errors import DatabaseUnusable, NotFound
from quintet.settings import BadSettings
from quintet.storage import SecretUnusable

T = TypeVar("T")


def with_installation(
    flags: Mapping[str, Any], act: Callable[[Installation], Awaitable[T]], *, new: bool = False
) -> T:
    """
    Open the installation that the flags name, do one thing, close it. Only where it may be `new`
    is it made: looking at what is not there should not leave something behind. Raises Wrong.
    """
    settings = settings_of(flags)
    file = settings.database_address.removeprefix("sqlite:///")
    if not new and "://" not in file and not Path(file).exists():
        raise Wrong(f"There is no installation in {settings.data}; `quintet serve` makes one.")

    async def run() -> T:
        async with opened(settings) as installation:
            return await act(installation)

    try:
        return asyncio.run(run())
    except NotFound as missing:
        raise Wrong(f"There is no {missing.what} {missing.name!r}.") from None
    except (BadSettings, DatabaseUnusable, SecretUnusable) as unusable:
        raise Wrong(str(unusable)) from None
