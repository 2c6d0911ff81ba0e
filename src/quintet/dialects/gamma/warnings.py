"""
What a request asks for and will not get, known when it is accepted.

First the sentences that Gamma documents, word for word, then those in its manner that it leaves
unsaid, then what this server cannot do. None of them stops a job.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from quintet.dialects.gamma import wire
from quintet.domain.deck import CardSize, DeckFormat, SlotPlace

SIZES: Mapping[DeckFormat, tuple[CardSize, ...]] = {
    "presentation": ("16x9", "4x3", "fluid"),
    "document": ("pageless", "letter", "a4", "fluid"),
    "social": ("1x1", "4x5", "9x16"),
    "webpage": ("fluid",),
}
"""The valid dimensions of each format, in the order in which Gamma prints them."""
USUAL_SIZE: Mapping[DeckFormat, CardSize] = {
    "presentation": "fluid",
    "document": "fluid",
    "social": "4x5",
    "webpage": "fluid",
}
PLACES: tuple[SlotPlace, ...] = (
    *("topLeft", "topCenter", "topRight"),
    *("bottomLeft", "bottomCenter", "bottomRight"),
)
NO_TEXT_MODEL = "no text model is configured"
NO_IMAGE_MODEL = "no image model is configured"
SEARCHED = {
    "webAllImages": "this server does not search the web for pictures",
    "webFreeToUse": "this server does not search the web for pictures",
    "webFreeToUseCommercially": "this server does not search the web for pictures",
    "pictographic": "this server has no access to Pictographic",
    "giphy": "this server has no access to GIPHY",
    "pexels": "this server has no access to Pexels",
    "placeholder": "this server leaves no empty places for pictures",
    "themeAccent": "the themes of this server have no accent images",
}


def of(body: wire.Generation) -> tuple[str, ...]:
    """Every warning for a request, in order."""
    return (*_documented(body), *_in_its_manner(body), *_beyond_us(body))


def size_of(body: wire.Generation) -> CardSize:
    """The dimensions that will be used."""
    format = body.format or "presentation"
    asked = body.cardOptions.dimensions if body.cardOptions else None
    return asked if asked in SIZES[format] else USUAL_SIZE[format]


def slots_of(options: wire.CardOptions | None) -> Mapping[SlotPlace, wire.HeaderFooterElement]:
    """The places of the header and footer that something was asked for."""
    asked = options.headerFooter if options else None
    if asked is None:
        return {}
    slots = {place: getattr(asked, place) for place in PLACES}
    return {place: slot for place, slot in slots.items() if slot}


def _documented(body: wire.Generation) -> Iterator[str]:
    format = body.format or "presentation"
    asked = body.cardOptions.dimensions if body.cardOptions else None
    if asked and asked not in SIZES[format]:
        yield (
            f"cardOptions.dimensions {asked} is not valid for format {format}."
            f" Valid dimensions are: [ {', '.join(SIZES[format])} ]."
            f" Using default: {USUAL_SIZE[format]}."
        )
    images = body.imageOptions
    if images and images.source not in (None, "aiGenerated") and (images.model or images.style):
        yield (
            "imageOptions.model and imageOptions.style are ignored"
            " when imageOptions.source is not aiGenerated."
        )
    useless = {"preserve": ("amount", "tone", "audience"), "condense": ("tone", "audience")}
    if sent := _sent(body.textOptions, "textOptions", useless.get(body.textMode, ())):
        yield f"{_and(sent)} {_are(sent)} ignored when textMode is {body.textMode}."


def _in_its_manner(body: wire.Generation) -> Iterator[str]:
    images = body.imageOptions
    if images and images.style and images.stylePreset not in (None, "custom"):
        yield "imageOptions.style is ignored when imageOptions.stylePreset is not custom."
    if body.numCards is not None and body.cardSplit == "inputTextBreaks":
        yield "numCards is ignored when cardSplit is inputTextBreaks."
    if body.format == "webpage" and body.cardOptions and body.cardOptions.headerFooter:
        yield "cardOptions.headerFooter is ignored when format is webpage."


def _beyond_us(body: wire.Generation) -> Iterator[str]:
    if body.textMode == "generate":
        told = _sent(body.textOptions, "textOptions", ("tone", "audience"))
        if told:
            yield _not_applied(told, NO_TEXT_MODEL)
    if body.additionalInstructions:
        yield from _instructions(body.additionalInstructions)
    yield from _pictures(body.imageOptions)
    if any(slot.source == "themeLogo" for slot in slots_of(body.cardOptions).values()):
        yield _not_applied(
            ["cardOptions.headerFooter source themeLogo"], "the themes of this server have no logo"
        )
    if body.sharingOptions:
        yield from _sharing(body.sharingOptions)
    if body.pages:
        yield "pages was not applied: this server makes gammas of one page, from inputText."
    if body.publish:
        yield "publish was not applied: this server publishes no sites."


def _instructions(words: str) -> Iterator[str]:
    # Imported at first use: few requests have any, and the writer is large.
    from quintet.studio.writer.instructions import wishes_of

    unknown = wishes_of(words).unknown
    if unknown:
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        said = ", ".join(f"“{shorten(each, 90, placeholder=' …')}”" for each in unknown[:3])
        yield f"additionalInstructions was not applied where it says {said}{more}: {NO_TEXT_MODEL}."


def _pictures(images: wire.ImageOptions | None) -> Iterator[str]:
    if images is None or images.source == "noImages":
        return
    if images.source in SEARCHED:
        yield _not_applied([f"imageOptions.source {images.source}"], SEARCHED[images.source])
        return
    told = _sent(images, "imageOptions", ("model", "style", "stylePreset"))
    if images.source:
        told.insert(0, "imageOptions.source aiGenerated")
    if told:
        yield _not_applied(told, NO_IMAGE_MODEL)


def _sharing(sharing: wire.SharingOptions) -> Iterator[str]:
    told = _sent(sharing, "sharingOptions", ("workspaceAccess",))
    # To be seen by whoever has the link is what happens to every gamma here.
    if sharing.externalAccess not in (None, "view"):
        told.append("sharingOptions.externalAccess")
    if told:
        yield _not_applied(told, "whoever has the link to a gamma of this server can view it")
    if sharing.emailOptions:
        yield _not_applied(["sharingOptions.emailOptions"], "this server sends no e-mail")
    if sharing.enableSearchEngineIndexing:
        yield _not_applied(
            ["sharingOptions.enableSearchEngineIndexing"], "search engines are asked to stay away"
        )


def _sent(options: wire.Asked | None, name: str, fields: Sequence[str]) -> list[str]:
    """Which of these fields came with a value."""
    if options is None:
        return []
    return [f"{name}.{field}" for field in fields if getattr(options, field) is not None]


def _not_applied(told: Sequence[str], why: str) -> str:
    was = "was" if len(told) == 1 else "were"
    return f"{_and(told)} {was} not applied: {why}."


def _are(told: Sequence[str]) -> str:
    return "is" if len(told) == 1 else "are"


def _and(told: Sequence[str]) -> str:
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last
