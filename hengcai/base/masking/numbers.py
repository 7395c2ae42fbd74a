"""Which runs of digits are somebody's: telephone numbers, ID cards, bank cards.

By shape, and by check digit where the thing has one. Rather one number too many is covered than one too few.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hengcai.base.masking.digits import COMMA, DASH, DOT, SAID, SPACE, Run, runs
from hengcai.base.masking.stretch import BANK_CARD, ID_CARD, LANDLINE, PHONE, Stretch

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_ID_SHAPE = re.compile(r"[1-8]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_COUNTRY = re.compile(r"(?:00)?86(1[3-9]\d{9})")
_ZEROS = re.compile(r"00[1-9]\d{8}")
_AREA = re.compile(r"(?:010|02\d)[1-9]\d{7}|0[3-9]\d\d[1-9]\d{6,7}|07[3-9]\d{8}")  # and mobiles of Britain
_CARD = re.compile(r"(?:[3-6]\d|2[2-7]|95)\d{13}")
_HOTLINE = re.compile(r"400|800|95\d|96\d|100|12\d")
_NUMBERED = re.compile(r"(?:单号|编号|工号|订单|流水号|批次|order|ticket|case|ref\w*)[^。；;]{0,8}$", re.IGNORECASE)
_LANDLINE_SAID = re.compile(r"(?:座机|固话|宅电|电话|landline|\b(?:tele)?phone|\btel)[^\d。；;]{0,8}$", re.IGNORECASE)
_TOLD = (
    (ID_CARD, re.compile(r"(?:身份证|证件号)[^\d。；;]{0,8}$"), (18, 15)),
    (ID_CARD, re.compile(r"\b(?:social(?: security)?|ssn)(?: number)?(?: is)?\W{0,3}$", re.IGNORECASE), (9,)),
    (BANK_CARD, re.compile(r"(?:卡号|银行卡|信用卡|储蓄卡|借记卡)[^\d。；;]{0,8}$"), (19, 18, 17, 16)),
    (BANK_CARD, re.compile(r"\b(?:card|card number)(?: is)?\W{0,3}$", re.IGNORECASE), (19, 18, 17, 16)),
    (LANDLINE, re.compile(
        r"(?:\b(?:my|phone|cell|mobile|contact|callback|home|work) (?:number|no\.)|\b(?:phone|cell|mobile|tel)"
        r"|\b(?:call|reach|text|ring|contact) (?:me|us|him|her|them)(?: back)?)(?: is| at| on|'s)?\W{0,3}$", re.IGNORECASE
    ), (10,)),
)  # fmt: skip
_TOLL_FREE = re.compile(r"1(?:800|888|877|866|855|844|833)")
_COUNTED = "".join(map(str, range(21)))  # as somebody counts
KEPT = {PHONE: (3, 4), ID_CARD: (3, 2), BANK_CARD: (0, 4), LANDLINE: (3, 0)}

Found = tuple[str, int, int]


def numbers(text: str) -> list[Stretch]:
    """`text` in half width. The time grows with its length and not faster."""
    return [_stretch(run, *one) for run in runs(text) for one in _of(run, text)]


def _stretch(run: Run, kind: str, first: int, end: int) -> Stretch:
    """The ends of a number stay readable, digit by digit; a landline keeps its first three characters."""
    head, tail = KEPT[kind]
    start, stop = run.starts[first], run.ends[end - 1]
    if kind == LANDLINE:
        return Stretch(kind, start, stop, min(start + head, stop), stop)
    hidden_start = run.starts[first + head]
    hidden_end = max(hidden_start, run.ends[end - tail - 1])
    return Stretch(kind, start, stop, hidden_start, hidden_end)


def _of(run: Run, text: str) -> Iterator[Found]:
    said = "".join(run.values)
    shapes = _Shapes(run, said, text)
    at, size, rest = 0, len(said), 0
    while at < size:
        found = shapes.at(at) if run.opens[at] else None
        if found is None:
            at += 1
            continue
        yield from _spoken(run, text, rest, found[1])
        yield found
        at = rest = found[2]
    yield from _spoken(run, text, rest, size)


def _spoken(run: Run, text: str, first: int, end: int) -> Iterator[Found]:
    """Digits said one after the other, whatever they are, unless somebody counts or they are told to number a case."""
    at, spoken, opens, closes = first, run.spoken, run.opens, run.closes
    while at < end:
        stop = at
        while stop < end and (spoken[stop] or (opens[stop] and closes[stop])):
            stop += 1
        if stop - at >= 7 and stop - at >= _least(run, at, stop) and not _is_counted(run, at, stop, text):
            yield PHONE, at, stop
        at = max(stop, at + 1)


def _is_counted(run: Run, at: int, stop: int, text: str) -> bool:
    """One, two, three and so on, one thing over and over, or the number of an order."""
    said = "".join(run.values[at:stop])
    before = text[max(0, run.starts[at] - 16) : run.starts[at]]
    return said in _COUNTED or len(set(said)) == 1 or _NUMBERED.search(before) is not None


def _least(run: Run, at: int, stop: int) -> int:
    """Seven digits said one by one; ten where some are written, or said in pairs, as years and ages are."""
    if not all(run.spoken[at:stop]):
        return 10
    pairs = zip(run.values[at:stop], run.values[at + 1 : stop], run.closes[at:stop], strict=False)
    return 10 if any(one != other and not closes for one, other, closes in pairs) else 7


class _Shapes:
    """What begins at a digit of a run, tried from the most certain to the least; shapes first, they cost least."""

    def __init__(self, run: Run, said: str, text: str) -> None:
        self._run, self._said, self._text = run, said, text
        self._luhn: tuple[list[int], list[int]] | None = None

    def at(self, at: int) -> Found | None:
        digit, start = self._said[at], self._run.starts[at]
        if at == 0 and (told := self._told(start)) is not None:
            return told
        if start and self._text[start - 1] == "+":
            return self._abroad(at, least=8)
        if digit == "1":
            return self._id_card(at) or self._mobile(at)
        if digit == "0":
            return self._country(at) or self._landline(at) or self._abroad_by_zeros(at)
        return self._id_card(at) or self._bank_card(at) or self._country(at) or self._american(at) or self._local(at)

    def _ends(self, at: int, size: int) -> bool:
        """Whether a number of that many digits may end there: with a written group, told with one kind of sign."""
        end = at + size
        return end <= len(self._said) and self._run.closes[end - 1] and self._is_even(at, end)

    def _is_even(self, at: int, end: int) -> bool:
        run = self._run
        gaps = [gap for gap in run.gaps[at + 1 : end] if gap]
        if not gaps or any(run.spoken[at:end]):
            return True
        kinds = {gap for gap in gaps if gap != SPACE}
        if kinds == {DOT}:
            return len(gaps) >= 2  # 139.00 is a price, 138.0013.8000 is not
        return not kinds or kinds in ({DASH}, {SAID}) or (kinds == {COMMA} and not self._is_thousands(at, end))

    def _is_thousands(self, at: int, end: int) -> bool:
        """13,800,138,000 is an amount."""
        run = self._run
        places = [place for place in range(at + 1, end) if run.gaps[place]]
        sizes = [after - before for before, after in zip(places, [*places[1:], end], strict=True)]
        commas = all(self._text[run.ends[place - 1] : run.starts[place]] == "," for place in places)
        return commas and all(size == 3 for size in sizes)

    def _mobile(self, at: int) -> Found | None:
        fits = _MOBILE.match(self._said, at) and self._ends(at, 11) and not self._is_toll_free(at)
        return (PHONE, at, at + 11) if fits else None

    def _is_toll_free(self, at: int) -> bool:
        """1-800-275-2273 is everybody's; it is known by its cut."""
        opens = self._run.opens
        is_cut = [place for place in range(at + 1, at + 11) if opens[place]] == [at + 1, at + 4, at + 7]
        return is_cut and _TOLL_FREE.match(self._said, at) is not None

    def _told(self, start: int) -> Found | None:
        """What somebody calls by its name counts though its check digit fails: a digit is soon misheard."""
        if "X" in self._said[:1]:
            return None
        before = self._text[max(0, start - 32) : start]
        for kind, words, sizes in _TOLD:
            size = next((size for size in sizes if self._ends(0, size)), 0)
            if size and words.search(before) and "X" not in self._said[: size - 1] and not self._is_hotline(size):
                return kind, 0, size
        return None

    def _is_hotline(self, size: int) -> bool:
        return size == 10 and _HOTLINE.match(self._said) is not None

    def _id_card(self, at: int) -> Found | None:
        if not _ID_SHAPE.match(self._said, at) or not _is_id_card(self._said[at : at + 18]):
            return None
        return (ID_CARD, at, at + 18) if self._ends(at, 18) else None

    def _bank_card(self, at: int) -> Found | None:
        if not _CARD.match(self._said, at):
            return None
        size = next((size for size in range(19, 14, -1) if self._is_luhn(at, at + size) and self._ends(at, size)), 0)
        is_list = COMMA in self._run.gaps[at + 1 : at + size] and not self._run.spoken[at]
        return (BANK_CARD, at, at + size) if size and not is_list and "X" not in self._said[at : at + size] else None

    def _is_luhn(self, at: int, end: int) -> bool:
        """Luhn's sum from sums up to each place, so that a long run costs no more than a short one a digit."""
        if self._luhn is None:
            self._luhn = _sums(self._said)
        sums = self._luhn[end % 2]
        return end < len(sums) and (sums[end] - sums[at]) % 10 == 0

    def _landline(self, at: int) -> Found | None:
        found = _AREA.match(self._said, at)
        if found is None:
            return None
        size = next((size for size in (12, 11) if size <= found.end() - at and self._ends(at, size)), 0)
        return (LANDLINE, at, at + size) if size else None

    def _country(self, at: int) -> Found | None:
        """86 or 0086 in front of a mobile number, in one group with it or not; what stands in front stays."""
        found = _COUNTRY.match(self._said, at)
        if found is None or not self._ends(at, found.end() - at):
            return None
        return PHONE, found.start(1), found.end()

    def _abroad_by_zeros(self, at: int) -> Found | None:
        """00 and a country, where it is written in groups: one long group is somebody's order number."""
        is_one = _ZEROS.match(self._said, at) and any(self._run.opens[at + 1 : at + 11])
        return self._abroad(at, least=11) if is_one else None

    def _abroad(self, at: int, *, least: int) -> Found | None:
        """After a plus sign everything up to 15 digits (ITU E.164) belongs to the number."""
        if (found := self._country(at)) is not None:
            return found
        exact = {"1": (11,), "8": (12, 13, 11)}.get(self._said[at], ())
        for size in (*exact, *range(16, least - 1, -1)):
            if self._ends(at, size) and COMMA not in self._run.gaps[at + 1 : at + size]:
                return LANDLINE, at, at + size
        return None

    def _american(self, at: int) -> Found | None:
        """(415) 555-2671, 415.555.2671, 415 555 2671; not the hotlines written alike."""
        run, opens = self._run, self._run.opens
        is_shaped = sum(opens[at : at + 10]) == 3 and opens[at + 3 : at + 4] == opens[at + 6 : at + 7] == [True]
        if not is_shaped or not self._ends(at, 10) or _HOTLINE.match(self._said, at):
            return None
        is_signed = run.gaps[at + 6] in (DASH, DOT) or ")" in self._text[run.ends[at + 2] : run.starts[at + 3]]
        is_valid = self._said[at] in "23456789" and self._said[at + 3] in "23456789"
        return (LANDLINE, at, at + 10) if is_signed or is_valid else None

    def _local(self, at: int) -> Found | None:
        """Without its area code only where it is told to be a landline: nothing within a run tells of one."""
        start = self._run.starts[at]
        if at or not _LANDLINE_SAID.search(self._text[max(0, start - 14) : start]) or _HOTLINE.match(self._said, at):
            return None
        size = next((size for size in (8, 7) if self._ends(at, size)), 0)
        return (LANDLINE, at, at + size) if size else None


@lru_cache(maxsize=256)
def _is_id_card(said: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, said[:17], strict=True))
    return _ID_CHECKS[total % 11] == said[17]


def _sums(said: str) -> tuple[list[int], list[int]]:
    """For numbers that end at an even and at an odd place: the sums of digits, every second one doubled."""
    even, odd = [0], [0]
    for place, sign in enumerate(said):
        digit = int(sign) if sign != "X" else 0
        doubled = 2 * digit - 9 if digit > 4 else 2 * digit
        even.append(even[-1] + (doubled if place % 2 == 0 else digit))
        odd.append(odd[-1] + (digit if place % 2 == 0 else doubled))
    return even, odd
