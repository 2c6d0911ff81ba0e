"""Headings of plain text: short lines that stand over something."""

from __future__ import annotations

import re
from collections.abc import Sequence

RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
LISTED = re.compile(r"\s*(?:[-*+>|#]|\d{1,9}[.)]\s|(?:`{3}|~{3}))")
LABEL = re.compile(r"\s*[^\s:][^:.!?\n]{0,38}:\s+\S")
BULLETED = re.compile(r"\s*[-*+]\s+\S")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\S")
CHAPTER = re.compile(r"(?:chapter|part|section|kapitel|teil|chapitre|capítulo)\s+[\dIVX]+\b", re.I)
STRONG = re.compile(r"\*\*([^*]{2,80})\*\*:?\s*")
COUNTED = re.compile(
    r"(?:slide|card|page|folie|karte|diapositive|diapositiva|lámina)\s+\d{1,3}\s*[:.–—-]\s*(?=\S)",
    re.IGNORECASE,
)
"""What programs write before a heading: "Slide 3: "."""

LONGEST = 70


def bare(line: str) -> str:
    """A heading without the stars round it."""
    strong = STRONG.fullmatch(line.strip())
    return strong.group(1).strip() if strong else line.strip()


def headings_in(groups: Sequence[Sequence[str]], first: bool) -> dict[int, int]:
    """
    Which groups of lines open with a heading, and of what level. `first`: the text begins with
    these groups, and a heading at its head is its title.
    """
    levels: dict[int, int] = {}
    for number, group in enumerate(groups):
        below = groups[number + 1] if number + 1 < len(groups) else None
        if below is not None and RULE.fullmatch(below[0]):
            below = None
        opens = first and number == 0
        if COUNTED.match(bare(group[0])) and len(bare(group[0])) <= 100:
            levels[number] = 2
        elif (level := _level(group, below)) is not None:
            levels[number] = 1 if opens else max(level, 2)
        elif opens and _may_be(group[0]) and not LISTED.match(group[0]) and _leads(group, below):
            levels[number] = 1
    return levels


def _level(group: Sequence[str], below: Sequence[str] | None) -> int | None:
    """The level of the heading a group opens with, if it does and stands over something."""
    line = group[0]
    if len(group) == 1 and below is None:
        return None
    if STRONG.fullmatch(line.strip()) and line.strip().rstrip("*:")[-1:] not in tuple(".!?,;"):
        return 2
    if not _may_be(line) or LABEL.match(line):
        return None
    under = group[1] if len(group) > 1 else below[0] if below else ""
    numbered = NUMBERED.match(line)
    if numbered and not NUMBERED.match(under) and not under.startswith("  "):
        return 2 + numbered.group(1).count(".")
    if LISTED.match(line):
        return None
    if len(group) > 1 and BULLETED.match(under) and line[:1].strip():
        return 3
    shouts = line.isupper() and any(map(str.isalpha, line)) and len(line.strip()) > 3
    if shouts or CHAPTER.match(line):
        return 2
    alone = len(group) == 1 and below is not None and _is_text(below)
    return 2 if alone and line.strip()[-1] not in '"”»' else None


def _leads(group: Sequence[str], below: Sequence[str] | None) -> bool:
    """The text's first line stands over the rest: alone, or right above a list or a sentence."""
    if len(group) == 1:
        return below is not None
    under = group[1].strip()
    return LISTED.match(under) is not None or under[-1] in ".!?。！？" or len(under) > LONGEST


def _may_be(line: str) -> bool:
    """Short, with letters, and not the end of a sentence."""
    words = line.strip()
    if not 2 <= len(words) <= LONGEST or words[-1] in ".,;:!…。，；！":
        return False
    if LISTED.match(line) and not NUMBERED.match(line):
        return False
    return any(map(str.isalpha, words)) and "://" not in words and "@" not in words


def _is_text(group: Sequence[str]) -> bool:
    """More than another short line: several lines, a long one, or a list."""
    return len(group) > 1 or len(group[0].strip()) > LONGEST or LISTED.match(group[0]) is not None
