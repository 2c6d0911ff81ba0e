"""How a repeat is known where the vendor has no word on it: by the header `Idempotency-Key`."""

from __future__ import annotations

import json
from hashlib import sha256

from pydantic import BaseModel
from starlette.datastructures import Headers

from quintet.domain.jobs import Repeat

LONGEST = 255
"""Characters of a key; a longer one is remembered by its hash."""


def by_header(headers: Headers, body: BaseModel | None) -> Repeat | None:
    """
    A create with the key of one before it, and the same body, gets the first one's job for 24
    hours. Bodies are compared by what they say: spaces and the order of fields do not matter.
    """
    key = headers.get("idempotency-key", "").strip()
    if not key or body is None:
        return None
    said = json.dumps(body.model_dump(mode="json", exclude_unset=True), sort_keys=True)
    known = key if len(key) <= LONGEST else sha256(key.encode()).hexdigest()
    return Repeat(known, fingerprint=sha256(said.encode()).hexdigest())
