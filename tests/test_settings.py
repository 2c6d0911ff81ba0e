"""Where settings come from, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quintet.settings import BadSettings, Settings, read_settings


def test_a_flag_beats_the_environment_which_beats_the_file(tmp_path: Path) -> None:
    file = tmp_path / "quintet.toml"
    file.write_text('port = 1\nhost = "::1"\npublic_url = "https://decks.example/"\n')

    settings = read_settings({"port": 3}, {"QUINTET_PORT": "2", "QUINTET_HOST": "0.0.0.0"}, file)

    assert (settings.port, settings.host) == (3, "0.0.0.0")
    assert settings.public_url == "https://decks.example"


def test_without_any_source_the_defaults_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert read_settings({"data": None}, {}) == Settings()


def test_lists_are_told_with_commas_in_the_environment() -> None:
    settings = read_settings({}, {"QUINTET_EGRESS_ALLOW": "10.0.0.0/8:443,127.0.0.0/8:8080"})

    assert settings.egress_allow == ("10.0.0.0/8:443", "127.0.0.0/8:8080")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"QUINTET_PORT": "many"}, "Setting port: "),
        ({"QUINTET_PORTS": "1"}, "Setting ports: "),
        ({"QUINTET_PUBLIC_URL": "decks"}, "Setting public_url: "),
        ({"QUINTET_QUEUE": "pgqueuer"}, "Setting queue: needs PostgreSQL"),
        ({"QUINTET_TRUSTED_PROXY": "proxy"}, "Setting trusted_proxy: 'proxy' does not appear"),
        ({"QUINTET_EGRESS_ALLOW": "10.0.0.0"}, "Setting egress_allow: '10.0.0.0' is no network"),
        ({"QUINTET_CONFIG": "."}, ". cannot be read: "),
        ({"QUINTET_CONFIG": "no-such.toml"}, "There is no file no-such.toml."),
    ],
)
def test_a_wrong_setting_is_named(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadSettings, match=sentence):
        read_settings({}, environment)


def test_the_secret_is_no_setting_and_is_not_shown() -> None:
    assert "secret" not in repr(read_settings({}, {"QUINTET_SECRET": "hush"})).replace(
        "secret_file", ""
    )
