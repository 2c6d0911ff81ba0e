"""
Plays recorded exchanges: what a client sends, and what it must get.

An exchange is a JSON file with a `title`, the `basis` on which its answers stand, and `turns`. A
turn sends a request `as` one of the accounts below and says what comes back, or lets the worker
`work`. `<id:1>` in an answer stands for anything, and for the same wherever it is named after
that; of headers only those are looked at that are named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypedDict

from tests.server import Server, make_account

NAME = re.compile(r"<\w+:\d+>")
Basis = Literal["documented", "observed", "inferred", "ours"]
"""
What an answer stands on: the vendor's documents; what others have seen of the vendor; what follows
from both; or a choice of ours where nothing is known.
"""
CREDITS: Mapping[str, int] = {"acme": 1_000_000, "zenith": 1_000_000, "pauper": 20}


class Exchange(TypedDict):
    title: str
    basis: Basis
    turns: list[dict[str, Any]]


def read(path: Path) -> Exchange:
    told: Exchange = json.loads(path.read_text("utf-8"))
    return told


async def play(exchange: Exchange, mount: str, server: Server) -> None:
    """Play an exchange against one mount of a server. Raises AssertionError where it differs."""
    secrets: dict[str, str] = {"nobody": ""}
    known: dict[str, str] = {}
    for number, turn in enumerate(exchange["turns"], 1):
        if "work" in turn:
            await server.work()
            continue
        name = turn.get("as", "acme")
        if name not in secrets:
            made = await make_account(server.database, server.keys, name, CREDITS[name])
            secrets[name] = made.key
        sent = json.loads(_fill(json.dumps(turn["send"]), known))
        headers = {"X-API-KEY": secrets[name]} if secrets[name] else {}
        async with server.client(mount, **{**headers, **sent.get("headers", {})}) as client:
            got = await client.request(
                sent["method"],
                sent["path"],
                json=sent.get("json"),
                content=sent["raw"].encode() if "raw" in sent else None,
            )
        wanted = turn["get"]
        where = f"turn {number} ({sent['method']} {sent['path']})"
        assert got.status_code == wanted["status"], f"{where}: {got.status_code} {got.text}"
        for header, value in wanted.get("headers", {}).items():
            _same(value, got.headers.get(header), known, f"{where}, header {header}")
        if "json" in wanted:
            _same(wanted["json"], got.json(), known, where)
        if "text" in wanted:
            _same(wanted["text"], got.text, known, where)


def _same(wanted: Any, got: Any, known: dict[str, str], where: str) -> None:
    if isinstance(wanted, dict) and isinstance(got, dict):
        assert wanted.keys() == got.keys(), f"{where}: {got}"
        for key, value in wanted.items():
            _same(value, got[key], known, f"{where}.{key}")
    elif isinstance(wanted, list) and isinstance(got, list):
        assert len(wanted) == len(got), f"{where}: {got}"
        for number, (one, other) in enumerate(zip(wanted, got, strict=True)):
            _same(one, other, known, f"{where}[{number}]")
    elif isinstance(wanted, str) and NAME.search(wanted):
        _match(wanted, got if isinstance(got, str) else json.dumps(got), known, where)
    else:
        assert type(wanted) is type(got), f"{where}: {got!r}, not {wanted!r}"
        assert wanted == got, f"{where}: {got!r}, not {wanted!r}"


def _match(wanted: str, got: str, known: dict[str, str], where: str) -> None:
    """A text with names in it: known ones must agree, new ones are learnt."""
    learnt: list[str] = []
    pattern, at = "", 0
    for name in NAME.finditer(wanted):
        pattern += re.escape(wanted[at : name.start()])
        if name[0] in known:
            pattern += re.escape(known[name[0]])
        elif name[0] in learnt:
            pattern += f"(?P=n{learnt.index(name[0])})"
        else:
            pattern += f"(?P<n{len(learnt)}>.+?)"
            learnt.append(name[0])
        at = name.end()
    found = re.fullmatch(pattern + re.escape(wanted[at:]), got, re.DOTALL)
    assert found, f"{where}: {got!r}, not {wanted!r}"
    known.update({name: found[f"n{number}"] for number, name in enumerate(learnt)})


def _fill(text: str, known: Mapping[str, str]) -> str:
    return NAME.sub(lambda name: known.get(name[0], name[0]), text)
