"""Gamma's key: one header, `X-API-KEY`."""

from __future__ import annotations

from starlette.datastructures import Headers

from quintet.accounts import Key


def key(headers: Headers) -> Key:
    # Sent twice, it is one text with a comma in it, as in the vendor's server: no key we know.
    sent = headers.getlist("x-api-key")
    return Key(sent[0] if len(sent) == 1 else ", ".join(sent))
