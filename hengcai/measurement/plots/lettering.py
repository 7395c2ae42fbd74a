"""Words in a drawing: made harmless, measured roughly, shortened or broken so that they stay inside."""

import unicodedata
from html import escape

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"
WIDE, MARK = 1.0, 0.0
SLACK = 0.01  # rooms are sums of widths
NARROW_SIGNS, BROAD_SIGNS = set("iIjl.,:;|!'()[]ft "), set("mwMW@%—…")
NARROW, BROAD, UPPER, USUAL = 0.36, 0.98, 0.74, 0.6  # of the type's size; a little more than system fonts take


def clean(words: object) -> str:
    """Without control, direction and private signs, which XML forbids or which turn a line round."""
    return "".join(_harmless(sign) for sign in str(words)).strip()


def safe(words: object) -> str:
    """Ready to stand in SVG as text or as an attribute."""
    return escape(clean(words), quote=True)


def width_of(words: str, size: float) -> float:
    return size * sum(_share(sign) for sign in words)


def fitted(words: object, room: float, size: float) -> str:
    """The words, or as many of them as the room holds with an ellipsis behind."""
    told = clean(words)
    if width_of(told, size) <= room + SLACK:
        return told
    kept = told
    while kept and width_of(kept + ELLIPSIS, size) > room + SLACK:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if kept else ""


def broken(words: object, room: float, size: float, *, most: int = 2) -> list[str]:
    """At most so many lines; Chinese breaks anywhere, other words between words; the last line ends with an ellipsis."""
    lines: list[str] = []
    rest = clean(words)
    while rest and len(lines) < most - 1 and width_of(rest, size) > room:
        cut = _cut(rest, room, size)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*lines, fitted(rest, room, size)] if rest else lines


def _cut(words: str, room: float, size: float) -> int:
    """Where the line ends: after the last whole word that fits, or within one that is longer than the line."""
    fits = 1
    while fits < len(words) and width_of(words[: fits + 1], size) <= room:
        fits += 1
    for cut in range(fits, 0, -1):
        if _may_break(words[cut - 1], words[cut]):
            return cut
    return fits


def _may_break(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return True
    han = _is_wide(before) or _is_wide(after)
    return han and not unicodedata.category(after).startswith("P") and unicodedata.category(before) != "Ps"


def _harmless(sign: str) -> str:
    """Spaces of every width stay; a tab or an end of line is a space."""
    if sign.isprintable() or unicodedata.category(sign) == "Zs":
        return sign
    return " " if sign.isspace() else REPLACEMENT


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def _share(sign: str) -> float:
    if unicodedata.category(sign) == "Mn":
        return MARK
    if unicodedata.east_asian_width(sign) in "WFA":
        return WIDE
    if sign in NARROW_SIGNS:
        return NARROW
    if sign in BROAD_SIGNS or ord(sign) > 0x2E80:
        return BROAD
    return UPPER if sign.isupper() else USUAL
