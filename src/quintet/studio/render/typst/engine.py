"""The typst compiler in this process, with our fonts and no others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

import typst
from pydantic_core import to_json

from quintet.domain.pages import Pages
from quintet.studio.render.typst.scene import scene
from quintet.studio.type.faces import FONTS

PROGRAM = Path(__file__).with_name("draw.typ").read_bytes()
ROOT = "/"
"""Pictures lie wherever the recipe put them; the fixed program opens only those it is given."""


@cache
def _fonts() -> typst.Fonts:
    """Read once in a process; no system fonts, so that all machines draw alike."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS)],
    )


def _compiler(pages: Pages, pictures: Mapping[str, Path]) -> typst.Compiler:
    inputs = {"scene": to_json(scene(pages, pictures)).decode()}
    return typst.Compiler(
        input=PROGRAM,
        root=ROOT,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )


def compile_pdf(pages: Pages, pictures: Mapping[str, Path]) -> bytes:
    """
    As PDF/UA-1 where that is possible. It is not when a letter is in none of our fonts: then the
    file is tagged all the same, but makes no such claim.
    """
    compiler = _compiler(pages, pictures)
    try:
        made = compiler.compile(input=PROGRAM, format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        made = compiler.compile(input=PROGRAM, format="pdf")
    return cast("bytes", made)


def compile_png(pages: Pages, pictures: Mapping[str, Path], per_inch: float) -> list[bytes]:
    """One PNG a page, at `per_inch` pixels to 72 points."""
    compiler = _compiler(pages, pictures)
    made = compiler.compile(input=PROGRAM, format="png", ppi=per_inch)
    return made if isinstance(made, list) else [cast("bytes", made)]
