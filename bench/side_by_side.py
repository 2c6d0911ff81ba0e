"""
Measuring side by side: the same work done by each contender in turn, round after round.

CPU is user + system time of the contender and every process it waited for, from the operating
system; wall time depends on what else the machine does and is only reported. Medians of rounds.
"""

from __future__ import annotations

import json
import os
import platform
import re
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PAGE = HERE.parent / "docs/performance.md"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall time, seconds of CPU, and the largest memory in MB (0: not measured)."""

    wall: float
    cpu: float
    memory: float = 0.0


Run = Callable[[], Cost]


def of_command(*commands: Sequence[str]) -> Cost:
    """What commands cost one after another, with all the children that they waited for."""
    began, cpu, memory = time.perf_counter(), 0.0, 0.0
    for command in commands:
        with tempfile.TemporaryFile() as complaint:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaint)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if status != 0:
                complaint.seek(0)
                said = complaint.read().decode(errors="replace")[-2000:]
                raise SystemExit(f"{' '.join(command)} ended with {status}: {said}")
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss / 1024)
    return Cost(time.perf_counter() - began, cpu, memory)


def of_call(act: Callable[[], object]) -> Cost:
    """What a call in this process costs, its children left out."""
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    act()
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


def interleaved(contenders: Mapping[str, Run], rounds: int) -> dict[str, list[Cost]]:
    """Every contender once a round, the order turned round each time."""
    found: dict[str, list[Cost]] = {name: [] for name in contenders}
    for turn in range(rounds):
        order = list(contenders) if turn % 2 == 0 else list(contenders)[::-1]
        for name in order:
            found[name].append(contenders[name]())
    return found


def medians(found: Mapping[str, Sequence[Cost]]) -> dict[str, Cost]:
    return {
        name: Cost(
            *(statistics.median(getattr(cost, part) for cost in costs) for part in Cost.__slots__)
        )
        for name, costs in found.items()
    }


def machine() -> str:
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


def write_down(name: str, found: Mapping[str, Sequence[Cost]], lines: Sequence[str]) -> None:
    """Keep the rounds as JSON, and put the lines into the page of results under this name."""
    RESULTS.mkdir(exist_ok=True)
    rounds = {contender: [asdict(cost) for cost in costs] for contender, costs in found.items()}
    told = {"machine": machine(), "rounds": rounds, "lines": list(lines)}
    (RESULTS / f"{name}.json").write_text(json.dumps(told, indent=1) + "\n")
    write_lines(name, lines)


def write_lines(name: str, lines: Sequence[str]) -> None:
    """Put the lines into the page of results, in place of those of the run before."""
    text = "\n".join(lines)
    print(text)
    begin, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    page = PAGE.read_text() if PAGE.exists() else "# Performance\n"
    block = f"{begin}\n{text}\n{end}"
    if begin in page:
        page = re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: block, page, flags=re.S)
    else:
        page += f"\n{block}\n"
    PAGE.write_text(page)
