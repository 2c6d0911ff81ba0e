"""
The server's secret, and the keys derived from it.

It is one or several lines, the newest first. The newest signs links; what the others have signed
stays good until they are taken out. The oldest keys the hashes of the API keys: taking it out
makes every one of them unknown.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from quintet.storage.local import make_private

NAME = "secret.key"
SHORTEST = 32
"""Characters of a line: 16 random bytes as hexadecimal digits."""


class SecretUnusable(Exception):
    """The secret that was given cannot be used, and why, for whoever runs the server."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """A server's secret, line by line, the newest first."""

    lines: tuple[bytes, ...] = field(repr=False)

    @property
    def pepper(self) -> bytes:
        """Keys the hashes of API keys."""
        return _derive(self.lines[-1], "api keys")

    @property
    def signing(self) -> tuple[bytes, ...]:
        """For `Signer`: the first signs."""
        return tuple(_derive(line, "links") for line in self.lines)

    @property
    def fingerprint(self) -> str:
        """Tells whether a database's keys were hashed with this secret, and nothing else."""
        return _derive(self.lines[-1], "fingerprint").hex()[:32]

    def derive(self, label: str) -> bytes:
        """32 bytes for a purpose of their own, from the newest line."""
        return _derive(self.lines[0], label)


def load_secrets(
    data: Path, *, given: str = "", file: Path | None = None, fresh: bool = True
) -> Secrets:
    """
    The secret as it was given in words, or from a file, or else from `secret.key` in the data
    folder. That is made when it is missing and the installation is `fresh`: of two processes that
    begin together, one makes it and both read it. Raises SecretUnusable.
    """
    if given:
        return _read(given, "The secret")
    path = file or data / NAME
    if file is None and not path.exists():
        if not fresh:
            raise SecretUnusable(f"The secret of the database is gone: put {path} back.")
        _make(path)
    try:
        return _read(path.read_text("ascii"), f"The secret in {path}")
    except (OSError, UnicodeDecodeError) as error:
        raise SecretUnusable(f"The secret file {path} cannot be read: {error}.") from error


def _read(text: str, where: str) -> Secrets:
    stripped = (line.strip() for line in text.splitlines())
    lines = [line for line in stripped if line and not line.startswith("#")]
    if not lines:
        raise SecretUnusable(f"{where} is empty.")
    if any(len(line) < SHORTEST for line in lines):
        raise SecretUnusable(f"{where} is too short: each line needs {SHORTEST} characters.")
    return Secrets(tuple(line.encode() for line in lines))


def _make(path: Path) -> None:
    """Write a new secret, unless somebody has done so by then."""
    make_private(path.parent)
    unfinished = path.with_name(f".{NAME}.{uuid4().hex}")
    opened = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(secrets.token_hex(32).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        # Unlike a rename, a link never replaces what another process has just made.
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, path)
    finally:
        unfinished.unlink()


def _derive(line: bytes, label: str) -> bytes:
    return hmac.digest(line, f"quintet {label} 1".encode(), "sha256")
