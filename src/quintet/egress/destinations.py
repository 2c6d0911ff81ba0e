"""Which addresses are public, and which others the settings open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# `is_global` follows IANA's registries, and leaves out what leads elsewhere than it says: relays
# to IPv4 (RFC 7526, 6to4), documentation (RFC 9637), and anycast of the protocols themselves.
NOT_PUBLIC_V4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
UNICAST_V6 = IPv6Network("2000::/3")
"""All that is routed; outside of it are mapped, translated, site-local and unassigned ones."""
NOT_PUBLIC_V6 = (IPv6Network("2002::/16"), IPv6Network("3fff::/20"))

WRITTEN = re.compile(r"\[(?P<v6>[^\]]+)\]:(?P<port6>\d+)|(?P<v4>[^:]+):(?P<port4>\d+)", re.ASCII)


def is_public(address: Address) -> bool:
    """Whether this is a host that anybody on the internet can reach."""
    if not address.is_global or address.is_multicast:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_V4)
    return address in UNICAST_V6 and not any(address in network for network in NOT_PUBLIC_V6)


@dataclass(frozen=True, slots=True)
class Opening:
    """A network and a port that the settings open to callers' addresses, http as well as https."""

    network: Network
    port: int

    def lets(self, address: Address, port: int) -> bool:
        return port == self.port and address in self.network

    @classmethod
    def read(cls, written: str) -> Opening:
        """`10.0.0.0/8:443`, or `[fd00::/8]:443`. Raises ValueError with a sentence."""
        found = WRITTEN.fullmatch(written.strip())
        try:
            if found is None:
                raise ValueError(written)
            network = ip_network(found["v6"] or found["v4"])
            port = int(found["port6"] or found["port4"])
        except ValueError as error:
            raise ValueError(
                f"{written!r} is no network with a port, such as 10.0.0.0/8:443 or [fd00::/8]:443."
            ) from error
        if not 0 < port < 65536:
            raise ValueError(f"{written!r} names no port: they go from 1 to 65535.")
        return cls(network, port)
