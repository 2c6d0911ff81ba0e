"""What a command says to the person at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from quintet.settings import BadSettings, Settings, read_settings


class Wrong(Exception):
    """What was typed cannot be done, in one sentence. The command ends with exit code 2."""


def complain(sentence: str) -> None:
    print(f"quintet: {sentence}", file=sys.stderr)


def settings_of(flags: Mapping[str, Any]) -> Settings:
    try:
        return read_settings(flags)
    except BadSettings as bad:
        raise Wrong(str(bad)) from None


def size_of(count: int) -> str:
    """A file's size for a person: "412 KB"."""
    return f"{count / 1000:,.0f} KB" if count >= 1000 else f"{count} B"


def credits_of(amount: int) -> str:
    """Micro-credits as credits: "1,000,000" or "0.25"."""
    return f"{amount / 1_000_000:,.6f}".rstrip("0").rstrip(".")
