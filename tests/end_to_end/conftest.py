"""The installed server as a process of its own, spoken to over HTTP by a plain client."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)


def ask(
    method: str, address: str, body: object = None, headers: Mapping[str, str] | None = None
) -> Answered:
    """One request, whatever the answer's status."""
    sent = None if body is None else json.dumps(body).encode()
    told = {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(address, sent, told, method=method)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return Answered(answer.status, dict(answer.headers.items()), answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Answered(refused.code, dict(refused.headers.items()), refused.read())


def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """Look again and again until something is there."""
    started = time.monotonic()
    while not (found := condition()):
        assert time.monotonic() - started < seconds, "waited in vain"
        time.sleep(0.02)
    return found


@dataclass
class Quintet:
    """One installation in a folder, and its processes."""

    data: Path
    base: str = ""
    key: str = ""
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quintet", *words, "--data", str(self.data)],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def serve(self, *options: str) -> subprocess.Popen[str]:
        """Start a server on a free port, and know its address."""
        if not self.key:
            made = self.command("keys", "create", "--account", "acme", "--json")
            self.key = json.loads(made.stdout)["api_key"]
        port = self.base.rpartition(":")[2] or "0"
        process = self._start("serve", "--port", port, *options)
        assert process.stdout is not None
        first = process.stdout.readline()
        assert " at " in first, first
        self.base = first.rpartition(" at ")[2].strip()
        return process

    def _start(self, *words: str) -> subprocess.Popen[str]:
        log = (self.data.parent / "server.log").open("a")
        process = subprocess.Popen(
            [sys.executable, "-m", "quintet", *words, "--data", str(self.data)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        log.close()
        self.running.append(process)
        return process

    def gamma(self, method: str, path: str, body: object = None) -> Answered:
        return ask(method, f"{self.base}/gamma/v1.0{path}", body, {"X-API-KEY": self.key})

    def v1(self, method: str, path: str, body: object = None) -> Answered:
        headers = {"Authorization": f"Bearer {self.key}"}
        return ask(method, f"{self.base}/v1{path}", body, headers)

    def generate(self, **changes: object) -> str:
        """Ask Gamma's dialect for a deck; the generation's id."""
        body = {"inputText": "# Bees\n\nBees live in cities.", "textMode": "preserve", **changes}
        answer = self.gamma("POST", "/generations", body)
        assert answer.status == 200, answer.content
        return str(answer.json["generationId"])

    def ended(self, generation: str) -> Any:
        """Wait until a generation is no longer pending."""

        def look() -> Any:
            told = self.gamma("GET", f"/generations/{generation}").json
            return None if told["status"] == "pending" else told

        return until(look)

    def close(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.running:
            try:
                process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()


@pytest.fixture
def quintet(tmp_path: Path) -> Iterator[Quintet]:
    installation = Quintet(tmp_path / "data")
    yield installation
    installation.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quintet]:
    """One running server for all tests of a module that leave it as it is."""
    installation = Quintet(tmp_path_factory.mktemp("shared") / "data")
    installation.serve()
    yield installation
    installation.close()
