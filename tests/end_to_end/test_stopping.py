"""A server that is told to stop: quick, quiet, and polite to whoever waits."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from tests.end_to_end.conftest import Quintet, ask

LONG = 20.0
"""Seconds: far more than a stop takes, and less than anybody here would wait."""


def test_a_stop_lets_go_of_all_who_wait(quintet: Quintet) -> None:
    server = quintet.serve("--no-worker")
    quintet.generate()
    (job,) = quintet.v1("GET", "/jobs").json["data"]
    key = {"X-API-KEY": quintet.key}
    streaming = threading.Event()

    def stream() -> list[str]:
        address = quintet.base.removeprefix("http://").rpartition(":")
        with socket.create_connection((address[0], int(address[2])), timeout=60) as connection:
            asked = f"GET /v1/jobs/{job['id']} HTTP/1.1\r\nHost: q\r\nX-API-KEY: {quintet.key}\r\n"
            connection.sendall(f"{asked}Accept: text/event-stream\r\n\r\n".encode())
            told = b""
            while piece := connection.recv(65536):
                told += piece
                if b"data: " in told:
                    streaming.set()
        return told.decode().splitlines()

    with ThreadPoolExecutor(2) as threads:
        events = threads.submit(stream)
        waited = threads.submit(
            ask, "GET", f"{quintet.base}/v1/jobs/{job['id']}?wait=60", None, key
        )
        assert streaming.wait(30)
        began = time.monotonic()
        server.send_signal(signal.SIGTERM)

        assert server.wait(60) == 0
        assert time.monotonic() - began < LONG
        assert events.result()[-2:] == ["0", ""]
        # Of two that come at once, the stop may find one before it was taken in.
        if not waited.exception():
            assert waited.result().status == 200
            assert json.loads(waited.result().content)["state"] == "queued"
    assert (quintet.data.parent / "server.log").read_text() == ""
