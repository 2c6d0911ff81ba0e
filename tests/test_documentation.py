"""What the README and the pages of `docs/` say must be so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from quintet.cli.curls import CURLS
from quintet.cli.main import cli
from quintet.dialects import DIALECTS
from quintet.settings import Settings
from quintet.studio.themes import THEMES

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
OWN = {"queue", "egress_allow", "hosts"}
"""Settings told of in words of their own."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    missing = [
        target
        for target in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]

    assert missing == []


def test_every_dialect_has_a_first_call_here_and_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert CURLS.keys() == DIALECTS.keys()
    for name, curl in CURLS.items():
        words = shlex.split(curl.format(base="http://localhost:8000", key="KEY"))
        (address,) = [word for word in words if word.startswith("http")]
        assert address.startswith(f"http://localhost:8000{DIALECTS[name].path}/")
        assert address in readme


def test_every_setting_is_told_of() -> None:
    start = (ROOT / "docs/start.md").read_text("utf-8")

    untold = [
        name
        for name in Settings.model_fields
        if f"--{name.replace('_', '-')}" not in start and name.upper() not in start
    ]
    assert set(untold) <= OWN | {"hour_limit", "day_limit"}


def test_every_theme_is_told_of() -> None:
    start = (ROOT / "docs/start.md").read_text("utf-8")

    assert all(name in start for name in THEMES)


def test_every_command_of_the_first_hour_exists() -> None:
    commands = get_command(cli)
    start = (ROOT / "docs/start.md").read_text("utf-8")

    for name in re.findall(r"^    quintet (\w+)", start, re.MULTILINE):
        assert name in commands.commands  # type: ignore[attr-defined]  # a group has commands


def test_the_map_names_every_part_and_no_other() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    drawn = re.findall(r"```text\n(.*?)```", text, re.DOTALL)[0]
    source = ROOT / "src/quintet"
    parts = {
        path.name + "/" * path.is_dir()
        for folder in (source, source / "studio")
        for path in folder.iterdir()
        if not path.name.startswith(("_", ".")) and path.name != "py.typed"
    }

    assert set(re.findall(r"^(?:  ){1,2}([a-z_.]+/?) ", drawn, re.MULTILINE)) == parts
    for named in re.findall(r"[a-z_]+\.py\b", drawn):
        assert list(source.rglob(named)), f"{named} is not there"
