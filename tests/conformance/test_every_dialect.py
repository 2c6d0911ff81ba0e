"""What every dialect owes, whichever vendor it speaks for."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

import quintet
from quintet.dialects import DIALECTS
from quintet.domain import errors
from quintet.domain.errors import KeyProblem, Refused
from quintet.domain.jobs import JobState
from quintet.edge import Dialect, Malformed, refused
from quintet.edge.endpoint import Endpoint
from tests.server import Account, Server, make_account

pytestmark = pytest.mark.anyio

REFUSALS: Mapping[type[Refused], Refused] = {
    type(each): each
    for each in (
        errors.NotAuthenticated(KeyProblem.UNKNOWN),
        errors.Forbidden("folder", "x"),
        errors.NotFound("job", "x"),
        errors.Unknown("themeId", "x"),
        errors.OutOfCredits(needed=3, left=0),
        errors.TooManyRequests(0.2),
        errors.OverPlan("numCards", 75),
        errors.KeyReused("x"),
        errors.AlreadyEnded("x", "succeeded"),
        errors.NotFailed("x", "running"),
        errors.LinkExpired(),
        Malformed.plain("nul", "A text holds the character 0."),
        refused.NoSuchPath("GET", "/x"),
        refused.WrongMethod("GET", "/x", ("POST",)),
        refused.BodyTooLarge(10),
        refused.WrongMediaType("text/plain"),
        refused.Unavailable(),
        refused.Unexpected("0123456789abcdef"),
    )
}
SHOWN: Mapping[str, str] = {
    "gamma": "/v1.0/generations/{public_id}",
    "quintet": "/jobs/{id}",
}
"""Where a dialect shows a job."""
JUNK = ("x", "0", "\0", "\ud83d", "é" * 300, "..", "'\"; --", "%", "x" * 5000, "null", " ")

every_dialect = pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)


def of_endpoints(such: Callable[[Endpoint], object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("dialect", "endpoint"),
        [
            pytest.param(dialect, each, id=f"{dialect.name} {each.method} {each.path}")
            for dialect in DIALECTS.values()
            for each in dialect.routes.endpoints
            if such(each)
        ],
    )


every_endpoint = of_endpoints(lambda endpoint: True)
with_body = of_endpoints(lambda endpoint: endpoint.body)
with_query = of_endpoints(lambda endpoint: endpoint.query)
with_names = of_endpoints(lambda endpoint: endpoint.in_path)


def every_kind(root: type[Refused] = Refused) -> Iterator[type[Refused]]:
    for kind in root.__subclasses__():
        if kind.__module__.startswith("quintet."):
            yield kind
            yield from every_kind(kind)


def headers_of(account: Account) -> dict[str, str]:
    """A key in every header that a dialect of ours may look at."""
    return {"X-API-KEY": account.key, "Authorization": f"Bearer {account.key}"}


def filled(endpoint: Endpoint, value: str) -> str:
    path = endpoint.path
    for name in endpoint.in_path:
        path = path.replace(f"{{{name}}}", quote(value, safe="", errors="replace"))
    return path


@pytest.fixture
async def callers(server: Server, acme: Account) -> Any:
    """A client of each dialect, all of them Acme's."""
    clients: dict[str, httpx2.AsyncClient] = {}
    for dialect in DIALECTS.values():
        clients[dialect.name] = server.client(dialect.path, **headers_of(acme))
    yield clients
    for client in clients.values():
        await client.aclose()


def test_the_refusals_above_are_all_there_are() -> None:
    assert set(REFUSALS) == set(every_kind())


def test_every_dialect_shows_jobs_somewhere() -> None:
    assert set(SHOWN) == set(DIALECTS)


@every_dialect
@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=lambda refusal: refusal.code)
def test_has_an_answer_to_every_refusal(dialect: Dialect, refusal: Refused) -> None:
    problem = dialect.refusal(refusal)

    assert problem.status >= (500 if refusal.code in ("unexpected", "unavailable") else 400)
    assert problem.status < (600 if refusal.code in ("unexpected", "unavailable") else 500)
    assert json.dumps(dict(problem.body))
    if refusal.code == "too_many_requests":
        assert problem.headers["Retry-After"] == "1"


@every_dialect
@pytest.mark.parametrize("state", JobState)
async def test_has_a_word_for_every_state(
    dialect: Dialect, state: JobState, server: Server, callers: Any
) -> None:
    body = {"inputText": "fail: odd", "textMode": "generate"}
    await callers["gamma"].post("/v1.0/generations", json=body)
    await server.work()
    await server.database.once("update job set dialect = :name", name=dialect.name)
    rows = await server.database.once(
        "update job set state = :state, failure_code = case when :state = 'failed'"
        " then failure_code end, notes = '[\"A note – in two\\nlines\"]' returning *",
        state=state.value,
    )
    if state is JobState.SUCCEEDED:
        await server.database.once(
            "insert into artifact (job, name, key, media_type, file_name, size, created_at)"
            " values (:job, 'html', 'x', 'text/html', 'Bees.html', 1, 0)",
            job=rows[0]["id"],
        )

    answer = await callers[dialect.name].get(SHOWN[dialect.name].format(**rows[0]))

    assert answer.status_code == 200, answer.text
    assert answer.json()


