"""The two axes of a native chart, as the layout decided them."""

from __future__ import annotations

from quintet.domain.pages import ChartBox
from quintet.studio.render.pptx.formats import axis_format
from quintet.studio.render.pptx.lettering import Lettering
from quintet.studio.render.pptx.markup import attribute

CATEGORIES, VALUES = 111, 222
"""Names by which the plot and its axes find each other."""
IDS = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(box: ChartBox, lettering: Lettering) -> str:
    sideways = box.chart.chart == "bars"
    return category_axis(box, lettering, sideways) + value_axis(box, lettering, sideways)


def category_axis(box: ChartBox, lettering: Lettering, sideways: bool) -> str:
    """The names. Those of bars run from the top down, as they are read."""
    order, side = ("maxMin", "l") if sideways else ("minMax", "b")
    if sideways and lettering.look.rtl:
        side = "r"
    line = NO_LINE if sideways and not box.axis.shown else lettering.line("muted", 12700)
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/>'
        f'<c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="low"/>{line}{lettering.text("ink" if sideways else "muted")}'
        f'<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(box: ChartBox, lettering: Lettering, sideways: bool) -> str:
    """From low to high in the steps of the layout; not shown means neither words nor grid."""
    axis = box.axis
    shown = axis.shown
    grid = f"<c:majorGridlines>{lettering.line('line')}</c:majorGridlines>" if shown else ""
    turned = sideways and lettering.look.rtl
    code = attribute(axis_format(box.chart, axis, lettering.language))
    step = f'<c:majorUnit val="{axis.step:.12g}"/>' if axis.step > 0 else ""
    between = "midCat" if box.chart.chart == "lines" else "between"
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if turned else "minMax"}"/>'
        f'<c:max val="{axis.high:.12g}"/><c:min val="{axis.low:.12g}"/></c:scaling>'
        f'<c:delete val="{int(not shown)}"/><c:axPos val="{"b" if sideways else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/>{NO_LINE}{lettering.text()}<c:crossAx val="{CATEGORIES}"/>'
        f'<c:crosses val="{"max" if sideways else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )
