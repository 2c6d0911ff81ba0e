"""Fills and outlines of shapes."""

from __future__ import annotations

from quintet.domain.pages import Gradient, Paint, Stroke
from quintet.studio.render.pptx.colours import Colours
from quintet.studio.render.pptx.markup import emu, thousandths

NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def fill(paint: Paint, colours: Colours) -> str:
    """What a shape is filled with; None leaves it clear."""
    if paint is None:
        return NO_FILL
    if isinstance(paint, Gradient):
        return gradient(paint, colours)
    return colours.solid(paint)


def gradient(paint: Gradient, colours: Colours) -> str:
    """A linear gradient. PowerPoint wants two stops at least and rising places."""
    stops = sorted(paint.stops, key=lambda stop: stop.at)
    if not stops:
        return NO_FILL
    if len(stops) == 1:
        return colours.solid(stops[0].colour, stops[0].alpha)
    listed = "".join(
        f'<a:gs pos="{thousandths(min(1.0, max(0.0, stop.at)))}">'
        f"{colours.colour(stop.colour, stop.alpha)}</a:gs>"
        for stop in stops
    )
    angle = round(paint.angle % 360 * 60_000) % 21_600_000
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{listed}</a:gsLst>'
        f'<a:lin ang="{angle}" scaled="0"/></a:gradFill>'
    )


def line(stroke: Stroke | None, colours: Colours, tag: str = "ln") -> str:
    """A line of any kind: `tag` is "ln" for an outline, "lnB" for the foot of a cell."""
    if stroke is None or stroke.width <= 0:
        return f"<a:{tag}>{NO_FILL}</a:{tag}>"
    return (
        f'<a:{tag} w="{emu(stroke.width)}" cap="flat">{colours.solid(stroke.colour)}'
        f"{dashes(stroke)}<a:round/></a:{tag}>"
    )


def dashes(stroke: Stroke) -> str:
    """The dash pattern in shares of the line's width; an odd one is repeated to be even."""
    lengths = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
    if not lengths:
        return '<a:prstDash val="solid"/>'
    pairs = "".join(
        f'<a:ds d="{thousandths(dash / stroke.width)}" sp="{thousandths(space / stroke.width)}"/>'
        for dash, space in zip(lengths[::2], lengths[1::2], strict=True)
    )
    return f"<a:custDash>{pairs}</a:custDash>"
