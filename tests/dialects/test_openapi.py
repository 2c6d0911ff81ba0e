"""Our documents against the vendors' own. Every difference is in a table here, with its reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from quintet.dialects import DIALECTS
from quintet.edge import Dialect
from quintet.edge.openapi import document
from tests.dialects.differences import differences, operations

VENDORS = {path.parent.name: path for path in Path(__file__).parent.glob("*/vendor.json")}
"""The vendors' documents without their prose, made by `tools/strip_openapi.py`."""

CREATE = "/requestBody/content/application/json/schema/properties"
NEWER = "a field of the vendor's newer documents, which its own clients send"
MODELS = "three models of the vendor's newer documents are taken as well"
ACCEPTED: Mapping[str, Mapping[str, str]] = {
    "gamma": {
        f"+ {CREATE}/title": NEWER,
        f"+ {CREATE}/folderId": NEWER,
        f"+ {CREATE}/pages": NEWER,
        f"+ {CREATE}/publish": NEWER,
        f"+ {CREATE}/imageOptions/properties/stylePreset": NEWER,
        f"{CREATE}/imageOptions/properties/model/enum": MODELS,
    },
}
every_dialect = pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
with_vendor = pytest.mark.parametrize("name", VENDORS)


def vendor(name: str) -> Any:
    return json.loads(VENDORS[name].read_text("utf-8"))


@every_dialect
def test_is_valid_openapi(dialect: Dialect) -> None:
    validate(document(dialect))


@with_vendor
def test_says_what_the_vendor_says(name: str) -> None:
    mine, vendors = operations(document(DIALECTS[name])), operations(vendor(name))

    found = {
        line.partition(": ")[0]
        for operation in vendors
        for line in differences(mine.get(operation), vendors[operation])
    }

    assert found == set(ACCEPTED[name])


@with_vendor
def test_has_the_vendors_version_title_and_keys(name: str) -> None:
    ours, theirs = document(DIALECTS[name]), vendor(name)

    assert ours["openapi"] == theirs["openapi"]
    assert ours["info"] == theirs["info"]
    assert ours["security"] == theirs["security"]
    assert ours["components"]["securitySchemes"] == theirs["components"]["securitySchemes"]


def test_takes_every_image_model_of_the_vendor() -> None:
    ours, theirs = document(DIALECTS["gamma"]), vendor("gamma")

    def models(told: Any) -> list[str]:
        options = operations(told)["post /v1.0/generations"]["requestBody"]["content"]
        schema = options["application/json"]["schema"]["properties"]["imageOptions"]
        return list(schema["properties"]["model"]["enum"])

    assert models(ours)[: len(models(theirs))] == models(theirs)


@every_dialect
def test_names_each_operation_once(dialect: Dialect) -> None:
    names = [
        operation["operationId"]
        for methods in document(dialect)["paths"].values()
        for operation in methods.values()
    ]

    assert len(names) == len(set(names))
