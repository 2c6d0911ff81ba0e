"""A deck as a PowerPoint file: the parts that hold it together, and all of them as one zip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from quintet.domain.pages import Pages
from quintet.studio.render.pptx.look import Look, look_of, theme_faces
from quintet.studio.render.pptx.markup import HEAD, OFFICE, A, P, R, emu, escape
from quintet.studio.render.pptx.master import PRESENTATIONML, Masters
from quintet.studio.render.pptx.media import Media
from quintet.studio.render.pptx.notes import THEME, notes_master
from quintet.studio.render.pptx.package import Part, Relations, package, part
from quintet.studio.render.pptx.shrinking import fitting
from quintet.studio.render.pptx.slides import Slides
from quintet.studio.render.pptx.theme import theme_xml

SHORTEST = 72.0
"""The shortest side a slide may have, in points."""
RTL = ' rtl="1"'
FIRST_SLIDE = 256
"""The least id PowerPoint allows a slide."""
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
TABLE_STYLES = f'{HEAD}<a:tblStyleLst {A} def="{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}"/>'


def render_pptx(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    """
    The deck as a .pptx; `pictures` are the files by the names its boxes use. The same pages give
    the same bytes. All slides have the size of the largest page; smaller ones lie at the top.
    """
    pages = fitting(pages)
    look = look_of(pages)
    width, height = slide_size(pages)
    media = Media(pictures)
    slides = Slides(look, media)
    numbered = enumerate(pages.pages, start=1)
    drawn = list(chain.from_iterable(slides.draw(page, number) for number, page in numbered))
    with_notes = any(page.notes.strip() for page in pages.pages)
    return package(
        (
            *base(look, pages.theme, width, height),
            *(notes_base(look, pages.theme) if with_notes else ()),
            *drawn,
            *media.parts,
            *frame(pages, look, with_notes=with_notes),
        )
    )


def slide_size(pages: Pages) -> tuple[float, float]:
    """The largest width and height of any page."""
    width = max((page.w for page in pages.pages), default=960.0)
    height = max((page.h for page in pages.pages), default=540.0)
    return max(width, SHORTEST), max(height, SHORTEST)


@lru_cache(16)
def base(look: Look, theme: str, width: float, height: float) -> tuple[Part, ...]:
    """Theme, master and layouts: alike in all decks of one theme and size."""
    return (
        part("ppt/theme/theme1.xml", theme_xml(look, theme), THEME),
        part("ppt/tableStyles.xml", TABLE_STYLES, f"{PRESENTATIONML}.tableStyles+xml"),
        *Masters(look, width, height).parts(),
    )


@lru_cache(16)
def notes_base(look: Look, theme: str) -> tuple[Part, ...]:
    return tuple(notes_master(look, theme))


def frame(pages: Pages, look: Look, *, with_notes: bool) -> Iterator[Part]:
    """What names the deck and lists its slides."""
    known, root = Relations(), Relations()
    known.add("slideMaster", "slideMasters/slideMaster1.xml")
    slides = [
        known.add("slide", f"slides/slide{number}.xml") for number in range(1, len(pages.pages) + 1)
    ]
    notes = known.add("notesMaster", "notesMasters/notesMaster1.xml") if with_notes else ""
    known.add("theme", "theme/theme1.xml")
    known.add("tableStyles", "tableStyles.xml")
    root.add("officeDocument", "ppt/presentation.xml")
    root.add("core-properties", "docProps/core.xml")
    root.add("extended-properties", "docProps/app.xml")
    yield part(
        "ppt/presentation.xml",
        presentation_xml(pages, look, slides, notes),
        f"{PRESENTATIONML}.presentation.main+xml",
    )
    yield known.part("ppt/presentation.xml")
    yield root.part("")
    yield part("docProps/core.xml", core_xml(pages, look), CORE)
    yield part("docProps/app.xml", app_xml(pages), APP)


def presentation_xml(pages: Pages, look: Look, slides: Sequence[str], notes: str) -> str:
    width, height = slide_size(pages)
    listed = "".join(
        f'<p:sldId id="{FIRST_SLIDE + place}" r:id="{relation}"/>'
        for place, relation in enumerate(slides)
    )
    shared = f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
    return (
        f"{HEAD}<p:presentation {A} {R} {P}"
        f'{RTL if pages.rtl else ""} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{2**31}" r:id="rId1"/></p:sldMasterIdLst>'
        f"{shared if notes else ''}{f'<p:sldIdLst>{listed}</p:sldIdLst>' if listed else ''}"
        f'<p:sldSz cx="{emu(width)}" cy="{emu(height)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{default_style(look)}</p:defaultTextStyle></p:presentation>"
    )


def default_style(look: Look) -> str:
    """What text in a new box starts from."""
    return "".join(
        f'<a:lvl{level}pPr marL="{457200 * (level - 1)}" algn="{"r" if look.rtl else "l"}" '
        f'defTabSz="914400" rtl="{int(look.rtl)}"><a:defRPr sz="1800" kern="1200">'
        f"{look.colours.solid('ink')}{theme_faces('mn')}</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 10)
    )


def core_xml(pages: Pages, look: Look) -> str:
    """Title and language. No date and no author: the file says nothing of where it was made."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(pages.title)}</dc:title><dc:creator>Quintet</dc:creator>"
        f"<dc:language>{look.language}</dc:language></cp:coreProperties>"
    )


def app_xml(pages: Pages) -> str:
    noted = sum(bool(page.notes.strip()) for page in pages.pages)
    return (
        f'{HEAD}<Properties xmlns="{OFFICE}/officeDocument/2006/extended-properties">'
        f"<Application>Quintet</Application><Slides>{len(pages.pages)}</Slides>"
        f"<Notes>{noted}</Notes></Properties>"
    )
