"""A program written for Gamma works here when only its base address and its key are changed."""

from __future__ import annotations

import pytest

from tests.end_to_end.conftest import Quintet
from tests.end_to_end.plain_client import GammaClient, GammaError

TEXT = (
    "# Bees in the city\n\nBees live on roofs.\n---\n## Why\n\nRoofs are warm.\n---\n"
    "## How\n\nSlowly."
)


@pytest.fixture
def client(shared: Quintet) -> GammaClient:
    return GammaClient(f"{shared.base}/gamma/v1.0", shared.key, pace=0.05)


@pytest.mark.parametrize(
    ("export", "ending", "begins"),
    [("pdf", ".pdf", b"%PDF-"), ("pptx", ".pptx", b"PK"), ("png", ".zip", b"PK")],
)
def test_a_client_creates_polls_and_downloads(
    client: GammaClient, export: str, ending: str, begins: bytes
) -> None:
    before = client.wait_for(client.create(inputText="Bees", textMode="preserve")["generationId"])

    made = client.create(
        inputText=TEXT,
        textMode="preserve",
        format="presentation",
        cardSplit="inputTextBreaks",
        themeId=client.get("/themes?limit=1")["data"][0]["id"],
        folderIds=[client.get("/folders")["data"][0]["id"]],
        textOptions={"language": "en"},
        imageOptions={"source": "noImages"},
        cardOptions={"dimensions": "16x9"},
        sharingOptions={"externalAccess": "view"},
        exportAs=export,
    )
    ended = client.wait_for(made["generationId"])

    assert set(made) == {"generationId"}
    assert ended["generationId"] == made["generationId"]
    assert ended["exportUrl"].endswith(ending)
    assert client.download(ended["exportUrl"]).startswith(begins)
    assert b"Bees in the city" in client.download(ended["gammaUrl"])
    spent = before["credits"]["remaining"] - ended["credits"]["remaining"]
    assert spent == ended["credits"]["deducted"] == 9


def test_what_is_not_done_is_one_text(client: GammaClient) -> None:
    made = client.create(
        inputText=TEXT, textMode="preserve", textOptions={"amount": "brief", "tone": "dry"}
    )

    assert made["warnings"] == (
        "textOptions.amount and textOptions.tone are ignored when textMode is preserve."
    )


def test_a_client_is_told_why_a_generation_failed(client: GammaClient) -> None:
    made = client.create(inputText="   ", textMode="preserve")

    with pytest.raises(GammaError) as failed:
        client.wait_for(made["generationId"])

    assert failed.value.message == "Failed to generate text. Check your inputs and try again."
    assert failed.value.status == 422


def test_a_client_is_told_what_is_wrong_and_by_which_request(
    client: GammaClient, shared: Quintet
) -> None:
    stranger = GammaClient(client.base, "sk-gamma-none")

    with pytest.raises(GammaError) as malformed:
        client.create(inputText="x", textMode="generate", layout="wide")
    with pytest.raises(GammaError) as unknown:
        client.wait_for("GAyK0cUFhYeRwy2H0fo9W")
    with pytest.raises(GammaError) as strange:
        stranger.get("/me")

    assert malformed.value.message == (
        "Input validation errors: 1. property layout should not exist"
    )
    assert unknown.value.message == ("Generation ID not found. generationId: GAyK0cUFhYeRwy2H0fo9W")
    assert strange.value.message == "Invalid API key."
    told = [each.value for each in (malformed, unknown, strange)]
    assert [each.status for each in told] == [400, 404, 401]
    assert len({each.request_id for each in told}) == 3


def test_haste_is_refused_with_a_time_to_wait_and_polling_is_no_haste(
    quintet: Quintet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUINTET_BURST_LIMIT", "2")
    quintet.serve()
    client = GammaClient(f"{quintet.base}/gamma/v1.0", quintet.key, pace=0.02)
    first, _ = [client.create(inputText="Bees", textMode="preserve") for _ in range(2)]

    with pytest.raises(GammaError) as hasty:
        client.create(inputText="Bees", textMode="preserve")

    assert (hasty.value.status, hasty.value.message) == (429, "Too many requests")
    assert hasty.value.retry_after is not None
    assert 1 <= hasty.value.retry_after <= 30
    assert client.wait_for(first["generationId"])["status"] == "completed"
    assert [client.get("/me")["workspaceName"] for _ in range(10)] == ["acme"] * 10
