"""From Markdown's inline tokens to rich text, and the pictures that stood among the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from quintet.domain.deck import Image, Rich, Run
from quintet.studio.writer.images import is_picture
from quintet.studio.writer.runs import CHARACTER_SCRIPTS, merged, trimmed

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'’”]")
BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Paragraph:
    """`lines` are parted where the author broke them on purpose."""

    lines: list[Rich]
    images: list[Image] = field(default_factory=list)

    @property
    def words(self) -> Rich:
        runs: list[Run] = []
        for line in self.lines:
            if runs and line:
                runs.append(Run(" "))
            runs.extend(line)
        return merged(runs)


class _Reader:
    """Walks the tokens of one paragraph with the emphasis that holds at each."""

    def __init__(self) -> None:
        self.bold = self.italic = 0
        self.link: str | None = None
        self.lines: list[list[Run]] = [[]]
        self.images: list[Image] = []

    def say(self, text: str, *, code: bool = False) -> None:
        run = Run(text, self.bold > 0, self.italic > 0, code, self.link)
        self.lines[-1].append(run)

    def read(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "text_special"):
            self.say(token.content)
        elif kind == "code_inline":
            self.say(token.content, code=True)
        elif kind == "softbreak":
            self.say("\n")
        elif kind == "hardbreak":
            self.lines.append([])
        elif kind == "image":
            self.images.append(_image(token))
            self.say(" ")
        elif kind in ("strong_open", "strong_close"):
            self.bold += token.nesting
        elif kind in ("em_open", "em_close"):
            self.italic += token.nesting
        elif kind == "link_open":
            self.link = str(token.attrs.get("href") or "") or None
        elif kind == "link_close":
            self.link = None
        else:
            self.say(token.content)


def paragraph(tokens: Sequence[Token]) -> Paragraph:
    reader = _Reader()
    for token in tokens:
        reader.read(token)
    lines = []
    for runs in reader.lines:
        for line in _parted(merged(runs)):
            words = tuple(_linked(_without_pictures(_one_line(line), reader.images)))
            if words := trimmed(merged(words)):
                lines.append(words)
    return Paragraph(lines, reader.images)


def _image(token: Token) -> Image:
    return Image(
        source=str(token.attrs.get("src") or ""),
        alt=token.content.strip(),
        caption=str(token.attrs.get("title") or ""),
    )


def _parted(line: Rich) -> list[Rich]:
    """A `<br>` is the one tag that is obeyed: tables and addresses are full of it."""
    if not any("<" in run.text and not run.code for run in line):
        return [line]
    parts: list[list[Run]] = [[]]
    for run in line:
        pieces = [run.text] if run.code else BREAK_TAG.split(run.text)
        parts[-1].append(replace(run, text=pieces[0]))
        parts.extend([replace(run, text=piece)] for piece in pieces[1:])
    return [merged(part) for part in parts]


def _one_line(line: Rich) -> Rich:
    """The source's line ends become spaces, but nothing between two Han or kana characters."""
    whole = "".join(run.text for run in line)
    if "\n" not in whole:
        return line
    flat = re.sub(r"[ \t]*\n[ \t]*", lambda found: _space(whole, found), whole)
    if len(line) == 1:
        return (replace(line[0], text=flat),)
    return tuple(replace(run, text=re.sub(r"[ \t]*\n[ \t]*", " ", run.text)) for run in line)


def _space(whole: str, found: re.Match[str]) -> str:
    sides = whole[max(found.start() - 1, 0) : found.start()] + whole[found.end() : found.end() + 1]
    return "" if len(sides) == 2 and all(map(_unspaced, sides)) else " "


def _unspaced(character: str) -> bool:
    return bool(CHARACTER_SCRIPTS.match(character)) or "\u3000" <= character <= "\u303f"


def _without_pictures(line: Rich, images: list[Image]) -> Iterator[Run]:
    """Addresses of pictures leave the words and join `images`."""
    for run in line:
        address = run.link or ""
        if address and run.text == address and is_picture(address):
            images.append(Image(source=address))
        elif run.link or run.code or "https://" not in run.text:
            yield run
        else:
            kept = []
            for word in re.split(r"(\s+)", run.text):
                if is_picture(word):
                    images.append(Image(source=word))
                else:
                    kept.append(word)
            yield replace(run, text=re.sub(r" {2,}", " ", "".join(kept)))


def _linked(line: Iterator[Run]) -> Iterator[Run]:
    """A bare address in the words becomes a link to itself."""
    for run in line:
        if run.link or run.code or "://" not in run.text:
            yield run
            continue
        at = 0
        for found in ADDRESS.finditer(run.text):
            yield replace(run, text=run.text[at : found.start()])
            yield replace(run, text=found.group(), link=found.group())
            at = found.end()
        yield replace(run, text=run.text[at:])
