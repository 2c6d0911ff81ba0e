"""An endpoint: a plain function, and what its signature asks the edge for."""

from __future__ import annotations

import inspect
from codecs import BOM_UTF8
from collections.abc import Awaitable, Callable, Iterator, Mapping
from types import UnionType
from typing import Any, TypedDict, Union, Unpack, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl

from pydantic import BaseModel, TypeAdapter, ValidationError, create_model
from starlette.routing import compile_path

from quintet.edge.answers import Answer, Events, Later, Said
from quintet.edge.faults import Malformed
from quintet.edge.files import File
from quintet.edge.junk import is_junk

Function = Callable[..., Awaitable[object]]
Form = TypeAdapter[Any]
NOT_A_BODY = (Events, Answer, File, type(None))


class Declared(TypedDict, total=False):
    """
    What an endpoint's decorator may say beside its method and path: the status that is sent (and
    after it others that it may send, or that only the document names), the statuses it refuses
    with, the largest body if not the dialect's, its name in the document, and the media type of
    what is no JSON. `hidden` keeps it out of the document.
    """

    answers: int | tuple[int, ...]
    refuses: tuple[int, ...]
    body_limit: int
    operation: str
    media_type: str
    hidden: bool


class Endpoint:
    """
    One declared endpoint. Its parameters are told apart: what the path names comes from the
    path, a model is the body, what has a default comes from the query, and any other is handed
    over by its type: `Caller`, `Transaction`, `Snapshot`, `Repeat | None`, `Base`, `Headers`, or
    a part of the server.
    """

    def __init__(
        self, method: str, path: str, function: Function, **declared: Unpack[Declared]
    ) -> None:
        answers = declared.get("answers", 200)
        self.method, self.path, self.function = method, path, function
        self.answers = (answers,) if isinstance(answers, int) else answers
        self.refuses = declared.get("refuses", ())
        self.body_limit = declared.get("body_limit")
        self.operation = declared.get("operation")
        self.media_type = declared.get("media_type", "")
        self.hidden = declared.get("hidden", False)

        hints = get_type_hints(function, include_extras=True)
        returned = list(_branches(hints["return"]))
        if not self.media_type and returned == [Events]:
            self.media_type = "text/event-stream"
        self.answer_form = next(
            (TypeAdapter(one) for one in returned if one not in NOT_A_BODY), None
        )
        self.in_path = tuple(compile_path(path)[2])
        self.body: tuple[str, Form] | None = None
        self.query: Form | None = None
        self.by_type: dict[object, str] = {}
        self._several: set[str] = set()
        self._tell_apart(inspect.signature(function).parameters, hints)

    def _tell_apart(
        self, parameters: Mapping[str, inspect.Parameter], hints: Mapping[str, Any]
    ) -> None:
        if lost := set(self.in_path) - set(parameters):
            name = self.function.__qualname__
            raise TypeError(f"{name} does not take {sorted(lost)} of its path.")
        in_query: dict[str, Any] = {}
        for name, parameter in parameters.items():
            hint = hints[name]
            if name in self.in_path:
                continue
            if isinstance(hint, type) and issubclass(hint, BaseModel):
                self.body = name, TypeAdapter(hint)
            elif parameter.default is not parameter.empty:
                in_query[name] = (hint, parameter.default)
                if get_origin(hint) is tuple:
                    self._several.add(name)
            else:
                self.by_type[hint] = name
        if in_query:
            form = create_model(f"{self.function.__name__}_query", **in_query)
            self.query = TypeAdapter(form)

    def read_query(self, sent: bytes) -> Mapping[str, Any]:
        """A tuple takes every value of its name; what is to come once is wrong when it does not."""
        if self.query is None:
            return {}
        given: dict[str, Any] = {}
        for name, value in parse_qsl(sent.decode("latin-1"), keep_blank_values=True):
            if name in self._several or name in given:
                earlier = given.get(name, [])
                given[name] = [*earlier, value] if isinstance(earlier, list) else [earlier, value]
            else:
                given[name] = value
        try:
            read = self.query.validate_python(given)
        except ValidationError as error:
            raise Malformed.of(error, self.query) from None
        if b"%00" in sent or b"\0" in sent:
            raise Malformed.plain("nul", "A text of the query holds the character 0.")
        return dict(read)

    def read_body(self, sent: bytes) -> Mapping[str, BaseModel]:
        if self.body is None:
            return {}
        name, form = self.body
        if is_junk(sent):
            raise Malformed.plain("too_many", "The body has more parts than any request.")
        sent = sent.removeprefix(BOM_UTF8)
        # An escape that stands for the character 0, which no text of ours can hold, and not a
        # backslash that is followed by such words.
        if b"\\u0000" in sent and b"\\u0000" in sent.replace(b"\\\\", b""):
            raise Malformed.plain("nul", "A text of the body holds the character 0.", sent)
        try:
            return {name: form.validator.validate_json(sent)}
        except ValidationError as error:
            raise Malformed.of(error, form, sent) from None

    def to_answer(self, result: object) -> Answer | Events | File:
        if isinstance(result, Said):
            status = result.status or self.answers[0]
            return Answer(status, self._write(result.body), result.raw_headers())
        if isinstance(result, Answer | Events | File):
            return result
        return Answer(self.answers[0], self._write(result))

    def _write(self, body: object) -> bytes:
        return self.answer_form.serializer.to_json(body) if self.answer_form else b""


def _branches(returned: Any) -> Iterator[Any]:
    """What may be answered, each alone: of `Made | Later[Made]` it is `Made`, twice."""
    if get_origin(returned) in (Union, UnionType):
        for one in get_args(returned):
            yield from _branches(one)
    elif get_origin(returned) in (Later, Said):
        yield from _branches(get_args(returned)[0])
    else:
        yield returned
