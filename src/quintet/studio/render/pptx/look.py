"""How one deck looks, in PowerPoint's words: its colours, its fonts, its language."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.pages import Fonts, Pages
from quintet.studio.render.pptx.colours import Colours, colours_of
from quintet.studio.render.pptx.languages import script_families, tag
from quintet.studio.render.pptx.markup import attribute
from quintet.studio.type.families import SERIF

HEADINGS = frozenset({"title", "display", "quote", "figure"})
"""The roles set in the heading family, which tell it from the body where both are one."""


@dataclass(frozen=True, slots=True)
class Look:
    """
    What every part of the file needs to know. `east_asian` and `complex` are the families of
    those scripts, "" for PowerPoint's own choice.
    """

    colours: Colours
    fonts: Fonts
    language: str
    rtl: bool
    east_asian: str = ""
    complex: str = ""

    def faces(self, family: str | None, role: str) -> str:
        """The font elements of a run: the theme's places, or the family by its name."""
        name = family or (self.fonts.heading if role in HEADINGS else self.fonts.body)
        heading, body = name == self.fonts.heading, name == self.fonts.body
        if heading and (not body or role in HEADINGS):
            return theme_faces("mj")
        if body:
            return theme_faces("mn")
        return named_faces(name)


WITHOUT = 'panose="020B0604020202020204" pitchFamily="34" charset="0"'
WITH_SERIFS = 'panose="02020603050405020304" pitchFamily="18" charset="0"'
FIXED = 'panose="02070309020205020404" pitchFamily="49" charset="0"'


def hint(family: str) -> str:
    """What PowerPoint chooses another font by where it does not have this one."""
    return WITH_SERIFS if family in SERIF else FIXED if "Mono" in family else WITHOUT


def theme_faces(place: str) -> str:
    return (
        f'<a:latin typeface="+{place}-lt"/><a:ea typeface="+{place}-ea"/>'
        f'<a:cs typeface="+{place}-cs"/>'
    )


def named_faces(family: str) -> str:
    """One family for all scripts: it was measured, so nothing else may set the text."""
    name = attribute(family)
    latin = f'<a:latin typeface="{name}" {hint(family)}/>'
    return f'{latin}<a:ea typeface="{name}"/><a:cs typeface="{name}"/>'


def look_of(pages: Pages) -> Look:
    families = script_families(pages)
    return Look(
        colours_of(tuple(pages.palette.items())),
        pages.fonts,
        tag(pages.language),
        pages.rtl,
        families.get("ea", ""),
        families.get("cs", ""),
    )
