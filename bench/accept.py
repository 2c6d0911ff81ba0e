"""
What it costs to accept a job and to tell its state, beside a bare handler.

    python -m bench.accept [ROUNDS] [SECONDS]

Needs `wrk`. Both servers write to SQLite with synchronous FULL through the same writer, 32
connections, one process each; CPU is the server's own, from /proc, for each request. Then the
status read is timed while four decks render.
"""

from __future__ import annotations

import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.side_by_side import HERE, RESULTS, machine, write_lines
from bench.text import document

TICK = os.sysconf("SC_CLK_TCK")
NO_LIMITS = {f"QUINTET_{name}_LIMIT": str(10**9) for name in ("BURST", "HOUR", "DAY")}
TARGETS = {"create": 2.0, "status": 1.75}
BODY = {
    "inputText": "The honey bee lives in a colony of tens of thousands. " * 22,
    "textMode": "condense",
    "additionalInstructions": "Keep every heading under six words. " * 8,
    "format": "presentation",
    "numCards": 12,
    "cardSplit": "auto",
    "themeId": "paper",
    "textOptions": {"amount": "detailed", "language": "en-gb"},
    "imageOptions": {"source": "noImages"},
    "cardOptions": {
        "dimensions": "16x9",
        "headerFooter": {
            "topLeft": {"type": "text", "value": "Bees"},
            "bottomRight": {"type": "cardNumber"},
            "hideFromFirstCard": True,
        },
    },
    "sharingOptions": {"workspaceAccess": "view", "externalAccess": "noAccess"},
    "exportAs": "pptx",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, extra: Mapping[str, str]) -> Iterator[int]:
    """A server of ours in the background; its process id. It is stopped at the end."""
    process = subprocess.Popen(command, env={**os.environ, **extra}, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def loaded(pid: int, address: str, seconds: int, *options: str) -> tuple[float, float]:
    """Microseconds of CPU for each request, and requests a second."""
    before = cpu(pid)
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", *options, address]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{address} refused: {text}")
    count = int(re.search(r"(\d+) requests in", text)[1])  # type: ignore[index]
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])  # type: ignore[index]
    return (cpu(pid) - before) / count * 1e6, rate


def ask(address: str, key: str, body: object = None) -> Any:
    sent = json.dumps(body).encode() if body is not None else None
    headers = {"X-API-KEY": key, "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(address, sent, headers), timeout=60) as got:
        return json.load(got)


def post_script(folder: Path) -> str:
    path = folder / "post.lua"
    path.write_text(
        'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n'
        f"wrk.body = [==[{json.dumps(BODY)}]==]\n"
    )
    return str(path)


def new_key(data: Path) -> str:
    command = [sys.executable, "-m", "quintet", "keys", "create", "--account", "bench", "--json"]
    made = subprocess.run(
        [*command, "--credits", "1000000000", "--data", str(data)],
        capture_output=True,
        text=True,
        check=True,
    )
    return str(json.loads(made.stdout)["api_key"])


def compare(folder: Path, rounds: int, seconds: int) -> dict[str, list[float]]:
    """CPU for each request of both servers, round by round, the order turned round each time."""
    key, data, script = new_key(folder / "ours"), folder / "ours", post_script(folder)
    ports = {"bare": free_port(), "ours": free_port()}
    bare = [sys.executable, str(HERE / "bare.py"), str(folder / "bare.db"), str(ports["bare"])]
    ours = [sys.executable, "-m", "quintet", "serve", "--no-worker", "--data", str(data)]
    found: dict[str, list[float]] = {}
    with (
        running(bare, ports["bare"], {}) as bare_pid,
        running([*ours, "--port", str(ports["ours"])], ports["ours"], NO_LIMITS) as ours_pid,
    ):
        at = {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
        create = {"bare": f"{at['bare']}/create", "ours": f"{at['ours']}/gamma/v1.0/generations"}
        made = {name: ask(address, key, BODY)["generationId"] for name, address in create.items()}
        show = {
            "bare": f"{at['bare']}/show/{made['bare']}",
            "ours": f"{create['ours']}/{made['ours']}",
        }
        pids, header = {"bare": bare_pid, "ours": ours_pid}, ("-H", f"X-API-KEY: {key}")
        for turn in range(rounds + 1):
            for name in ("bare", "ours") if turn % 2 == 0 else ("ours", "bare"):
                posted = loaded(pids[name], create[name], seconds, *header, "-s", script)
                read = loaded(pids[name], show[name], seconds, *header)
                if turn:  # The first round warms both up.
                    found.setdefault(f"create {name}", []).append(posted[0])
                    found.setdefault(f"status {name}", []).append(read[0])
    return found


def while_rendering(folder: Path) -> list[float]:
    """Milliseconds of status reads while four decks of sixty cards render on two children."""
    data, port = folder / "busy", free_port()
    key, base = new_key(data), f"http://127.0.0.1:{port}/gamma/v1.0/generations"
    command = [sys.executable, "-m", "quintet", "serve", "--workers", "2", "--data", str(data)]
    times: list[float] = []
    with running([*command, "--port", str(port)], port, NO_LIMITS):
        body = {"inputText": document(60), "textMode": "preserve", "numCards": 60}
        names = [ask(base, key, {**body, "exportAs": "png"})["generationId"] for _ in range(4)]
        deadline = time.monotonic() + 120
        while names and time.monotonic() < deadline:
            began = time.perf_counter()
            told = ask(f"{base}/{names[0]}", key)
            times.append((time.perf_counter() - began) * 1000)
            if told["status"] != "pending":
                names.pop(0)
            time.sleep(0.005)
    return times


def main() -> None:
    rounds, seconds = (int(each) for each in (*sys.argv[1:], "4", "3")[:2])
    with tempfile.TemporaryDirectory() as name:
        found = compare(Path(name), rounds, seconds)
        times = sorted(while_rendering(Path(name)))
    medians = {each: statistics.median(values) for each, values in found.items()}
    lines = [
        "## Accepting a job, telling its state",
        "",
        f"`python -m bench.accept {rounds} {seconds}`; {machine()}. CPU of the server's process for"
        " each request, medians of interleaved rounds. Bare is a Starlette handler that does the"
        " same durable insert (or reads one row) and nothing else.",
        "",
        "| | bare, us | ours, us | ratio | target |",
        "| --- | --- | --- | --- | --- |",
    ]
    for what, target in TARGETS.items():
        bare, ours = medians[f"{what} bare"], medians[f"{what} ours"]
        lines.append(f"| {what} | {bare:.0f} | {ours:.0f} | {ours / bare:.2f} | {target} |")
    half, most = times[len(times) // 2], times[int(len(times) * 0.99)]
    lines += [
        "",
        f"A status read while four decks of 60 cards render on two children: median {half:.1f} ms,"
        f" 99th percentile {most:.1f} ms, over {len(times)} reads.",
    ]
    RESULTS.mkdir(exist_ok=True)
    told = {"machine": machine(), "rounds": found, "busy_ms": times}
    (RESULTS / "accept.json").write_text(json.dumps(told, indent=1) + "\n")
    write_lines("accept", lines)


if __name__ == "__main__":
    main()
