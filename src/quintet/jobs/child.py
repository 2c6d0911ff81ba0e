"""
The other end of a workshop: a program that does one piece of work after another.

Until it has been told where its modules are it knows nothing but the standard library. What it
answers is one of `done` (a value), `raised` (an error of ours), `crashed` (where a bug is, as text)
and `memory`, each with the size of the process in bytes.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import pickle
import resource
import signal
import sys
from multiprocessing.connection import Connection
from typing import Literal, NamedTuple

PR_SET_PDEATHSIG = 1


class Terms(NamedTuple):
    """How a child is to work: the first thing it is sent, as a plain tuple."""

    parent: int
    path: list[str]
    preload: tuple[str, ...]
    memory: int
    nice: int


Kind = Literal["done", "raised", "crashed", "memory"]
Answer = tuple[Kind, object, int]


def main(descriptor: int) -> None:
    with Connection(descriptor) as connection:
        terms = Terms(*connection.recv())
        settle_in(terms)
        connection.send_bytes(b"ready")
        while True:
            try:
                request = connection.recv_bytes()
            except EOFError:
                return
            connection.send_bytes(answer(request))


def settle_in(terms: Terms) -> None:
    # For our parent to obey: it may be sent to every process of a service at once.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.path[:] = terms.path
    os.nice(terms.nice)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # Killed with its parent, also in the midst of work.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        resource.setrlimit(resource.RLIMIT_AS, (terms.memory, terms.memory))
    if os.getppid() != terms.parent:
        raise SystemExit  # It died before we could ask to be told.
    for module in terms.preload:
        importlib.import_module(module)


def answer(request: bytes) -> bytes:
    try:
        function, args = pickle.loads(request)
        return packed("done", function(*args))
    except MemoryError:
        return packed("memory", None)
    except Exception as error:
        from quintet.domain.errors import QuintetError
        from quintet.domain.traces import trace_of

        if isinstance(error, QuintetError):
            return packed("raised", error)
        return packed("crashed", trace_of(error))


def packed(kind: Kind, told: object) -> bytes:
    return pickle.dumps((kind, told, size()), protocol=pickle.HIGHEST_PROTOCOL)


def size() -> int:
    """Bytes of memory in use now; where the system does not tell, the most there ever were."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # pathlib is not needed else
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
