"""Shapes and pictures as the JSON that draw.typ reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any, Protocol

from quintet.domain.pages import (
    Ellipse,
    Glow,
    Gradient,
    Path,
    Picture,
    Rect,
    Rule,
    Stroke,
)
from quintet.studio.render.paint import Palette, bounds
from quintet.studio.render.pictures import frame, media_of, missing
from quintet.studio.render.setting import printable
from quintet.studio.render.svg import Svg

Json = dict[str, Any]
Shape = Rect | Ellipse | Rule | Path | Glow | Picture

FORMATS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}

THIN = 0.01
"""No drawing has a side of nothing."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Draws with the colours and pictures of one deck."""

    palette: Palette
    pictures: Mapping[str, File]

    def shape(self, box: Shape) -> Json:
        match box:
            case Picture():
                return self._picture(box)
            case Glow():
                return self._drawing(box)
            case Rule():
                ends = {"x1": box.x1, "y1": box.y1, "x2": box.x2, "y2": box.y2}
                return {"t": "rule", **ends, "stroke": self._stroke(box.stroke)}
        if isinstance(box.fill, Gradient):
            return self._drawing(box)
        look = {
            "fill": box.fill and self.palette.hex(box.fill),
            "stroke": box.stroke and self._stroke(box.stroke),
        }
        match box:
            case Rect():
                return {"t": "rect", **place(box), **look, "radius": box.radius}
            case Ellipse():
                return {"t": "ellipse", **place(box), **look}
            case Path():
                return {"t": "path", "steps": box.commands, **look}

    def _drawing(self, box: Rect | Ellipse | Path | Glow) -> Json:
        """
        A shape that fades is handed over as SVG, as the HTML file has it: typst paints its own
        gradients pixel by pixel, six times slower.
        """
        x, y, w, h = bounds(box.commands) if isinstance(box, Path) else (box.x, box.y, box.w, box.h)
        stroke = None if isinstance(box, Glow) else box.stroke
        edge = stroke.width / 2 if stroke else 0.0
        wide, high = max(w + 2 * edge, THIN), max(h + 2 * edge, THIN)
        area = {"x": x - edge, "y": y - edge, "w": wide, "h": high}
        return {"t": "svg", **area, "svg": Svg(self.palette).file(box, *area.values())}

    def _stroke(self, stroke: Stroke) -> tuple[str, float, tuple[float, ...]]:
        return self.palette.hex(stroke.colour), stroke.width, stroke.dash

    def _picture(self, box: Picture) -> Json:
        file = self.pictures.get(box.image)
        kind = FORMATS.get(media_of(file) or "") if file else None
        if file is None or kind is None:
            return self.shape(missing(box))
        x, y, w, h = frame(box)
        image = {"file": str(file.resolve()), "format": kind, "x": x, "y": y, "w": w, "h": h}
        look = {"radius": box.radius, "alt": printable(box.alt) or None}
        return {"t": "photo", **place(box), **look, "image": image}


class Placed(Protocol):
    """What has a place and a size."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def w(self) -> float: ...
    @property
    def h(self) -> float: ...


def place(box: Placed) -> Json:
    return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
