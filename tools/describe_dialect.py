"""
Write the lower part of a dialect's page from what is declared and what is tested.

    python tools/describe_dialect.py NAME [--check]

Everything below the mark in `docs/dialects/NAME.md` is made anew from the dialect's endpoints and
its recorded exchanges; what stands above it is written by hand. `--check` writes nothing and
fails if the page is not up to date.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quintet.dialects import DIALECTS
from quintet.edge import Dialect

ROOT = Path(__file__).parent.parent
MARK = "<!-- Below: made by tools/describe_dialect.py -->"
NAMED = re.compile(r"<\w+:\d+>")
BASES = {
    "documented": "the vendor's documents say so",
    "observed": "others have seen the vendor answer so",
    "inferred": "it follows from both",
    "ours": "nothing is known, or it can only be so here",
}


def page(name: str) -> tuple[Path, str]:
    """Where a dialect's page lies, and how it should read."""
    path = ROOT / "docs" / "dialects" / f"{name}.md"
    head = path.read_text("utf-8").partition(MARK)[0]
    below = "\n".join(_lines(DIALECTS[name], list(_exchanges(name))))
    return path, f"{head}{MARK}\n\n{below}\n"


def _exchanges(name: str) -> Iterator[tuple[str, Any]]:
    for path in sorted((ROOT / "tests" / "dialects" / name / "exchanges").glob("*.json")):
        yield path.stem, json.loads(path.read_text("utf-8"))


def _lines(dialect: Dialect, exchanges: list[tuple[str, Any]]) -> Iterator[str]:
    yield "## Endpoints\n"
    yield "| endpoint | answers | refuses | in exchanges |"
    yield "| --- | --- | --- | --- |"
    seen = Counter(place for _, each in exchanges for place in _places(dialect, each))
    for endpoint in dialect.routes.endpoints:
        name = f"{endpoint.method} {endpoint.path}"
        answers, refuses = (
            ", ".join(map(str, few)) for few in (endpoint.answers, endpoint.refuses)
        )
        yield f"| `{name}` | {answers} | {refuses} | {seen[name] or '-'} |"
    for basis, why in BASES.items():
        chosen = [(stem, each) for stem, each in exchanges if each["basis"] == basis]
        if chosen:
            yield f"\n## {basis.capitalize()}: {why}\n"
            yield "| exchange | last request | answer |"
            yield "| --- | --- | --- |"
            yield from (_row(dialect.name, stem, each) for stem, each in chosen)


def _row(name: str, stem: str, exchange: Any) -> str:
    turn = [turn for turn in exchange["turns"] if "send" in turn][-1]
    told = turn["get"].get("json", {})
    message = told.get("message") or told.get("warnings") or told.get("status") or ""
    link = f"../../tests/dialects/{name}/exchanges/{stem}.json"
    request = f"`{turn['send']['method']} {NAMED.sub('…', turn['send']['path'])}`"
    answer = f"{turn['get']['status']} {NAMED.sub('…', message)}".strip()
    return f"| [{exchange['title']}]({link}) | {request} | {answer} |"


def _places(dialect: Dialect, exchange: Any) -> set[str]:
    """The endpoints an exchange goes to."""
    found = set()
    for turn in exchange["turns"]:
        if "send" in turn:
            path = NAMED.sub("x", turn["send"]["path"]).partition("?")[0]
            endpoint, _ = dialect.routes.find(turn["send"]["method"], path)
            if endpoint:
                found.add(f"{endpoint.method} {endpoint.path}")
    return found


def main(name: str, *, check: bool) -> None:
    path, text = page(name)
    if check and path.read_text("utf-8") != text:
        sys.exit(f"{path.relative_to(ROOT)} is not up to date: run this without --check.")
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], check="--check" in sys.argv)
