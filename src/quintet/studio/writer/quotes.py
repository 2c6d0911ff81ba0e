"""Quoted speech, and who spoke: "— Ana Ruiz, head of operations" under the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quintet.domain.deck import Block, Bullets, Quote, Rich, Text, plain
from quintet.studio.writer.runs import cut, joined, trimmed

SPEAKER = re.compile(r"\s*(?:[—–―‒]|--)\s*(?P<name>[^\s].{1,120})", re.DOTALL)
TAIL = re.compile(r"(?<=[.!?…\"”’»」』])\s+(?:[—–―‒]|--)\s*(?P<name>[^—–.!?]{2,100})\s*$")
ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)


def quote(parts: Sequence[Block]) -> Iterator[Block]:
    """
    What stood behind `>`: one quotation, if it is all words; else the blocks as they are, for
    code and tables cannot be spoken.
    """
    if not parts:
        return
    texts = [part.text for part in parts if isinstance(part, Text)]
    last = parts[-1]
    if len(texts) == len(parts) - 1 and isinstance(last, Bullets) and len(last.items) == 1:
        words = plain(last.items[0].text)
        if len(words) <= 100:
            yield _spoken(texts, words)
            return
    if len(texts) < len(parts):
        yield from parts
        return
    if alert := ALERT.match(plain(texts[0])):
        texts[0] = trimmed(cut(texts[0], alert.end()))
    by = SPEAKER.fullmatch(plain(texts[-1])) if len(texts) > 1 else None
    yield _spoken(texts[:-1], by.group("name")) if by else _with_tail(joined(texts))


def attributed(blocks: Sequence[Block]) -> list[Block]:
    """A line "— Name, role" below a quotation joins it."""
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if isinstance(block, Text) and isinstance(before, Quote) and not before.by:
            by = SPEAKER.fullmatch(plain(block.text))
            if by and len(by.group("name")) <= 100:
                done[-1] = _spoken([before.text], by.group("name"))
                continue
        done.append(block)
    return done


def _with_tail(words: Rich) -> Quote:
    if found := TAIL.search(plain(words)):
        return _spoken([trimmed(cut(words, 0, found.start()))], found.group("name"))
    return Quote(words)


def _spoken(words: Sequence[Rich], speaker: str) -> Quote:
    name, _, role = speaker.strip().partition(",")
    return Quote(joined(words), name.strip(), role.strip())
