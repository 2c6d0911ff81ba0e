"""A real browser for a test: Chromium, spoken to through a pair of pipes."""

from __future__ import annotations

import base64
import itertools
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class Browser:
    """One tab. Commands are those of the Chrome DevTools Protocol."""

    def __init__(self, heard: BinaryIO, said: FileIO) -> None:
        self._from, self._to = heard, said
        self._numbers = itertools.count(1)
        self._session: str | None = None
        self.complaints: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for part in ("Page", "Runtime", "Log"):
            self.ask(f"{part}.enable")

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and wait for its answer; what else is said is kept or passed over."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while (told := self._hear()).get("id") != number:
            pass
        assert "error" not in told, told["error"]
        result: dict[str, Any] = told["result"]
        return result

    def wait_for(self, event: str) -> None:
        while self._hear().get("method") != event:
            pass

    def open(self, file: Path, *, width: int, height: int, scale: float = 1.0) -> None:
        """Show a file in a window of this size, in CSS pixels."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=width < 600,
        )
        self.ask("Page.navigate", url=file.as_uri())
        self.wait_for("Page.loadEventFired")
        self.run("document.fonts.ready")

    def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited."""
        told = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def press(self, key: str) -> None:
        """A key goes down and up; then the page has drawn what it did."""
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key)
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def picture(self, **params: Any) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png", **params)["data"])

    def _hear(self) -> dict[str, Any]:
        heard = bytearray()
        while (byte := self._from.read(1)) != b"\0":
            assert byte, "the browser has gone"
            heard += byte
        told: dict[str, Any] = json.loads(heard)
        if told.get("method") == "Log.entryAdded":
            self.complaints.append(told["params"]["entry"]["text"])
        if told.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(str(told["params"]["exceptionDetails"]))
        return told


@contextmanager
def browsing(program: str, folder: Path) -> Iterator[Browser]:
    """Start Chromium with a profile of its own, and end it."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    def at_three_and_four() -> None:
        for number, spare in ((theirs_in, 200), (theirs_out, 201)):
            os.dup2(number, spare)
        for spare, number in ((200, 3), (201, 4)):
            os.dup2(spare, number)

    process = subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={folder}"],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=at_three_and_four,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        with os.fdopen(ours_in, "rb") as heard, os.fdopen(ours_out, "wb", buffering=0) as said:
            yield Browser(heard, said)
    finally:
        process.kill()
        process.wait()
