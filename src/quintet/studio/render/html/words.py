"""Text boxes as real text: headings, paragraphs, lists, code; every line where it was pinned."""

from __future__ import annotations

from html import escape

from quintet.domain.pages import Line, Pages, Span, TextBox
from quintet.studio.render import setting
from quintet.studio.render.html.fonts import ASCENT, Fonts
from quintet.studio.render.html.rules import Rules, at, px, size
from quintet.studio.render.paint import Palette
from quintet.studio.render.setting import Entry, Piece

HEADINGS = {"title": "h2", "display": "h2", "h3": "h3"}
"""A card's title is a second level: the first is the deck's own."""

WRAPPERS = {"quote": "blockquote", "code": "pre"}


class Words:
    """Sets text with the colours of one deck, and notes the letters and rules it needs."""

    def __init__(self, pages: Pages, fonts: Fonts, rules: Rules) -> None:
        self._palette = Palette(pages.palette)
        self._fonts = fonts
        self._rules = rules
        self._language = pages.language
        self._mono = pages.fonts.mono

    def element(self, box: TextBox) -> str:
        """A text in its place."""
        hidden = ' aria-hidden="true"' if setting.decorative(box) else ""
        if heading := HEADINGS.get(box.role):
            return self._wrapped(heading, box, self._lines_of(box))
        inner = "\n".join(self._piece(box, piece) for piece in setting.pieces(box))
        return self._wrapped(WRAPPERS.get(box.role, "div"), box, inner, hidden)

    def bare(self, box: TextBox, tag: str = "div", attributes: str = "") -> str:
        """A text that is part of something larger: a cell, a chart's label."""
        return self._wrapped(tag, box, self._lines_of(box), attributes)

    def _wrapped(self, tag: str, box: TextBox, inner: str, attributes: str = "") -> str:
        where = self._rules.name(at(left=box.x, top=box.y), size(box.w, box.h))
        lang = escape(box.language)
        tongue = f' lang="{lang}"' if box.language != self._language else ""
        direction = ' dir="rtl"' if box.rtl else ""
        look = self._look(box)
        return f'<{tag} class="t {look} {where}"{tongue}{direction}{attributes}>{inner}</{tag}>'

    def _look(self, box: TextBox) -> str:
        return self._rules.name(
            self._family(box.family),
            f"font-size:{px(box.size)}",
            "font-weight:700" if box.bold else "",
            f"color:{self._palette.hex(box.colour)}",
            f"letter-spacing:{box.tracking:.3g}em" if box.tracking else "",
            "font-variant-numeric:tabular-nums" if box.tabular else "",
        )

    def _piece(self, box: TextBox, piece: Piece) -> str:
        if piece.kind == "paragraph":
            tag = "code" if box.role == "code" else "p"
            return f"<{tag}>{self._lines(box, piece.entries[0])}</{tag}>"
        items = "\n".join(
            f"<li>{self._mark(box, entry)}{self._lines(box, entry)}</li>" for entry in piece.entries
        )
        tag = "ul" if piece.kind == "bullets" else "ol"
        return f'<{tag} role="list">{items}</{tag}>'

    def _lines_of(self, box: TextBox) -> str:
        entries = (entry for piece in setting.pieces(box) for entry in piece.entries)
        return " ".join(self._mark(box, entry) + self._lines(box, entry) for entry in entries)

    def _lines(self, box: TextBox, entry: Entry) -> str:
        """A space between lines is for those who copy or hear the text; none is seen."""
        return " ".join(self._line(box, entry, line) for line in entry.paragraph.lines)

    def _line(self, box: TextBox, entry: Entry, line: Line) -> str:
        x = setting.anchor(box, entry.paragraph.indent)
        side = {
            "left": at(left=x),
            "right": at(right=box.w - x),
            "center": f"{at(left=x)};transform:translateX(-50%)",
        }[box.align]
        where = self._rules.name(side, at(top=line.baseline - ASCENT * box.size))
        inner = "".join(self._span(box, span) for span in line.spans)
        return f'<span class="l {where}">{inner}</span>'

    def _span(self, box: TextBox, span: Span) -> str:
        text = setting.printable(span.text)
        bold, family = box.bold or span.bold, span.family or box.family
        self._fonts.use(text, family, bold=bold, language=box.language)
        look = self._rules.name(*self._differences(box, span))
        name = f' class="{look}"' if any(self._differences(box, span)) else ""
        words = escape(text, quote=False)
        if link := setting.safe_link(span.link):
            return f'<a href="{escape(link)}" target="_blank" rel="noopener"{name}>{words}</a>'
        tag = "b" if span.bold and not box.bold else "i" if span.italic else "span"
        return f"<{tag}{name}>{words}</{tag}>" if name else words

    def _differences(self, box: TextBox, span: Span) -> list[str]:
        """How a span looks other than its box."""
        return [
            "font-weight:700" if span.bold and not box.bold else "",
            "font-style:italic" if span.italic and not box.rtl else "",
            f"color:{self._palette.hex(span.colour)}" if span.colour else "",
            self._family(span.family) if span.family else "",
        ]

    def _family(self, family: str) -> str:
        """Code is shown as it is typed: "<=" stays two characters."""
        stack = f"font-family:{self._fonts.stack(family)}"
        return f"{stack};font-variant-ligatures:none" if family == self._mono else stack

    def _mark(self, box: TextBox, entry: Entry) -> str:
        """The marker before an entry's first line: drawn, or the text it is."""
        marker, lines = entry.paragraph.marker, entry.paragraph.lines
        if marker is None or not lines:
            return ""
        colour = self._palette.hex(marker.colour)
        if marker.shape == "text":
            return self._written_mark(box, entry, marker.text, colour)
        drawn = setting.drawn_mark(box, entry, marker, lines[0])
        where = self._rules.name(
            at(left=drawn.x, top=drawn.y), size(drawn.w, drawn.h), f"background:{colour}"
        )
        return f'<i class="m {marker.shape} {where}"></i>'

    def _written_mark(self, box: TextBox, entry: Entry, text: str, colour: str) -> str:
        text = setting.printable(text)
        self._fonts.use(text, box.family, bold=box.bold, language=box.language)
        side = at(right=entry.start) if box.rtl else at(left=entry.start)
        top = entry.paragraph.lines[0].baseline - ASCENT * box.size
        where = self._rules.name(side, at(top=top), f"color:{colour}")
        return f'<span class="l {where}">{escape(text)}</span> '
