"""One more file of a deck that is there: the same brief in another format, and no new deck."""

from __future__ import annotations

from dataclasses import replace

from quintet import library
from quintet.database import Transaction
from quintet.domain.briefs import ExportBrief
from quintet.domain.errors import JobFailed
from quintet.domain.jobs import Job
from quintet.jobs import Attempt, Product
from quintet.recipes.deck import file_deck
from quintet.recipes.tools import Tools


async def make_export(attempt: Attempt, tools: Tools) -> Product:
    """
    Its result is the file id of the deck, so that who deletes the deck finds its files. One whose
    deck was deleted meanwhile fails: nothing may be left of that.
    """
    brief = ExportBrief.model_validate_json(attempt.job.brief)
    product = await file_deck(attempt, tools, brief.deck)

    async def record(tx: Transaction, job: Job) -> None:
        if not await library.is_there(tx, brief.of):
            raise JobFailed("deleted", "The deck was deleted before it was exported.")

    return replace(product, spent=0, result=brief.of, record=record)
