"""Good bodies, broken at random: whatever comes, the answer is Gamma's and never a 500."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any, get_args

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from quintet.accounts import Caller, Prices
from quintet.dialects.gamma import choices, translate, wire
from quintet.domain.errors import Refused
from quintet.edge import Base

pytestmark = pytest.mark.anyio
JUNK: list[Any] = [
    *(None, True, 0, -1, 1.5, 1e308, 10**30, float("nan"), float("inf")),
    *("", "x", "\0", "\ud800", "{name}", "%s", "é" * 9, "a" * 6001, [], [None], {}, {"a": 1}),
]
ELEMENT = {"type": "image", "source": "custom", "src": "https://x/a.png", "size": "sm"}
GENERATION = {
    "inputText": "Bees",
    "textMode": "generate",
    "title": "Bees",
    "numCards": 5,
    "cardSplit": "auto",
    "themeId": "chalk",
    "textOptions": {"amount": "brief", "tone": "kind", "language": "en"},
    "imageOptions": {"model": "flux-1-pro", "style": "x", "source": "pexels"},
    "cardOptions": {"dimensions": "1x1", "headerFooter": {"topLeft": ELEMENT}},
    "sharingOptions": {"emailOptions": {"recipients": ["a@b.c"], "access": "view"}},
    "exportAs": "pdf",
    "pages": [{"inputText": "x", "textOptions": {"tone": "x"}}],
}
TEMPLATE = {"prompt": "Bees", "gammaId": "g_x", "imageOptions": {"style": "x"}, "exportAs": "pdf"}
PRICES = Prices.load()


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a body with one of its keys."""
    for key in node if isinstance(node, dict) else range(len(node)):
        yield node, key
        if isinstance(node[key], dict | list):
            yield from places(node[key])


def broken(body: Any, luck: random.Random) -> bytes:
    body = copy.deepcopy(body)
    for _ in range(luck.randint(1, 3)):
        container, key = luck.choice(list(places(body)) or [(body, "x")])
        if luck.random() < 0.7:
            container[key] = luck.choice(JUNK)
        elif key in container:
            del container[key]
    sent = json.dumps(body).encode()
    return sent[: luck.randint(0, len(sent))] if luck.random() < 0.03 else sent


@pytest.mark.parametrize(
    ("path", "body"),
    [("/generations", GENERATION), ("/generations/from-template", TEMPLATE)],
    ids=["generation", "template"],
)
async def test_no_body_is_answered_with_a_bug(
    gamma: httpx2.AsyncClient, path: str, body: dict[str, Any]
) -> None:
    luck = random.Random(7)

    for _ in range(300):
        sent = broken(body, luck)
        answer = await gamma.post(path, content=sent)
        assert answer.status_code in (200, 400, 403), sent
        assert answer.json()


def optional(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | what


def one_of(choice: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(getattr(choice, "__value__", choice)))


def form(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={name: optional(of) for name, of in fields.items()})


ELEMENTS = st.sampled_from(
    [ELEMENT, {"type": "text", "value": "x"}, {"type": "image", "source": "themeLogo"}]
) | st.just({"type": "cardNumber"})
GENERATIONS = st.builds(
    lambda needed, more: {**needed, **more},
    st.fixed_dictionaries(
        {
            "inputText": st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
            "textMode": one_of(choices.TextMode),
        }
    ),
    form(
        additionalInstructions=st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        format=one_of(choices.DocFormat),
        numCards=st.integers(1, 75),
        cardSplit=one_of(choices.CardSplit),
        textOptions=form(
            amount=one_of(choices.TextAmount),
            tone=st.just("kind"),
            audience=st.just("all"),
            language=one_of(choices.AILocale),
        ),
        imageOptions=form(
            model=one_of(choices.ImageModel),
            style=st.just("ink"),
            source=one_of(choices.ImageSource),
            stylePreset=one_of(choices.StylePreset),
        ),
        cardOptions=form(
            dimensions=one_of(choices.CardDimensions),
            headerFooter=form(
                topLeft=ELEMENTS, bottomRight=ELEMENTS, hideFromLastCard=st.booleans()
            ),
        ),
        sharingOptions=form(
            workspaceAccess=one_of(choices.WorkspacePermission),
            externalAccess=one_of(choices.ExternalPermission),
        ),
        exportAs=one_of(choices.ExportFormat),
        title=st.just("On bees"),
    ),
)
FORM = TypeAdapter(wire.Generation)


@settings(deadline=None, max_examples=200)
@given(body=GENERATIONS)
def test_every_good_request_becomes_an_order(body: dict[str, Any]) -> None:
    asked = FORM.validate_json(json.dumps(body))

    try:
        order = translate.to_order(asked, Caller("acme"), PRICES, Base("http://x"))
    except Refused as refused:
        raise AssertionError(refused) from refused

    brief = translate.to_brief(asked)
    assert order.price == 3_000_000 * (brief.cards or body["inputText"].count("\n---\n") + 1)
    assert all(warning.endswith(".") and len(warning) > 20 for warning in order.warnings)
    assert len(set(order.warnings)) == len(order.warnings)
    assert len(order.public_id) == 21
    assert order.public_id.isalnum()
