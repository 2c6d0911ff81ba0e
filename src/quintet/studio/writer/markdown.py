"""
From Markdown to an outline.

markdown-it finds the blocks. Tables are read by us, since it drops the cells of rows that are
too long; HTML is taken as text; a comment is the author's note to the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from quintet.domain.deck import (
    Block,
    Code,
    Divider,
    Heading,
    Rich,
    Run,
    Text,
)
from quintet.studio.writer import tables
from quintet.studio.writer.inline import Paragraph, paragraph
from quintet.studio.writer.lists import List, Part
from quintet.studio.writer.outline import Outline, Section
from quintet.studio.writer.plain import as_markdown
from quintet.studio.writer.quotes import quote
from quintet.studio.writer.runs import bold, joined

FRONT_MATTER = re.compile(r"\A---\n((?:[A-Za-z_][\w -]*:.*\n|[ \t]+.*\n|\n){1,40})(?:---|\.\.\.)\n")
TARGET = re.compile(r" {0,3}\[[^\]]+\]:\s*<?(?:https?://|mailto:|\.{0,2}/|#|\S+\.\w{2,5}(?:\s|$))")
MARKED = re.compile(r"[*_`\[\]<>\\!&\n]|://")
LONG_PARAGRAPH = 4000
PIECE = 500
MANY_BRACKETS = 50
"""
How many characters are read at once for emphasis and links, and the length of the pieces of a
paragraph that is longer or full of brackets: the search for pairs is quadratic.
"""


def read(text: str, *, front_matter: bool = False) -> Outline:
    """The outline of clean text. `front_matter`: a YAML head is data about the text, not text."""
    meta: dict[str, str] = {}
    if front_matter and (head := FRONT_MATTER.match(text)):
        meta = _meta(head.group(1))
        text = text[head.end() :]
    return Outline(tuple(_sections(_Blocks(as_markdown(text)))), meta)


def _meta(head: str) -> dict[str, str]:
    pairs = (line.split(":", 1) for line in head.splitlines() if ":" in line and line[:1].strip())
    return {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs}


def _sections(blocks: _Blocks) -> Iterator[Section]:
    level, title = 0, Rich()
    held: list[Block] = []
    notes: list[str] = []
    for part in blocks.parts():
        if isinstance(part, Heading):
            if title or held or notes:
                yield Section(level, title, tuple(held), "\n".join(notes))
            level, title, held, notes = part.level, part.text, [], []
        elif isinstance(part, str):
            notes.append(part)
        else:
            held.append(part)
    if title or held or notes:
        yield Section(level, title, tuple(held), "\n".join(notes))


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    markdown.core.ruler.enableOnly(["normalize", "block"])
    markdown.disable(["code", "html_block"])
    markdown.block.ruler.at("reference", _address_reference)
    return markdown


def _address_reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[a]: https://…` names an address; `[note]: words` are words and stay."""
    line = state.src[state.bMarks[start] : state.eMarks[start]]
    return TARGET.match(line) is not None and reference(state, start, end, silent)


class _Blocks:
    """The tokens of a text, and how far they have been read."""

    def __init__(self, text: str) -> None:
        self.env: dict[str, object] = {}
        self.tokens = _markdown().parse(text, self.env)
        self.at = 0

    def parts(self, stop: str = "") -> Iterator[Part]:
        """What stands up to the token called `stop`, which is passed too."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == stop:
                return
            yield from self.part(token)

    def part(self, token: Token) -> Iterator[Part]:
        if token.type == "heading_open":
            words, images = self._title()
            if words:
                yield Heading(words, int(token.tag[1:]))
            yield from images
        elif token.type == "paragraph_open":
            yield from self._paragraph(self.content())
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield from List(self, token).blocks()
        elif token.type == "blockquote_open":
            yield from quote([_inside(part) for part in self.parts("blockquote_close")])
        elif token.type == "fence":
            language = (token.info.strip().split() or [""])[0]
            yield Code(token.content.rstrip("\n"), language)
        elif token.type == "hr":
            yield Divider()

    def content(self) -> str:
        """The words between an opening token and its closing one."""
        content = self.tokens[self.at].content
        self.at += 2
        return content

    def _title(self) -> tuple[Rich, list[Block]]:
        read = self.inline(self.content())
        return read.words, list(read.images)

    def _paragraph(self, content: str) -> Iterator[Part]:
        if content.startswith("<!--") and content.find("-->") == len(content) - 3:
            yield content[4:-3].strip()
            return
        lines = content.split("\n")
        header = tables.starts_at(lines) if "|" in content else None
        if header is None:
            yield from _texts(self.inline(content))
            return
        if header:
            yield from _texts(self.inline("\n".join(lines[:header])))
        end = next((n for n in range(header + 2, len(lines)) if "|" not in lines[n]), len(lines))
        yield tables.read_table(lines[header:end], lambda cell: self.inline(cell).words)
        if end < len(lines):
            yield from self._paragraph("\n".join(lines[end:]))

    def inline(self, content: str) -> Paragraph:
        """The words of a paragraph with their emphasis; those without any mark are quickly read."""
        if MARKED.search(content) is None:
            bare = content.strip()
            return Paragraph([(Run(bare),)] if bare else [])
        pieces: list[Paragraph] = []
        for piece in _pieces(content):
            tokens = [Token("text", "", 0, content=piece)]
            if not _hopeless(piece):
                tokens = []
                _markdown().inline.parse(piece, _markdown(), self.env, tokens)
            pieces.append(paragraph(tokens))
        if len(pieces) == 1:
            return pieces[0]
        words = joined(piece.words for piece in pieces)
        return Paragraph([words] if words else [], [image for p in pieces for image in p.images])


def _pieces(content: str) -> Iterator[str]:
    """A very long paragraph in parts, cut at white space where there is any."""
    at = 0
    long = len(content) > LONG_PARAGRAPH or content.count("[") > MANY_BRACKETS
    while long and len(content) - at > PIECE:
        space = content.rfind(" ", at + 1, at + PIECE)
        end = space if space > 0 else at + PIECE
        yield content[at:end]
        at = end
    yield content[at:]


def _hopeless(piece: str) -> bool:
    """Full of brackets that open nothing: taken as they stand."""
    brackets = piece.count("[")
    return brackets > MANY_BRACKETS and piece.count("](") < brackets * 0.9


def _texts(read: Paragraph) -> Iterator[Block]:
    yield from (Text(line) for line in read.lines)
    yield from read.images


def _inside(part: Part) -> Block:
    """Inside a quote a heading is a strong line, and a comment is text."""
    if isinstance(part, str):
        return Text((Run(part),))
    return Text(bold(part.text)) if isinstance(part, Heading) else part
