"""
`quintet demo`: the whole product in a minute.

It starts a server of its own on a free port of this machine, asks it over real HTTP for one job
per row of `JOBS`, shows how they come along, saves what they made, and stops the server.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from quintet.cli.saying import Wrong, size_of

PATIENCE = 120.0
"""Seconds that the server may take to start, and each job to end."""
EXAMPLE = "quarterly-report.md"


@dataclass(frozen=True, slots=True)
class Asked:
    """One job of the demo: what is sent to which dialect, and the fields that change."""

    dialect: str
    what: str
    path: str
    body: Mapping[str, Any]


REPORT: Mapping[str, Any] = {
    "textMode": "preserve",
    "format": "presentation",
    "numCards": 12,
    "themeId": "chalk",
    "cardOptions": {
        "dimensions": "16x9",
        "headerFooter": {
            "bottomLeft": {"type": "text", "value": "Harbour & Pine"},
            "bottomRight": {"type": "cardNumber"},
            "hideFromFirstCard": True,
        },
    },
    "imageOptions": {"source": "noImages"},
}
JOBS = (
    Asked("gamma", "a deck as PPTX", "/gamma/v1.0/generations", {**REPORT, "exportAs": "pptx"}),
    Asked("gamma", "a deck as PDF", "/gamma/v1.0/generations", {**REPORT, "exportAs": "pdf"}),
    Asked("gamma", "a deck as PNG", "/gamma/v1.0/generations", {**REPORT, "exportAs": "png"}),
)


@dataclass(slots=True)
class Running:
    """A job under way, and its bar."""

    asked: Asked
    id: str
    bar: TaskID
    began: float
    took: float = 0.0
    told: Mapping[str, Any] | None = None


class Client:
    """Speaks to the demo's own server, and to nothing else."""

    def __init__(self, base: str, key: str) -> None:
        self._base, self._key = base, key

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._ask(path, json.dumps(body).encode())

    def get(self, path: str) -> Any:
        return self._ask(path, None)

    def save(self, address: str, target: Path) -> Path:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer, target.open("wb") as out:
            shutil.copyfileobj(answer, out)
        return target

    def _ask(self, path: str, body: bytes | None) -> Any:
        headers = {"X-API-KEY": self._key, "Content-Type": "application/json"}
        request = urllib.request.Request(self._base + path, body, headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)


def run_demo(out: Path) -> None:
    console = Console()
    text = example()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Wrong(f"{out} cannot be made: {error.strerror}.") from None
    with tempfile.TemporaryDirectory(prefix="quintet-demo-") as data:
        key = _key(Path(data))
        with _server(Path(data)) as base:
            console.print(f"A server answers at {base}; its account is `demo`.", highlight=False)
            client = Client(base, key)
            ended = _all(client, text)
            console.print(_saved(client, ended, out))
            for note in _notes(client):
                console.print(f"note: {note}", style="yellow", highlight=False, markup=False)
            console.print(_bill(client, ended), highlight=False)
    console.print("The server has stopped. `quintet serve` starts one that stays.", highlight=False)


def example() -> str:
    """The report that ships: in the package, or beside the source of a development install."""
    packaged = files("quintet").joinpath("data/examples", EXAMPLE)
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return (Path(__file__).parents[3] / "examples" / EXAMPLE).read_text("utf-8")


def _key(data: Path) -> str:
    command = [sys.executable, "-m", "quintet", "keys", "create", "--account", "demo", "--json"]
    made = subprocess.run(
        [*command, "--data", str(data)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise Wrong(f"The demo could not make a key: {made.stderr.strip()}")
    return str(json.loads(made.stdout)["api_key"])


@contextmanager
def _server(data: Path) -> Iterator[str]:
    """A server on a free port; whatever happens, it is gone in the end."""
    command = [sys.executable, "-m", "quintet", "serve", "--port", "0", "--data", str(data)]
    # A session of its own: Ctrl-C at the terminal reaches us alone, and we stop it in order.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        if " at " not in first:
            raise Wrong("The demo's server did not start.")
        yield first.rpartition(" at ")[2].strip()
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _all(client: Client, text: str) -> list[Running]:
    columns = (TextColumn("{task.description:24}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns) as bars:
        running = []
        for asked in JOBS:
            made = client.post(asked.path, {"inputText": text, **asked.body})
            name = made["generationId"]
            bar = bars.add_task(f"{asked.dialect}: {asked.what}", total=1)
            running.append(Running(asked, name, bar, time.monotonic()))
        while waiting := [each for each in running if each.told is None]:
            for each in waiting:
                _look(client, each, bars)
            time.sleep(0.05)
    return running


def _look(client: Client, job: Running, bars: Progress) -> None:
    told = client.get(f"{job.asked.path}/{job.id}")
    job.took = time.monotonic() - job.began
    if told["status"] == "failed":
        raise Wrong(f"{job.asked.what} failed: {told['error']['message']}")
    if told["status"] == "completed":
        job.told = told
        bars.update(job.bar, completed=1)
    elif job.took > PATIENCE:
        raise Wrong(f"{job.asked.what} took longer than {PATIENCE:.0f} s.")
    else:
        # Gamma tells no progress: a bar that slows down as it goes.
        bars.update(job.bar, completed=1 - 1 / (1 + job.took / 2))


def _saved(client: Client, ended: list[Running], out: Path) -> Table:
    table = Table("dialect", "what", "size", "seconds", "file", box=None, pad_edge=False)
    table.columns[4].overflow = "fold"
    saved = [(each, each.told["exportUrl"], "") for each in ended if each.told]
    first = ended[0].told or {}
    saved.append((ended[0], first["gammaUrl"], "deck.html"))
    for job, address, name in saved:
        path = client.save(address, out / (name or address.rpartition("/")[2]))
        what = "the deck's page" if name else job.asked.what
        row = (job.asked.dialect, what, size_of(path.stat().st_size), f"{job.took:.1f}", str(path))
        table.add_row(*row)
    return table


def _notes(client: Client) -> list[str]:
    """What was not done, each once: our own dialect tells it of every job."""
    jobs = [client.get(f"/v1/jobs/{job['id']}") for job in client.get("/v1/jobs")["data"]]
    return list(dict.fromkeys(note for job in jobs for note in job["notes"]))


def _bill(client: Client, ended: list[Running]) -> str:
    spent = sum(each.told["credits"]["deducted"] for each in ended if each.told)
    last = min(each.told["credits"]["remaining"] for each in ended if each.told)
    return f"The bill: {spent:,} credits for {len(ended)} jobs; {last:,} are left."
