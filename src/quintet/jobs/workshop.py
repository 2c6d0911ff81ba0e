"""
The workshop: heavy pure work, such as layout and rendering, in processes of its own.

A child does one piece of work at a time. It is started anew, never forked from a process that
has threads and an event loop; it has a limit on memory and on time, and whoever passes either
is killed and replaced. What goes wrong there goes wrong for one job alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from typing import IO, TypeVar, TypeVarTuple, cast

from quintet.domain.errors import JobFailed, ProviderError, QuintetError
from quintet.jobs import child as child_program
from quintet.jobs.child import Answer, Kind, Terms

log = logging.getLogger(__name__)

START_UP = 60.0
"""Seconds a child has for its imports, on a machine that is busy."""
GOODBYE = 5.0
LAST_WORDS = 4096
NICE = 5
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class WorkshopOverrun(JobFailed):
    """The work took more time or memory than it may, and would do so again."""


class WorkshopDied(ProviderError):
    """The child died at its work, which may go better another time."""

    code = "internal"

    def __init__(self) -> None:
        super().__init__("Something went wrong on our side.", retry_after=1.0)


class WorkCrashed(Exception):
    """A bug in the work. Its note is the trace from the child: for the log alone."""


@dataclass(slots=True, eq=False)
class Child:
    """One process, and our end of the pipe to it. `work` and `bury` block."""

    process: subprocess.Popen[bytes]
    connection: Connection
    errors: IO[bytes]
    """What it says on its way out, for the log."""
    ready: bool = False
    buried: bool = False
    """We have killed it: then its death is no news."""
    using: threading.Lock = field(default_factory=threading.Lock)

    def work(self, request: bytes, wall: float) -> Answer:
        with self.using:
            try:
                if not self.ready:
                    self._hear(START_UP)
                    self.ready = True
                self.connection.send_bytes(request)
                return cast(Answer, pickle.loads(self._hear(wall)))
            except (EOFError, OSError) as error:
                raise self._died() from error

    def _hear(self, seconds: float) -> bytes:
        if not self.connection.poll(seconds):
            raise WorkshopOverrun("overrun", "The work took longer than it may.")
        return self.connection.recv_bytes()

    def _died(self) -> QuintetError:
        # What closed the pipe is ending; its status is why, unless it hangs there.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(GOODBYE)
        self.process.kill()
        status = self.process.wait()
        self.errors.seek(0)
        told = self.errors.read()[:LAST_WORDS].decode(errors="replace")
        if not self.buried:
            log.warning("workshop.died", extra={"status": status, "told": told})
        # Compiled code gives up so when it gets no memory.
        return out_of_memory() if status == -signal.SIGABRT else WorkshopDied()

    def bury(self) -> None:
        self.process.kill()
        self.process.wait()
        # Whoever was listening to it has heard its end, and lets go of the pipe.
        with self.using:
            self.connection.close()
            self.errors.close()


class Workshop:
    """
    `children` processes with the modules `preload` imported. `memory` is the most address space
    one may take, in bytes (on Linux); one that has grown beyond `size` is replaced after its work.
    """

    # 1 GB is enough for any text (400,000 characters take 0.5), and too little for forty large
    # photographs, which renderers hold decoded.
    def __init__(
        self,
        children: int,
        preload: tuple[str, ...] = (),
        *,
        memory: int = 2 << 30,
        size: int = 600 << 20,
    ) -> None:
        self._terms = Terms(os.getpid(), sys.path, preload, memory, NICE)
        self._count, self._size = children, size
        self._idle: asyncio.Queue[Child | None] = asyncio.Queue()
        self._children: set[Child] = set()
        # One thread listens to each child; the others bury those that were replaced.
        self._threads = ThreadPoolExecutor(2 * children + 1, thread_name_prefix="workshop")
        self._environment = {**os.environ, **modest(children)}
        self._open = False

    async def start(self) -> None:
        """Start every child, from the thread they are to die with. They import meanwhile."""
        self._open = True
        for _ in range(self._count):
            self._idle.put_nowait(self._spawn())

    async def close(self) -> None:
        """End every child; work in hand raises WorkshopDied."""
        self._open = False
        for child in list(self._children):
            self._bury(child)
        self._idle.put_nowait(None)
        await asyncio.to_thread(self._threads.shutdown)

    async def run(self, function: Callable[[*Ts], T], *args: *Ts, wall: float = 120.0) -> T:
        """
        What a module-level function returns, called in a child when one is free.

        Errors of ours come back as they were raised. Raises WorkshopOverrun when the work takes
        more than `wall` seconds or too much memory, WorkshopDied when the child dies at it, and
        WorkCrashed with the child's trace for any other error.
        """
        request = pickle.dumps((function, args), protocol=pickle.HIGHEST_PROTOCOL)
        child = await self._free()
        fit, soon = False, True
        try:
            kind, told, size = await self._blocking(child.work, request, wall)
            fit = kind != "memory" and size < self._size
        except asyncio.CancelledError:
            # Mostly the server stops: nobody will want another.
            soon = False
            raise
        finally:
            self._give_back(child, fit=fit, soon=soon)
        return cast(T, value_of(kind, told))

    async def _free(self) -> Child:
        if not self._open:
            raise RuntimeError("the workshop is not open")
        child = await self._idle.get()
        if child is None:
            self._idle.put_nowait(None)  # For the next who waits: we are closed.
            raise WorkshopDied
        if child.buried:
            return self._replacement(child)
        if child.process.poll() is None:
            return child
        log.warning("workshop.died_idle", extra={"pid": child.process.pid})
        self._bury(child)
        return self._replacement(child)

    def _give_back(self, child: Child, *, fit: bool, soon: bool) -> None:
        """Make room for the next; what is not `fit` is replaced now, or when one is wanted."""
        if not self._open:
            return
        if not fit:
            self._bury(child)
            child = self._replacement(child) if soon else child
        self._idle.put_nowait(child)

    def _replacement(self, child: Child) -> Child:
        log.info("workshop.replaced", extra={"pid": child.process.pid})
        return self._spawn()

    def _spawn(self) -> Child:
        ours, theirs = Pipe()
        program = [sys.executable, "-P", child_program.__file__, str(theirs.fileno())]
        # A session of its own: Ctrl-C in our terminal is for us alone.
        errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed when the child is buried
        process = subprocess.Popen(
            program,
            stdin=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
            env=self._environment,
        )
        theirs.close()
        child = Child(process, ours, errors)
        self._children.add(child)
        ours.send(tuple(self._terms))
        return child

    def _bury(self, child: Child) -> None:
        child.buried = True
        self._children.discard(child)
        self._threads.submit(child.bury)

    async def _blocking(
        self, act: Callable[[bytes, float], Answer], request: bytes, wall: float
    ) -> Answer:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, act, request, wall)


def value_of(kind: Kind, told: object) -> object:
    """An answer's value; raises what it tells."""
    match kind, told:
        case "done", _:
            return told
        case "raised", Exception():
            raise told
        case "memory", _:
            raise out_of_memory()
        case _:
            crashed = WorkCrashed("There is a bug in the work.")
            crashed.add_note(str(told))
            raise crashed


def out_of_memory() -> WorkshopOverrun:
    return WorkshopOverrun("out_of_memory", "The work needs more memory than it may take.")


def modest(children: int) -> dict[str, str]:
    """
    How compiled code shares a machine: its cores among the children, and few arenas, each of
    which takes 64 MB of address space.
    """
    cores = os.cpu_count() or 1
    return {"RAYON_NUM_THREADS": str(max(2, cores // children)), "MALLOC_ARENA_MAX": "4"}
