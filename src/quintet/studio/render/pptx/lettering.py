"""The words inside a native chart: their size, family and colours, by the theme's places."""

from __future__ import annotations

from quintet.domain.pages import ChartBox, Colour
from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import hundredths

ON_STAGE = {
    "ink": "stage_ink",
    "muted": "stage_muted",
    "line": "art2",
    "bg": "stage",
    "accent1": "stage_accent",
}


class Lettering:
    """Text properties of one chart. `tone` names colours as its page wants them."""

    def __init__(self, look: Look, box: ChartBox, *, stage: bool) -> None:
        self.look, self.box = look, box
        self._stage = stage

    @property
    def language(self) -> str:
        """The deck's language, as numbers are worded in it."""
        return self.look.language.lower()

    def tone(self, colour: Colour) -> Colour:
        return ON_STAGE.get(colour, colour) if self._stage else colour

    def solid(self, colour: Colour) -> str:
        return self.look.colours.solid(self.tone(colour))

    def text(self, colour: Colour = "muted", *, bold: bool = False, align: str = "") -> str:
        """The txPr element of labels, legend and axes; `align` as in a paragraph."""
        side = f' algn="{align}"' if align else ""
        return (
            f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr{side}>"
            f'<a:defRPr sz="{max(100, hundredths(self.box.label_size))}" b="{int(bold)}">'
            f"{self.solid(colour)}{self.look.faces(self.box.family or None, 'caption')}"
            f'</a:defRPr></a:pPr><a:endParaRPr lang="{self.look.language}"/></a:p></c:txPr>'
        )

    def line(self, colour: Colour, width: int = 9525) -> str:
        return f'<c:spPr><a:ln w="{width}">{self.solid(colour)}<a:round/></a:ln></c:spPr>'

    def readable_on(self, colour: Colour) -> Colour:
        """Which of background and ink stands out more on a colour."""
        ground = luminance(self.look.colours.rgb(colour))

        def contrast(token: str) -> float:
            other = luminance(self.look.colours.rgb(token))
            return (max(ground, other) + 0.05) / (min(ground, other) + 0.05)

        return max("bg", "ink", key=contrast)


def luminance(rgb: tuple[int, int, int]) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (linear(channel / 255) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
