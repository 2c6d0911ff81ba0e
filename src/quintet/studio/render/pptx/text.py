"""
Text boxes as PowerPoint's own paragraphs.

PowerPoint pitches a line at 1.2 times the size times `spcPct`, for any font, and puts the
baseline at the ascent's share of it: the same model the layout measures by. Lines are never
pinned by breaks; a paragraph stays a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable

from quintet.domain.pages import Paragraph, Span, TextBox
from quintet.studio.render.pptx.breaking import wish
from quintet.studio.render.pptx.languages import tag
from quintet.studio.render.pptx.lists import NO_BULLET, bullets, written
from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import emu, escape, hundredths, thousandths
from quintet.studio.render.pptx.standing import NATURAL_PITCH, Standing
from quintet.studio.render.setting import Entry, pieces

ALIGN = {"left": "l", "center": "ctr", "right": "r"}
KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""Without it a link takes the theme's link colour, whatever its run says."""

SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The name that all slide number fields share."""

Link = Callable[[str], str | None]
"""An address to the id of its relation, or None where it may not be linked."""


def body(standing: Standing, look: Look, link: Link) -> str:
    """The text body of a shape: all paragraphs of the texts that share it."""
    first, *others = standing.boxes
    written, end = paragraphs(first, look, link), first.y + first.h
    for box in others:
        written += paragraphs(box, look, link, max(0.0, box.y - end))
        end = box.y + box.h
    return f"<p:txBody>{properties(standing)}<a:lstStyle/>{written}</p:txBody>"


def properties(standing: Standing) -> str:
    """
    Zero insets but on the side where lines end, which makes them break as they were measured.
    Placeholders inherit from their layout that they shrink what somebody types in later. Said
    here, LibreOffice shrinks at once what is too high for its frame, by its own line heights: so
    it is said only where nothing else helps a font too wide, and where ours have room to spare.
    """
    first = standing.boxes[0]
    shrinks = "<a:normAutofit/>" if standing.shrinks else ""
    top = emu(first.paragraphs[0].before) if first.paragraphs else 0
    return (
        f'<a:bodyPr wrap="square" lIns="{emu(standing.left)}" tIns="{top}" '
        f'rIns="{emu(standing.right)}" bIns="0" '
        f'rtlCol="{int(first.rtl)}" anchor="{standing.anchor}">{shrinks}</a:bodyPr>'
    )


def insets(box: TextBox) -> tuple[int, int]:
    """What is left free of a box that cannot grow, left and right."""
    spare = emu(max(0.0, box.w - wish((box,))))
    if box.align == "center":
        return spare // 2, spare // 2
    return (spare, 0) if box.rtl or box.align == "right" else (0, spare)


def paragraphs(box: TextBox, look: Look, link: Link, gap: float | None = None) -> str:
    """
    The paragraphs of a box, `gap` points below the text above it in the same shape, None for the
    topmost. An empty box has one empty paragraph, as a body must.
    """
    marks = bullets(box.paragraphs, look.colours)
    entries = (entry for piece in pieces(box) for entry in piece.entries)
    set_runs = Runs(box, look, link)
    written, above = "", gap
    for entry, mark in zip(entries, marks, strict=True):
        before = 0.0 if above is None else above + entry.paragraph.before
        written += f"{opening(box, entry, mark, before)}{set_runs.of(entry.paragraph)}</a:p>"
        above = 0.0
    return written or f"<a:p>{set_runs.end()}</a:p>"


def opening(box: TextBox, entry: Entry, mark: str, before: float) -> str:
    """The start of a paragraph: where it stands, its pitch, the gap above, its bullet."""
    paragraph = entry.paragraph
    indent = emu(paragraph.indent)
    hanging = emu(entry.start) - indent if paragraph.marker else 0
    level = f' lvl="{min(paragraph.level, 8)}"' if paragraph.level else ""
    return (
        f'<a:p><a:pPr marL="{indent}" indent="{hanging}" algn="{ALIGN[box.align]}"{level} '
        f'rtl="{int(box.rtl)}">'
        f'<a:lnSpc><a:spcPct val="{thousandths(box.pitch / NATURAL_PITCH)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{mark}</a:pPr>'
    )


class Runs:
    """The runs of one box: what they have in common is worked out once."""

    def __init__(self, box: TextBox, look: Look, link: Link) -> None:
        self._box, self._look, self._link = box, look, link
        tracking = hundredths(box.tracking * box.size)
        self._shape = f'lang="{tag(box.language)}" sz="{max(100, hundredths(box.size))}"' + (
            f' spc="{tracking}"' if tracking else ""
        )
        self._looks: dict[tuple[bool, bool, str | None, str | None], str] = {}

    def of(self, paragraph: Paragraph) -> str:
        marker = written(paragraph.marker)
        spans = paragraph.spans
        if marker and paragraph.marker:
            spans = (Span(f"{marker}\t", colour=paragraph.marker.colour), *spans)
        return "".join(self.run(span) for span in spans if span.text) + self.end()

    def end(self) -> str:
        """What a paragraph goes on with when somebody types after its end."""
        return f'<a:endParaRPr {self._shape} b="{int(self._box.bold)}" dirty="0"/>'

    def run(self, span: Span) -> str:
        """A run; line breaks the writer meant (of code, say) become breaks."""
        look = self.properties(span)
        pieces = [
            f"<a:r>{look}<a:t>{escape(piece)}</a:t></a:r>" if piece else ""
            for piece in span.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        ]
        return f"<a:br>{look}</a:br>".join(pieces)

    def properties(self, span: Span) -> str:
        """The run's properties; those without a link are kept for the next run alike."""
        key = (span.bold, span.italic, span.colour, span.family)
        if key not in self._looks:
            self._looks[key] = self._properties(span)
        target = self._link(span.link) if span.link else None
        if target is None:
            return self._looks[key] + "</a:rPr>"
        return (
            f'{self._looks[key]}<a:hlinkClick r:id="{target}">{KEEP_COLOUR}</a:hlinkClick></a:rPr>'
        )

    def _properties(self, span: Span) -> str:
        box, look = self._box, self._look
        italic = ' i="1"' if span.italic else ""
        return (
            f'<a:rPr {self._shape} b="{int(box.bold or span.bold)}"{italic} dirty="0">'
            f"{look.colours.solid(span.colour or box.colour)}"
            f"{look.faces(span.family or box.family, box.role)}"
        )


def field_body(standing: Standing, look: Look, value: str) -> str:
    """The body of a slide number, which PowerPoint keeps right when slides move."""
    box = standing.boxes[0]
    runs = Runs(box, look, lambda _: None)
    paragraph = box.paragraphs[0]
    return (
        f"<p:txBody>{properties(standing)}<a:lstStyle/>"
        f"{opening(box, Entry(paragraph, 0.0), NO_BULLET, 0.0)}"
        f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">{runs.properties(paragraph.spans[0])}'
        f"<a:t>{escape(value)}</a:t></a:fld>{runs.end()}</a:p></p:txBody>"
    )
