"""What a dialect is: one vendor's HTTP API as we speak it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import uuid4

from pydantic import BaseModel
from starlette.datastructures import Headers

from quintet.accounts import Key, Standing
from quintet.domain.errors import Refused
from quintet.domain.jobs import Repeat
from quintet.edge.answers import RawHeaders
from quintet.edge.routes import Routes

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal in a vendor's words: an HTTP status, a body, and headers of its own."""

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: bytes = b"application/json"


@dataclass(frozen=True, slots=True)
class Describe:
    """
    What a dialect's OpenAPI document says beside its endpoints: its security schemes, whether
    any one of them is enough, where the vendor writes that they are needed, and the bodies of
    those refusals that have a form.
    """

    title: str
    version: str
    openapi: str = "3.1.0"
    tag: str | None = None
    schemes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    any_scheme: bool = False
    secured_by: Literal["document", "operation"] = "document"
    problems: Mapping[int, type[BaseModel]] = field(default_factory=dict)
    problem_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Dialect:
    """
    One vendor's HTTP API: its routes, its keys, its refusals, its headers.

    `mount` is where it lives ("/" and its name, if not said). `key_first` refuses a stranger
    before it is looked whether the path exists; an endpoint that asks for no `Caller` answers
    strangers in any case. `unread` is what becomes of a body that says to be something else than
    JSON, or that is not there: "refuse" it, or take it for an "empty" object, as Express does.
    `new_id` makes the name by which a job is asked for here.
    """

    name: str
    routes: Routes
    key: Callable[[Headers], Key]
    refusal: Callable[[Refused], Problem]
    describe: Describe
    mount: str = ""
    key_first: bool = False
    standing: Callable[[int, Standing], RawHeaders] = lambda status, standing: []
    repeat: Callable[[Headers, BaseModel | None], Repeat | None] = lambda headers, body: None
    body_limit: int = MEGABYTE
    unread: Literal["refuse", "empty"] = "refuse"
    new_id: Callable[[], str] = lambda: str(uuid4())

    @property
    def path(self) -> str:
        """The address of its mount, without a slash at the end."""
        return self.mount or f"/{self.name}"
