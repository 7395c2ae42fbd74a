"""Number formats of workbooks, as far as they change which id or amount a cell shows: 00000, "CS"0000, 0%, 0.0"小时"."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

_TOKEN = re.compile(r'"([^"]*)"?|[\\!](.)|[_*](.)|\[([^\]]*)\]?|(General|G/通用格式)|(.)', re.DOTALL | re.IGNORECASE)
_HARMLESS = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+|\$[^-]*-?[0-9a-f]*", re.IGNORECASE
)
_REARRANGED = re.compile(r"[$€£¥￥()]")
_PLACES = "0#?"
GENERAL = ("general", "g/通用格式")
"""The second is how some Chinese programs write the first."""


@dataclass(slots=True)
class NumberFormat:
    """One section. `whole` holds placeholders and, after a `"`, what stands between them, up to the decimals."""

    whole: list[str] = field(default_factory=list)
    decimals: int = 0
    after: str = ""
    is_percent: bool = False
    is_plain: bool = True
    """Digits and text only: what it shows can be told."""
    has_comma: bool = False

    @property
    def has_text(self) -> bool:
        return bool(self.after.strip()) or any(part[0] == '"' and part[1:].strip() for part in self.whole)


def cell_text(value: Decimal, code: str) -> tuple[str, bool]:
    """The number as its cell shows it, and whether an id may be read from that.

    Amounts keep all their decimals, also those a format hides, and get no thousands' commas; but where the format
    hides or rearranges digits nobody can tell which id a reader of the sheet sees.
    """
    if code in ("", "@") or code.lower() in GENERAL:
        return _digits(value), True
    format_ = _parsed(_section(code, value))
    if not format_.is_plain:
        return _digits(value), False
    if format_.is_percent:
        return f"{_digits(value * 100)}%", not format_.has_comma
    hides = (format_.has_comma and abs(value) >= 1000) or round(value, format_.decimals) != value
    if value < 0 or (format_.decimals and not format_.has_text):
        return _digits(value), not hides
    return _shown(value, format_), not hides


def _section(code: str, value: Decimal) -> str:
    """For what is above, below and equal to nothing, in this order, as far as given."""
    sections = _sections(code)
    place = 0 if value > 0 else 1 if value < 0 else 2
    return sections[place] if len(sections) > place else sections[0]


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    found = [""]
    for match in _TOKEN.finditer(code):
        if match[0] == ";":
            found.append("")
        else:
            found[-1] += match[0]
    return tuple(found)


@lru_cache(maxsize=256)
def _parsed(section: str) -> NumberFormat:
    reading = _Reading()
    for match in _TOKEN.finditer(section):
        reading.take(match)
    return reading.finished()


class _Reading:
    def __init__(self) -> None:
        self.found = NumberFormat()
        self._is_past_point = self._ends_in_comma = False

    def take(self, match: re.Match[str]) -> None:
        quoted, escaped, _skipped, bracket, general, sign = match.groups()
        if bracket is not None:
            self._bracket(bracket)
        elif general:
            self._place("0")
        elif sign is None:
            self._text(quoted or escaped or "")
        elif sign in _PLACES:
            self._place(sign)
        else:
            self._sign(sign)

    def finished(self) -> NumberFormat:
        """A comma at the end divides by a thousand; a format without placeholders shows no number at all."""
        found = self.found
        if self._ends_in_comma or not any(part in _PLACES for part in found.whole):
            found.is_plain = False
        while found.whole and found.whole[-1][0] == '"':
            found.after = found.whole.pop()[1:] + found.after
        return found

    def _place(self, sign: str) -> None:
        self.found.has_comma |= self._ends_in_comma
        self._ends_in_comma = False
        if self._is_past_point:
            self.found.decimals += 1
        else:
            self.found.whole.append(sign)

    def _sign(self, sign: str) -> None:
        if sign == ".":
            self._is_past_point = True
        elif sign == "%":
            self.found.is_percent = True
        elif sign == ",":
            self._ends_in_comma = True
        elif sign in "/Ee@":
            self.found.is_plain = False
        else:
            self._text(sign)

    def _bracket(self, inside: str) -> None:
        """A colour or a place changes nothing; a condition, or digits in Chinese, cannot be told here."""
        if not _HARMLESS.fullmatch(inside):
            self.found.is_plain = False
        if inside.startswith("$"):
            self._text(inside[1:].partition("-")[0])

    def _text(self, text: str) -> None:
        if _REARRANGED.search(text):
            self.found.is_plain = False
        if text and self._is_past_point:
            self.found.after += text
        elif text:
            self.found.whole.append(f'"{text}')


def _shown(value: Decimal, format_: NumberFormat) -> str:
    """Digits fill the placeholders from the right; the leftmost takes all that are left."""
    whole, point, decimals = _digits(value).partition(".")
    digits = list("" if whole == "0" else whole)
    left = sum(part in _PLACES for part in format_.whole)
    parts = [f"{point}{decimals}{format_.after}"]
    for part in reversed(format_.whole):
        if part not in _PLACES:
            parts.append(part[1:])
            continue
        left -= 1
        parts.append(digits.pop() if digits else "0" * (part == "0"))
        if not left:
            parts.append("".join(digits))
    return "".join(reversed(parts)).strip()


def _digits(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
