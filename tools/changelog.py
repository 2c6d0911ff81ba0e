"""
Fold the fragments of `changelog.d/` into `CHANGELOG.md` under a version.

    python tools/changelog.py 0.2.0 2026-12-01
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHANGELOG, FRAGMENTS = ROOT / "CHANGELOG.md", ROOT / "changelog.d"
HEAD = "# Changelog\n\nFragments of the next release lie in `changelog.d/`.\n"


def main() -> None:
    version, day = sys.argv[1:]
    fragments = sorted(FRAGMENTS.glob("*.md"))
    if not fragments:
        raise SystemExit("There is no fragment to fold.")
    told = "\n".join(fragment.read_text("utf-8").strip() for fragment in fragments)
    before = CHANGELOG.read_text("utf-8").removeprefix(HEAD)
    CHANGELOG.write_text(f"{HEAD}\n## {version} ({day})\n\n{told}\n{before}", "utf-8")
    for fragment in fragments:
        fragment.unlink()


if __name__ == "__main__":
    main()
