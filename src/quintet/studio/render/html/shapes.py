"""Shapes as inline SVG, pictures as areas with a background."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path as File

from quintet.domain.pages import (
    Ellipse,
    Glow,
    Gradient,
    Paint,
    Path,
    Picture,
    Rect,
    Rule,
    Stop,
    Stroke,
)
from quintet.studio.render.html.rules import Rules, at, number, px, size
from quintet.studio.render.paint import Palette, bounds, fade, gradient_ends
from quintet.studio.render.pictures import frame, media_of

Drawn = Rect | Ellipse | Rule | Path | Glow
Area = tuple[float, float, float, float]


class Svg:
    """The shapes of one page. Gradients are numbered through the file, for they have names."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._gradients = 0

    def draw(self, boxes: Iterable[Drawn]) -> str:
        """The inside of an `<svg>` whose units are the page's points."""
        return "".join(map(self._shape, boxes))

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


class Photos:
    """Pictures: each file's data stands once in the style sheet, however often it is shown."""

    def __init__(self, pictures: Mapping[str, File], rules: Rules) -> None:
        self._pictures = pictures
        self._rules = rules
        self._shown: dict[str, str] = {}

    def element(self, box: Picture) -> str | None:
        """The picture in its place; None where no browser could show the file."""
        name = self._name(box.image)
        if name is None:
            return None
        x, y, w, h = frame(box)
        place = self._rules.name(
            at(left=box.x, top=box.y),
            size(box.w, box.h),
            f"background-size:{px(w)} {px(h)}",
            f"background-position:{px(x)} {px(y)}",
            f"border-radius:{px(box.radius)}" if box.radius else "",
        )
        said = f'role="img" aria-label="{escape(box.alt)}"' if box.alt else 'aria-hidden="true"'
        return f'<div class="photo {name} {place}" {said}></div>'

    def _name(self, image: str) -> str | None:
        file = self._pictures.get(image)
        media = media_of(file) if file else None
        if file is None or media is None:
            return None
        if image not in self._shown:
            data = base64.b64encode(file.read_bytes()).decode()
            self._shown[image] = f"background-image:url(data:{media};base64,{data})"
        return self._rules.name(self._shown[image])
