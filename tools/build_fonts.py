"""
Make `src/quintet/data/fonts/`: static Regular and Bold files of every family the studio sets.

Run by hand when a pin below changes; its output is committed. It needs fontTools, pip and npm:

    python tools/build_fonts.py

A family whose licence reserves its name is taken as published, unchanged. The others are cut from
their variable file (one file for each weight), and the Chinese, Japanese and Korean ones are cut
down to the characters of their national standards.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).parents[1] / "src/quintet/data/fonts"
EPOCH = 3_786_912_000  # 2024-01-01 in seconds since 1904: the same input gives the same bytes.


@dataclass(frozen=True, slots=True)
class Family:
    """
    One family. `package` is "name==version" of a Python wheel, or "@scope/name@version" of an npm
    package. `axes` pins the axes of a variable file; `bold` is the weight of its bold cut, None
    where there is none; `charset` names the codec whose characters are kept.
    """

    name: str
    package: str
    axes: Mapping[str, float] = field(default_factory=dict)
    bold: int | None = 700
    variable: bool = True
    charset: str = ""


def _wheel(name: str, version: str) -> str:
    return f"fontpkg-{name}=={version}"


def _npm(name: str, version: str) -> str:
    return f"@expo-google-fonts/{name}@{version}"


FAMILIES = (
    Family("Archivo", _wheel("archivo", "2.1"), {"wdth": 100}),
    Family("Bricolage Grotesque", _wheel("bricolage-grotesque", "1.1"), {"opsz": 48, "wdth": 100}),
    Family("DM Sans", _wheel("dm-sans", "4.4"), {"opsz": 14}),
    Family("DM Serif Display", _wheel("dm-serif-display", "5.200"), bold=None, variable=False),
    Family("Fraunces", _wheel("fraunces", "1.0"), {"opsz": 72, "SOFT": 0, "WONK": 0}, bold=600),
    Family("Fredoka", _wheel("fredoka", "2.1"), {"wdth": 100}, bold=600),
    Family("IBM Plex Sans", _npm("ibm-plex-sans", "0.4.1"), variable=False),
    Family("IBM Plex Sans Arabic", _wheel("ibm-plex-sans-arabic", "1.101"), variable=False),
    Family("Inter", _wheel("inter", "4.1.post1"), {"opsz": 20}),
    Family("JetBrains Mono", _wheel("jetbrains-mono", "2.211")),
    Family("Lora", _npm("lora", "0.4.2"), variable=False),
    Family("Manrope", _wheel("manrope", "4.505")),
    Family("Nunito", _wheel("nunito", "3.602")),
    Family("Playfair Display", _npm("playfair-display", "0.4.2"), variable=False),
    Family("Plus Jakarta Sans", _wheel("plus-jakarta-sans", "2.71")),
    Family("Sora", _wheel("sora", "2.0"), bold=600),
    Family("Source Sans 3", _npm("source-sans-3", "0.4.1"), variable=False),
    Family("Source Serif 4", _npm("source-serif-4", "0.4.1"), variable=False),
    Family("Space Grotesk", _wheel("space-grotesk", "2.0")),
    Family("Noto Sans Arabic", _wheel("noto-sans-arabic", "2.12"), {"wdth": 100}),
    Family("Noto Sans Devanagari", _wheel("noto-sans-devanagari", "2.7"), {"wdth": 100}),
    Family("Noto Sans Thai", _wheel("noto-sans-thai", "2.2"), {"wdth": 100}),
    Family("Noto Sans Hebrew", _npm("noto-sans-hebrew", "0.4.1"), variable=False),
    Family("Noto Sans Bengali", _npm("noto-sans-bengali", "0.4.4"), variable=False),
    Family("Noto Sans Gujarati", _npm("noto-sans-gujarati", "0.4.2"), variable=False),
    Family("Noto Sans Gurmukhi", _npm("noto-sans-gurmukhi", "0.4.1"), variable=False),
    Family("Noto Sans Kannada", _npm("noto-sans-kannada", "0.4.3"), variable=False),
    Family("Noto Sans Malayalam", _npm("noto-sans-malayalam", "0.4.2"), variable=False),
    Family("Noto Sans Tamil", _npm("noto-sans-tamil", "0.4.3"), variable=False),
    Family("Noto Sans Telugu", _npm("noto-sans-telugu", "0.4.2"), variable=False),
    Family("Noto Sans Armenian", _npm("noto-sans-armenian", "0.4.2"), variable=False),
    Family("Noto Sans Georgian", _npm("noto-sans-georgian", "0.4.3"), variable=False),
    Family("Noto Sans Symbols 2", _npm("noto-sans-symbols-2", "0.4.1"), bold=None, variable=False),
    Family("Noto Emoji", _npm("noto-emoji", "0.4.7"), bold=None, variable=False),
    Family("Noto Sans SC", _npm("noto-sans-sc", "0.4.3"), variable=False, charset="gb2312"),
    Family("Noto Sans TC", _npm("noto-sans-tc", "0.4.3"), variable=False, charset="big5"),
    Family("Noto Sans JP", _npm("noto-sans-jp", "0.4.3"), variable=False, charset="shift_jis"),
    Family("Noto Sans KR", _npm("noto-sans-kr", "0.4.3"), variable=False, charset="euc_kr"),
)


def files_of(package: str) -> dict[str, bytes]:
    """Every file of a package, by its path inside."""
    with tempfile.TemporaryDirectory() as folder:
        if package.startswith("@"):
            subprocess.run(["npm", "pack", "-s", package], cwd=folder, check=True)
            found = next(Path(folder).glob("*.tgz"))
            with tarfile.open(found) as archive:
                return {
                    each.name: stream.read()
                    for each in archive.getmembers()
                    if each.isfile() and (stream := archive.extractfile(each))
                }
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", package]
        subprocess.run(command, cwd=folder, check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}


def licence_of(files: Mapping[str, bytes]) -> bytes:
    for name in ("LICENSE_FONT", "LICENSE", "OFL.txt"):
        for path, content in files.items():
            if path.rpartition("/")[2] == name:
                return content
    raise SystemExit("A package without a licence.")


def cuts(family: Family, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Style and bytes of the static files of a family."""
    upright = {n: c for n, c in files.items() if n.endswith(".ttf") and "Italic" not in n}
    for style, weight in (("Regular", 400), ("Bold", family.bold)):
        if weight is None:
            continue
        if family.variable:
            (variable,) = upright.values()
            yield style, _cut(variable, family, style, weight)
        else:
            ends = (f"-{style}.ttf", f"_{weight}{style}.ttf")
            (content,) = (c for n, c in upright.items() if n.endswith(ends))
            yield style, _subset(content, family.charset) if family.charset else content


