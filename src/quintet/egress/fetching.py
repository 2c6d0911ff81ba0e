"""Fetching what a caller's address names: within limits of place, size, kind and time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING

from quintet.egress.destinations import Opening
from quintet.egress.guard import Guard, Resolve, resolve
from quintet.egress.unreachable import PATIENCE, Unreachable

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpx2

MEGABYTE = 1_000_000
IMAGE_MOST = 50 * MEGABYTE
"""Bytes of the largest picture that is fetched."""
MOST_HELD = 512 * MEGABYTE
"""What one process holds of answers that are still coming, whoever asked for them."""
UNTOLD = "application/octet-stream"
IMAGE_KINDS = ("image/", UNTOLD, "binary/octet-stream")
"""Many servers do not tell what they send; the file's own first bytes decide afterwards."""
REDIRECTS = 3
LONGEST = 8192
"""Characters of an address."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came, and what the server called it, in lower case and without parameters."""

    content: bytes
    media_type: str


class Guarded:
    """
    The client for addresses that callers give: https to public hosts, and what `openings` name.

    It sends no cookies and no credentials, obeys no proxy of the environment, follows at most
    three redirects, each through the same guard, and gives an answer `patience` seconds in all.
    While it holds `most_held` bytes of answers that are still coming, more are refused.
    """

    def __init__(
        self,
        openings: Sequence[Opening] = (),
        *,
        patience: float = 60.0,
        resolve: Resolve = resolve,
        most_held: int = MOST_HELD,
    ) -> None:
        self._openings, self._patience, self._resolve = tuple(openings), patience, resolve
        self._most_held, self._held = most_held, 0

    async def fetch(self, url: str, *, most: int, kinds: Sequence[str]) -> Fetched:
        """
        At most `most` bytes whose media type begins with one of `kinds`. Raises Unreachable, with
        `retry_after` where another try may help.
        """
        try:
            async with asyncio.timeout(self._patience):
                return await self._follow(url, most, tuple(kinds))
        except TimeoutError as error:
            raise Unreachable("The server took too long.", retry_after=PATIENCE) from error

    async def close(self) -> None:
        if "_client" in self.__dict__:
            await self._client.aclose()
            del self._client

    async def _follow(self, url: str, most: int, kinds: tuple[str, ...]) -> Fetched:
        for _ in range(REDIRECTS + 1):
            found = await self._get(url, most, kinds)
            if isinstance(found, Fetched):
                return found
            url = found
        raise Unreachable("The address redirects too often.")

    async def _get(self, url: str, most: int, kinds: tuple[str, ...]) -> Fetched | str:
        """What came, or the address it redirects to."""
        import httpx2

        try:
            address = _checked(httpx2.URL(url[: LONGEST + 1]))
            async with self._client.stream("GET", address) as answer:
                if answer.has_redirect_location:
                    return str(address.join(answer.headers["location"]))
                media_type = _accepted(answer, most, kinds)
                return Fetched(await self._read(answer, most), media_type)
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise Unreachable("That is no address.") from error
        except httpx2.HTTPError as error:
            raise Unreachable("The server does not answer.", retry_after=PATIENCE) from error

    async def _read(self, answer: httpx2.Response, most: int) -> bytes:
        content = bytearray()
        try:
            async for part in answer.aiter_raw():
                content += part
                self._held += len(part)
                if len(content) > most:
                    raise _too_large(most)
                if self._held > self._most_held:
                    raise Unreachable("Too much is being fetched at once.", retry_after=PATIENCE)
            return bytes(content)
        finally:
            self._held -= len(content)

    @cached_property
    def _client(self) -> httpx2.AsyncClient:
        import httpx2

        # Two transports, since the backend below them is not told the scheme: plain http may go
        # nowhere but through an opening.
        tls = httpx2.create_ssl_context(trust_env=False)
        client = httpx2.AsyncClient(
            transport=self._transport(tls, public=True),
            mounts={"http://": self._transport(tls, public=False)},
            trust_env=False,
            follow_redirects=False,
            timeout=httpx2.Timeout(15.0, connect=10.0),
            headers={"user-agent": "quintet", "accept-encoding": "identity"},
        )
        # One client serves every caller: what a server wants remembered would tell them apart.
        client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=()))
        return client

    def _transport(self, tls: SSLContext, *, public: bool) -> httpx2.AsyncHTTPTransport:
        import httpx2

        limits = httpx2.Limits(max_connections=32, max_keepalive_connections=8)
        transport = httpx2.AsyncHTTPTransport(verify=tls, trust_env=False, limits=limits)
        # No public way leads there: httpx2 is pinned to a minor version, and the tests of every
        # bypass would notice if the guard were not asked.
        transport._pool._network_backend = Guard(  # type: ignore[assignment]
            self._openings, self._resolve, public=public
        )
        return transport


def _checked(address: httpx2.URL) -> httpx2.URL:
    """The address itself, without its fragment, if we speak to such at all."""
    if len(str(address)) > LONGEST:
        raise Unreachable("The address is too long.")
    if address.scheme not in ("http", "https") or not address.host:
        raise Unreachable("Only web addresses can be fetched.")
    if address.userinfo:
        raise Unreachable("The address carries a name or a password.")
    return address.copy_with(fragment=None)


def _accepted(answer: httpx2.Response, most: int, kinds: tuple[str, ...]) -> str:
    """The media type of an answer worth reading."""
    if answer.status_code == 429 or answer.is_server_error:
        raise Unreachable(f"The server said {answer.status_code}.", retry_after=PATIENCE)
    if answer.status_code != 200:
        raise Unreachable(f"The server said {answer.status_code}.")
    if answer.headers.get("content-encoding", "identity") != "identity":
        # We asked for none; what unpacks to a thousand times its size is not worth the risk.
        raise Unreachable("The server sends only compressed answers.")
    told = answer.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most:
        raise _too_large(most)
    media_type = answer.headers.get("content-type", UNTOLD).partition(";")[0].strip().lower()
    if not media_type.startswith(kinds):
        raise Unreachable("The server sends something of another kind.")
    return media_type


def _too_large(most: int) -> Unreachable:
    return Unreachable(f"The file is larger than {most / MEGABYTE:.3g} MB.")
