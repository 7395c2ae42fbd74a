"""Which font has a character: the house's own has most, what the machine has besides comes second.

Names are written with characters that no one font has all of. Second are Noto Sans CJK, whose Chinese cut is the house's
own font with more characters, and Hanazono, which has nearly all there are but is a Ming: used only where nothing else is.
"""

import mmap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from hengcai.paper.font import code_points

SECOND = (  # file, family
    ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
    ("HanaMinA.ttf", "HanaMinA"),
    ("HanaMinB.ttf", "HanaMinB"),
)
OF_THE_PAGE = frozenset("\n\t")


@dataclass(frozen=True)
class Covered:
    """What is set in another font than the house's own: its families and folders; `missing` is in none."""

    families: tuple[str, ...]
    folders: tuple[str, ...]
    missing: frozenset[str]


def covered(texts: Iterable[str]) -> Covered:
    """Other fonts are looked for only when something is wanted of them; nearly no paper does."""
    lacking = {ord(character) for text in texts for character in text if character not in OF_THE_PAGE}
    lacking -= covered_characters()
    families: list[str] = []
    folders: list[str] = []
    for family, path in second_fonts() if lacking else ():
        if had := _had(path, lacking):
            lacking -= had
            families.append(family)
            folders.append(str(path.parent))
    return Covered(tuple(families), tuple(dict.fromkeys(folders)), frozenset(map(chr, lacking)))


@lru_cache(maxsize=1)
def covered_characters() -> frozenset[int]:
    """The code points of the house's own font, read from its character map (OpenType cmap, format 12 or 4)."""
    return frozenset(code_points((settings.FONTS / "regular.ttf").read_bytes()))


def second_fonts() -> Iterator[tuple[str, Path]]:
    """Those of the known ones that the machine has."""
    for name, family in SECOND:
        found = next(settings.SYSTEM_FONTS.rglob(name), None)
        if found is not None:
            yield family, found


def _had(path: Path, wanted: set[int]) -> set[int]:
    """Read through a map of the file: it has tens of megabytes, of which this needs a few hundred kilobytes."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as font:
        return wanted.intersection(code_points(font))


def named(character: str) -> str:
    """As its code, and itself before it where it can be seen: a font of the reader's own may have it."""
    code = f"U+{ord(character):04X}"
    return f"{character} {code}" if unicodedata.category(character)[0] in "LNPS" else code
