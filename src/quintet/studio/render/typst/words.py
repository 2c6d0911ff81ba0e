"""Text boxes as the JSON that draw.typ reads: each line with the point it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quintet.domain.pages import Line, Span, TextBox
from quintet.studio.render import faces, setting
from quintet.studio.render.paint import Palette
from quintet.studio.render.setting import Entry, Piece
from quintet.studio.render.typst.shapes import place

Json = dict[str, Any]

TITLES = frozenset({"title", "display"})


class Headings:
    """
    The level of each heading in turn: card titles are first level, headings inside a card
    second, unless no first has come yet (PDF/UA-1 lets no document begin with a second).
    """

    def __init__(self) -> None:
        self._begun = False

    def level(self, box: TextBox) -> int | None:
        """1 or 2, or None for a text that is no heading."""
        if box.role not in TITLES and box.role != "h3":
            return None
        level = 2 if box.role == "h3" and self._begun else 1
        self._begun = True
        return level


@dataclass(frozen=True, slots=True)
class Words:
    """Sets text with the colours of one deck, and code in `mono` without ligatures."""

    palette: Palette
    headings: Headings
    mono: str

    def box(self, box: TextBox) -> Json:
        """A text in its place: as a heading, as paragraphs, and as lists."""
        if setting.decorative(box):
            return {**self.bare(box), "artifact": True}
        level = self.headings.level(box)
        if level is None:
            parts = [self._piece(box, piece) for piece in setting.pieces(box)]
        else:
            parts = [{"as": "h", "level": level, "lines": self._all_lines(box)}]
        return {**self._look(box), "artifact": False, "pieces": parts}

    def bare(self, box: TextBox) -> Json:
        """A text that is part of something larger: a cell, a figure. It has lines, no more."""
        parts: list[Json] = [{"as": "lines", "lines": self._all_lines(box)}]
        return {**self._look(box), "artifact": False, "pieces": parts}

    def _look(self, box: TextBox) -> Json:
        lang, region = faces.locale(box.language)
        return {
            "t": "text",
            "x": box.x,
            "y": box.y,
            "size": box.size,
            "font": self._fonts(box, box.family),
            "weight": "bold" if box.bold else "regular",
            "fill": self.palette.hex(box.colour),
            "tracking": box.tracking,
            "tabular": box.tabular,
            "verbatim": box.family == self.mono,
            "rtl": box.rtl,
            "lang": lang,
            "region": region,
        }

    def _fonts(self, box: TextBox, family: str) -> list[str]:
        return [family, *(f for f in faces.stand_ins(box.language) if f != family)]

    def _piece(self, box: TextBox, piece: Piece) -> Json:
        if piece.kind == "paragraph":
            return {"as": "p", "lines": self._lines(box, piece.entries[0])}
        items = [
            {"mark": self._mark(box, entry), "lines": self._lines(box, entry)}
            for entry in piece.entries
        ]
        return {"as": "ul" if piece.kind == "bullets" else "ol", "items": items}

    def _all_lines(self, box: TextBox) -> list[Json]:
        """Every line of the box, after its marker if that is a text."""
        lines = []
        for piece in setting.pieces(box):
            for entry in piece.entries:
                if piece.kind == "numbers" and (mark := self._mark(box, entry)):
                    lines.append(mark["line"])
                lines += self._lines(box, entry)
        return lines

    def _lines(self, box: TextBox, entry: Entry) -> list[Any]:
        x = setting.anchor(box, entry.paragraph.indent)
        lines = entry.paragraph.lines
        last = len(lines) - 1
        return [self._line(box, x, line, more=n < last) for n, line in enumerate(lines)]

    def _line(self, box: TextBox, x: float, line: Line, *, more: bool) -> list[Any]:
        return [x, line.baseline, box.align, [self._span(box, span) for span in line.spans], more]

    def _mark(self, box: TextBox, entry: Entry) -> Json | None:
        """The marker before an entry's first line."""
        marker, lines = entry.paragraph.marker, entry.paragraph.lines
        if marker is None or not lines:
            return None
        if marker.shape == "text":
            side = "right" if box.rtl else "left"
            x = setting.from_left(box, entry.start, 0.0)
            look = {"fill": self.palette.hex(marker.colour)}
            spans = [[setting.printable(marker.text), look]]
            return {"shape": "text", "line": [x, lines[0].baseline, side, spans, False]}
        drawn = setting.drawn_mark(box, entry, marker, lines[0])
        return {"shape": marker.shape, **place(drawn), "fill": self.palette.hex(marker.colour)}

    def _span(self, box: TextBox, span: Span) -> Any:
        look: Json = {}
        if span.bold and not box.bold:
            look["weight"] = "bold"
        if span.italic and not box.rtl:
            look["slant"] = True
        if span.colour and span.colour != box.colour:
            look["fill"] = self.palette.hex(span.colour)
        if span.family and span.family != box.family:
            look["font"] = self._fonts(box, span.family)
            look["verbatim"] = span.family == self.mono
        if link := setting.safe_link(span.link):
            look["link"] = link
        words = setting.printable(span.text)
        return [words, look] if look else words
