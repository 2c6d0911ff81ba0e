# The commands of a developer's day. `just` alone lists them.

default:
    @just --list

# A development environment: the package in place, with everything the tests need.
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -e '.[test]' -c constraints.txt

# Format, lint, types, imports and tests: the same as in CI.
check: lint types imports test

lint:
    .venv/bin/ruff format .
    .venv/bin/ruff check .

types:
    .venv/bin/mypy src tests tools bench

imports:
    .venv/bin/lint-imports

test *ARGS:
    .venv/bin/pytest -q {{ARGS}}

# Write constraints.txt anew from the newest versions pyproject.toml allows.
pin:
    bash tools/pin.sh

# Side-by-side measurements; results go to bench/results and docs/performance.md.
bench NAME *ARGS:
    .venv/bin/python -m bench.{{NAME}} {{ARGS}}

# The fonts that ship, built from their pinned sources.
fonts:
    .venv/bin/python tools/build_fonts.py
