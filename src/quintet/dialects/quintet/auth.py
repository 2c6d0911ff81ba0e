"""Our key: `Authorization: Bearer ...` or `X-API-KEY: ...`, whichever a tool finds easier."""

from __future__ import annotations

from starlette.datastructures import Headers

from quintet.accounts import Key


def key(headers: Headers) -> Key:
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return Key(secret.strip())
    return Key(", ".join(headers.getlist("x-api-key")))
