"""How one deck looks, in PowerPoint's words: its colours, its fonts, its language."""

from __future__ import annotations

from dataclasses import dataclass

from quintet.domain.pages import Fonts, Pages
from quintet.studio.render.pptx.colours import Colours, colours_of
from quintet.studio.render.pptx.languages import script_families, tag
from quintet.studio.render.pptx.relatives import font

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


def theme_faces(place: str) -> str:
    return (
        f'<a:latin typeface="+{place}-lt"/><a:ea typeface="+{place}-ea"/>'
        f'<a:cs typeface="+{place}-cs"/>'
    )


def named_faces(family: str) -> str:
    """One family for all scripts: it was measured, so nothing else may set the text."""
    return font("latin", family) + font("ea", family) + font("cs", family)


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
