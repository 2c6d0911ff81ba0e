"""Gamma's generations, beyond what single exchanges can tell."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from quintet.accounts import Limits
from quintet.database import Database
from quintet.dialects.gamma.exports.links import WEEK_MS
from quintet.domain.briefs import DeckBrief
from tests.server import Account, Server, make_account

GOOD = {"inputText": "Bees", "textMode": "generate"}
pytestmark = pytest.mark.anyio


async def create(gamma: httpx2.AsyncClient, **changes: Any) -> str:
    answer = await gamma.post("/generations", json={**GOOD, **changes})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["generationId"])


async def status(gamma: httpx2.AsyncClient, generation: str) -> dict[str, Any]:
    answer = await gamma.get(f"/generations/{generation}")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def brief_of(database: Database) -> DeckBrief:
    rows = await database.read("select brief from brief")
    return DeckBrief.model_validate_json(rows[-1]["brief"])


async def test_an_accepted_request_is_a_job_before_the_answer_leaves(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    generation = await create(gamma)

    rows = await server.database.read("select state, public_id, base from job")
    assert [tuple(row.values()) for row in rows] == [("queued", generation, "http://test")]


async def test_what_is_asked_stands_in_the_brief(gamma: httpx2.AsyncClient, server: Server) -> None:
    await create(
        gamma,
        inputText="Bees\n---\nWasps",
        textMode="condense",
        cardSplit="inputTextBreaks",
        format="social",
        exportAs="png",
        themeId="Paper",
        title="On bees",
        textOptions={"amount": "detailed", "language": "ja"},
        imageOptions={"model": "flux-1-pro", "style": "ink"},
        cardOptions={
            "headerFooter": {
                "topLeft": {"type": "text", "value": "Acme"},
                "topRight": {"type": "image", "source": "custom", "src": "https://x.example/a.png"},
                "bottomRight": {"type": "cardNumber"},
                "hideFromFirstCard": True,
            }
        },
    )

    brief = await brief_of(server.database)
    assert (brief.mode, brief.split, brief.cards, brief.format) == (
        "condense",
        "breaks",
        None,
        "social",
    )
    assert (brief.size, brief.theme, brief.title) == ("4x5", "paper", "On bees")
    assert (brief.amount, brief.language, brief.exports) == ("detailed", "ja", ("png", "html"))
    assert (brief.images.model, brief.images.style) == ("flux-1-pro", "ink")
    assert {place: (slot.show, slot.value) for place, slot in brief.frame.slots.items()} == {
        "topLeft": ("text", "Acme"),
        "topRight": ("image", "https://x.example/a.png"),
        "bottomRight": ("number", ""),
    }
    assert (brief.frame.hide_on_first, brief.frame.hide_on_last) == (True, False)


@pytest.mark.parametrize(
    ("changes", "cards"),
    [
        ({"numCards": 9}, 9),
        ({}, 10),
        ({"cardSplit": "auto", "numCards": 9.0}, 9),
        ({"cardSplit": "inputTextBreaks", "numCards": 9}, None),
    ],
)
async def test_the_number_of_cards_counts_only_without_breaks(
    gamma: httpx2.AsyncClient, server: Server, changes: dict[str, Any], cards: int | None
) -> None:
    await create(gamma, **changes)

    assert (await brief_of(server.database)).cards == cards


async def test_every_poll_has_a_link_of_its_own_and_each_of_them_works(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    generation = await create(gamma, exportAs="pptx", inputText="蜂 Bees")
    await server.work()

    first, second = await status(gamma, generation), await status(gamma, generation)

    async with server.client("") as nobody:
        for told in (first, second):
            assert told["exportUrl"].endswith("/Bees.pptx")
            assert (await nobody.get(told["exportUrl"])).status_code == 200
            assert (await nobody.head(told["exportUrl"])).headers["content-length"] == "16"


async def test_a_link_is_refused_once_it_has_expired(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    generation = await create(gamma, exportAs="pdf")
    await server.work()
    path = (await status(gamma, generation))["exportUrl"].split("/")
    long_ago = server.database.now() - WEEK_MS
    path[-2] = server.signer.token(f"gamma export pdf {path[-3]}", long_ago)

    async with server.client("") as nobody:
        answer = await nobody.get("/".join(path))

    assert (answer.status_code, answer.json()) == (
        403,
        {"message": "The link has expired.", "statusCode": 403},
    )


async def test_a_link_opens_one_file_of_one_gamma(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    first, second = await create(gamma, exportAs="pdf"), await create(gamma, exportAs="pdf")
    await server.work()
    one = (await status(gamma, first))["exportUrl"]
    other = (await status(gamma, second))["gammaUrl"].rpartition("/")[2]

    async with server.client("") as nobody:
        for changed in (
            one.replace("/pdf/", "/pptx/"),
            one.replace(one.split("/")[-3], other),
            one.replace("/pdf/", "/secrets/"),
        ):
            assert (await nobody.get(changed)).status_code == 404


async def test_a_gamma_without_a_word_of_export_has_no_link(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    generation = await create(gamma)
    await server.work()

    assert "exportUrl" not in await status(gamma, generation)


async def test_credits_move_as_jobs_end(gamma: httpx2.AsyncClient, server: Server) -> None:
    first, second = await create(gamma, numCards=1), await create(gamma, numCards=2)
    await server.work()

    told = [(await status(gamma, each))["credits"] for each in (first, second)]

    assert told == [
        {"deducted": 3, "remaining": 999_991},
        {"deducted": 6, "remaining": 999_991},
    ]


async def test_a_poll_does_not_ask_for_a_balance_before_the_end(
    gamma: httpx2.AsyncClient,
) -> None:
    assert (await status(gamma, await create(gamma))).keys() == {"generationId", "status"}


async def test_a_model_above_the_plan_is_forbidden(
    server: Server, gamma: httpx2.AsyncClient
) -> None:
    pro = await make_account(server.database, server.keys, "pro")
    await server.database.once("update account set plan = 'pro' where id = :id", id=pro.id)
    body = {**GOOD, "imageOptions": {"model": "imagen-4-ultra"}}

    async with server.client("/gamma/v1.0", **{"X-API-KEY": pro.key}) as client:
        forbidden = await client.post("/generations", json=body)
        too_many = await client.post("/generations", json={**GOOD, "numCards": 61})
        me = (await client.get("/me")).json()
    allowed = await gamma.post("/generations", json=body)

    assert (forbidden.status_code, forbidden.json()["message"]) == (403, "Forbidden")
    assert too_many.json()["message"].endswith("numCards must not be greater than 60")
    assert me["maxGenerateCards"] == 60
    assert "imagen-4-ultra" not in me["availableImageModels"]
    assert allowed.status_code == 200


async def test_the_text_may_have_every_letter_there_is(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    text = "𓀀" * 399_999 + "é"
    await create(gamma, inputText=text)

    assert (await brief_of(server.database)).text == text


class TestWithOneRequestAMinute:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits({"burst": 1})

    async def test_the_second_is_told_to_wait(
        self, gamma: httpx2.AsyncClient, server: Server, acme: Account
    ) -> None:
        await create(gamma)

        answer = await gamma.post("/generations", json=GOOD)

        assert (answer.status_code, answer.json()) == (
            429,
            {"message": "Too many requests", "statusCode": 429},
        )
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert answer.headers["x-ratelimit-limit-burst"] == "1"
        assert answer.headers["x-ratelimit-remaining-burst"] == "0"
        # Who only asks how far it has come is never told to wait.
        assert (await gamma.get("/themes")).status_code == 200


async def test_a_deleted_gamma_leaves_none_of_its_words(
    gamma: httpx2.AsyncClient, server: Server
) -> None:
    kept = await create(gamma, inputText="note: wasps")
    generation = await create(gamma, inputText="note: bees", title="Bees", exportAs="pdf")
    await server.work()
    file = f"/gammas/{(await status(gamma, generation))['gammaId']}"
    export = (await gamma.post(f"{file}/export", json={"exportAs": "png"})).json()["exportId"]
    await server.work()

    await gamma.delete(file)

    for table in ("brief", "deck", "artifact", "step", "job"):
        rows = await server.database.read(f"select * from {table}")
        assert "bees" not in str(rows).lower(), table
    assert (await gamma.get(f"/exports/{export}")).status_code == 404
    assert (await gamma.get(f"/generations/{generation}")).status_code == 404
    assert (await status(gamma, kept))["status"] == "completed"
    assert "wasps" in str(await server.database.read("select brief from brief"))
