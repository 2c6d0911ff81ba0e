"""
A client of Gamma's API as its users write them: the standard library, a base address and a key.

It knows nothing of Quintet. It creates, polls every two seconds, gives up after a while, and
reads `generationId`, `status`, `gammaUrl`, `exportUrl`, `credits`, `error.message`, the header
`x-request-id` and, where it is refused for its haste, `Retry-After`.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class GammaError(Exception):
    """What the API refused, or why a generation failed."""

    def __init__(self, message: str, status: int, request_id: str, retry_after: int | None) -> None:
        super().__init__(f"{message} ({status}, request {request_id})")
        self.message, self.status = message, status
        self.request_id, self.retry_after = request_id, retry_after


@dataclass(frozen=True, slots=True)
class GammaClient:
    """`base` ends in `/v1.0`. `pace` and `patience` are in seconds."""

    base: str
    key: str
    pace: float = 2.0
    patience: float = 180.0

    def create(self, **body: Any) -> Any:
        return self._call("POST", "/generations", body)

    def wait_for(self, generation: str) -> Any:
        """The generation as it ended. Raises GammaError where it failed, or TimeoutError."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            told = self._call("GET", f"/generations/{generation}")
            if told["status"] == "completed":
                return told
            if told["status"] == "failed":
                error = told["error"]
                raise GammaError(error["message"], error["statusCode"], "", None)
            time.sleep(self.pace)
        raise TimeoutError(generation)

    def download(self, address: str) -> bytes:
        """An export: the link needs no key."""
        with urllib.request.urlopen(address, timeout=30) as answer:
            return bytes(answer.read())

    def get(self, path: str) -> Any:
        return self._call("GET", path)

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            self.base + path,
            None if body is None else json.dumps(body).encode(),
            {"X-API-KEY": self.key, "Content-Type": "application/json", "accept": "*/*"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                assert answer.headers["x-request-id"]
                assert int(answer.headers["x-ratelimit-remaining-burst"]) >= 0
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                told, headers = json.load(refused), refused.headers
            wait = headers.get("Retry-After")
            raise GammaError(
                told["message"],
                told["statusCode"],
                headers["x-request-id"],
                int(wait) if wait else None,
            ) from None
