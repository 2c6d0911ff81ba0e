"""What Gamma says of a wrong request, to the letter."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from quintet.dialects.gamma import wire

pytestmark = pytest.mark.anyio
GOOD = {"inputText": "Bees", "textMode": "generate"}
MODES = "generate, condense, preserve"
FORMATS = "presentation, document, social, webpage"
TOO_LONG = "must be shorter than or equal to"
NO_NUMBER = "must be a number conforming to the specified constraints"
IN_FOOTER = "cardOptions.headerFooter.bottomRight"


def in_footer(**element: Any) -> dict[str, Any]:
    return {"cardOptions": {"headerFooter": {"bottomRight": element}}}


def shared_with(*recipients: Any, **more: Any) -> dict[str, Any]:
    return {"sharingOptions": {"emailOptions": {"recipients": list(recipients), **more}}}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        # Sentences that were seen of the vendor.
        (
            {"additionalInstructions": "x" * 5001},
            f"additionalInstructions {TOO_LONG} 5000 characters",
        ),
        ({"layout": "wide"}, "property layout should not exist"),
        ({"imageOptions": {"prompt": "x"}}, "imageOptions.property prompt should not exist"),
        ({"textMode": "rewrite"}, f"textMode must be one of: {MODES}"),
        ({"format": "slides"}, f"format must be one of: {FORMATS}"),
        ({"numCards": 76}, "numCards must not be greater than 75"),
        (
            in_footer(type="image", source="web"),
            f"{IN_FOOTER}.source must be one of the following values: themeLogo, custom",
        ),
        ({"inputText": ""}, "inputText must be longer than or equal to 1 characters"),
        ({"inputText": "x" * 400_001}, f"inputText {TOO_LONG} 400000 characters"),
        ({"inputText": 5}, "inputText must be a string"),
        ({"numCards": 0}, "numCards must not be less than 1"),
        ({"numCards": "ten"}, f"numCards {NO_NUMBER}"),
        ({"folderIds": ["x"] * 11}, "folderIds must contain no more than 10 elements"),
        ({"folderIds": ["x", 1, 2]}, "each value in folderIds must be a string"),
        (
            {"cardOptions": {"headerFooter": {"hideFromFirstCard": "true"}}},
            "cardOptions.headerFooter.hideFromFirstCard must be a boolean value",
        ),
        (
            shared_with("nobody", access="view"),
            "sharingOptions.emailOptions.each value in recipients must be an email",
        ),
        # What follows from them.
        ({"textMode": None}, f"textMode must be one of: {MODES}"),
        ({"numCards": 2.5}, "numCards must be an integer number"),
        ({"numCards": True}, f"numCards {NO_NUMBER}"),
        ({"numCards": 1e300}, "numCards must not be greater than 75"),
        (
            {"numCards": 76, "cardSplit": "inputTextBreaks"},
            "numCards must not be greater than 75",
        ),
        ({"folderIds": "x"}, "folderIds must be an array"),
        ({"textOptions": "x"}, "nested property textOptions must be either object or array"),
        ({"textOptions": {"language": "xx"}}, "textOptions.language must be one of: en, en-gb,"),
        (
            {"imageOptions": {"source": "unsplash"}},
            "imageOptions.source must be one of: webAllImages",
        ),
        ({"cardOptions": {"dimensions": "16:9"}}, "cardOptions.dimensions must be one of: fluid"),
        ({"exportAs": "docx"}, "exportAs must be one of: pptx, pdf, png"),
        (in_footer(type="text"), f"{IN_FOOTER}.value must be a string"),
        (in_footer(type="image"), f"{IN_FOOTER}.source must be one of the following values: th"),
        (
            in_footer(type="image", source="custom", src="http://x/a.png"),
            f"{IN_FOOTER}.src must be a URL address",
        ),
        (in_footer(type="text", value="x", more=1), f"{IN_FOOTER}.property more should not exist"),
        (
            shared_with("a@b.c"),
            "sharingOptions.emailOptions.access must be one of: edit, comment, view, fullAccess",
        ),
        ({"pages": [{"inputText": "x", "a": 1}]}, "pages.0.property a should not exist"),
        ({"pages": [{}]}, "pages.0.inputText must be a string"),
        ({"pages": [1]}, "each value in nested property pages must be either object or array"),
        ({"pages": []}, "pages must contain at least 1 elements"),
        ({"themeId": "Nowhere"}, "themeId Nowhere not found"),
        (
            {"inputText": "x\n---\n" * 75 + "x", "cardSplit": "inputTextBreaks"},
            "inputText must not be split into more than 75 cards",
        ),
    ],
)
async def test_says_what_is_wrong_as_class_validator_does(
    gamma: httpx2.AsyncClient, changes: dict[str, Any], sentence: str
) -> None:
    answer = await gamma.post("/generations", json={**GOOD, **changes})

    assert answer.status_code == 400
    assert answer.json()["statusCode"] == 400
    assert answer.json()["message"].startswith(f"Input validation errors: 1. {sentence}")


async def test_says_everything_that_is_wrong_and_unknown_properties_first(
    gamma: httpx2.AsyncClient,
) -> None:
    answer = await gamma.post("/generations", json={"textMode": "x", "numCards": 0, "layout": 1})

    assert answer.json() == {
        "message": "Input validation errors: 1. property layout should not exist"
        " 2. inputText must be a string"
        f" 3. textMode must be one of: {MODES}"
        " 4. numCards must not be less than 1",
        "statusCode": 400,
    }


async def test_a_body_of_another_kind_is_an_empty_one(gamma: httpx2.AsyncClient) -> None:
    answer = await gamma.post("/generations", data={"inputText": "Bees", "textMode": "generate"})

    assert answer.status_code == 400
    assert answer.json()["message"] == (
        "Input validation errors: 1. inputText must be a string"
        f" 2. textMode must be one of: {MODES}"
    )


@pytest.mark.parametrize(
    "changes", [shared_with(*[1] * 100_000, access="view"), {f"k{n}": n for n in range(10_000)}]
)
async def test_does_not_tell_a_flood_of_faults(
    gamma: httpx2.AsyncClient, changes: dict[str, Any]
) -> None:
    answer = await gamma.post("/generations", json={**GOOD, **changes})

    assert answer.status_code == 400
    assert len(answer.content) < 200


@pytest.mark.parametrize(
    "sent",
    [b"", b"{", b"[]", b"\xff", b'"x"', b'{"numCards": NaN}', b"[" * 100_000, b'{"a":' * 100_000],
    ids=range(8),
)
async def test_answers_400_to_what_is_no_object(gamma: httpx2.AsyncClient, sent: bytes) -> None:
    answer = await gamma.post("/generations", content=sent)

    assert answer.status_code == 400
    assert answer.json().keys() == {"message", "statusCode"}


async def test_answers_413_to_what_is_too_large(gamma: httpx2.AsyncClient) -> None:
    answer = await gamma.post("/generations", content=b" " * 10_000_001)

    assert (answer.status_code, answer.json()["statusCode"]) == (413, 413)
    assert answer.headers["connection"] == "close"


async def test_takes_null_for_absent_where_a_field_may_be_absent(
    gamma: httpx2.AsyncClient,
) -> None:
    optional = [
        name for name, field in wire.Generation.model_fields.items() if field.default is None
    ]

    answer = await gamma.post("/generations", json={**GOOD, **dict.fromkeys(optional)})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("limit=51", "limit must not be greater than 50"),
        ("limit=0", "limit must not be less than 1"),
        ("limit=ten", f"limit {NO_NUMBER}"),
        ("limit=1.5", f"limit {NO_NUMBER}"),
        ("limit=1&limit=2", f"limit {NO_NUMBER}"),
        ("query=a&query=b", "query must be a string"),
        ("after=x", "after must be a valid cursor"),
        ("after=" + "W" * 4000, "after must be a valid cursor"),
    ],
)
@pytest.mark.parametrize("path", ["/themes", "/folders"])
async def test_says_what_is_wrong_with_a_query(
    gamma: httpx2.AsyncClient, path: str, query: str, sentence: str
) -> None:
    answer = await gamma.get(f"{path}?{query}")

    assert answer.status_code == 400
    assert answer.json()["message"] == f"Input validation errors: 1. {sentence}"


async def test_a_theme_is_of_a_type_the_vendor_names(gamma: httpx2.AsyncClient) -> None:
    answer = await gamma.get("/themes?type=own")

    assert answer.json()["message"] == (
        "Input validation errors: 1. type must be one of the following values: standard, custom"
    )
