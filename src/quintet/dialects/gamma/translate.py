"""A generation in Gamma's words, and in ours. Pure: no I/O, no framework."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from pydantic import MISSING

from quintet.accounts import Caller, Prices, Standing, WindowName
from quintet.accounts.credits import in_credits
from quintet.accounts.prices import expected_cards
from quintet.dialects.gamma import warnings, wire
from quintet.dialects.gamma.ids import generation_id
from quintet.domain.briefs import DeckBrief, ImageWish, Split
from quintet.domain.deck import Frame, Slot
from quintet.domain.errors import Forbidden, NotFound, OverPlan, Unknown
from quintet.domain.jobs import Failure, Glance, Job, JobState, Order
from quintet.edge import Base, RawHeaders, Said
from quintet.library import doc_id_of, file_id_of
from quintet.studio.themes import THEMES

USUAL_CARDS = 10
PATIENCE = 900.0
"""Seconds. The vendor's clients give up after 180 to 600."""

STATUS: Mapping[JobState, Literal["pending", "completed", "failed"]] = {
    JobState.QUEUED: "pending",
    JobState.RUNNING: "pending",
    JobState.SUCCEEDED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELLED: "failed",
}
SPLIT: Mapping[str | None, Split] = {None: "auto", "auto": "auto", "inputTextBreaks": "breaks"}
EMPTY_OUTPUT = wire.GenerationError(
    message="Failed to generate text. Check your inputs and try again.", statusCode=422
)
BROKEN = wire.GenerationError(
    message="An error occurred while generating the gamma.", statusCode=500
)
FAILURES: Mapping[str, wire.GenerationError] = {"empty": EMPTY_OUTPUT, "no_text": EMPTY_OUTPUT}
"""What is not named here is the server's fault, and said so."""
SUFFIXES: Mapping[WindowName, str] = {"burst": "-burst", "hour": "", "day": "-daily"}


def to_order(body: wire.Generation, caller: Caller, prices: Prices, base: Base) -> Order:
    """Raises Unknown, OverPlan and Forbidden for what this caller cannot have."""
    brief = to_brief(body)
    _keep_to_plan(body, brief, caller, prices)
    return Order(
        dialect="gamma",
        public_id=generation_id(),
        brief=brief,
        price=prices.of("gamma", brief),
        warnings=warnings.of(body),
        base=base,
        patience=PATIENCE,
    )


def to_brief(body: wire.Generation) -> DeckBrief:
    """Every request has its page, so HTML is always made. Raises Unknown for a theme."""
    text = body.textOptions or wire.TextOptions()
    format, split = body.format or "presentation", SPLIT[body.cardSplit]
    return DeckBrief(
        text=body.inputText,
        mode=body.textMode,
        format=format,
        size=warnings.size_of(body),
        cards=int(body.numCards or USUAL_CARDS) if split == "auto" else None,
        split=split,
        amount=text.amount or "medium",
        tone=text.tone or "",
        audience=text.audience or "",
        language=text.language or "en",
        instructions=body.additionalInstructions or "",
        title=body.title or "",
        theme=theme_of(body.themeId),
        frame=Frame() if format == "webpage" else _frame(body.cardOptions),
        images=_images(body.imageOptions),
        exports=(body.exportAs, "html") if body.exportAs else ("html",),
        folders=folders_of(body),
        sharing=body.sharingOptions.model_dump(exclude_none=True) if body.sharingOptions else {},
    )


def theme_of(asked: str | None) -> str:
    """A theme by its id, or by its name in any case, as old clients send it. Raises Unknown."""
    if not asked:
        return "chalk"
    found = _themes_by_name().get(asked.casefold())
    if found is None:
        raise Unknown("themeId", asked)
    return found


def folders_of(body: wire.Generation) -> tuple[str, ...]:
    """The folder of the newer documents and those of the older, each once."""
    newer = [body.folderId] if body.folderId else []
    return tuple(dict.fromkeys([*newer, *(body.folderIds or ())]))


def to_created(job: Job) -> wire.CreateGenerationResponse:
    told = " ".join(job.warnings)
    return wire.CreateGenerationResponse(
        generationId=job.public_id, warnings=told if told else MISSING
    )


