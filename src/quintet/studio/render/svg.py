"""Shapes as SVG, in points of the page."""

from __future__ import annotations

from collections.abc import Iterable

from quintet.domain.pages import (
    Ellipse,
    Glow,
    Gradient,
    Paint,
    Path,
    Rect,
    Rule,
    Stop,
    Stroke,
)
from quintet.studio.render.paint import Palette, bounds, fade, gradient_ends

Drawn = Rect | Ellipse | Rule | Path | Glow
Area = tuple[float, float, float, float]
NAMESPACE = "http://www.w3.org/2000/svg"


class Svg:
    """
    Draws with the colours of one deck. Gradients are numbered through all that is drawn, for they
    have names.
    """

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._gradients = 0

    def draw(self, boxes: Iterable[Drawn]) -> str:
        """The inside of an `<svg>` whose units are the page's points."""
        return "".join(map(self._shape, boxes))

    def file(self, box: Drawn, x: float, y: float, w: float, h: float) -> str:
        """One shape as a file that shows this part of the page."""
        area = " ".join(map(number, (x, y, w, h)))
        size = _attributes(width=w, height=h)
        return f'<svg xmlns="{NAMESPACE}" viewBox="{area}"{size}>{self.draw([box])}</svg>'

    def _shape(self, box: Drawn) -> str:
        match box:
            case Rect():
                place = _attributes(x=box.x, y=box.y, width=box.w, height=box.h)
                radius = _attributes(rx=box.radius) if box.radius else ""
                return self._element("rect", place + radius, _area(box), box.fill, box.stroke)
            case Ellipse():
                return self._element("ellipse", _round(box), _area(box), box.fill, box.stroke)
            case Path():
                steps = "".join(f"{step}{' '.join(map(number, a))}" for step, a in box.commands)
                place = f' d="{steps}"'
                return self._element("path", place, bounds(box.commands), box.fill, box.stroke)
            case Rule():
                ends = _attributes(x1=box.x1, y1=box.y1, x2=box.x2, y2=box.y2)
                return f"<line{ends}{self._stroke(box.stroke)}/>"
            case Glow():
                return self._glow(box)

    def _element(self, tag: str, place: str, area: Area, fill: Paint, stroke: Stroke | None) -> str:
        before, paint = self._paint(fill, area)
        return f'{before}<{tag}{place} fill="{paint}"{self._stroke(stroke)}/>'

    def _paint(self, fill: Paint, area: Area) -> tuple[str, str]:
        """What has to be defined first, and the paint's name."""
        if not isinstance(fill, Gradient):
            return "", self._palette.hex(fill) if fill else "none"
        x1, y1, x2, y2 = gradient_ends(fill.angle, *area)
        line = _attributes(x1=x1, y1=y1, x2=x2, y2=y2)
        return self._gradient("linearGradient", line, fill.stops)

    def _glow(self, box: Glow) -> str:
        before, paint = self._gradient("radialGradient", "", fade(box), units="objectBoundingBox")
        return f'{before}<ellipse{_round(box)} fill="{paint}"/>'

    def _gradient(
        self, tag: str, line: str, stops: tuple[Stop, ...], units: str = "userSpaceOnUse"
    ) -> tuple[str, str]:
        self._gradients += 1
        name = f"g{self._gradients}"
        inner = "".join(map(self._stop, stops))
        return (
            f'<{tag} id="{name}" gradientUnits="{units}"{line}>{inner}</{tag}>',
            f"url(#{name})",
        )

    def _stop(self, stop: Stop) -> str:
        clear = f' stop-opacity="{stop.alpha:.3g}"' if stop.alpha < 1 else ""
        colour = self._palette.hex(stop.colour)
        return f'<stop offset="{stop.at:.4g}" stop-color="{colour}"{clear}/>'

    def _stroke(self, stroke: Stroke | None) -> str:
        if stroke is None:
            return ""
        dash = f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"' if stroke.dash else ""
        colour = self._palette.hex(stroke.colour)
        return f' stroke="{colour}" stroke-width="{number(stroke.width)}"{dash}'


def _area(box: Rect | Ellipse | Glow) -> Area:
    return box.x, box.y, box.w, box.h


def _round(box: Ellipse | Glow) -> str:
    rx, ry = box.w / 2, box.h / 2
    return _attributes(cx=box.x + rx, cy=box.y + ry, rx=rx, ry=ry)


def _attributes(**values: float) -> str:
    return "".join(f' {name}="{number(value)}"' for name, value in values.items())


def number(value: float) -> str:
    """A length without needless digits: 12.0 as "12", 0.3333 as "0.33"."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short
