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
    Paint,
    Path,
    Picture,
    Rect,
    Rule,
    Stop,
    Stroke,
)
from quintet.studio.render.paint import Palette, fade
from quintet.studio.render.pictures import frame, media_of, missing

Json = dict[str, Any]
Shape = Rect | Ellipse | Rule | Path | Glow | Picture

FORMATS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}


@dataclass(frozen=True, slots=True)
class Shapes:
    """Draws with the colours and pictures of one deck."""

    palette: Palette
    pictures: Mapping[str, File]

    def shape(self, box: Shape) -> Json:
        match box:
            case Rect():
                look = self._look(box.fill, box.stroke)
                return {"t": "rect", **place(box), **look, "radius": box.radius}
            case Ellipse():
                return {"t": "ellipse", **place(box), **self._look(box.fill, box.stroke)}
            case Path():
                return {"t": "path", "steps": box.commands, **self._look(box.fill, box.stroke)}
            case Rule():
                ends = {"x1": box.x1, "y1": box.y1, "x2": box.x2, "y2": box.y2}
                return {"t": "rule", **ends, "stroke": self._stroke(box.stroke)}
            case Glow():
                return {"t": "glow", **place(box), "stops": self._stops(fade(box))}
            case Picture():
                return self._picture(box)

    def _look(self, fill: Paint, stroke: Stroke | None) -> Json:
        return {"fill": self._paint(fill), "stroke": stroke and self._stroke(stroke)}

    def _paint(self, fill: Paint) -> Json | str | None:
        if isinstance(fill, Gradient):
            return {"angle": fill.angle, "stops": self._stops(fill.stops)}
        return fill and self.palette.hex(fill)

    def _stops(self, stops: tuple[Stop, ...]) -> list[tuple[float, str]]:
        return [(stop.at, self.palette.faded(stop)) for stop in stops]

    def _stroke(self, stroke: Stroke) -> tuple[str, float, tuple[float, ...]]:
        return self.palette.hex(stroke.colour), stroke.width, stroke.dash

    def _picture(self, box: Picture) -> Json:
        file = self.pictures.get(box.image)
        kind = FORMATS.get(media_of(file) or "") if file else None
        if file is None or kind is None:
            return self.shape(missing(box))
        x, y, w, h = frame(box)
        image = {"file": str(file.resolve()), "format": kind, "x": x, "y": y, "w": w, "h": h}
        look = {"radius": box.radius, "alt": box.alt or None}
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
