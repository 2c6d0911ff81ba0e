"""Text for benchmarks: a document of as many sections as asked for, with lists, tables, quotes."""

from __future__ import annotations

PROSE = (
    "Crews planted {n} trees along the northern streets and measured every crown in the second"
    " summer. Where roots had room to grow, shade came two years sooner than the plan had said."
    " Watering by night used a third less, and the residents noticed before the figures did."
)
BULLETS = """- **Room for roots.** Six square metres or more, and no compacted soil
- **Water at night.** A third less is lost to the sun than at noon
- **Someone in charge.** A name on every street, and a number to call
"""
TABLE = """| Quarter | Planted | Alive |
| --- | --- | --- |
| Q1 | {a} | {b} |
| Q2 | {c} | {d} |
| Q3 | {e} | {f} |
| Q4 | {g} | {h} |
"""
QUOTE = (
    "> I used to cross the square at a run. Now there is a bench.\n>\n> — Maren Holt, resident\n"
)
STEPS = "1. Ask the street\n2. Survey the pipes\n3. Dig wide, not deep\n4. Plant in November\n"


def document(cards: int) -> str:
    """Markdown that makes about so many cards when it is split at its headings."""
    parts = ["# The city that learned to grow shade\n\nWhat 41,200 new street trees did to heat.\n"]
    for n in range(1, cards):
        kinds = (BULLETS, PROSE.format(n=n * 37), _table(n), STEPS, QUOTE)
        parts.append(f"## Finding {n}: what street {n} shows\n\n{kinds[n % len(kinds)]}")
    return "\n\n".join(parts)


def _table(n: int) -> str:
    return TABLE.format(**{letter: 100 + n * 7 + at * 31 for at, letter in enumerate("abcdefgh")})
