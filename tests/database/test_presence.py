"""Who lives, who has left, and who has died."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from quintet.database.presence import Presence


def test_whoever_is_there_or_has_left_is_not_dead(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "workers")

    with presence.present("one"):
        assert presence.dead(["one", "never seen"]) == []
    assert presence.dead(["one"]) == []


def test_who_died_long_ago_is_forgotten(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "old", (0, 0))

    with Presence(tmp_path).present("one"):
        assert {path.name for path in tmp_path.iterdir()} == {"new", "one"}


def test_a_process_that_was_killed_is_dead_and_told_of_once(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from quintet.database.presence import Presence\n"
        "with Presence(Path(sys.argv[1])).present('one'):\n"
        "    print('there', flush=True)\n"
        "    time.sleep(3600)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    presence = Presence(tmp_path)
    assert presence.dead(["one"]) == []

    process.kill()
    process.communicate()

    assert presence.dead(["one"]) == ["one"]
    assert presence.dead(["one"]) == []
