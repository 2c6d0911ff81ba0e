"""Gallery: two to six pictures with captions, heights or widths alike."""

from __future__ import annotations

from collections.abc import Sequence

from quintet.domain.deck import Image
from quintet.studio.layout.area import Area
from quintet.studio.layout.canvas import Canvas, TooFull
from quintet.studio.layout.crops import MOST_CROPPED, crop_to, lost_part, place_picture
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


def justified(canvas: Canvas, area: Area, shapes: Sequence[float]) -> tuple[Area, ...]:
    """Rows in which pictures of any shape stand whole, all of a row alike in height."""
    gap = canvas.u * 2.5
    count = len(shapes)
    rows = 1 if count < 4 and not canvas.portrait else -(-count // (3 if count > 4 else 2))
    across = -(-count // rows)
    places: list[Area] = []
    for i, row in enumerate(area.rows(rows, gap)):
        here = shapes[i * across : (i + 1) * across]
        room = (area.w - gap * (len(here) - 1)) / sum(here)
        high = min(room, row.h - caption_room(canvas))
        if high < room * (0.95 if canvas.roomy else 0.3):
            raise TooFull
        x = row.x
        for shape in here:
            w = shape * high
            left = row.x + row.right - x - w if canvas.rtl else x
            places.append(Area(left, row.y, w, high + caption_room(canvas)))
            x += w + gap
    return tuple(places)


def _is_lost(canvas: Canvas, size: tuple[int, int], cell: Area) -> bool:
    """Whether too much of a picture would be cut off in a cell."""
    slot = Area(cell.x, cell.y, cell.w, cell.h - caption_room(canvas) / 2)
    return lost_part(crop_to(size, slot)) > MOST_CROPPED


def caption_room(canvas: Canvas) -> float:
    """What a caption of two lines takes."""
    return canvas.size("small") * 3.2


def lay(canvas: Canvas, facts: Facts) -> None:
    images = facts.of(Image)
    area = canvas.area(head(canvas, facts.card))
    sizes = [facts.pictures[image.source] for image in images]
    cells = slots(canvas, area, len(images))
    if any(_is_lost(canvas, size, cell) for size, cell in zip(sizes, cells, strict=True)):
        cells = justified(canvas, area, [size[0] / size[1] for size in sizes])
    small = canvas.size("small")
    captions = [
        canvas.height(image.caption, "small", cell.w) + small * 0.4 if image.caption else 0.0
        for image, cell in zip(images, cells, strict=True)
    ]
    for image, cell in zip(images, cells, strict=True):
        # Neighbours keep their pictures' heights alike: the highest caption of the row counts.
        row = [other for other, one in zip(captions, cells, strict=True) if one.y == cell.y]
        slot = Area(cell.x, cell.y, cell.w, cell.h - max(row))
        if slot.h < cell.h * 0.5 or (canvas.roomy and slot.h < slot.w * 0.5):
            raise TooFull
        place = place_picture(canvas, slot, image)
        canvas.text(cell.x, place.bottom + small * 0.4, cell.w, image.caption, "small")


GALLERY = Layout("gallery", "picture", takes, lay)
