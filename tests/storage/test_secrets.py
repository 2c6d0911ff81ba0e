"""The server's secret: made once, private, and replaced without breaking links or keys."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quintet.storage import Secrets, SecretUnusable, Signer, load_secrets

A, B = "a" * 64, "b" * 64


def test_a_secret_is_made_at_the_first_start_and_found_at_the_second(tmp_path: Path) -> None:
    first = load_secrets(tmp_path / "data")

    assert load_secrets(tmp_path / "data") == first
    path = tmp_path / "data" / "secret.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["secret.key"]


def test_all_that_begin_together_agree_on_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: load_secrets(tmp_path), range(16)))

    assert len(set(found)) == 1


def test_two_folders_have_two_secrets(tmp_path: Path) -> None:
    one, two = load_secrets(tmp_path / "one"), load_secrets(tmp_path / "two")

    assert one.pepper != two.pepper
    assert one.fingerprint != two.fingerprint


def test_a_given_secret_goes_before_a_file_and_a_file_before_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "mounted"
    file.write_text(f"# From the vault.\n{B}\n")

    assert load_secrets(tmp_path, given=A, file=file) == Secrets((A.encode(),))
    assert load_secrets(tmp_path, file=file) == Secrets((B.encode(),))
    assert not (tmp_path / "secret.key").exists()


def test_a_new_line_on_top_signs_and_leaves_keys_and_old_links_as_they_were() -> None:
    before, after = load_secrets(Path(), given=A), load_secrets(Path(), given=f"{B}\n{A}\n")
    token = Signer(before.signing).token("a", 10_000)

    Signer(after.signing).check("a", token, 0)

    assert after.pepper == before.pepper
    assert after.fingerprint == before.fingerprint
    assert after.signing[0] != before.signing[0]
    assert after.derive("webhooks") != before.derive("webhooks")


def test_every_purpose_has_a_key_of_its_own() -> None:
    secret = load_secrets(Path(), given=A)

    assert len({secret.pepper, *secret.signing, secret.derive("one"), secret.derive("two")}) == 4
    assert A not in repr(secret)


@pytest.mark.parametrize(
    ("words", "why"),
    [("# nothing\n\n", "is empty"), ("short", "too short"), (f"{A}\nshort", "too short")],
)
def test_a_secret_that_protects_nothing_is_refused(words: str, why: str) -> None:
    with pytest.raises(SecretUnusable, match=why):
        load_secrets(Path(), given=words)


def test_a_secret_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(SecretUnusable, match="cannot be read"):
        load_secrets(tmp_path, file=tmp_path / "missing")

    (tmp_path / "bytes").write_bytes(b"\xff" * 64)
    with pytest.raises(SecretUnusable, match="cannot be read"):
        load_secrets(tmp_path, file=tmp_path / "bytes")
