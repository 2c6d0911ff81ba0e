"""How long the head of a request may be: its first line and its headers."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST = 1 << 16
"""Bytes. What comes in one piece from the network may be a little longer."""


class ShortHeads(HttpToolsProtocol):
    """uvicorn's protocol, which by itself keeps whatever head it is sent, and asks for no key."""

    _in_head = False
    _head = 0

    def data_received(self, data: bytes) -> None:
        before = self.headers if self._in_head else None
        super().data_received(data)
        # Another list of headers is another request, which began somewhere in this piece.
        if self._in_head and self.headers is before:
            self._head += len(data)
            if self._head > LONGEST:
                self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        self._in_head, self._head = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()
