"""
Take the OpenAPI document out of a vendor's page and leave its prose behind.

    python tools/strip_openapi.py PAGE > tests/dialects/NAME/vendor.json

What remains are facts: paths, fields, choices, limits, status codes. Tests compare our own
documents with them (`tests/dialects/test_openapi.py`).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

FENCED = re.compile(r"`{3,4}(json|yaml)[^\n]*\n(.*?)\n`{3,4}", re.DOTALL)
PROSE = {"description", "summary", "example", "examples", "externalDocs"}
NAMED = {"properties", "schemas", "responses", "paths", "securitySchemes"}
"""Below these stand names, not keywords: a field may well be called `description`."""


def document_in(page: str) -> Any:
    """The first fenced block that is an OpenAPI document, else the whole page as JSON."""
    for kind, text in FENCED.findall(page):
        told = json.loads(text) if kind == "json" else _yaml(text)
        if isinstance(told, dict) and "openapi" in told:
            return told
    return json.loads(page)


def stripped(node: Any, *, names: bool = False) -> Any:
    """The same without prose."""
    if isinstance(node, list):
        return [stripped(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: stripped(value, names=key in NAMED and not names)
        for key, value in node.items()
        if names or key not in PROSE or not isinstance(value, str | dict | list)
    }


def _yaml(text: str) -> Any:
    import yaml

    return yaml.safe_load(text)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = stripped(document_in(Path(sys.argv[1]).read_text("utf-8")))
    print(json.dumps(found, indent=1, ensure_ascii=False))
