"""No address that a caller gives reaches a private network: every way round that is known."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest

from quintet.egress import Guarded, Opening, Unreachable
from quintet.egress.guard import resolve
from tests.egress.conftest import Site

pytestmark = pytest.mark.anyio

PUBLIC = "93.184.216.34"

HOSTS = {
    "loopback": "127.0.0.1",
    "localhost": "localhost",
    "localhost with a dot": "localhost.",
    "IPv6 loopback": "[::1]",
    "mapped into IPv6": "[::ffff:127.0.0.1]",
    "compatible with IPv4": "[::127.0.0.1]",
    "decimal": "2130706433",
    "hexadecimal": "0x7f.1",
    "octal": "0177.0.0.1",
    "shortened": "127.1",
    "this host": "0.0.0.0",
    "unspecified in IPv6": "[::]",
    "a private network": "10.0.0.1",
    "another private network": "192.168.1.1",
    "the metadata service": "169.254.169.254",
    "a carrier's network": "100.64.0.1",
    "translated to IPv6": "[64:ff9b::7f00:1]",
    "translated locally": "[64:ff9b:1::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "Teredo": "[2001:0:7f00:1::]",
    "unique local": "[fd00:ec2::254]",
    "link-local": "[fe80::1]",
    "site-local": "[fec0::1]",
    "benchmarking": "198.18.0.1",
    "multicast": "224.0.0.1",
    "multicast in IPv6": "[ff02::1]",
    "documentation": "192.0.2.1",
    "broadcast": "255.255.255.255",
    "reserved": "240.0.0.1",
    "a 6to4 relay": "192.88.99.1",
    "a name of a private address": "private.test",
    "a name of a public and a private address": "mixed.test",
    "a name of a private and a public address": "mixed-too.test",
    "a name of a mapped address": "mapped.test",
    "a name of a scoped address": "scoped.test",
    "a name nobody knows": "unknown.test",
}

NAMES: dict[str, list[list[str]]] = {
    "localhost.": [["127.0.0.1"]],
    "private.test": [["127.0.0.1"]],
    "mixed.test": [[PUBLIC, "127.0.0.1"]],
    "mixed-too.test": [["127.0.0.1", PUBLIC]],
    "mapped.test": [["::ffff:127.0.0.1"]],
    "scoped.test": [["fe80::1%eth0"]],
    "public.test": [[PUBLIC]],
    "many.test": [[f"93.184.216.{number}" for number in range(34, 54)]],
    "rebinding.test": [[PUBLIC], ["127.0.0.1"]],
}


class Names:
    """Names that are known here alone, each answer in its turn; others as they are."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        turns = NAMES.get(host)
        if turns is None and host.endswith(".test"):
            raise OSError(f"{host} is not known.")
        if turns is None:
            return await resolve(host, port)
        self.asked.append(host)
        return turns[min(self.asked.count(host), len(turns)) - 1]


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
async def guarded(names: Names) -> AsyncIterator[Guarded]:
    guarded = Guarded(resolve=names)
    yield guarded
    await guarded.close()


async def refused(guarded: Guarded, address: str) -> str:
    with pytest.raises(Unreachable) as refused:
        await guarded.fetch(address, most=1000, kinds=("",))
    return str(refused.value)


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS.keys())
async def test_nothing_inside_is_dialled(
    guarded: Guarded, site: Site, dialled: list[str], host: str
) -> None:
    for scheme in ("http", "https"):
        for port in ("", f":{site.port}"):
            await refused(guarded, f"{scheme}://{host}{port}/")

    assert dialled == []
    assert site.heard == []


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS.keys())
async def test_an_opening_opens_its_network_and_port_and_nothing_beside(
    names: Names, site: Site, dialled: list[str], host: str
) -> None:
    guarded = Guarded(
        [Opening.read(f"127.0.0.2/32:{site.port}"), Opening.read("127.0.0.0/8:1")], resolve=names
    )

    for scheme in ("http", "https"):
        await refused(guarded, f"{scheme}://{host}:{site.port}/")

    assert dialled == []
    await guarded.close()


async def test_a_name_that_changes_its_mind_is_asked_once_and_what_was_checked_is_dialled(
    guarded: Guarded, names: Names, dialled: list[str]
) -> None:
    await refused(guarded, "https://rebinding.test/")

    assert names.asked == ["rebinding.test"]
    assert dialled == [PUBLIC]


async def test_a_name_of_many_addresses_is_tried_at_four(
    guarded: Guarded, dialled: list[str]
) -> None:
    await refused(guarded, "https://many.test/")

    assert dialled == [f"93.184.216.{number}" for number in range(34, 38)]


@pytest.mark.parametrize(
    "address", ["http://public.test/", "http://public.test:443/", "https://public.test:8443/"]
)
async def test_public_hosts_are_reached_by_https_on_its_own_port_alone(
    guarded: Guarded, dialled: list[str], address: str
) -> None:
    await refused(guarded, address)

    assert dialled == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "picture.png",
        "//public.test/",
        "file:///etc/passwd",
        "ftp://public.test/",
        "data:image/png;base64,AA==",
        "unix:///run/docker.sock",
        "https://",
        "https:///path",
        "https://[::1/",
        "https://public.test:99999/",
        "https://user:word@public.test/",
        "https://public.test@127.0.0.1/",
        "https://a\x00b/",
        "https://xn--\udcff/",
        "https://" + "a" * 300 + "/",
        "https://public.test/" + "a" * 9000,
    ],
)
async def test_what_is_no_web_address_is_refused_in_words(
    guarded: Guarded, dialled: list[str], address: str
) -> None:
    await refused(guarded, address)

    assert dialled == []


async def test_a_private_name_and_an_unknown_one_are_told_alike(guarded: Guarded) -> None:
    told = {await refused(guarded, f"https://{name}.test/") for name in ("private", "unknown")}

    assert told == {"The address leads to no public server."}


@pytest.mark.parametrize("target", ["127.0.0.1", "private.test", "[::1]", "0x7f.1"])
async def test_a_redirect_goes_through_the_guard_as_well(
    names: Names, site: Site, dialled: list[str], target: str
) -> None:
    guarded = Guarded([Opening.read(f"127.0.0.1/32:{site.port}")], resolve=names)
    start = site.put("/", b"", f"location: http://{target}:1/", status="302 Found")

    await refused(guarded, start)

    assert dialled == ["127.0.0.1"]
    assert len(site.heard) == 1
    await guarded.close()


async def test_a_proxy_of_the_environment_is_not_obeyed(
    guarded: Guarded, site: Site, dialled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{site.port}")

    await refused(guarded, "https://public.test/")

    assert dialled == [PUBLIC]
    assert site.heard == []
