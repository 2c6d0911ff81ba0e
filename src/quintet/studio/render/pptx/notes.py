"""Speaker's notes: a page per slide that has some, and the master they share."""

from __future__ import annotations

from collections.abc import Iterable

from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import HEAD, A, P, R, escape
from quintet.studio.render.pptx.master import COLOUR_MAP, EMPTY_GROUP, PRESENTATIONML
from quintet.studio.render.pptx.package import Part, Relations, part
from quintet.studio.render.pptx.theme import theme_xml

THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
PICTURE_PLACE = '<p:ph type="sldImg" idx="2"/>'
WORDS_PLACE = '<p:ph type="body" sz="quarter" idx="3"/>'
PICTURE_AT = '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>'
WORDS_AT = '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>'
"""Upper and lower half of a portrait page of 7.5 by 10 inches."""


def notes_master(look: Look, theme: str) -> Iterable[Part]:
    """The notes master, with the theme of its own that PowerPoint demands."""
    name = "ppt/notesMasters/notesMaster1.xml"
    tree = (
        f"<p:spTree>{EMPTY_GROUP}{slide_image(PICTURE_AT)}"
        f"{words(look, 'Click to edit the notes', WORDS_AT)}</p:spTree>"
    )
    style = (
        f'<a:lvl1pPr marL="0" algn="{"r" if look.rtl else "l"}" rtl="{int(look.rtl)}">'
        '<a:defRPr sz="1200"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        "</a:defRPr></a:lvl1pPr>"
    )
    paper = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    yield part(
        name,
        f"{HEAD}<p:notesMaster {A} {R} {P}><p:cSld>{paper}<a:effectLst/></p:bgPr></p:bg>{tree}"
        f"</p:cSld>{COLOUR_MAP}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>",
        f"{PRESENTATIONML}.notesMaster+xml",
    )
    known = Relations()
    known.add("theme", "../theme/theme2.xml")
    yield known.part(name)
    yield part("ppt/theme/theme2.xml", theme_xml(look, theme), THEME)


def notes_slide(look: Look, number: int, notes: str) -> Iterable[Part]:
    """The notes of slide `number`; each line of them is a paragraph."""
    name = f"ppt/notesSlides/notesSlide{number}.xml"
    yield part(
        name,
        f"{HEAD}<p:notes {A} {R} {P}><p:cSld><p:spTree>{EMPTY_GROUP}{slide_image()}"
        f"{words(look, notes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        f"{PRESENTATIONML}.notesSlide+xml",
    )
    known = Relations()
    known.add("notesMaster", "../notesMasters/notesMaster1.xml")
    known.add("slide", f"../slides/slide{number}.xml")
    yield known.part(name)


def slide_image(at: str = "") -> str:
    """The small picture of the slide above its notes."""
    where = f'<a:xfrm>{at}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if at else ""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"<p:nvPr>{PICTURE_PLACE}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr></p:sp>"
    )


def words(look: Look, text: str, at: str = "") -> str:
    where = f'<a:xfrm>{at}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if at else ""
    side = ' algn="r" rtl="1"' if look.rtl else ""
    lines = "".join(
        f'<a:p><a:pPr{side}/><a:r><a:rPr lang="{look.language}"/><a:t>{escape(line)}</a:t></a:r>'
        "</a:p>"
        if line.strip()
        else f'<a:p><a:endParaRPr lang="{look.language}"/></a:p>'
        for line in text.splitlines()
    )
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr>{WORDS_PLACE}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{lines or '<a:p/>'}</p:txBody></p:sp>"
    )
