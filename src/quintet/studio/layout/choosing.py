"""Choosing a layout for a card: by its content, and by what came before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s

from quintet.studio.layout.facts import Facts, Layout


@dataclass(slots=True)
class Rhythm:
    """The layouts of the pages so far, latest last."""

    used: list[Layout] = field(default_factory=list)

    def add(self, layout: Layout) -> None:
        self.used.append(layout)

    @property
    def before(self) -> Layout | None:
        return self.used[-1] if self.used else None


def ranked(
    layouts: Iterable[Layout], facts: Facts, rhythm: Rhythm, seed: str
) -> tuple[Layout, ...]:
    """
    The layouts that take a card, best first. A wish wins; a layout used just before loses three
    points and its family one; none comes three times running, and no two stage cards touch.
    """
    scored: list[tuple[float, int, Layout]] = []
    for layout in layouts:
        score = layout.takes(facts)
        if score is not None:
            score += _rhythm(layout, rhythm, facts) + (20 if layout.name == facts.card.wish else 0)
            scored.append((score, _hash(seed, facts.index, layout.name), layout))
    return tuple(layout for _, _, layout in sorted(scored, key=lambda one: (-one[0], one[1])))


def _rhythm(layout: Layout, rhythm: Rhythm, facts: Facts) -> float:
    said = layout.name == "statement" and bool(facts.blocks)
    if layout.family == "flow" or (layout.family == "opening" and not said):
        return 0.0
    before: Sequence[Layout] = rhythm.used[-3:]
    names = [one.name for one in before]
    score = 0.0
    if names[-1:] == [layout.name]:
        score -= 3
    if names[-2:] == [layout.name] * 2:
        score -= 6
    if rhythm.before and rhythm.before.family == layout.family:
        score -= 1
    if [one.family for one in before] == [layout.family] * 3:
        score -= 2
    if layout.stage and rhythm.before and rhythm.before.stage:
        score -= 8
    return score


def _hash(seed: str, index: int, name: str) -> int:
    digest = blake2s(f"{seed}\0{index}\0{name}".encode("utf-8", "replace"), digest_size=4)
    return int.from_bytes(digest.digest())
