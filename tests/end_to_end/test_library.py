"""What can be done with a gamma that is there, over HTTP and with the real studio."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from tests.end_to_end.conftest import Quintet, ask, until


def test_a_gamma_is_exported_once_more_and_deleted(shared: Quintet) -> None:
    ended = shared.ended(shared.generate(exportAs="pdf"))
    file = f"/gammas/{ended['gammaId']}"

    # When it is exported in another format
    made = shared.gamma("POST", f"{file}/export", {"exportAs": "pptx"}).json
    export = f"/exports/{made['exportId']}"

    def once_over() -> Any:
        told = shared.gamma("GET", export).json
        return None if told["status"] == "pending" else told

    told = until(once_over)

    # Then the file is there
    assert told["status"] == "completed", told
    with zipfile.ZipFile(io.BytesIO(ask("GET", told["exportUrl"]).content)) as package:
        assert "ppt/presentation.xml" in package.namelist()

    # And when the gamma is deleted, nothing of it is left
    assert shared.gamma("DELETE", file).json["status"] == "deleted"
    for path in (file, export):
        assert shared.gamma("GET", path).status == 404, path
    for address in (ended["exportUrl"], told["exportUrl"], ended["gammaUrl"]):
        assert ask("GET", address).status == 404, address
