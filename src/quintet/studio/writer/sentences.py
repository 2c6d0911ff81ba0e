"""Where sentences end, by ICU, mended for abbreviations."""

from __future__ import annotations

import re
from functools import cache

NEVER_LAST = """
dr mr mrs ms prof sr jr st mt vs e.g i.e cf al ed eds dept approx est z z.b d.h u u.a bzw ca abs vgl
sog evtl inkl hr fr mme mlle sra srta ud uds dña ing dott sig avv bv dhr mevr т.е т.д т.п г ул им
gov gen sen rep rev hon capt col maj
"""
ABBREVIATIONS = frozenset(NEVER_LAST.split())
COUNTING = "no nos nr fig figs vol p pp art ch sec n núm pág str abb tab"
BEFORE_NUMBERS = frozenset(COUNTING.split())
MAY_END = re.compile(r"[.!?…。｡！？؟۔।॥።፧၊။։‽⁇⁈⁉\u2029\n](?=.)", re.DOTALL)
"""Without one of these before its end, a text is one sentence, and ICU need not be asked."""

LAST_WORD = re.compile(r"([\w.]*\w)\.[\"'”’)\]]*\s*$")
INITIAL = re.compile(r"(?:^|[\s(])(?:[A-ZÀ-ÞΑ-ΩА-Я]\.)+\s*$")
ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
WITH_ORDINAL_STOPS = "de cs sk sl da nb fi hu pl hr et lv tr is sr bs"
ORDINAL_LANGUAGES = frozenset(WITH_ORDINAL_STOPS.split())


def spans(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text`, white space after it included."""
    if MAY_END.search(text) is None:
        return [(0, len(text))] if text else []
    from icu4py.breakers import SentenceBreaker

    ends: list[int] = []
    ordinals = language.split("-")[0] in ORDINAL_LANGUAGES
    start = end = 0
    # ICU's own offsets count UTF-16 units, in which an emoji is two: lengths of strings do not.
    for sentence in SentenceBreaker(text, _locale(language)):
        end += len(sentence)
        if end < len(text) and _goes_on(text[max(start, end - 40) : end], text[end], ordinals):
            continue
        ends.append(end)
        start = end
    return list(zip([0, *ends[:-1]], ends, strict=True)) if ends else []


def sentences(text: str, language: str) -> list[str]:
    return [text[start:end].strip() for start, end in spans(text, language)]


@cache
def _locale(language: str) -> str:
    """With ICU's own list of abbreviations, where it has one."""
    return f"{language.replace('-', '_')}@ss=standard"


def _goes_on(tail: str, following: str, ordinals: bool) -> bool:
    """Whether the full stop at the end of `tail` closes an abbreviation, not a sentence."""
    if not tail.rstrip().endswith("."):
        return False
    if following.islower() or (INITIAL.search(tail) and following.isupper()):
        return True
    if ordinals and ORDINAL.search(tail):
        return True
    word = LAST_WORD.search(tail)
    if word is None:
        return False
    last = word.group(1).lower()
    return last in ABBREVIATIONS or (last in BEFORE_NUMBERS and following.isdigit())