def _cut(variable: bytes, family: Family, style: str, weight: int) -> bytes:
    font = TTFont(io.BytesIO(variable), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {**family.axes, "wght": weight})
    _rename(font, family.name, style)
    return _saved(font)


def _subset(content: bytes, charset: str) -> bytes:
    wanted = set(range(0x20, 0x250)) | set(range(0x2010, 0x2070)) | set(range(0xFF00, 0xFFF0))
    wanted |= {char for char in range(0x80, 0x10000) if _is_common(chr(char), charset)}
    options = subset.Options(layout_features=["*"], notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return _saved(font)


def _is_common(char: str, charset: str) -> bool:
    """Two bytes in the national standard; of Big5, whose second level is rare, only the first."""
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and (charset != "big5" or code[0] <= 0xC6)


def _rename(font: TTFont, family: str, style: str) -> None:
    """Name a cut so that every program finds it as the Regular or the Bold of its family."""
    names = font["name"]
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    names.removeNames(platformID=1)
    full = f"{family} {style}"
    for number, text in ((1, family), (2, style), (4, full), (6, full.replace(" ", "-"))):
        names.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    # fsSelection: bit 5 bold, bit 6 regular, bit 0 italic. fsType 0: may be embedded.
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["OS/2"].fsType = 0
    font["head"].macStyle = 1 if bold else 0


def _saved(font: TTFont) -> bytes:
    font["head"].modified = EPOCH
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    for family in FAMILIES:
        stem = family.name.replace(" ", "")
        if wanted and stem not in wanted:
            continue
        files = files_of(family.package)
        for style, content in cuts(family, files):
            (TARGET / f"{stem}-{style}.ttf").write_bytes(content)
        (TARGET / f"LICENSE-{stem}.txt").write_bytes(licence_of(files))
        print(family.name, family.package)


if __name__ == "__main__":
    main()
