"""
Layout: from a deck of cards to pages of boxes.

`lay_out` gives every card the layout that suits its content (`LAYOUTS`, one file each), splits
cards that are too full, and draws header and footer. A layout places text and marks on a
`Canvas`; what it cannot hold it refuses by raising TooFull, and the next best is tried. The last
is `flow`, which sets anything.
"""

from __future__ import annotations

from collections.abc import Mapping

from quintet.domain.deck import Deck
from quintet.domain.pages import Pages
from quintet.studio.layout.agenda import AGENDA
from quintet.studio.layout.big_number import BIG_NUMBER
from quintet.studio.layout.bullets import BULLETS, LIST
from quintet.studio.layout.chart import CHART
from quintet.studio.layout.chart_insight import CHART_INSIGHT
from quintet.studio.layout.code import CODE
from quintet.studio.layout.columns import COLUMNS
from quintet.studio.layout.comparison import COMPARISON, PROS_CONS
from quintet.studio.layout.cycle import CYCLE
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.flow import FLOW
from quintet.studio.layout.funnel import FUNNEL
from quintet.studio.layout.gallery import GALLERY
from quintet.studio.layout.laying import lay
from quintet.studio.layout.matrix import MATRIX
from quintet.studio.layout.opening import CLOSING, COVER, SECTION, STATEMENT
from quintet.studio.layout.picture_cover import COVER_FULL, COVER_SPLIT
from quintet.studio.layout.pictured import IMAGE_FULL, IMAGE_SIDE, IMAGE_TOP
from quintet.studio.layout.pyramid import PYRAMID
from quintet.studio.layout.references import SOURCES
from quintet.studio.layout.roadmap import ROADMAP
from quintet.studio.layout.stats import STATS
from quintet.studio.layout.steps import STEPS
from quintet.studio.layout.table import TABLE
from quintet.studio.layout.tiles import TILES
from quintet.studio.layout.timeline import TIMELINE
from quintet.studio.layout.words import CALLOUT, QUOTE, WORDS_BESIDE
from quintet.studio.themes import Theme

LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        COVER,
        SECTION,
        STATEMENT,
        CLOSING,
        COVER_SPLIT,
        COVER_FULL,
        AGENDA,
        BULLETS,
        LIST,
        TILES,
        COLUMNS,
        COMPARISON,
        PROS_CONS,
        QUOTE,
        CALLOUT,
        CODE,
        WORDS_BESIDE,
        SOURCES,
        IMAGE_SIDE,
        IMAGE_TOP,
        IMAGE_FULL,
        GALLERY,
        CHART,
        CHART_INSIGHT,
        TABLE,
        STATS,
        BIG_NUMBER,
        TIMELINE,
        STEPS,
        FUNNEL,
        PYRAMID,
        CYCLE,
        MATRIX,
        ROADMAP,
        FLOW,
    )
}


def lay_out(deck: Deck, theme: Theme, sizes: Mapping[str, tuple[int, int]] | None = None) -> Pages:
    """
    Lay a deck out in a theme. `sizes` gives the pixel width and height of each picture at hand;
    blocks that name others are left out with a note. No word of the deck is lost.
    """
    return lay(deck, theme, sizes or {}, tuple(LAYOUTS.values()))


__all__ = ["LAYOUTS", "Facts", "Layout", "lay_out"]
