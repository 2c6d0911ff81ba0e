"""A folder for a process: private, gone with it, and swept up by the next when it was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from quintet.storage import scratch

HOLD = (
    "import sys\n"
    "from pathlib import Path\n"
    "from quintet.storage import scratch\n"
    "with scratch(Path(sys.argv[1])) as folder:\n"
    "    (folder / 'secret').write_text('words')\n"
    "    print(folder, flush=True)\n"
    "    sys.stdin.read()\n"
)


def test_the_folder_is_private_and_gone_at_the_end(tmp_path: Path) -> None:
    with scratch(tmp_path / "scratch") as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "file").write_text("words")
        assert folder.stat().st_mode & 0o77 == 0

    assert not folder.exists()


def test_what_a_killed_process_left_goes_and_what_a_living_one_has_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    dead, living = (Path(each.stdout.readline().strip()) for each in both if each.stdout)
    both[0].kill()
    both[0].communicate()
    assert (dead / "secret").exists()

    with scratch(tmp_path) as ours:
        assert not dead.exists()
        assert (living / "secret").exists()
        assert ours.is_dir()

    both[1].communicate("")
    assert not living.exists()
