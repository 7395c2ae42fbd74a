"""Blocks told in Markdown, with as few signs escaped as it takes."""

import re
import unicodedata
from collections.abc import Sequence

from hengcai.assessment.formats.markup.blocks import Block, Piece

MARKS = ("s", "/s", "e", "/e")
_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?=[#>+=~|:-])|(?<=\d)(?=[.)])")
_NUMBERED = re.compile(r"(\d{1,9})([.)])")


def markdown_of(blocks: Sequence[Block]) -> str:
    """Two lists beside each other take turns with their signs, else they would be one."""
    told, turn = [], 0
    for place, one in enumerate(blocks):
        before = blocks[place - 1].kind if place else ""
        turn = 1 - turn if before == one.kind and one.kind in ("ul", "ol", "quote") else 0
        told.append(_told(one, turn=bool(turn)))
    return "\n\n".join(told)


def _told(block: Block, *, turn: bool) -> str:
    if block.kind == "p":
        return inline(block.pieces)
    if block.kind == "hr":
        return "***"
    if block.kind == "pre":
        return _fenced(block.pieces[0][1])
    if block.kind == "quote":
        return _indented(markdown_of(block.inner[0]), first="> ", then="> ")
    if block.kind in ("ul", "ol"):
        return _listed(block, turn=turn)
    return f"{'#' * int(block.kind[1])} {inline(block.pieces, is_heading=True)}"


def _listed(block: Block, *, turn: bool) -> str:
    sign = ")" if turn else "."
    entries = []
    for place, inner in enumerate(block.inner):
        marker = f"{block.start + place}{sign} " if block.kind == "ol" else ("+ " if turn else "- ")
        entries.append(_indented(markdown_of(inner), first=marker, then=" " * len(marker)))
    is_short = all(len(inner) == 1 and inner[0].kind == "p" for inner in block.inner)
    return ("\n" if is_short else "\n\n").join(entries)


def _indented(text: str, *, first: str, then: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(then + line if line else then.rstrip() for line in lines[1:])])


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def inline(pieces: Sequence[Piece], *, is_heading: bool = False) -> str:
    """Escaped throughout; `texts` tries without where there are no marks."""
    out, emphasis = "", "*"
    for place, one in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else ("",)
        if one[0] == "t":
            out += _escaped(one[1], at_start=not out or out.endswith("\n"), before_link=after[0] in ("l", "i"))
        elif one[0] == "b":
            out += "\\\n"
        elif one[0] in MARKS:
            emphasis = _emphasis(out, pieces[place:]) if one[0] == "e" else emphasis
            sign = emphasis if one[0].endswith("e") else "**"
            out = _opened(out, sign, pieces[place + 1 :]) if one[0] in "se" else _closed(out, sign, after)
        else:
            out += _other(one, pieces, place)
    return re.sub(r"(#+)$", _escape_hashes, out) if is_heading else out


def _escape_hashes(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in match[1])


def _other(one: Piece, pieces: Sequence[Piece], place: int) -> str:
    if one[0] == "c":
        return _code(one[1])
    if one[0] == "i":
        return f"![{_SPECIAL.sub(_backslash, one[2])}](<{_address(one[1])}>)"
    if one[0] == "l":
        return "["
    opening = next(before for before in reversed(pieces[:place]) if before[0] == "l")
    title = opening[2].replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f"](<{_address(opening[1])}>" + (f' "{title}")' if title else ")")


def _address(text: str) -> str:
    return re.sub(r"[<>\\\s]", lambda match: f"%{ord(match[0]):02X}", text).replace("&", "&amp;")


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    runs = {len(run) for run in re.findall(r"`+", text)}
    size = next(size for size in range(1, longest + 2) if size not in runs)
    is_padded = text.startswith("`") or text.endswith("`") or (text[0] == text[-1] == " " and text.strip())
    inner = f" {text} " if is_padded else text
    return f"{'`' * size}{inner}{'`' * size}"


def _backslash(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _escaped(text: str, *, at_start: bool, before_link: bool) -> str:
    told = _SPECIAL.sub(_backslash, text)
    if before_link and told.endswith("!"):
        told = f"{told[:-1]}\\!"
    if at_start and told[:1] in "#>+=~-|:" and told:
        return f"\\{told}"
    return _NUMBERED.sub(r"\1\\\2", told, count=1) if at_start and _NUMBERED.match(told) else told


def _is_word(sign: str) -> bool:
    return bool(sign) and not sign.isspace() and not _is_punctuation(sign)


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _emphasis(out: str, rest: Sequence[Piece]) -> str:
    """`_` keeps apart from `**` beside it, and is none within a word."""
    end = next(place for place, piece in enumerate(rest) if piece[0] == "/e")
    behind = rest[end + 1] if end + 1 < len(rest) else ("",)
    is_within = (out and _is_word(out[-1])) or (behind[0] == "t" and _is_word(behind[1][:1]))
    return "*" if is_within else "_"


def _opened(out: str, sign: str, rest: Sequence[Piece]) -> str:
    """A mark opens before a sign of punctuation only where no letter stands before it: then that is told by its number."""
    begins = next((piece for piece in rest if piece[0] not in MARKS), ("",))
    first = begins[1][:1] if begins[0] == "t" else "`"
    if out and _is_word(out[-1]) and first and _is_punctuation(first):
        out = f"{out[:-1]}&#{ord(out[-1])};"
    return out + sign


def _closed(out: str, sign: str, after: Piece) -> str:
    """The same at its end: what stands behind is told by its number once it is there (`numbered`)."""
    follows = after[1][:1] if after[0] == "t" else ""
    hides = bool(follows) and _is_word(follows) and _is_punctuation(out[-1])
    return f"{out}{sign}\0" if hides else out + sign


def numbered(text: str) -> str:
    """The sign behind each mark that would not close, by its number."""
    return re.sub("\0(.)", lambda match: f"&#{ord(match[1])};", text, flags=re.DOTALL)
