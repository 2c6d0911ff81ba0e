"""
Plain text as Markdown: what a writer meant by short lines, bullets, rules and rows of commas.

One pass over the lines, outside fenced code. It changes marks and white space, never a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quintet.studio.writer.headings import LABEL, LISTED, RULE, bare, headings_in
from quintet.studio.writer.rows import fenced_table, rows_as_table

FENCE = re.compile(r"\s*(`{3,}|~{3,})")
BULLET = re.compile(r"(\s*)[•◦▪▫‣⁃●○■□➤➢►·∙]\s*(?=\S)")
TASK = re.compile(r"(\s*[-*+] )\[([ xX])\]\s+(?=\S)")
"""An entry of a list of tasks, open or done."""

NESTED = re.compile(r"(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){9,}")
MARKER = re.compile(r"\s*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])")
DEEPEST = 24
"""Spaces before a list mark that still nest it deeper; more are taken as these."""

STRUCTURE = re.compile(r"^ {0,3}#{1,6}(?:\s|$)|^.+\n {0,3}(?:=+|-{4,})[ \t]*$", re.MULTILINE)


def as_markdown(text: str) -> str:
    """The same words with the marks a Markdown reader needs."""
    guess = STRUCTURE.search(text) is None
    out: list[str] = []
    for fenced, lines in _stretches(text.split("\n")):
        if fenced:
            out.extend(fenced_table(lines) or ["", *lines, ""])
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
    if task := TASK.match(line):
        box = "☐" if task.group(2) == " " else "☑"
        line = f"{task.group(1)}{box} {line[task.end() :]}"
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
    titles = headings_in(groups, first) if guess else {}
    for number, group in enumerate(groups):
        if number in titles:
            yield from [f"{'#' * titles[number]} {bare(group[0])}", *group[1:], ""]
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
