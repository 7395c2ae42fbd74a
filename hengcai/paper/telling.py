"""Facts into sentences of one language: numbers, days and names written the same in page, print and workbook."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from hengcai.base.decimals import round_half_up
from hengcai.base.say import knows, text_of, tongue_of
from hengcai.paper import words  # noqa: F401 - its sentences register themselves

THIN = "\u2009"
_HAN = "\u4e00-\u9fff"
_BETWEEN = re.compile(rf"(?<=[{_HAN}]) (?=[0-9A-Za-z\[(+−])|(?<=[0-9A-Za-z%\])]) (?=[{_HAN}])")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HAN_NUMERALS = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_NUMERALS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
Number = Fraction | int | float | str


class Teller:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.tongue = tongue_of(language)

    def say(self, code: str, /, **facts: object) -> str:
        """A sentence any package registered. `.one` of a code stands for it where its `n` is 1 and English needs that."""
        if facts.get("n") == 1 and knows(f"{code}.one"):
            code = f"{code}.one"
        text = text_of(code, self.tongue).format_map({name: self.shown(value) for name, value in facts.items()})
        return _BETWEEN.sub(THIN, text) if self.tongue == "zh" else text

    def shown(self, value: object) -> str:
        """Texts in two languages, days and lists of names as this language writes them."""
        read = getattr(value, "read", None)
        if callable(read):
            return str(read(self.language))
        return self.day(value) if isinstance(value, date) else str(value)

    def points(self, value: Number | None, places: int = 1) -> str:
        """An exact number shown once, half up; nothing where there is none."""
        if value is None:
            return ""
        exact = Fraction(str(value)) if isinstance(value, float | str) else Fraction(value)
        return round_half_up(exact, places)

    def plain(self, value: Number | None, places: int = 4) -> str:
        """As many places as it needs, at most these."""
        text = self.points(value, places)
        return text.rstrip("0").rstrip(".") if "." in text else text

    def percent(self, share: Number | None, places: int = 0) -> str:
        return "" if share is None else self.plain(Fraction(str(share)) * 100, places) + "%"

    def signed(self, value: Fraction, places: int = 1) -> str:
        return self.points(abs(value), places)

    def interval(self, low: float | None, high: float | None) -> str:
        return "" if low is None or high is None else f"[{self.points(low)}–{self.points(high)}]"

    def day(self, day: date | None) -> str:
        """2026年3月31日, or 31 Mar 2026."""
        if day is None:
            return ""
        if self.tongue == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.year}年{day.month}月{day.day}日"

    def short_day(self, day: date | None) -> str:
        """3月12日, or 12 Mar: where the year is clear."""
        if day is None:
            return ""
        return f"{day.day} {_MONTHS[day.month - 1]}" if self.tongue == "en" else f"{day.month}月{day.day}日"

    def month(self, day: date) -> str:
        """3月, or Mar."""
        return _MONTHS[day.month - 1] if self.tongue == "en" else f"{day.month}月"

    def join(self, parts: Iterable[object]) -> str:
        return ("、" if self.tongue == "zh" else ", ").join(self.shown(part) for part in parts)

    def clauses(self, parts: Iterable[str]) -> str:
        return ("；" if self.tongue == "zh" else "; ").join(parts)

    def called(self, kind: str, code: str) -> str:
        """What a code of this kind is called; one that a centre made up is called by itself."""
        return self.say(f"{kind}.{code}") if knows(f"{kind}.{code}") else code

    def numeral(self, number: int) -> str:
        """Small numbers in headings are words."""
        known = _HAN_NUMERALS if self.tongue == "zh" else _NUMERALS
        return known[number] if number < len(known) else str(number)


def plain(text: str) -> str:
    """Without the thin spaces that print and workbooks do without."""
    return text.replace(THIN, " ")
