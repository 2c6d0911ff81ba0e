"""The commands as a person types them: what they make, and what they say of a mistake."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

NOTES = "# Bees in the city\n\nA report.\n\n## Why here\n\n- Warm roofs\n- Many flowers\n"


def quintet(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quintet", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        timeout=60,
        check=False,
    )


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    file = tmp_path / "notes.md"
    file.write_text(NOTES)
    return file


def test_make_writes_four_files_beside_you(notes: Path, tmp_path: Path) -> None:
    made = quintet("make", "notes.md", "--theme", "paper", cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    files = [tmp_path / f"notes.{ending}" for ending in ("pptx", "pdf", "zip", "html")]
    assert all(file.stat().st_size > 1000 for file in files)
    with zipfile.ZipFile(files[2]) as archive:
        assert archive.namelist() == ["01.png", "02.png"]


def test_make_obeys_the_number_of_cards_and_the_formats(notes: Path, tmp_path: Path) -> None:
    made = quintet(
        "make", "notes.md", "--cards", "3", "--format", "png", "--out", "o", cwd=tmp_path
    )

    assert made.returncode == 0, made.stderr
    assert [file.name for file in (tmp_path / "o").iterdir()] == ["notes.zip"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("make", "none.md"), "There is no file none.md."),
        (("make", "empty.md"), "empty.md is empty."),
        (("make", "notes.docx"), "notes.docx is neither .md nor .txt."),
        (("make", "binary.txt"), "binary.txt is not UTF-8 text."),
        (("make", "notes.md", "--theme", "plaid"), "There is no theme 'plaid'"),
        (("make", "notes.md", "--size", "a0"), "There is no size 'a0'"),
        (("make", "notes.md", "--mode", "shout"), "There is no mode 'shout'"),
        (("make", "notes.md", "--format", "pptx,doc"), "There is no format 'doc'"),
        (("credits", "show", "nobody"), "There is no installation in quintet-data"),
        (("doctor",), "There is no installation in quintet-data"),
        (("migrate", "--database", "postgresql://x/y"), "extra `postgres`"),
        (("migrate", "--storage", "s3://bucket"), "'s3://bucket' is no folder"),
        (("serve", "--queue", "pgqueuer"), "Setting queue: needs PostgreSQL"),
        (("credits", "grant", "local", "inf"), "Credits are more than 0 and at most"),
        (("keys", "create", "--account", " "), "An account needs a name."),
        (("keys", "create", "--account", "acme", "--credits", "-5"), "Credits are more than 0"),
        (("serve", "--port", "0", "--data", "notes.md"), "The folder notes.md cannot be made: "),
        (("serve", "--port", "0", "--storage", "notes.md"), "The folder notes.md cannot be made: "),
        (("serve", "--port", "0", "--prices", "none.toml"), "none.toml cannot be read: "),
        (("serve", "--port", "0", "--prices", "notes.md"), "notes.md is not TOML: "),
        (("serve", "--port", "0", "--prices", "bad.toml"), "bad.toml: gamma.deck.per_card: "),
    ],
)
def test_a_mistake_is_one_clear_line_and_exit_code_2(
    notes: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "empty.md").write_text(" \n")
    (tmp_path / "bad.toml").write_text("[gamma.deck]\nper_card = 'three'\n")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")

    answer = quintet(*words, cwd=tmp_path)

    assert answer.returncode == 2
    assert sentence in answer.stderr
    assert answer.stderr.startswith("quintet: ")
    assert answer.stderr.count("\n") == 1


def test_a_secret_that_is_gone_is_asked_for_and_not_made_anew(tmp_path: Path) -> None:
    quintet("keys", "create", "--account", "acme", cwd=tmp_path)
    secret = tmp_path / "quintet-data" / "secret.key"
    kept = secret.rename(tmp_path / "kept")

    without = quintet("doctor", cwd=tmp_path)

    assert (without.returncode, secret.exists()) == (2, False)
    assert without.stderr.startswith("quintet: The secret of the database is gone: put ")
    kept.rename(secret)
    assert quintet("doctor", cwd=tmp_path).returncode == 0


def test_who_is_not_there_is_named(tmp_path: Path) -> None:
    quintet("migrate", cwd=tmp_path)

    account = quintet("credits", "show", "nobody", cwd=tmp_path)
    key = quintet("keys", "revoke", "nothing", cwd=tmp_path)

    assert (account.returncode, account.stderr) == (2, "quintet: There is no account 'nobody'.\n")
    assert (key.returncode, key.stderr) == (2, "quintet: There is no key 'nothing'.\n")


def test_a_key_is_made_listed_and_revoked(tmp_path: Path) -> None:
    made = quintet("keys", "create", "--account", "acme", "--credits", "50", "--json", cwd=tmp_path)
    told = json.loads(made.stdout)

    assert told.keys() == {"account", "api_id", "api_key"}
    assert json.loads(quintet("credits", "show", "acme", "--json", cwd=tmp_path).stdout) == {
        "account": "acme",
        "granted": 50,
        "available": 50,
        "held": 0,
        "spent": 0,
    }
    assert quintet("keys", "revoke", told["api_id"], cwd=tmp_path).returncode == 0
    (listed,) = json.loads(quintet("keys", "list", "--json", cwd=tmp_path).stdout)
    assert (listed["last_four"], listed["state"]) == (told["api_key"][-4:], "revoked")
    shown = quintet("keys", "list", cwd=tmp_path).stdout
    assert told["api_id"] in shown
    assert told["api_key"] not in shown


def test_a_new_account_gets_a_million_credits_and_more_when_granted(tmp_path: Path) -> None:
    quintet("keys", "create", "--account", "acme", cwd=tmp_path)
    quintet("credits", "grant", "acme", "0.5", cwd=tmp_path)

    shown = quintet("credits", "show", "acme", cwd=tmp_path).stdout

    assert shown.split()[:2] == ["granted", "1,000,000.5"]


def test_the_data_folder_is_private_and_the_doctor_finds_it_healthy(tmp_path: Path) -> None:
    quintet("migrate", cwd=tmp_path)

    data = tmp_path / "quintet-data"

    assert data.stat().st_mode & 0o777 == 0o700
    assert (data / "secret.key").stat().st_mode & 0o777 == 0o600
    assert json.loads(quintet("doctor", "--json", cwd=tmp_path).stdout)["healthy"] is True


def test_another_secret_is_refused(tmp_path: Path) -> None:
    quintet("migrate", cwd=tmp_path)
    (tmp_path / "quintet-data" / "secret.key").write_text("f" * 64)

    answer = quintet("migrate", cwd=tmp_path)

    assert answer.returncode == 2
    assert "another secret" in answer.stderr


def test_demo_makes_its_files_and_leaves_nothing_running(tmp_path: Path) -> None:
    shown = quintet("demo", "--out", "out", cwd=tmp_path)

    assert shown.returncode == 0, shown.stderr
    endings = sorted(file.suffix for file in (tmp_path / "out").iterdir())
    assert endings == [".html", ".pdf", ".pptx", ".zip"]
    assert "The server has stopped." in shown.stdout


def test_demo_stops_its_server_on_ctrl_c(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "quintet", "demo", "--out", "out"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert running.stdout is not None
    address = running.stdout.readline().split(" answers at ")[1].partition(";")[0]

    running.send_signal(2)
    running.communicate(timeout=30)

    assert running.returncode == 130
    deadline = time.monotonic() + 10
    while _answers(address):
        assert time.monotonic() < deadline, "the server is still there"


def _answers(address: str) -> bool:
    import urllib.error
    import urllib.request

    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=1):
            return True
    except (urllib.error.URLError, OSError):
        return False


def test_help_names_every_command(tmp_path: Path) -> None:
    helped = quintet("--help", cwd=tmp_path).stdout

    commands = ("demo", "serve", "work", "make", "keys", "credits", "migrate", "doctor")
    assert all(command in helped for command in commands)
