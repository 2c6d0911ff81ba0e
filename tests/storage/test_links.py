"""Signed links: they open one thing, until their time, under any key that is not retired."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.domain.errors import LinkExpired, NotFound
from quintet.storage import Signer

OLD, NEW = b"o" * 32, b"n" * 32


def opens(signer: Signer, what: str, token: str, now: int = 0) -> bool:
    try:
        signer.check(what, token, now)
    except NotFound:
        return False
    return True


def test_a_token_is_thirty_two_lowercase_hexadecimal_digits() -> None:
    token = Signer([NEW]).token("job/deck.pdf", 1_700_000_000_000)

    assert re.fullmatch(r"[0-9a-f]{32}", token)
    assert token == Signer([NEW]).token("job/deck.pdf", 1_700_000_000_000)


def test_a_link_works_until_its_moment_and_says_then_that_it_has_expired() -> None:
    signer = Signer([NEW])
    token = signer.token("a", 10_000)

    signer.check("a", token, 9_999)

    with pytest.raises(LinkExpired):
        signer.check("a", token, 10_000)


def test_an_expired_link_to_something_else_is_not_found() -> None:
    token = Signer([NEW]).token("a", 10_000)

    with pytest.raises(NotFound):
        Signer([NEW]).check("b", token, 20_000)


def test_what_the_old_key_signed_is_good_until_that_key_is_retired() -> None:
    token = Signer([OLD]).token("a", 10_000)

    assert opens(Signer([NEW, OLD]), "a", token)
    assert not opens(Signer([NEW]), "a", token)


def test_the_first_key_signs() -> None:
    token = Signer([NEW, OLD]).token("a", 10_000)

    assert opens(Signer([NEW]), "a", token)
    assert not opens(Signer([OLD]), "a", token)


@pytest.mark.parametrize("token", ["", "0" * 32, "g" * 32, "A" * 32, "0" * 31, "0" * 33, "é" * 32])
def test_what_was_never_signed_opens_nothing(token: str) -> None:
    assert not opens(Signer([NEW]), "a", token)


@given(place=st.integers(0, 31), digit=st.sampled_from("0123456789abcdef"))
def test_no_digit_of_a_token_can_be_changed(place: int, digit: str) -> None:
    token = Signer([NEW]).token("a", 10_000)
    changed = token[:place] + digit + token[place + 1 :]

    assert changed == token or not opens(Signer([NEW]), "a", changed)


@given(what=st.text(), until=st.integers(0, 4_294_967_295_000))
def test_every_token_opens_what_it_was_made_for(what: str, until: int) -> None:
    signer = Signer([NEW, OLD])

    token = signer.token(what, until)

    assert until == 0 or opens(signer, what, token, until - 1)


def test_a_signer_without_keys_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Signer([])
