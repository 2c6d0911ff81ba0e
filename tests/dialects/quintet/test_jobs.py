"""Our own API: seeing to jobs, whatever dialect they came by."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest

from tests.dialects.quintet.conftest import Submit
from tests.server import Server, make_account

pytestmark = pytest.mark.anyio


async def shown(client: httpx2.AsyncClient, job: str, query: str = "") -> Any:
    answer = await client.get(f"/jobs/{job}{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_job_tells_all_that_is_known_of_it(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit("note: Two cards were joined.", exportAs="pdf", publish=True, title="Bees")
    queued = await shown(client, job)
    await server.work()
    told = await shown(client, job)

    assert (queued["state"], queued["price"], queued["artifacts"]) == ("queued", 30, [])
    assert told == {
        "id": job,
        "dialect": "gamma",
        "public_id": queued["public_id"],
        "kind": "deck",
        "state": "succeeded",
        "attempt": 1,
        "created_at": queued["created_at"],
        "ended_at": told["ended_at"],
        "price": 30,
        "spent": 30,
        "progress": None,
        "failure": None,
        "warnings": ["publish was not applied: this server publishes no sites."],
        "notes": ["Two cards were joined."],
        "artifacts": told["artifacts"],
        "view": told["view"],
    }
    assert told["created_at"] < told["ended_at"]
    assert told["view"].startswith("http://test/g/")
    assert [artifact["name"] for artifact in told["artifacts"]] == ["html", "pdf"]


async def test_an_artifact_can_be_fetched_by_its_link_alone(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit("Bees", exportAs="pdf")
    await server.work()
    _, pdf = (await shown(client, job))["artifacts"]

    async with server.client("") as nobody:
        answer = await nobody.get(pdf["url"])
        other = await nobody.get(pdf["url"].replace("Bees.pdf", "Bees.html"))
        forged = await nobody.get(f"/files/{'0' * 64}/Bees.pdf")
        short = await nobody.get("/files/0/Bees.pdf")

    assert answer.content == b"pdf of Bees"
    assert answer.headers["content-type"] == "application/pdf"
    assert pdf["size"] == len(answer.content)
    assert [each.status_code for each in (other, forged, short)] == [404, 404, 404]


async def test_a_failed_job_says_why(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit("fail: empty")
    await server.work()

    told = await shown(client, job)
    assert told["failure"] == {"code": "empty", "message": "It failed: empty."}
    assert (told["state"], told["spent"], told["view"]) == ("failed", 0, None)


async def test_jobs_are_listed_newest_first_page_by_page(
    client: httpx2.AsyncClient, submit: Submit
) -> None:
    made = [await submit() for _ in range(5)]

    first = (await client.get("/jobs?limit=3")).json()
    second = (await client.get(f"/jobs?limit=3&after={first['next']}")).json()

    assert [job["id"] for job in first["data"] + second["data"]] == made[::-1]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=succeeded", ["succeeded"]),
        ("state=succeeded&state=failed", ["failed", "succeeded"]),
        ("state=queued", []),
        ("dialect=gamma&kind=deck", ["failed", "succeeded"]),
        ("dialect=luma", []),
        ("kind=image", []),
    ],
)
async def test_jobs_are_filtered(
    client: httpx2.AsyncClient, submit: Submit, server: Server, query: str, found: list[str]
) -> None:
    await submit()
    await submit("fail: empty")
    await server.work()

    answer = await client.get(f"/jobs?{query}")

    assert [job["state"] for job in answer.json()["data"]] == found


@pytest.mark.parametrize(
    "query",
    ["state=ready", "limit=0", "limit=101", "limit=x", "after=x", "limit=1&limit=2", "dialect=%00"],
)
async def test_a_wrong_query_is_a_problem(client: httpx2.AsyncClient, query: str) -> None:
    answer = await client.get(f"/jobs?{query}")

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_problem_names_its_place(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/jobs?limit=101")

    assert answer.json() == {
        "type": "urn:quintet:problem:malformed",
        "title": "Bad Request",
        "status": 400,
        "detail": "Input should be less than or equal to 100",
        "faults": [
            {
                "where": "/limit",
                "kind": "less_than_equal",
                "message": "Input should be less than or equal to 100",
            }
        ],
    }


async def test_the_jobs_of_others_look_unknown(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit()
    zenith = await make_account(server.database, server.keys, "zenith")

    async with server.client("/v1", **{"X-API-KEY": zenith.key}) as other:
        for method, path in [
            ("GET", f"/jobs/{job}"),
            ("POST", f"/jobs/{job}/cancel"),
            ("POST", f"/jobs/{job}/retry"),
            ("GET", "/jobs/none"),
        ]:
            answer = await other.request(method, path)
            assert (answer.status_code, answer.json()["title"]) == (404, "Not Found")
        assert (await other.get("/jobs")).json() == {"data": [], "next": None}


async def test_a_cancelled_job_gives_its_credits_back_and_can_be_tried_again(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit()

    cancelled = await client.post(f"/jobs/{job}/cancel")
    again = await client.post(f"/jobs/{job}/cancel")
    left = (await client.get("/credits")).json()
    retried = await client.post(f"/jobs/{job}/retry")

    assert cancelled.json()["state"] == again.json()["state"] == "cancelled"
    assert left == {"granted": 1000000, "available": 1000000, "held": 0, "spent": 0}
    assert retried.status_code == 201
    assert retried.json()["state"] == "queued"
    assert retried.json()["id"] != job
    # Gamma knows the new one by a name of its own.
    assert len(retried.json()["public_id"]) == 21
    await server.work()


async def test_what_has_ended_well_is_neither_cancelled_nor_tried_again(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit()
    await server.work()

    for verb in ("cancel", "retry"):
        answer = await client.post(f"/jobs/{job}/{verb}")
        assert (answer.status_code, answer.json()["state"]) == (409, "succeeded")


async def test_one_who_waits_is_answered_when_the_job_has_ended(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit()

    waiting = asyncio.create_task(shown(client, job, "?wait=30"))
    async with server.working():
        told = await waiting

    assert told["state"] == "succeeded"


async def test_one_who_has_waited_long_enough_is_told_how_it_stands(
    client: httpx2.AsyncClient, submit: Submit
) -> None:
    job = await submit()

    assert (await shown(client, job, "?wait=0.01"))["state"] == "queued"
    for wait in ("61", "-1", "nan", "inf"):
        assert (await client.get(f"/jobs/{job}?wait={wait}")).status_code == 400


async def test_the_changes_of_a_job_come_as_events(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    job = await submit()

    watching = asyncio.create_task(
        client.get(f"/jobs/{job}", headers={"Accept": "text/event-stream"})
    )
    async with server.working():
        answer = await watching

    told = [json.loads(line[6:]) for line in answer.text.splitlines() if line.startswith("data: ")]
    assert answer.headers["content-type"] == "text/event-stream"
    assert told[0]["state"] in ("queued", "running")
    assert told[-1]["state"] == "succeeded"


async def test_tells_limits_credits_and_whose_key_it_is(
    client: httpx2.AsyncClient, submit: Submit, server: Server
) -> None:
    await submit()
    await server.work()

    windows = (await client.get("/limits")).json()["windows"]
    ledger = (await client.get("/ledger")).json()["data"]
    left = (await client.get("/credits")).json()
    account = (await client.get("/account")).json()

    assert [(each["name"], each["limit"]) for each in windows] == [
        ("burst", 10000),
        ("hour", 40000),
        ("day", 200000),
    ]
    assert {entry["kind"] for entry in ledger} == {"grant", "reserve", "settle"}
    assert left == {"granted": 1000000, "available": 999970, "held": 0, "spent": 30}
    assert account == {
        "name": "acme",
        "email": "acme@localhost",
        "plan": "ultra",
        "most_cards": 75,
    }


async def test_takes_the_key_in_either_header(server: Server, client: httpx2.AsyncClient) -> None:
    key = client.headers["authorization"].removeprefix("Bearer ")

    for headers, status in [
        ({"X-API-KEY": key}, 200),
        ({"Authorization": f"bearer {key}"}, 200),
        ({"Authorization": f"Basic {key}"}, 401),
        ({}, 401),
    ]:
        async with server.client("/v1", **headers) as other:
            answer = await other.get("/account")
        assert answer.status_code == status
        assert answer.headers["ratelimit"].startswith('"burst";r=')
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["why"] == "missing"


async def test_a_path_or_method_it_does_not_have(client: httpx2.AsyncClient) -> None:
    nowhere = await client.get("/nowhere")
    wrong = await client.delete("/jobs")

    assert nowhere.status_code == 404
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET")
