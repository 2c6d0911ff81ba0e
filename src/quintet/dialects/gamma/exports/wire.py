"""Exports of gammas that are there, field for field as they travel."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING, BaseModel

from quintet.dialects.gamma.choices import ExportFormat
from quintet.dialects.gamma.wire import Asked


class Export(Asked):
    exportAs: ExportFormat


class ExportCreated(BaseModel):
    exportId: str


class ExportError(BaseModel):
    reason: Literal["render_timeout", "export_failed", "deck_too_large", "no_content"]
    message: str
    statusCode: int


class ExportStatus(BaseModel):
    exportId: str
    exportAs: ExportFormat
    status: Literal["pending", "completed", "failed"]
    gammaId: str
    exportUrl: str | MISSING = MISSING
    error: ExportError | MISSING = MISSING
