"""Pictures as areas with a background, so that each file's data stands in the page once."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path as File

from quintet.domain.pages import Picture
from quintet.studio.render.html.rules import Rules, at, px, size, value
from quintet.studio.render.pictures import frame, media_of


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
        said = f'role="img" aria-label="{value(box.alt)}"' if box.alt else 'aria-hidden="true"'
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
