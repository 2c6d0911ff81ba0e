"""`quintet migrate` and `quintet doctor`: looking after an installation."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from quintet.accounts import credits
from quintet.app import Installation
from quintet.cli.installation import with_installation


def run_migrate(flags: Mapping[str, Any]) -> None:
    async def address(installation: Installation) -> str:
        # Opening a SQLite database has brought it up to date.
        return installation.settings.database_address

    print(f"The database {with_installation(flags, address, new=True)} is up to date.")


def run_doctor(flags: Mapping[str, Any], *, as_json: bool) -> None:
    """Every finding is a sentence; with any, the exit code is 1."""

    async def look(installation: Installation) -> list[str]:
        return [*await _books(installation), *await _files(installation)]

    findings = with_installation(flags, look)
    if as_json:
        print(json.dumps({"healthy": not findings, "findings": findings}))
    else:
        for finding in findings or ["The books balance, and every file is there."]:
            print(finding)
    sys.exit(1 if findings else 0)


async def _books(installation: Installation) -> list[str]:
    async with installation.database.snapshot() as snap:
        return await credits.balanced(snap)


async def _files(installation: Installation) -> list[str]:
    """Files that a row names and storage does not have."""
    kept = installation.store.keys()
    there = {stored.key async for stored in kept}
    named = await installation.artifact_keys()
    return [f"The file {key} is missing." for key in sorted(named - there)]
