"""Names: what an address ends in, and what a download is called."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quintet.storage import content_disposition, download_name, file_name, media_type


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Quarterly Report: Q3/2026", "Quarterly-Report-Q3-2026.pdf"),
        ("Ünïcödé  Straße", "Unicode-Strasse.pdf"),
        ("四半期報告", "Untitled.pdf"),
        ("2026年 Plan", "2026-Plan.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("", "Untitled.pdf"),
        ("word " * 100, "-".join(["word"] * 16) + ".pdf"),
    ],
)
def test_an_address_ends_in_the_words_of_the_title(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


@given(st.text())
def test_an_address_ends_in_letters_digits_and_hyphens_whatever_the_title(title: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.pdf", file_name(title, "pdf"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("四半期報告", "四半期報告.pdf"),
        ("a/b\\c: d?", "a b c d.pdf"),
        ("innocent\u202efdp.exe", "innocent fdp.exe.pdf"),
        (" . ", "Untitled.pdf"),
        ("字" * 200, "字" * 66 + ".pdf"),
    ],
)
def test_a_download_keeps_its_script_and_loses_what_no_system_takes(title: str, name: str) -> None:
    assert download_name(title, "pdf") == name


def test_a_plain_name_is_told_plainly() -> None:
    assert content_disposition("Report.pdf") == 'attachment; filename="Report.pdf"'
    assert content_disposition("Report.pdf", inline=True) == 'inline; filename="Report.pdf"'


def test_another_name_is_told_twice() -> None:
    assert content_disposition("Ärger.pdf") == (
        "attachment; filename=\"Arger.pdf\"; filename*=UTF-8''%C3%84rger.pdf"
    )
    assert content_disposition("報告.pdf") == (
        "attachment; filename=\"Untitled.pdf\"; filename*=UTF-8''%E5%A0%B1%E5%91%8A.pdf"
    )


@given(st.text(st.characters(codec="utf-8")))
def test_no_name_can_add_a_header_or_end_its_quotes(name: str) -> None:
    header = content_disposition(f"{name}.pdf")

    assert re.fullmatch(
        r"attachment; filename=\"[ !#-\[\]-~]*\"(; filename\*=UTF-8''[A-Za-z0-9%._~-]+)?", header
    )
    if "filename*" in header:
        assert unquote(header.split("''")[1]) == f"{name}.pdf"


def test_extensions_have_their_media_type_and_strange_ones_none() -> None:
    assert media_type("PDF") == "application/pdf"
    assert media_type("zip") == "application/zip"
    assert media_type("exe") == "application/octet-stream"
