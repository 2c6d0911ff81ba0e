"""Heads of requests that do not end, and bodies that may be as long as they like."""

from __future__ import annotations

import json
import socket
from select import select

from quintet.cli.heads import LONGEST
from tests.end_to_end.conftest import Quintet


def connect(server: Quintet) -> socket.socket:
    host, _, port = server.base.removeprefix("http://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=30)


def everything(connection: socket.socket) -> bytes:
    told = b""
    while piece := connection.recv(65536):
        told += piece
    return told


def test_a_head_that_does_not_end_is_refused_and_the_connection_closed(shared: Quintet) -> None:
    with connect(shared) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: q\r\nX-Long: ")
        sent = 0
        while not select([connection], [], [], 0.005)[0]:
            assert sent < 4 * LONGEST, "the server reads on and on"
            connection.sendall(b"x" * 2048)
            sent += 2048

        assert everything(connection).startswith(b"HTTP/1.1 400")
        assert sent > LONGEST // 2


def test_requests_that_follow_one_another_are_told_apart(shared: Quintet) -> None:
    body = json.dumps({"inputText": "word " * 60_000, "textMode": "preserve"}).encode()
    key = f"X-API-KEY: {shared.key}\r\nHost: q\r\n".encode()
    post = b"POST /gamma/v1.0/generations HTTP/1.1\r\nContent-Type: application/json\r\n" + key
    both = post + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"GET /healthz HTTP/1.1\r\n"
    with connect(shared) as connection:
        connection.sendall(both + b"Host: q\r\nX: ")
        connection.sendall(b"y" * (LONGEST // 2))
        connection.sendall(b"\r\nConnection: close\r\n\r\n")

        told = everything(connection)

    assert told.count(b"HTTP/1.1 200 OK") == 2
    assert told.endswith(b'{"status":"ok"}')
