"""Gallery: two to six pictures with captions, heights or widths alike."""

from __future__ import annotations

from quintet.domain.deck import Image
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.crops import place_picture
from quintet.studio.layout.facts import Facts, Layout
from quintet.studio.layout.frame import head


def takes(facts: Facts) -> float | None:
    if not facts.only("image") or not 2 <= len(facts.blocks) <= 6:
        return None
    return 10.0 if len(facts.blocks) != 5 else 8.0


def slots(canvas: Canvas, area: Area, count: int) -> tuple[Area, ...]:
    """Where the pictures and their captions stand: two across, three as one and two, a grid."""
    gap = canvas.u * 2.5
    if count == 3 and not canvas.stacked:
        wide = (area.w - gap) * 0.6
        main = Area(canvas.start(area.x, area.w, wide), area.y, wide, area.h)
        x, w = canvas.after(area.x, area.w, wide + gap)
        return (main, *Area(x, area.y, w, area.h).rows(2, gap))
    across = count if count < 3 else 2 if count == 4 else 3
    if canvas.stacked:
        across = 1 if count < 4 and canvas.portrait and not canvas.paper else 2
    rows = -(-count // across)
    cells = [cell for row in area.rows(rows, gap) for cell in row.columns(across, gap, canvas.rtl)]
    return tuple(cells[:count])


def lay(canvas: Canvas, facts: Facts) -> None:
    images = facts.of(Image)
    area = canvas.area(head(canvas, facts.card))
    cells = slots(canvas, area, len(images))
    small = canvas.size("small")
    captions = [
        canvas.height(image.caption, "small", cell.w) + small * 0.4 if image.caption else 0.0
        for image, cell in zip(images, cells, strict=True)
    ]
    for image, cell, own in zip(images, cells, captions, strict=True):
        # Neighbours keep their pictures' heights alike: the highest caption of the row counts.
        row = (other for other, one in zip(captions, cells, strict=True) if one.y == cell.y)
        caption = max(row) if cell.h < area.h * 0.99 or len(cells) < 3 else own
        slot = Area(cell.x, cell.y, cell.w, cell.h - caption)
        if slot.h < cell.h * 0.55 or (canvas.roomy and slot.h < slot.w * 0.5):
            raise TooFull
        place = place_picture(canvas, slot, image)
        canvas.text(cell.x, place.bottom + small * 0.4, cell.w, image.caption, "small")


GALLERY = Layout("gallery", "picture", takes, lay)
