"""
Exactly so many cards: a text dealt out evenly, cut where it parts best.

The best cuts are found over all cards at once (dynamic programming): a card far from its share
of the words costs, a cut inside a paragraph costs, two sections on one card cost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import ceil, inf

from quintet.domain.deck import Image, Quote
from quintet.studio.writer.atoms import Atom, Seam, cut_up
from quintet.studio.writer.natural import STRONG, leads_on

CUT: Mapping[Seam, float] = {
    Seam.SECTION: 0.0,
    Seam.BREAK: 0.02,
    Seam.BLOCK: 0.12,
    Seam.ENTRY: 0.45,
    Seam.SENTENCE: 0.5,
    Seam.ROW: 1.2,
}
MERGED: Mapping[int, float] = {1: 0.6, 2: 0.4, 3: 0.15}
"""What it costs to have a heading of this level inside a card."""

CROWDED = 0.35
"""For each strong block after the first on one card."""

DANGLING = 1.5
"""For a card that ends in a heading or a colon."""

LEFT_ALONE = 0.7
"""For a picture on another card than the words beside it."""

LONELY = 0.6
"""For a card with a single entry of a longer list."""

COARSE = 8
"""Pieces per card looked at: a very long text is first put together to so many."""

BAND = 6
"""So many cards away from an even share a cut is looked for at first."""

WIDEST = 2.5
"""No card takes more than so many times its share, unless one piece alone does."""


def share(atoms: Sequence[Atom], count: int, language: str) -> list[list[Atom]]:
    """
    The atoms in `count` groups, in order; fewer where there are not so many atoms. Paragraphs
    are cut at sentence ends and lists between entries, but only as far as is needed.
    """
    if not atoms or count < 1:
        return []
    pieces = _fine(atoms, count, language)
    if len(pieces) <= count:
        return [[piece] for piece in pieces]
    if count == 1:
        return [list(pieces)]
    chunks = _coarse(pieces, count)
    bounds = _best_bounds(chunks, count, BAND) or _best_bounds(chunks, count, inf) or []
    return [
        [atom for chunk in chunks[start:end] for atom in chunk]
        for start, end in zip([0, *bounds], [*bounds, len(chunks)], strict=True)
    ]


def _fine(atoms: Sequence[Atom], count: int, language: str) -> list[Atom]:
    """Large atoms cut up; all of them, where there would still be too few."""
    large = 0.5 * sum(atom.words for atom in atoms) / count
    pieces: list[Atom] = []
    for atom in atoms:
        pieces.extend(cut_up(atom, language) if atom.words > large else [atom])
    if len(pieces) < count:
        pieces = [piece for atom in pieces for piece in cut_up(atom, language)]
    return pieces


def _coarse(pieces: Sequence[Atom], count: int) -> list[list[Atom]]:
    """Neighbours put together, so that there are not many more than COARSE for each card."""
    most = COARSE * count + 100
    if len(pieces) <= most:
        return [[piece] for piece in pieces]
    full = sum(piece.words for piece in pieces) / most
    chunks: list[list[Atom]] = []
    held = inf
    for piece in pieces:
        if held + piece.words > full and held > 0:
            chunks.append([])
            held = 0
        chunks[-1].append(piece)
        held += piece.words
    if len(chunks) > 2 * most or len(chunks) < count:
        size = ceil(len(pieces) / most)
        chunks = [list(pieces[at : at + size]) for at in range(0, len(pieces), size)]
    return chunks


def _best_bounds(chunks: Sequence[Sequence[Atom]], count: int, band: float) -> list[int] | None:
    """
    Where groups 2 to `count` begin, at the least cost in all; None if there is no way with every
    cut at most `band` cards from where an even share would have it.
    """
    total = len(chunks)
    costs = _Costs(chunks, count)
    best = [inf] * (total + 1)
    best[0] = 0.0
    came: list[list[int]] = []
    for number in range(1, count + 1):
        nearer = [inf] * (total + 1)
        back = [-1] * (total + 1)
        for end in costs.ends(number, band):
            for start, cost in costs.ending(end):
                if best[start] + cost < nearer[end]:
                    nearer[end], back[end] = best[start] + cost, start
        best = nearer
        came.append(back)
    if best[total] == inf:
        return None
    bounds = [total]
    for back in reversed(came):
        bounds.append(back[bounds[-1]])
    return bounds[-2:0:-1]


class _Costs:
    """The cost of a card made of chunks `start` to `end`, for every pair worth a look."""

    def __init__(self, chunks: Sequence[Sequence[Atom]], count: int) -> None:
        self.chunks = chunks
        self.count = count
        words = [sum(atom.words for atom in chunk) for chunk in chunks]
        self.share = max(sum(words) / count, 1.0)
        self.words = [0, *accumulate(words)]
        self.strong = [0, *accumulate(sum(map(_is_strong, chunk)) for chunk in chunks)]
        self.headed = [0.0, *accumulate(sum(map(_heading_cost, chunk)) for chunk in chunks)]
        self.first = [_heading_cost(chunk[0]) for chunk in chunks]
        self.cut = [0.0, *(_cut_cost(a[-1], b[0]) for a, b in pairwise(chunks))]
        self.dangles = [DANGLING * _dangles(chunk[-1]) for chunk in chunks]
        self.entry = [0, *(b[0].seam is Seam.ENTRY for _, b in pairwise(chunks)), 0]
        self.single = [len(chunk) == 1 for chunk in chunks]
        self.least = ceil(len(chunks) / count) + 1
        self._known: dict[int, list[tuple[int, float]]] = {}

    def ends(self, number: int, band: float) -> range:
        """Where the `number`-th card may end."""
        total = len(self.chunks)
        first, last = number, total - (self.count - number)
        low = bisect_left(self.words, (number - band) * self.share)
        high = bisect_right(self.words, (number + band) * self.share)
        return range(max(first, low), min(last, high) + 1)

    def ending(self, end: int) -> list[tuple[int, float]]:
        """Every start of a card that ends before chunk `end`, with its cost."""
        if end not in self._known:
            self._known[end] = list(self._starts(end))
        return self._known[end]

    def _starts(self, end: int) -> Iterator[tuple[int, float]]:
        for start in range(end - 1, -1, -1):
            words = self.words[end] - self.words[start]
            if end - start > self.least and words > WIDEST * self.share:
                return
            off = (words - self.share) / self.share
            crowd = max(self.strong[end] - self.strong[start] - 1, 0)
            merged = self.headed[end] - self.headed[start] - self.first[start]
            yield (
                start,
                off * off
                + self.cut[start]
                + CROWDED * crowd
                + merged
                + (LONELY if end - start == 1 and self._is_lonely(start) else 0.0)
                + (self.dangles[end - 1] if end < len(self.chunks) else 0.0),
            )

    def _is_lonely(self, at: int) -> bool:
        """Whether a chunk is one entry, cut off from those before or after it."""
        return self.single[at] and bool(self.entry[at] or self.entry[at + 1])


def _cut_cost(before: Atom, after: Atom) -> float:
    """What it costs to part two neighbours; a picture stays with its words."""
    pictured = isinstance(before.block, Image) or isinstance(after.block, Image)
    if pictured and after.seam is Seam.BLOCK:
        return LEFT_ALONE
    return CUT[after.seam]


def _is_strong(atom: Atom) -> bool:
    return isinstance(atom.block, (*STRONG, Quote)) and atom.start == 0


def _heading_cost(atom: Atom) -> float:
    return sum(MERGED.get(opened.level, 0.08) for opened in atom.opens[:1])


def _dangles(atom: Atom) -> bool:
    return atom.block is not None and leads_on(atom.block)
