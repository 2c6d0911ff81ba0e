"""What is wrong with a request: every fault at once, with what was asked for in its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from quintet.domain.errors import Refused

Schema = Mapping[str, Any]
MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """
    One thing wrong: where, of which kind (pydantic's word), and the facts of it.

    `asked` is the JSON Schema of that place, so a vendor's sentence can name its choices;
    `named` is the name of that schema where it has one of its own.
    """

    where: tuple[str | int, ...]
    kind: str
    message: str
    facts: Mapping[str, Any]
    given: Any
    asked: Schema
    named: str | None


class Malformed(Refused):
    """The request does not have the form asked for."""

    code = "malformed"

    def __init__(self, faults: Sequence[Fault], sent: bytes = b"") -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults, self._sent = faults, sent

    @classmethod
    def of(cls, error: ValidationError, form: TypeAdapter[Any], sent: bytes = b"") -> Malformed:
        if (count := error.error_count()) > MOST_FAULTS:
            # A body of unknown keys has half a million faults, and telling them takes seconds.
            return cls.plain("too_many", f"{count} things are wrong")
        return cls(list(_faults(error, _schema_of(form))), sent)

    @classmethod
    def plain(cls, kind: str, message: str, sent: bytes = b"") -> Malformed:
        """One fault of the whole request, at no place in particular."""
        return cls([Fault((), kind, message, {}, None, {}, None)], sent)

    @cached_property
    def given(self) -> Any:
        """The whole body, if it was JSON."""
        with suppress(ValueError, RecursionError):
            return json.loads(self._sent)
        return None


@cache
def _schema_of(form: TypeAdapter[Any]) -> Schema:
    return form.json_schema()


def wrong(kind: str, message: str, *field: str, **facts: Any) -> PydanticCustomError:
    """For a validator to raise. It may point at a field below it: `wrong(..., "src")`."""
    # The message is a template to pydantic, and the caller's own braces must not be read as one.
    return PydanticCustomError(kind, "{said}", {**facts, "said": message, "field": field})


def _faults(error: ValidationError, schema: Schema) -> Iterator[Fault]:
    for each in error.errors(include_url=False):
        facts = each.get("ctx", {})
        loc = (*each["loc"], *facts.get("field", ()))
        where, asked, named = _look_up(schema, loc)
        yield Fault(where, each["type"], each["msg"], facts, each["input"], asked, named)


def _look_up(
    schema: Schema, loc: Sequence[str | int]
) -> tuple[tuple[str | int, ...], Schema, str | None]:
    """Follow an error's place through the schema. Pydantic's tags of unions are no part of it."""
    definitions: Schema = schema.get("$defs", {})

    def branches(node: Schema) -> list[tuple[Schema, str | None]]:
        """What may stand here: references followed, unions opened, null left out."""
        named = None
        while ref := node.get("$ref"):
            named = ref.rpartition("/")[2]
            node = definitions[named]
        choices = node.get("anyOf") or node.get("oneOf")
        if not choices:
            return [(node, named)]
        return [each for one in choices if one.get("type") != "null" for each in branches(one)]

    where: list[str | int] = []
    here = branches(schema)
    tagged = len(here) > 1
    for step in loc:
        if tagged:
            tagged = False
            continue
        where.append(step)
        below = [inner for node, _ in here if isinstance(inner := _child(node, step), Mapping)]
        here = [each for inner in below for each in branches(inner)]
        tagged = len(here) > 1
    asked, named = here[0] if here else ({}, None)
    return tuple(where), asked, named


def _child(node: Schema, step: str | int) -> Any:
    if isinstance(step, int):
        return node.get("items")
    return node.get("properties", {}).get(step) or node.get("additionalProperties")
