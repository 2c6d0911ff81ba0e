"""Figures: large numbers, which keep their own direction in right-to-left decks."""

from __future__ import annotations

from dataclasses import replace

from quintet.domain.pages import Colour, TextBox
from quintet.studio.charts.pen import reads_leftwards
from quintet.studio.layout.canvas import Canvas
from quintet.studio.layout.lettering import CAP_HEIGHT


def set_figure(
    canvas: Canvas, x: float, y: float, w: float, value: str, size: float, colour: Colour
) -> float:
    """Set a figure with its capitals' top at y, and answer how high its digits are."""
    box = canvas.lettered(x, y, w, value, "figure", size=size, colour=colour)
    if box:
        up = canvas.cap_offset(value, "figure", size)
        canvas.boxes.append(directed(replace(box, y=y - up)))
    return size * CAP_HEIGHT


def figure_size(canvas: Canvas, value: str, w: float, most: float) -> float:
    """The largest size up to `most` at which a figure stands on one line of `w`."""
    slack = canvas.prepare(value, "figure").slack
    return min(most, w * slack / max(0.01, canvas.width(value, "figure", 1.0) * 1.01))


def directed(box: TextBox) -> TextBox:
    """A box that is only read from the right if there are Arabic or Hebrew letters in it."""
    if not box.rtl:
        return box
    text = "".join(span.text for paragraph in box.paragraphs for span in paragraph.spans)
    return replace(box, rtl=reads_leftwards(text))
