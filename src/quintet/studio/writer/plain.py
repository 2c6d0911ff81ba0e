"""
Plain text as Markdown: what a writer meant by short lines, bullets, rules and rows of commas.

One pass over the lines, outside fenced code. It changes marks and white space, never a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quintet.studio.writer.rows import rows_as_table

FENCE = re.compile(r"\s*(`{3,}|~{3,})")
BULLET = re.compile(r"(\s*)[•◦▪▫‣⁃●○■□➤➢►·∙]\s*(?=\S)")
NESTED = re.compile(r"(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){9,}")
MARKER = re.compile(r"\s*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])")
RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
DEEPEST = 24
"""Spaces before a list mark that still nest it deeper; more are taken as these."""

STRUCTURE = re.compile(r"^ {0,3}#{1,6}(?:\s|$)|^.+\n {0,3}(?:=+|-{4,})[ \t]*$", re.MULTILINE)
LISTED = re.compile(r"\s*(?:[-*+>|#]|\d{1,9}[.)]\s|(?:`{3}|~{3}))")
BULLETED = re.compile(r"\s*[-*+]\s+\S")
NUMBERED_TITLE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\S")
CHAPTER = re.compile(r"(?:chapter|part|section|kapitel|teil|chapitre|capítulo)\s+[\dIVX]+\b", re.I)
LABEL = re.compile(r"\s*[^\s:][^:.!?\n]{0,38}:\s+\S")


def as_markdown(text: str) -> str:
    """The same words with the marks a Markdown reader needs."""
    guess = STRUCTURE.search(text) is None
    out: list[str] = []
    for fenced, lines in _stretches(text.split("\n")):
        if fenced:
            out.extend(["", *lines, ""])
        else:
            marked = [line for old in lines for line in _marked(old)]
            out.extend(_paragraphs(rows_as_table(marked), guess, first=not any(out)))
    return "\n".join(out)


def _stretches(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines, told apart by whether a fence is round them. An open fence ends nowhere."""
    held: list[str] = []
    fence = ""
    for line in lines:
        mark = FENCE.match(line)
        if not fence and mark and "`" not in line[mark.end() :]:
            yield False, held
            held, fence = [line], mark.group(1)
        elif fence and mark and mark.group(1).startswith(fence) and not line[mark.end() :].strip():
            yield True, [*held, line]
            held, fence = [], ""
        else:
            held.append(line)
    yield bool(fence), held


def _marked(line: str) -> list[str]:
    """Bullets of every shape become "-", a `---` stands alone, and nesting has an end."""
    if line.strip() == "---":
        return ["", "---", ""]
    if line.startswith("<!--") and line.rstrip().endswith("-->"):
        return ["", line, ""]
    if BULLET.match(line):
        line = BULLET.sub(r"\1- ", line, count=1)
    indent = len(line) - len(line.lstrip(" "))
    if indent > DEEPEST:
        line = " " * DEEPEST + line[indent:]
    if NESTED.match(line) and not RULE.fullmatch(line):
        line = _shallow(line)
    return [line]


def _shallow(line: str) -> str:
    """The first six marks of a line that opens with more than eight."""
    marks, at = [], 0
    while found := MARKER.match(line, at):
        marks.append(found.group())
        at = found.end()
    return "".join(marks[:6]) + " " + line[at:]


def _paragraphs(lines: Sequence[str], guess: bool, first: bool) -> Iterator[str]:
    groups = list(_groups(lines))
    titles = _titles(groups, first) if guess else {}
    for number, group in enumerate(groups):
        if number in titles:
            yield from [f"{'#' * titles[number]} {group[0].strip()}", *group[1:], ""]
        elif guess and _meant_lines(group):
            yield from [*_kept_lines(group), ""]
        else:
            yield from [*group, ""]


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for line in lines:
        if line.strip():
            held.append(line)
        elif held:
            yield held
            held = []
    if held:
        yield held


def _titles(groups: Sequence[Sequence[str]], first: bool) -> dict[int, int]:
    """Which groups open with a heading, and of what level: short lines that stand over text."""
    levels: dict[int, int] = {}
    for number, group in enumerate(groups):
        below = groups[number + 1] if number + 1 < len(groups) else None
        if below is not None and RULE.fullmatch(below[0]):
            below = None
        level = _title_level(group, below)
        opens = first and number == 0
        leads = opens and _title_like(group[0]) and not LISTED.match(group[0])
        if level is None and leads and _leads(group, below):
            level = 1
        if level is not None:
            levels[number] = 1 if opens else max(level, 2)
    return levels


def _title_level(group: Sequence[str], below: Sequence[str] | None) -> int | None:
    line = group[0]
    if not _title_like(line) or LABEL.match(line):
        return None
    numbered = NUMBERED_TITLE.match(line)
    stands_over = len(group) > 1 or (below is not None)
    if not stands_over:
        return None
    under = group[1] if len(group) > 1 else below[0] if below else ""
    if numbered and not NUMBERED_TITLE.match(under) and not under.startswith("  "):
        return 2 + numbered.group(1).count(".")
    if LISTED.match(line):
        return None
    if len(group) > 1 and BULLETED.match(group[1]) and line[:1].strip():
        return 3
    shouts = line.isupper() and any(map(str.isalpha, line)) and len(line.strip()) > 3
    if shouts or CHAPTER.match(line):
        return 2
    if len(group) == 1 and below is not None and _is_text(below) and line.strip()[-1] not in '"”»':
        return 2
    return None


def _leads(group: Sequence[str], below: Sequence[str] | None) -> bool:
    """The text's first line stands over the rest: alone, or right above a list or a sentence."""
    if len(group) == 1:
        return below is not None
    under = group[1].strip()
    return LISTED.match(under) is not None or under[-1] in ".!?。！？" or len(under) > 70


def _title_like(line: str) -> bool:
    words = line.strip()
    if not 2 <= len(words) <= 70 or words[-1] in ".,;:!…。，；！":
        return False
    if LISTED.match(line) and not NUMBERED_TITLE.match(line):
        return False
    return any(map(str.isalpha, words)) and "://" not in words and "@" not in words


def _is_text(group: Sequence[str]) -> bool:
    """More than another short line: several lines, a long one, or a list."""
    return len(group) > 1 or len(group[0].strip()) > 70 or LISTED.match(group[0]) is not None


def _meant_lines(group: Sequence[str]) -> bool:
    """
    Whether the line ends were meant: each line but the last could have taken the next word and
    did not.
    """
    if len(group) < 2 or any(LISTED.match(line) or line.startswith("[") for line in group):
        return False
    longest = max(map(len, group))
    return all(
        len(line) + len(below.split(None, 1)[0]) + 1 < min(longest, 60) or len(line) < 45
        for line, below in pairwise(group)
    )


def _kept_lines(group: Sequence[str]) -> list[str]:
    """A list where every line is "label: words", else lines with a break between them."""
    if all(LABEL.match(line) for line in group):
        return [f"+ {line.strip()}" for line in group]
    return [f"{line.strip()}  " for line in group[:-1]] + [group[-1].strip()]
