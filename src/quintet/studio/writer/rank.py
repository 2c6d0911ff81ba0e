"""
Which sentences say most, by TextRank: a walk over the likeness of sentences.

After Mihalcea and Tarau, "TextRank: bringing order into texts", 2004.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from quintet.studio.writer.runs import CHARACTER_SCRIPTS, WORD, words_in

TOGETHER = 100
"""Sentences compared with one another; a longer text is ranked in stretches of so many."""

EVERYWHERE = 0.3
"""A word in more than this share of the sentences makes none of them alike."""

ROUNDS = 20
DAMPING = 0.85
FIRST, FIGURES, SHORT, TERSE, ASKS, LEANS = 1.2, 1.1, 0.6, 0.8, 0.85, 0.85
"""
What a rank is multiplied by: opens the text, has figures, has under four words, under seven, asks,
leans on the sentence before.
"""

LEANING = re.compile(
    r"(?:however|but|this|that|these|those|it|they|he|she|such|also|and|so|therefore|dies|diese|"
    r"dieser|er|sie|es|aber|auch|cela|ce|cette|ces|ils?|elles?|mais|esto|eso|ello|pero)\b",
    re.IGNORECASE,
)
COMMON_WORDS = """
the a an and or but of in on at to for with by from as is are was were be been it its this that
these those we our you your they their he she his her not no than then so if has have had will would
can could may more most all also which who what when where how
der die das und oder in den dem des ein eine einer eines im am zu mit von auf für ist sind war nicht
auch als an aus bei sich wir sie es er
le la les un une des du de et ou en dans pour par sur est sont avec au aux ce cette que qui ne pas
plus el los las y o del al con por para es son se su una uno il lo gli i e di da che non è
het een van op te dat zijn met
"""
COMMON = frozenset(COMMON_WORDS.split())


def ranks(sentences: Sequence[str]) -> list[float]:
    """A rank for each sentence, higher for those that more of the others resemble."""
    scores: list[float] = []
    for start in range(0, len(sentences), TOGETHER):
        scores.extend(_walk([terms(each) for each in sentences[start : start + TOGETHER]]))
    return [
        score * _manner(sentence, first=at == 0)
        for at, (sentence, score) in enumerate(zip(sentences, scores, strict=True))
    ]


def terms(sentence: str) -> Counter[str]:
    """The words that carry meaning; where words are not spaced, pairs of characters."""
    found = Counter(
        word.lower()
        for word in WORD.findall(CHARACTER_SCRIPTS.sub(" ", sentence))
        if len(word) > 2 or word.isdigit()
    )
    for word in list(found):
        if word in COMMON:
            del found[word]
    unspaced = "".join(CHARACTER_SCRIPTS.findall(sentence))
    found.update(unspaced[at : at + 2] for at in range(len(unspaced) - 1))
    return found


def _walk(bags: Sequence[Counter[str]]) -> list[float]:
    count = len(bags)
    edges = _edges(bags)
    out = [sum(near.values()) for near in edges]
    scores = [1.0] * count
    for _ in range(ROUNDS if any(out) else 0):
        scores = [
            1 - DAMPING + DAMPING * sum(w / out[other] * scores[other] for other, w in near.items())
            for near in edges
        ]
    return scores


def _edges(bags: Sequence[Counter[str]]) -> list[dict[int, float]]:
    """For each sentence those that share words with it, and how alike they are."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for term in bag:
            holding[term].append(at)
    sizes = [log(1 + sum(bag.values())) + 0.1 for bag in bags]
    edges: list[dict[int, float]] = [{} for _ in bags]
    everywhere = max(len(bags) * EVERYWHERE, 5)
    for at, bag in enumerate(bags):
        shared: dict[int, float] = defaultdict(float)
        for term in bag:
            if len(holding[term]) > everywhere:
                continue
            rare = log(1 + len(bags) / len(holding[term]))
            for other in holding[term]:
                if other != at:
                    shared[other] += rare
        edges[at] = {other: value / (sizes[at] + sizes[other]) for other, value in shared.items()}
    return edges


def _manner(sentence: str, first: bool) -> float:
    factor = FIRST if first else 1.0
    if any(map(str.isdigit, sentence)):
        factor *= FIGURES
    words = words_in(sentence)
    if words < 7:
        factor *= SHORT if words < 4 else TERSE
    if sentence.rstrip().endswith(("?", "？", "؟")):
        factor *= ASKS
    if LEANING.match(sentence):
        factor *= LEANS
    return factor
