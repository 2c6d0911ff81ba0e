"""Quotes, dashes and spaces as the language sets them (docs/looks.md, 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from quintet.domain.deck import (
    Block,
    Bullets,
    Card,
    Columns,
    Figure,
    Heading,
    Numbered,
    Quote,
    Rich,
    Table,
    Text,
    plain,
)
from quintet.studio.writer.runs import merged

NBSP, THIN = "\u00a0", "\u202f"


@dataclass(frozen=True, slots=True)
class Setting:
    """Outer and inner quotes, each opening and closing, and the dash between clauses."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    dash: str = " – "


GERMAN = Setting(("„", "“"), ("‚", "‘"))
ANGLED = Setting(("«", "»"), ("“", "”"))
POLISH = Setting(("„", "”"), ("«", "»"))
NORDIC = Setting(("”", "”"), ("’", "’"))
CHINESE = Setting(dash="——")
CORNERS = Setting(("「", "」"), ("『", "』"), "——")
SETTINGS: Mapping[str, Setting] = {
    "en": Setting(dash="—"),
    "en-gb": Setting(("‘", "’"), ("“", "”")),
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "hr", "is", "lt", "et"), GERMAN),
    "fr": Setting((f"«{THIN}", f"{THIN}»"), ("“", "”")),
    **dict.fromkeys(("ca", "it", "pt-pt", "el", "nb", "ar", "fa", "ur"), ANGLED),
    "es": replace(ANGLED, dash=" — "),
    "ru": Setting(("«", "»"), ("„", "“"), " — "),
    "uk": Setting(("«", "»"), ("„", "“")),
    "da": ANGLED,
    **dict.fromkeys(("pl", "ro", "hu"), POLISH),
    **dict.fromkeys(("sv", "fi", "he"), NORDIC),
    "zh": CHINESE,
    "zh-tw": CORNERS,
    "ja": replace(CORNERS, dash="―"),
}
"""By language, then by its first part; all others as Setting() says."""

OPENS_AFTER = re.compile(r"[\s(\[{—–\-/«„“‘‚¿¡\u00a0\u202f]")
SPACED_HYPHEN = re.compile(r"(?<=\S) (?:-{1,3}|–) (?=\S)|(?<=\w)(?:--|---)(?=\w)")
RANGE = re.compile(
    r"(?<![\w./:-])((?:19|20)\d\d|\d{1,3})-((?:19|20)\d\d|\d{1,3})(?![\w/:-])(?!\.\d)"
)
FRACTION = re.compile(r"(?<![\d/.,])([13])/([24])(?![\d/.,]\d|\d|/)")
FRACTIONS = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
UNIT = re.compile(
    r"(?<=\d) (?=[%‰€$£]|(?:°C|°F|km|m|cm|mm|kg|g|t|l|ml|h|min|s|ms|kWh|MWh|GWh|kW|MW|GW|GB|MB|"
    r"TB|bn|mn|million|billion|Mio|Mrd|EUR|USD|CHF)\b)"
)
INITIAL = re.compile(r"(?<![\w.])([A-ZÀ-ÞΑ-ΩА-Я]\.) (?=[A-ZÀ-ÞΑ-ΩА-Я])")
FRENCH_MARK = re.compile(r"(?<=[\w\d»\")])[ \u00a0\u202f]?([;!?]+)(?=\s|$)")
FRENCH_COLON = re.compile(r"(?<=[\w\d»\")])[ \u00a0]?:(?=\s|$)")
PARTNER = re.compile(r"\S'(?!\w)")
LONGEST_LAST_WORD = 4


def setting_of(language: str) -> Setting:
    return SETTINGS.get(language) or SETTINGS.get(language.split("-")[0]) or Setting()


def set_text(text: str, language: str, before: str = "") -> str:
    """`text` as it is set in print. `before` is the character it follows, if any."""
    setting = setting_of(language)
    text = text.replace("...", "…")
    text = SPACED_HYPHEN.sub(setting.dash, text)
    text = RANGE.sub(r"\1–\2", text)
    text = FRACTION.sub(lambda found: FRACTIONS.get(found.group(), found.group()), text)
    text = _quoted(text, setting, before)
    text = INITIAL.sub(rf"\1{NBSP}", UNIT.sub(NBSP, text))
    if language.split("-")[0] == "fr":
        text = FRENCH_COLON.sub(f"{NBSP}:", FRENCH_MARK.sub(rf"{THIN}\1", text))
    return text


def _quoted(text: str, setting: Setting, before: str) -> str:
    """Straight quotes turned: opening after white space or a bracket, else closing."""
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    for at, character in enumerate(text):
        last = text[at - 1] if at else before
        opens = not last or OPENS_AFTER.match(last) is not None
        if character == '"':
            out.append(setting.outer[0 if opens else 1])
        elif character == "'":
            paired = opens and _closed_later(text, at)
            out.append(setting.inner[0] if paired else "’")
        else:
            out.append(character)
    return "".join(out)


def _closed_later(text: str, at: int) -> bool:
    """Whether a single quote has a partner soon, or is an apostrophe."""
    return PARTNER.search(text, at + 1, at + 200) is not None


def set_rich(text: Rich, language: str) -> Rich:
    """Every run but code and addresses; a run's first quote looks at the run before."""
    runs = []
    before = ""
    for run in text:
        if not run.code and run.text != run.link:
            run = replace(run, text=set_text(run.text, language, before))
        runs.append(run)
        before = run.text[-1:] or before
    return merged(runs)


def set_title(text: Rich, language: str) -> Rich:
    """Also, the last word does not stand alone when it is short."""
    text = set_rich(text, language)
    words = plain(text)
    head, space, last = words.rpartition(" ")
    if (
        not space
        or len(last) > LONGEST_LAST_WORD
        or " " not in head
        or not text[-1].text.endswith(" " + last)
    ):
        return text
    final = text[-1].text[: -len(last) - 1]
    return (*text[:-1], replace(text[-1], text=f"{final}{NBSP}{last}"))


def set_card(card: Card, language: str) -> Card:
    return replace(
        card,
        title=set_title(card.title, language),
        subtitle=set_rich(card.subtitle, language),
        eyebrow=card.eyebrow if "/" in card.eyebrow else set_text(card.eyebrow, language),
        blocks=tuple(_set_block(block, language) for block in card.blocks),
    )


def _set_block(block: Block, language: str) -> Block:
    def put(text: Rich) -> Rich:
        return set_rich(text, language)

    match block:
        case Text() | Heading() | Quote():
            return replace(block, text=put(block.text))
        case Bullets() | Numbered():
            items = tuple(replace(item, text=put(item.text)) for item in block.items)
            return replace(block, items=items)
        case Columns():
            columns = (replace(c, heading=put(c.heading), text=put(c.text)) for c in block.columns)
            return replace(block, columns=tuple(columns))
        case Figure():
            return replace(block, label=set_text(block.label, language))
        case Table():
            rows = tuple(tuple(map(put, row)) for row in block.rows)
            return replace(block, header=tuple(map(put, block.header)), rows=rows)
        case _:
            return block
