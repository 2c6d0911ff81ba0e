"""One slide while it is drawn: its shapes so far, and what it points at."""

from __future__ import annotations

from quintet.studio.render.pptx.links import address
from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import attribute, emu
from quintet.studio.render.pptx.media import Media
from quintet.studio.render.pptx.package import Part, Relations

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Tells a screen reader to pass over a shape that says nothing."""


class Canvas:
    """
    Collects shapes in reading order, which is also the order they lie on one another. Every
    shape gets an id that is its own on this slide; `width` is its page's, in points; `parts` are
    parts it brings along (charts).
    """

    def __init__(self, look: Look, media: Media, width: float, *, stage: bool) -> None:
        self.look = look
        self.width = width
        self.media = media
        self.stage = stage
        self.relations = Relations()
        self.parts: list[Part] = []
        self.shapes: list[str] = []
        self._last = 1

    def name(self, word: str, alt: str | None = "") -> str:
        """
        The element that names the next shape, as "Chart 4". `alt` None says it is decoration,
        "" that its own text speaks for it.
        """
        self._last += 1
        head = f'<p:cNvPr id="{self._last}" name="{word} {self._last - 1}"'
        if alt is None:
            return f"{head}>{DECORATIVE}</p:cNvPr>"
        return f'{head} descr="{attribute(alt)}"/>' if alt else f"{head}/>"

    def link(self, target: str) -> str | None:
        """The id of a relation to an outside address, None where it is not to be linked."""
        known = address(target)
        return self.relations.add("hyperlink", known, outside=True) if known else None

    def add(self, shape: str) -> None:
        self.shapes.append(shape)


def placed(x: float, y: float, w: float, h: float, tag: str = "a", turned: str = "") -> str:
    """Where a shape stands. Ends are rounded, not lengths, so that edges that meet still meet."""
    left, top = emu(x), emu(y)
    wide, high = max(0, emu(x + w) - left), max(0, emu(y + h) - top)
    return (
        f'<{tag}:xfrm{turned}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
        f"</{tag}:xfrm>"
    )
