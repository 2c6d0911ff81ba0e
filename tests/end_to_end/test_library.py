"""What can be done with a gamma that is there, over HTTP and with the real studio."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from urllib.parse import quote

from tests.end_to_end.conftest import Quintet, ask, until


def test_a_gamma_is_exported_once_more_and_deleted(shared: Quintet) -> None:
    ended = shared.ended(shared.generate(exportAs="pdf"))
    file = f"/gammas/{ended['gammaId']}"

    # When it is exported in another format
    export = _export(shared, file)
    told = _exported(shared, export)

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


def test_a_download_is_called_by_the_title_in_its_own_script(shared: Quintet) -> None:
    ended = shared.ended(shared.generate(title="四半期報告", exportAs="pdf"))
    later = _exported(shared, _export(shared, f"/gammas/{ended['gammaId']}"))

    for address, ending in ((ended["exportUrl"], "pdf"), (later["exportUrl"], "pptx")):
        told = ask("GET", address).headers["content-disposition"]
        assert told.endswith(f"filename*=UTF-8''{quote('四半期報告')}.{ending}")
    # As in the vendor's, an address ends in letters that need no escape.
    assert ended["exportUrl"].endswith("/Untitled.pdf")


def test_nothing_is_left_of_a_gamma_that_was_deleted_while_it_was_exported(
    quintet: Quintet,
) -> None:
    server = quintet.serve()
    file = f"/gammas/{quintet.ended(quintet.generate())['gammaId']}"
    server.terminate()
    server.wait()
    server = quintet.serve("--no-worker")
    export = _export(quintet, file)
    assert quintet.gamma("DELETE", file).status == 200
    server.terminate()
    server.wait()

    quintet.serve()
    told = _exported(quintet, export)

    assert (told["status"], told["error"]["reason"]) == ("failed", "no_content")
    assert "exportUrl" not in told


def _export(server: Quintet, file: str) -> str:
    made = server.gamma("POST", f"{file}/export", {"exportAs": "pptx"}).json
    return f"/exports/{made['exportId']}"


def _exported(server: Quintet, export: str) -> Any:
    """Wait until an export is no longer pending."""

    def look() -> Any:
        told = server.gamma("GET", export).json
        return None if told["status"] == "pending" else told

    return until(look)
