"""Rectangles, ellipses, lines, free shapes, glows and pictures."""

from __future__ import annotations

from quintet.domain.pages import Ellipse, Glow, Path, Picture, Rect, Rule
from quintet.studio.render.pictures import missing
from quintet.studio.render.pptx.canvas import Canvas, placed
from quintet.studio.render.pptx.geometry import custom, frame
from quintet.studio.render.pptx.markup import thousandths
from quintet.studio.render.pptx.paint import fill, line


def shape(canvas: Canvas, name: str, outline: str, look: str) -> None:
    """A shape without text: its name, where and what it is, and its fill and line."""
    canvas.add(
        f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{outline}{look}</p:spPr></p:sp>"
    )


def preset(kind: str, adjustment: str = "") -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst>{adjustment}</a:avLst></a:prstGeom>'


def rounded(w: float, h: float, radius: float) -> str:
    """A rectangle's geometry, with corners where it has a radius."""
    shorter = min(w, h)
    if radius <= 0 or shorter <= 0:
        return preset("rect")
    share = min(50_000, thousandths(radius / shorter))
    return preset("roundRect", f'<a:gd name="adj" fmla="val {share}"/>')


def draw_rect(canvas: Canvas, box: Rect) -> None:
    colours = canvas.look.colours
    shape(
        canvas,
        canvas.name("Rectangle", box.alt or None),
        placed(box.x, box.y, box.w, box.h) + rounded(box.w, box.h, box.radius),
        fill(box.fill, colours) + line(box.stroke, colours),
    )


def draw_ellipse(canvas: Canvas, box: Ellipse) -> None:
    colours = canvas.look.colours
    shape(
        canvas,
        canvas.name("Oval", box.alt or None),
        placed(box.x, box.y, box.w, box.h) + preset("ellipse"),
        fill(box.fill, colours) + line(box.stroke, colours),
    )


def draw_rule(canvas: Canvas, box: Rule) -> None:
    """A line is a connector, flipped where it runs leftwards or upwards."""
    turned = (' flipH="1"' if box.x2 < box.x1 else "") + (' flipV="1"' if box.y2 < box.y1 else "")
    where = placed(
        min(box.x1, box.x2),
        min(box.y1, box.y2),
        abs(box.x2 - box.x1),
        abs(box.y2 - box.y1),
        turned=turned,
    )
    canvas.add(
        f"<p:cxnSp><p:nvCxnSpPr>{canvas.name('Line', None)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{where}{preset('line')}{line(box.stroke, canvas.look.colours)}</p:spPr></p:cxnSp>"
    )


def draw_path(canvas: Canvas, box: Path) -> None:
    within = frame(box.commands)
    colours = canvas.look.colours
    shape(
        canvas,
        canvas.name("Freeform", box.alt or None),
        placed(*within) + custom(box.commands, within, filled=box.fill is not None),
        fill(box.fill, colours) + line(box.stroke, colours),
    )


def draw_glow(canvas: Canvas, box: Glow) -> None:
    target = canvas.media.glow(canvas.look.colours.rgb(box.colour), box.alpha)
    name = canvas.name("Glow", None)
    canvas.add(picture(canvas, target, name, placed(box.x, box.y, box.w, box.h) + preset("rect")))


def draw_picture(canvas: Canvas, box: Picture, holder: str = "") -> None:
    """A picture; `holder` is the placeholder it stands in. A missing one leaves its place."""
    target = canvas.media.picture(box.image)
    if target is None:
        draw_rect(canvas, missing(box))
        return
    outline = placed(box.x, box.y, box.w, box.h) + rounded(box.w, box.h, box.radius)
    name = canvas.name("Picture", box.alt or None)
    canvas.add(picture(canvas, target, name, outline, crop(box), holder))


def crop(box: Picture) -> str:
    sides = zip("ltrb", box.crop, strict=True)
    cut = "".join(f' {side}="{thousandths(share)}"' for side, share in sides if share > 0)
    return f"<a:srcRect{cut}/>" if cut else ""


def picture(
    canvas: Canvas, target: str, name: str, outline: str, cropped: str = "", holder: str = ""
) -> str:
    relation = canvas.relations.add("image", target)
    grouped = ' noGrp="1"' if holder else ""
    return (
        f"<p:pic><p:nvPicPr>{name}<p:cNvPicPr>"
        f'<a:picLocks{grouped} noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{holder}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{relation}"/>{cropped}'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{outline}</p:spPr></p:pic>"
    )
