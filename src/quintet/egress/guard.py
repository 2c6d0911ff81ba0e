"""
The guard: where a connection may go, decided at the moment it is made.

A name is resolved once; if any of its addresses is not allowed, none is; and what is dialled is
the address that was checked. So neither a name that changes its mind between check and
connection, nor one with a public and a private address, leads inside.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from quintet.egress.destinations import Address, Opening, is_public
from quintet.egress.unreachable import PATIENCE, Unreachable

if TYPE_CHECKING:
    from httpcore2 import AsyncNetworkStream

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
MOST_ADDRESSES = 4
"""So many of a name's addresses are tried."""


async def resolve(host: str, port: int) -> list[str]:
    """Every address of a name, as the operating system knows it. Raises OSError or ValueError."""
    ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_resolvers(), ask)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@cache
def _resolvers() -> ThreadPoolExecutor:
    # Of its own: a name whose server never answers holds a thread for half a minute, and storage
    # waits for those of the event loop.
    return ThreadPoolExecutor(8, thread_name_prefix="quintet-resolve")


class Guard:
    """
    A network backend of httpcore2 that connects to public hosts on port 443, if `public`, and to
    what `openings` let through. It stands below the HTTP client, so no address, redirect or kept
    connection goes round it.
    """

    def __init__(self, openings: Sequence[Opening], resolve: Resolve, *, public: bool) -> None:
        # Imported here: the HTTP client takes a tenth of a second, and many jobs need none.
        from httpcore2._backends.auto import AutoBackend

        self._openings, self._resolve, self._public = openings, resolve, public
        self._inner = AutoBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # as the HTTP client calls it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> AsyncNetworkStream:
        import httpcore2

        failure: Exception | None = None
        async with asyncio.timeout(timeout):
            addresses = await self._checked(host, port)
        for address in addresses[:MOST_ADDRESSES]:
            try:
                return await self._inner.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise Unreachable("The server does not answer.", retry_after=PATIENCE) from failure

    async def connect_unix_socket(self, path: str, *_: object, **__: object) -> AsyncNetworkStream:
        raise Unreachable("The address leads to no public server.")

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[Address]:
        """The addresses of a host, all of which may be dialled; never an empty list."""
        try:
            addresses = [ip_address(one) for one in await self._resolve(host, port)]
        except (OSError, ValueError):
            addresses = []
        # An unknown name and a private one are told alike: callers are not to map what is inside.
        if not addresses or not all(self._may_go(address, port) for address in addresses):
            raise Unreachable("The address leads to no public server.")
        return addresses

    def _may_go(self, address: Address, port: int) -> bool:
        opened = any(opening.lets(address, port) for opening in self._openings)
        return opened or (self._public and port == 443 and is_public(address))
