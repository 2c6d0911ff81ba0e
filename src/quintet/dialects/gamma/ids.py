"""Gamma's ids of generations: 21 letters and digits."""

from __future__ import annotations

from os import urandom
from string import ascii_letters, digits

LENGTH = 21
LETTERS = (ascii_letters + digits).encode()
# Each byte to a letter: 256 is no multiple of 62, so the first 8 are a little likelier. 21 of them
# still hold 124 bits.
TABLE = bytes(LETTERS[number % len(LETTERS)] for number in range(256))


def generation_id() -> str:
    return urandom(LENGTH).translate(TABLE).decode()
