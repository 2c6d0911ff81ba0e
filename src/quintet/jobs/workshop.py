"""
The workshop: heavy pure work, such as layout and rendering, in processes of its own.

A child does one piece of work at a time. It is started anew, never forked from a process that
has threads and an event loop; it has a limit on memory and on time, and whoever passes either
is killed and replaced. What goes wrong there goes wrong for one job alone.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from typing import TypeVar, TypeVarTuple, cast

from quintet.domain.errors import JobFailed, ProviderError
from quintet.jobs import child as child_program
from quintet.jobs.child import Answer, Kind, Terms

log = logging.getLogger(__name__)

START_UP = 60.0
"""Seconds a child has for its imports, on a machine that is busy."""
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
    """A bug in the work. The message is the traceback from the child: for the log alone."""


@dataclass(slots=True, eq=False)
class Child:
    """One process, and our end of the pipe to it. `work` and `bury` block."""

    process: subprocess.Popen[bytes]
    connection: Connection
    ready: bool = False
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
                raise WorkshopDied from error

    def _hear(self, seconds: float) -> bytes:
        if not self.connection.poll(seconds):
            raise WorkshopOverrun("overrun", "The work took longer than it may.")
        return self.connection.recv_bytes()

    def bury(self) -> None:
        self.process.kill()
        self.process.wait()
        # Whoever was listening to it has heard its end, and lets go of the pipe.
        with self.using:
            self.connection.close()


class Workshop:
    """
    `children` processes with the modules `preload` imported. `memory` is the most address space
    one may take, in bytes (on Linux); one that has grown beyond `size` is replaced after its work.
    """

    # Address space is not memory: the compiled libraries, the fonts and the stacks and arenas of
    # the typesetter's threads take some GB of it before anything is laid out.
    def __init__(
        self,
        children: int,
        preload: tuple[str, ...] = (),
        *,
        memory: int = 4 << 30,
        size: int = 600 << 20,
    ) -> None:
        self._terms = Terms(os.getpid(), sys.path, preload, memory, NICE)
        self._count, self._size = children, size
        self._idle: asyncio.Queue[Child | None] = asyncio.Queue()
        self._children: set[Child] = set()
        # One thread listens to each child; the others bury those that were replaced.
        self._threads = ThreadPoolExecutor(2 * children + 1, thread_name_prefix="workshop")
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
        WorkCrashed with the child's traceback for any other error.
        """
        request = pickle.dumps((function, args), protocol=pickle.HIGHEST_PROTOCOL)
        child = await self._free()
        fit = False
        try:
            kind, told, size = await self._blocking(child.work, request, wall)
            fit = kind != "memory" and size < self._size
        finally:
            self._give_back(child, fit)
        return cast(T, value_of(kind, told))

    async def _free(self) -> Child:
        if not self._open:
            raise RuntimeError("the workshop is not open")
        child = await self._idle.get()
        if child is None:
            self._idle.put_nowait(None)  # For the next who waits: we are closed.
            raise WorkshopDied
        if child.process.poll() is None:
            return child
        log.warning("workshop.died", extra={"pid": child.process.pid})
        self._bury(child)
        return self._spawn()

    def _give_back(self, child: Child, fit: bool) -> None:
        if not self._open:
            return
        if not fit:
            log.info("workshop.replaced", extra={"pid": child.process.pid})
            self._bury(child)
            child = self._spawn()
        self._idle.put_nowait(child)

    def _spawn(self) -> Child:
        ours, theirs = Pipe()
        program = [sys.executable, "-P", child_program.__file__, str(theirs.fileno())]
        # A session of its own: Ctrl-C in our terminal is for us alone.
        process = subprocess.Popen(
            program, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()], start_new_session=True
        )
        theirs.close()
        child = Child(process, ours)
        self._children.add(child)
        ours.send(tuple(self._terms))
        return child

    def _bury(self, child: Child) -> None:
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
            raise WorkshopOverrun("out_of_memory", "The work needs more memory than it may take.")
        case _:
            raise WorkCrashed(told)
