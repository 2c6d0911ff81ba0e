"""Under which address a caller reaches us: said by the operator, or read from the request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_address, ip_network

from quintet.edge.incoming import Incoming

# What a Host header may hold and still stand in a link: a name or an address, and a port.
HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
SCHEMES = ("http", "https")


class Base(str):
    """The address all our links begin with, such as `https://decks.example`; no slash follows."""

    __slots__ = ()


class Addresses:
    """
    Finds the base of a request: `public_url` if there is one, else the Host that was asked for.
    `X-Forwarded-Proto` and `X-Forwarded-Host` count only if the connection comes from one of the
    `trusted` networks ("10.0.0.0/8", "::1").
    """

    def __init__(self, public_url: str = "", trusted: Iterable[str] = ()) -> None:
        self._public = Base(public_url.rstrip("/"))
        self._trusted = [ip_network(each, strict=False) for each in trusted]

    def base_of(self, request: Incoming) -> Base:
        return self._public or self._asked_for(request)

    def _asked_for(self, request: Incoming) -> Base:
        scheme = request.scope.get("scheme", "http")
        host = request.header(b"host") or ""
        if self._is_trusted(request):
            scheme = _nearest(request, "x-forwarded-proto") or scheme
            host = _nearest(request, "x-forwarded-host") or host
        return _base(scheme, host) or _base(scheme, _own_host(request)) or Base("http://localhost")

    def _is_trusted(self, request: Incoming) -> bool:
        client = request.scope.get("client")
        if not self._trusted or not client:
            return False
        try:
            address = ip_address(client[0])
        except ValueError:  # a Unix socket, or a test's "testclient"
            return False
        return any(address in network for network in self._trusted)


@lru_cache(maxsize=256)
def _base(scheme: str, host: str) -> Base | None:
    """None: such a host may not stand in a link."""
    if not HOST.fullmatch(host):
        return None
    return Base(f"{scheme if scheme in SCHEMES else 'http'}://{host}")


def _nearest(request: Incoming, header: str) -> str:
    """The last entry: it was written by the proxy that speaks to us, and those before by anyone."""
    return ", ".join(request.headers.getlist(header)).rpartition(",")[2].strip()


def _own_host(request: Incoming) -> str:
    name, port = request.scope.get("server") or ("localhost", None)
    name = f"[{name}]" if ":" in name else name
    return f"{name}:{port}" if port else name
