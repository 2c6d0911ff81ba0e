"""A dialect's OpenAPI document, made from the declarations that also do the work."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from quintet.accounts import Caller
from quintet.edge.dialect import Describe, Dialect
from quintet.edge.endpoint import Endpoint
from quintet.edge.openapi_30 import in_30

Json = dict[str, Any]
Schemas = Mapping[object, Json]
EMPTY = (204, 304)


class _Untitled(GenerateJsonSchema):
    """Pydantic, without the titles it makes up from names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def document(dialect: Dialect) -> Json:
    """Every endpoint that is not hidden, with its forms, statuses and refusals."""
    say = dialect.describe
    endpoints = [each for each in dialect.routes.endpoints if not each.hidden]
    forms: dict[object, TypeAdapter[Any] | None] = {
        form: form for each in endpoints for form in (_body_form(each), each.answer_form)
    }
    forms |= {model: TypeAdapter(model) for model in say.problems.values()}
    schemas, shared = TypeAdapter.json_schemas(
        [(key, "validation", form) for key, form in forms.items() if form],
        ref_template="#/components/schemas/{model}",
        schema_generator=_Untitled,
    )
    by_form = {form: schema for (form, _), schema in schemas.items()}
    paths: Json = {}
    for endpoint in endpoints:
        operation = _operation(endpoint, say, by_form)
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = operation
    whole: Json = {
        "openapi": say.openapi,
        "info": {"title": say.title, "version": say.version},
        "servers": [{"url": dialect.path}],
        "security": _security(say) if say.secured_by == "document" else [],
        "paths": paths,
        "components": {
            "schemas": shared.get("$defs", {}),
            "securitySchemes": dict(say.schemes),
        },
    }
    return in_30(whole) if say.openapi.startswith("3.0") else whole


def _operation(endpoint: Endpoint, say: Describe, schemas: Schemas) -> Json:
    operation: Json = {
        "operationId": endpoint.operation or _slug(endpoint),
        "summary": (inspect.getdoc(endpoint.function) or "").partition("\n")[0],
        "parameters": _parameters(endpoint),
        "responses": {
            **{str(status): _answered(status, endpoint, schemas) for status in endpoint.answers},
            **{str(status): _refused(status, say, schemas) for status in endpoint.refuses},
        },
    }
    if say.tag:
        operation["tags"] = [say.tag]
    if form := _body_form(endpoint):
        operation["requestBody"] = {"required": True, "content": _json(schemas[form])}
    if say.secured_by == "operation" and Caller in endpoint.by_type:
        operation["security"] = _security(say)
    return operation


def _body_form(endpoint: Endpoint) -> TypeAdapter[Any] | None:
    return endpoint.body[1] if endpoint.body else None


def _slug(endpoint: Endpoint) -> str:
    # Not the function's name: one function may answer at two addresses.
    return re.sub(r"\W+", "_", f"{endpoint.method} {endpoint.path}").strip("_").lower()


def _parameters(endpoint: Endpoint) -> list[Json]:
    in_path: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in endpoint.in_path
    ]
    return in_path + [
        {"name": name, "in": "query", "required": False, "schema": schema}
        for name, schema in _query_schemas(endpoint)
    ]


def _query_schemas(endpoint: Endpoint) -> Iterator[tuple[str, Json]]:
    """A query's parameters: none of them is ever null, and shared schemas are written out."""
    if endpoint.query is None:
        return
    form = endpoint.query.json_schema(schema_generator=_Untitled)
    for name, schema in _written_out(form["properties"], form.get("$defs", {})).items():
        real = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
        if len(real) == 1:
            schema = {**real[0], **{key: schema[key] for key in schema if key != "anyOf"}}
        if schema.get("default", 0) in (None, []):
            del schema["default"]
        yield name, schema


def _written_out(node: Any, definitions: Json) -> Any:
    if isinstance(node, list):
        return [_written_out(each, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    if ref := node.get("$ref"):
        return definitions[ref.rpartition("/")[2]]
    return {key: _written_out(value, definitions) for key, value in node.items()}


def _answered(status: int, endpoint: Endpoint, schemas: Schemas) -> Json:
    answered: Json = {"description": HTTPStatus(status).phrase}
    content: Json = _json(schemas[endpoint.answer_form]) if endpoint.answer_form else {}
    if endpoint.media_type:
        content[endpoint.media_type] = {"schema": {"type": "string"}}
    if content and status not in EMPTY:
        answered["content"] = content
    return answered


def _refused(status: int, say: Describe, schemas: Schemas) -> Json:
    refused: Json = {"description": HTTPStatus(status).phrase}
    if model := say.problems.get(status):
        refused["content"] = _json(schemas[model], say.problem_type)
    return refused


def _json(schema: Json, media_type: str = "application/json") -> Json:
    return {media_type: {"schema": schema}}


def _security(say: Describe) -> list[Json]:
    """One of these is needed: all schemes together, or each alone."""
    if say.any_scheme:
        return [{name: []} for name in say.schemes]
    return [{name: [] for name in say.schemes}]
