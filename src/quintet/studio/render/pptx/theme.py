"""theme1.xml: the six colours and two families that everything else in the deck follows."""

from __future__ import annotations

from quintet.studio.render.pptx.look import Look
from quintet.studio.render.pptx.markup import HEAD, A, attribute
from quintet.studio.render.pptx.relatives import font

SLOTS = {
    "dk1": "ink",
    "lt1": "bg",
    "dk2": "muted",
    "lt2": "surface",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "accent1",
    "folHlink": "muted",
}
"""PowerPoint's slot to our token. "Dark" and "light" are only names: dk1 is what text is set in."""

SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = (
    f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{SOLID}<a:prstDash val="solid"/>'
    '<a:miter lim="800000"/></a:ln>'
)
PLAIN = "<a:effectStyle><a:effectLst/></a:effectStyle>"
FORMATS = (
    f'<a:fmtScheme name="Flat"><a:fillStyleLst>{SOLID * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst><a:effectStyleLst>{PLAIN * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""The look of new shapes: flat, without shadows."""


def theme_xml(look: Look, name: str) -> str:
    title = attribute(name.replace("-", " ").title()) or "Theme"
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{look.colours.hex(token)}"/></a:{slot}>'
        for slot, token in SLOTS.items()
    )
    return (
        f'{HEAD}<a:theme {A} name="{title}"><a:themeElements>'
        f'<a:clrScheme name="{title}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{title}">'
        f"<a:majorFont>{families(look, look.fonts.heading)}</a:majorFont>"
        f"<a:minorFont>{families(look, look.fonts.body)}</a:minorFont></a:fontScheme>"
        f"{FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def families(look: Look, latin: str) -> str:
    return font("latin", latin) + font("ea", look.east_asian) + font("cs", look.complex)