def to_pending(job: Job | Glance) -> wire.GenerationStatus:
    """Raises NotFound for a job of another kind: an export has an id of the same form."""
    if job.kind != "deck":
        raise NotFound("job", job.public_id)
    return wire.GenerationStatus(generationId=job.public_id, status=STATUS[job.state])


def to_ended(
    job: Job, available: int, base: Base, export_url: str | None
) -> Said[wire.GenerationStatus]:
    """
    How a generation has ended. `available` is the account's balance in micro-credits. Raises
    NotFound for one whose gamma was deleted: no gamma is without its page.
    """
    told = to_pending(job)
    told.credits = wire.Credits(deducted=in_credits(job.spent), remaining=in_credits(available))
    if job.state is not JobState.SUCCEEDED:
        told.error = to_error(job.failure)
    elif not job.artifacts:
        raise NotFound("job", job.public_id)
    else:
        told.gammaId = file_id_of(job.id)
        told.gammaUrl = gamma_url(base, doc_id_of(job.id))
        told.exportUrl = export_url or MISSING
    return Said(told, noted(job.notes))


def to_error(failure: Failure | None) -> wire.GenerationError:
    return FAILURES.get(failure.code, BROKEN) if failure else BROKEN


def gamma_url(base: str, doc_id: str) -> str:
    return f"{base}/g/{doc_id}"


def noted(notes: tuple[str, ...]) -> Mapping[str, str]:
    """The notes of a job as a header: how many, and as many of their words as fit 1 KB of ASCII."""
    if not notes:
        return {}
    words = " | ".join(" ".join(note.split()) for note in notes)
    ascii_words = "".join(letter if " " <= letter <= "~" else "?" for letter in words)
    return {"x-quintet-notes": f"{len(notes)}; {ascii_words}"[:1024]}


def to_headers(status: int, standing: Standing) -> RawHeaders:
    """Six headers on every answer, whatever its status."""
    headers: RawHeaders = []
    for name, window in standing.items():
        headers += _window_told(name, window.limit, window.left)
    return headers


@lru_cache(maxsize=1024)
def _window_told(name: WindowName, limit: int, left: int) -> tuple[tuple[bytes, bytes], ...]:
    # Remembered: nothing else costs an answer as much, and most answers tell what the last told.
    suffix = SUFFIXES[name]
    return (
        (f"x-ratelimit-limit{suffix}".encode(), b"%d" % limit),
        (f"x-ratelimit-remaining{suffix}".encode(), b"%d" % left),
    )


@cache
def _themes_by_name() -> Mapping[str, str]:
    by_name = {theme.name.casefold(): id for id, theme in THEMES.items()}
    return by_name | {id.casefold(): id for id in THEMES}


def _keep_to_plan(body: wire.Generation, brief: DeckBrief, caller: Caller, prices: Prices) -> None:
    if (body.numCards or 0) > caller.most_cards:
        raise OverPlan("numCards", caller.most_cards)
    if expected_cards(brief) > caller.most_cards:
        raise OverPlan("inputText", caller.most_cards)
    model = brief.images.model
    if model and model not in models_of(caller, prices):
        raise Forbidden("image model", model)


def models_of(caller: Caller, prices: Prices) -> list[str]:
    """The image models of a caller's plan. Keys come with Pro or better: only Ultra's are apart."""
    priced = prices.price("gamma", "deck").models
    return [
        model
        for model, price in priced.items()
        if price.plan != "ultra" or caller.plan.name == "ultra"
    ]


def _images(options: wire.ImageOptions | None) -> ImageWish:
    if options is None:
        return ImageWish()
    preset = options.stylePreset
    style = options.style if preset in (None, "custom") else preset
    return ImageWish(source=options.source or "aiGenerated", model=options.model, style=style or "")


def _frame(options: wire.CardOptions | None) -> Frame:
    asked = options.headerFooter if options else None
    if asked is None:
        return Frame()
    return Frame(
        slots={place: _slot(each) for place, each in warnings.slots_of(options).items()},
        hide_on_first=bool(asked.hideFromFirstCard),
        hide_on_last=bool(asked.hideFromLastCard),
    )


def _slot(element: wire.HeaderFooterElement) -> Slot:
    size = element.size or "md"
    if element.type == "text":
        return Slot("text", element.value or "", size)
    if element.type == "image":
        return Slot("image", element.src or "themeLogo", size)
    return Slot("number", "", size)
