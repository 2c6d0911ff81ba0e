"""The slide master and its layouts: what slides inherit from."""

from __future__ import annotations

from collections.abc import Iterable

from quintet.studio.render.pptx.canvas import placed
from quintet.studio.render.pptx.layouts import LAYOUTS, MASTER, PROMPTS, Layout, Place
from quintet.studio.render.pptx.look import Look, theme_faces
from quintet.studio.render.pptx.markup import HEAD, A, P, R, emu, hundredths, thousandths
from quintet.studio.render.pptx.package import Part, Relations, part
from quintet.studio.render.pptx.standing import NATURAL_PITCH
from quintet.studio.render.pptx.text import SLIDE_NUMBER

PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml"
LEVELS = range(1, 10)
SIZES = {"display": 64, "title": 36, "quote": 39, "lead": 22, "body": 18, "foot": 11}
"""Text sizes in points where a slide's shorter side is 540; others in proportion."""
PITCHES = {"display": 1.06, "title": 1.14, "quote": 1.28, "lead": 1.4, "body": 1.45, "foot": 1.3}
HEADINGS = frozenset({"display", "title", "quote"})
STAGE = {"ink": "stage_ink", "muted": "stage_muted"}
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)


class Masters:
    """Draws master and layouts for one look and one slide size, in points."""

    def __init__(self, look: Look, width: float, height: float) -> None:
        self._look, self._width, self._height = look, width, height
        self._scale = min(width, height) / 540

    def parts(self) -> Iterable[Part]:
        """The master and every layout, each with its relations."""
        known = Relations()
        for number, layout in enumerate(LAYOUTS, start=1):
            known.add("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
            name = f"ppt/slideLayouts/slideLayout{number}.xml"
            above = Relations()
            above.add("slideMaster", "../slideMasters/slideMaster1.xml")
            yield part(name, self.layout(layout), f"{PRESENTATIONML}.slideLayout+xml")
            yield above.part(name)
        known.add("theme", "../theme/theme1.xml")
        name = "ppt/slideMasters/slideMaster1.xml"
        yield part(name, self.master(), f"{PRESENTATIONML}.slideMaster+xml")
        yield known.part(name)

    def master(self) -> str:
        listed = "".join(
            f'<p:sldLayoutId id="{2**31 + number}" r:id="rId{number}"/>'
            for number in range(1, len(LAYOUTS) + 1)
        )
        bulleted = "".join(self.level(level, "body", "ink", bullet="•") for level in LEVELS)
        plain = "".join(self.level(level, "body", "ink") for level in LEVELS)
        return (
            f"{HEAD}<p:sldMaster {A} {R} {P}><p:cSld>{self.background('bg')}"
            f"{self.tree(MASTER, stage=False)}</p:cSld>{COLOUR_MAP}"
            f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles>"
            f"<p:titleStyle>{self.level(1, 'title', 'ink')}</p:titleStyle>"
            f"<p:bodyStyle>{bulleted}</p:bodyStyle><p:otherStyle>{plain}</p:otherStyle>"
            "</p:txStyles></p:sldMaster>"
        )

    def layout(self, layout: Layout) -> str:
        kind = f' type="{layout.type}"' if layout.type else ""
        background = self.background("stage") if layout.stage else ""
        return (
            f'{HEAD}<p:sldLayout {A} {R} {P}{kind} preserve="1"><p:cSld name="{layout.name}">'
            f"{background}{self.tree(layout.places, stage=layout.stage)}</p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def background(self, token: str) -> str:
        return f"<p:bg><p:bgPr>{self._look.colours.solid(token)}<a:effectLst/></p:bgPr></p:bg>"

    def tree(self, places: Iterable[Place], *, stage: bool) -> str:
        shapes = "".join(
            self.place(place, number, stage=stage) for number, place in enumerate(places, start=1)
        )
        return f"<p:spTree>{EMPTY_GROUP}{shapes}</p:spTree>"

    def place(self, place: Place, number: int, *, stage: bool) -> str:
        """A placeholder as master and layouts have it: with its prompt and its style."""
        left, top, wide, high = place.at
        if self._look.rtl:
            left = 1 - left - wide
        where = placed(
            left * self._width, top * self._height, wide * self._width, high * self._height
        )
        ink = STAGE[place.ink] if stage else place.ink
        style = "" if place.kind == "obj" else self.level(1, place.size, ink, end=is_end(place))
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" name="{place.name} {number}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder(place)}</p:nvPr>'
            f'</p:nvSpPr><p:spPr>{where}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" '
            f'rtlCol="{int(self._look.rtl)}" anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'
            f"<a:lstStyle>{style}</a:lstStyle>{self.prompt(place)}</p:txBody></p:sp>"
        )

    def prompt(self, place: Place) -> str:
        lang = f'lang="{self._look.language}"'
        if place.kind == "ftr":
            return f"<a:p><a:endParaRPr {lang}/></a:p>"
        if place.kind == "sldNum":
            return (
                f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr {lang}/>'
                f"<a:t>‹#›</a:t></a:fld><a:endParaRPr {lang}/></a:p>"
            )
        words = PROMPTS.get(place.name, "Click to add text")
        return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{words}</a:t></a:r></a:p>'

    def level(self, level: int, size: str, ink: str, *, bullet: str = "", end: bool = False) -> str:
        """One level of a text style; `end` sets it on the side where lines end."""
        points = SIZES[size] * self._scale
        step = emu(points * 1.05)
        margin = f'marL="{step * level}" indent="-{step}"' if bullet else 'marL="0" indent="0"'
        mark = (
            f"<a:buClr>{self._look.colours.colour('accent1')}</a:buClr>"
            f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
            if bullet
            else "<a:buNone/>"
        )
        bold = ' b="1"' if size in ("display", "title") else ' b="0"'
        align = "r" if self._look.rtl != end else "l"
        return (
            f'<a:lvl{level}pPr {margin} algn="{align}" defTabSz="914400" '
            f'rtl="{int(self._look.rtl)}">'
            f'<a:lnSpc><a:spcPct val="{thousandths(PITCHES[size] / NATURAL_PITCH)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{hundredths(points * 0.4) if bullet else 0}"/></a:spcBef>'
            f'{mark}<a:defRPr sz="{hundredths(points)}"{bold} kern="1200">'
            f"{self._look.colours.solid(ink)}"
            f"{theme_faces('mj' if size in HEADINGS else 'mn')}</a:defRPr></a:lvl{level}pPr>"
        )


def is_end(place: Place) -> bool:
    """Slide numbers stand on the far side."""
    return place.kind == "sldNum"


def holder(place: Place) -> str:
    """The mark of a placeholder; its kind need not be said where it may hold anything."""
    kind = "" if place.kind == "obj" else f' type="{place.kind}"'
    index = f' idx="{place.index}"' if place.index is not None else ""
    return f"<p:ph{kind}{index}/>"
