"""Slides: the boxes of a page, each as the PowerPoint object it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from quintet.domain.pages import (
    Box,
    ChartBox,
    Ellipse,
    Glow,
    Page,
    Path,
    Picture,
    Rect,
    Rule,
    TableBox,
    TextBox,
)
from quintet.studio.render.pptx.canvas import Canvas, placed
from quintet.studio.render.pptx.charts import draw_chart
from quintet.studio.render.pptx.layouts import LAYOUTS
from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import HEAD, A, P, R
from quintet.studio.render.pptx.master import EMPTY_GROUP, PRESENTATIONML
from quintet.studio.render.pptx.media import Media
from quintet.studio.render.pptx.notes import notes_slide
from quintet.studio.render.pptx.package import Part, part
from quintet.studio.render.pptx.placeholders import plan
from quintet.studio.render.pptx.shapes import (
    draw_ellipse,
    draw_glow,
    draw_path,
    draw_picture,
    draw_rect,
    draw_rule,
)
from quintet.studio.render.pptx.standing import Standing, standings
from quintet.studio.render.pptx.tables import draw_table
from quintet.studio.render.pptx.text import body, field_body

NAMES = {
    "title": "Title",
    "display": "Title",
    "subtitle": "Subtitle",
    "eyebrow": "Eyebrow",
    "h3": "Heading",
    "lead": "Lead",
    "body": "Text",
    "small": "Small Text",
    "caption": "Caption",
    "label": "Label",
    "quote": "Quote",
    "figure": "Figure",
    "code": "Code",
    "foot": "Footer",
    "mark": "Mark",
}
"""What a box of text is called in the selection pane."""


class Slides:
    """Draws the slides of one deck, one after another."""

    def __init__(self, look: Look, media: Media) -> None:
        self._look, self._media = look, media
        self._charts = count(1)

    def draw(self, page: Page, number: int) -> Iterator[Part]:
        """The parts of slide `number`: itself, its relations, its charts and its notes."""
        canvas = Canvas(self._look, self._media, page.w, stage=page.stage)
        planned = plan(page, number)
        canvas.relations.add("slideLayout", f"../slideLayouts/slideLayout{planned.layout}.xml")
        texts = standings(page, planned.fillings)
        for place, box in enumerate(page.boxes):
            if isinstance(box, TextBox):
                if shape := texts[place]:
                    draw_text(canvas, shape, number)
            else:
                self._draw(canvas, box, planned.fillings.get(place, ""))
        name = f"ppt/slides/slide{number}.xml"
        if page.notes.strip():
            canvas.relations.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
            yield from notes_slide(self._look, number, page.notes)
        yield part(name, self._xml(page, canvas, planned.layout), f"{PRESENTATIONML}.slide+xml")
        yield canvas.relations.part(name)
        yield from canvas.parts

    def _draw(self, canvas: Canvas, box: Box, holder: str) -> None:
        match box:
            case Rect():
                draw_rect(canvas, box)
            case Ellipse():
                draw_ellipse(canvas, box)
            case Rule():
                draw_rule(canvas, box)
            case Path():
                draw_path(canvas, box)
            case Glow():
                draw_glow(canvas, box)
            case Picture():
                draw_picture(canvas, box, holder)
            case TableBox():
                draw_table(canvas, box)
            case ChartBox():
                draw_chart(canvas, box, next(self._charts))

    def _xml(self, page: Page, canvas: Canvas, layout: int) -> str:
        """The slide; it says its own background only where its layout has another."""
        inherited = "stage" if LAYOUTS[layout - 1].stage else "bg"
        background = ""
        if page.fill != inherited:
            paint = self._look.colours.solid(page.fill)
            background = f"<p:bg><p:bgPr>{paint}<a:effectLst/></p:bgPr></p:bg>"
        return (
            f"{HEAD}<p:sld {A} {R} {P}><p:cSld>{background}<p:spTree>{EMPTY_GROUP}"
            f"{''.join(canvas.shapes)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )


def draw_text(canvas: Canvas, standing: Standing, number: int) -> None:
    """Texts in one shape, or in the placeholder they fill; a slide's number is a field."""
    box, holder = standing.boxes[0], standing.holder
    alt = None if box.role == "mark" else ""
    word = "Slide Number" if box.slot == "number" else NAMES[box.role]
    name = canvas.name(word, alt)
    where = placed(standing.x, standing.y, standing.w, standing.h)
    shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    if "sldNum" in holder:
        content = field_body(standing, canvas.look, str(number))
    else:
        content = body(standing, canvas.look, canvas.link)
    kind = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if holder else '<p:cNvSpPr txBox="1"/>'
    canvas.add(
        f"<p:sp><p:nvSpPr>{name}{kind}<p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{where}{shape}<a:noFill/></p:spPr>{content}</p:sp>"
    )