@every_dialect
async def test_the_jobs_of_others_look_unknown(
    dialect: Dialect, server: Server, callers: Any
) -> None:
    body = {"inputText": "Bees", "textMode": "generate"}
    await callers["gamma"].post("/v1.0/generations", json=body)
    (row,) = await server.database.read("select * from job")
    zenith = await make_account(server.database, server.keys, "zenith")
    path = SHOWN[dialect.name]

    async with server.client(dialect.path, **headers_of(zenith)) as other:
        foreign = await other.get(path.format(**row))
        unknown = await other.get(path.format(id="none", public_id="none"))

    assert foreign.status_code == unknown.status_code == 404
    named = foreign.text.replace(row["id"], "none").replace(row["public_id"], "none")
    assert named == unknown.text


@every_endpoint
async def test_a_stranger_is_told_so_and_nothing_else(
    dialect: Dialect, endpoint: Endpoint, server: Server
) -> None:
    async with server.client(dialect.path) as stranger:
        answer = await stranger.request(endpoint.method, filled(endpoint, "x"), content=b"{")

    assert answer.status_code == (401 if endpoint.refuses and 401 in endpoint.refuses else 404)


@with_names
async def test_no_name_in_a_path_is_answered_with_a_bug(
    dialect: Dialect, endpoint: Endpoint, callers: Any
) -> None:
    for value in JUNK:
        answer = await callers[dialect.name].request(
            endpoint.method, filled(endpoint, value), json={} if endpoint.body else None
        )
        assert 400 <= answer.status_code < 500, (value, answer.text)


@with_query
async def test_no_query_is_answered_with_a_bug(
    dialect: Dialect, endpoint: Endpoint, callers: Any
) -> None:
    assert endpoint.query
    for name in endpoint.query.json_schema()["properties"]:
        for value in (*JUNK, "", "-1", "1e400", "9" * 30, "[]"):
            told = f"{name}={quote(value, safe='', errors='replace')}"
            for query in (told, f"{told}&{told}", f"{told}&other=1"):
                path = f"{filled(endpoint, 'x')}?{query}"
                answer = await callers[dialect.name].request(endpoint.method, path)
                assert answer.status_code < 500, (query[:80], answer.text)


@with_body
@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[1]", "application/json"),
        (b"null", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"[" * 50_000, "application/json"),
        (b"a=b", "application/x-www-form-urlencoded"),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x"),
        (b"\x1f\x8b\x08", "application/octet-stream"),
    ],
    ids=lambda value: repr(value[:12]),
)
async def test_a_body_that_is_no_json_object_is_refused(
    dialect: Dialect, endpoint: Endpoint, callers: Any, sent: bytes, kind: str
) -> None:
    answer = await callers[dialect.name].request(
        endpoint.method, filled(endpoint, "x"), content=sent, headers={"Content-Type": kind}
    )

    assert answer.status_code in (400, 415, 422), answer.text
    assert answer.json()


@with_body
async def test_a_body_beyond_the_limit_is_refused_and_the_connection_closed(
    dialect: Dialect, endpoint: Endpoint, callers: Any
) -> None:
    most = endpoint.body_limit or dialect.body_limit
    answer = await callers[dialect.name].request(
        endpoint.method, filled(endpoint, "x"), content=b"[" * (most + 1)
    )

    assert (answer.status_code, answer.headers["connection"]) == (413, "close")


@every_dialect
async def test_a_path_it_does_not_have_is_refused(dialect: Dialect, callers: Any) -> None:
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"):
        answer = await callers[dialect.name].request(method, "/nowhere/at/all")

        assert answer.status_code in (404, 405)
        assert method == "HEAD" or answer.json()


@every_dialect
async def test_repeated_headers_are_no_bug(dialect: Dialect, server: Server, acme: Account) -> None:
    sent = [(name, value) for name, value in headers_of(acme).items() for _ in range(2)]
    async with server.client(dialect.path) as client:
        raw = [(name.encode(), value.encode()) for name, value in sent]
        answer = await client.get(
            "/nowhere", headers=[*raw, (b"Host", b"a"), (b"Host", b"b"), (b"Accept", b"\xff")]
        )

    assert answer.status_code in (400, 401, 404)


@every_dialect
def test_keeps_to_the_same_files(dialect: Dialect) -> None:
    folder = Path(quintet.__file__).parent / "dialects" / dialect.name

    names = {path.stem for path in folder.glob("*.py")}
    assert names >= {"auth", "refusals", "routes", "translate", "wire"}


@every_dialect
def test_translates_without_waiting(dialect: Dialect) -> None:
    """Words are pure: only a stream of them may be asynchronous, and it awaits nothing else."""
    module = import_module(f"quintet.dialects.{dialect.name}.translate")
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Await)]
