"""The whole way over HTTP: text in, files out, and what a kill does to it."""

from __future__ import annotations

import io
import signal
import zipfile
from typing import Any

import pytest

from tests.end_to_end.conftest import Quintet, ask, until

REPORT = "\n\n".join(
    f"## Street {n}\n\nCrews planted {n * 37} trees. Shade came two years sooner than planned.\n\n"
    "- **Room for roots.** Six square metres\n- **Water at night.** A third less is lost"
    for n in range(1, 30)
)


def _is_pptx(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "ppt/presentation.xml" in package.namelist()


def _is_pdf(content: bytes) -> None:
    assert content.startswith(b"%PDF-")


def _is_pictures(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["01.png", "02.png", "03.png"]


@pytest.mark.parametrize(
    ("export", "ending", "check"),
    [("pptx", ".pptx", _is_pptx), ("pdf", ".pdf", _is_pdf), ("png", ".zip", _is_pictures)],
)
def test_a_text_becomes_a_file_behind_a_link(
    shared: Quintet, export: str, ending: str, check: Any
) -> None:
    ended = shared.ended(shared.generate(inputText=REPORT, exportAs=export, numCards=3))
    file = ask("GET", ended["exportUrl"])

    assert ended["status"] == "completed", ended
    assert ended["exportUrl"].endswith(ending)
    assert file.status == 200
    assert file.headers["x-content-type-options"] == "nosniff"
    check(file.content)


def test_a_deck_has_a_page(shared: Quintet) -> None:
    ended = shared.ended(shared.generate())
    page = ask("GET", ended["gammaUrl"])

    assert page.status == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "Bees live in cities" in page.content.decode()


def test_a_job_outlives_the_kill_of_its_server_and_ends_once(quintet: Quintet) -> None:
    server = quintet.serve("--workers", "1")
    body = {"inputText": REPORT, "exportAs": "png", "numCards": 30}
    generations = [quintet.generate(**body) for _ in range(3)]
    until(lambda: _running(quintet))

    server.send_signal(signal.SIGKILL)
    server.wait()
    quintet.serve("--workers", "1")
    ended = [quintet.ended(generation) for generation in generations]
    jobs = quintet.v1("GET", "/jobs").json["data"]

    assert [each["status"] for each in ended] == ["completed"] * 3
    assert {job["state"] for job in jobs} == {"succeeded"}
    spent = sum(each["credits"]["deducted"] for each in ended)
    assert spent == 3 * 30 * 3
    assert min(each["credits"]["remaining"] for each in ended) == 1_000_000 - spent
    assert quintet.command("doctor").returncode == 0


def _running(quintet: Quintet) -> bool:
    jobs = quintet.v1("GET", "/jobs").json["data"]
    return any(job["state"] == "running" for job in jobs)


def test_a_server_that_is_told_to_stop_hands_its_jobs_on(quintet: Quintet) -> None:
    server = quintet.serve("--workers", "1")
    generation = quintet.generate(inputText=REPORT, exportAs="png", numCards=30)
    until(lambda: _running(quintet))

    server.send_signal(signal.SIGTERM)

    assert server.wait(30) == 0
    quintet.serve()
    assert quintet.ended(generation)["status"] == "completed"


def test_health_is_told(shared: Quintet) -> None:
    assert ask("GET", f"{shared.base}/healthz").status == 200
    assert ask("GET", f"{shared.base}/readyz").json == {"database": "ok", "storage": "ok"}
    shared.gamma("GET", "/me")
    assert b'dialect="gamma"' in ask("GET", f"{shared.base}/metrics").content


def test_a_slash_too_many_leads_nowhere_else(shared: Quintet) -> None:
    assert ask("GET", f"{shared.base}/metrics").status == 200
    assert ask("GET", f"{shared.base}/metrics/").status == 404


def test_a_vendors_own_host_finds_its_dialect_and_the_links_it_was_given(
    quintet: Quintet, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = quintet.data.parent / "quintet.toml"
    settings.write_text('[hosts]\n"public-api.gamma.app" = "gamma"\n')
    monkeypatch.setenv("QUINTET_CONFIG", str(settings))
    quintet.serve()
    asked = {"Host": "public-api.gamma.app", "X-API-KEY": quintet.key}
    generation = quintet.generate(exportAs="pdf")
    quintet.ended(generation)

    told = ask("GET", f"{quintet.base}/v1.0/generations/{generation}", None, asked)
    links = [told.json[name] for name in ("gammaUrl", "exportUrl")]

    for link in links:
        assert link.startswith("http://public-api.gamma.app/")
        path = link.removeprefix("http://public-api.gamma.app")
        assert ask("GET", quintet.base + path, None, {"Host": "public-api.gamma.app"}).status == 200
