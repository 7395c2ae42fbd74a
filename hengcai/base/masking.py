"""Customers' personal data in what was said: telephone numbers, ID cards, bank cards, e-mail, number plates.

Found by shape, and by check digit where the thing has one; rather one number too many is covered than one
too few. A number said in pieces over several turns is not recognised.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PHONE, LANDLINE, ID_CARD, BANK_CARD, EMAIL, PLATE = "phone", "landline", "id_card", "bank_card", "email", "plate"

_GAP = r"[ \-\u2013\u2014]?"
_HAN = "〇零一二三四五六七八九幺"
_HAN_DIGITS = str.maketrans(_HAN, "001234567891")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_LETTER = "A-HJ-NP-Z"
_PLATE_DIGITS = 3  # letters take at most two of the last five places


@dataclass(frozen=True)
class Piece:
    """A stretch of text as shown; `kind` says what is covered there, empty where nothing is."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class _Shape:
    kind: str
    pattern: re.Pattern[str]
    is_real: Callable[[str], bool]
    cover: Callable[[str], str]


def mask(text: str) -> str:
    return "".join(piece.text for piece in pieces(text))


def pieces(text: str) -> list[Piece]:
    """The text in its order, covered stretches apart, so that a page can mark them."""
    found, at = [], 0
    for start, end, shape in _found(text):
        if start > at:
            found.append(Piece(text[at:start]))
        found.append(Piece(shape.cover(_plain(text[start:end])), shape.kind))
        at = end
    return [*found, Piece(text[at:])] if at < len(text) else found


def _plain(text: str) -> str:
    return text.translate(_FULL_WIDTH)


def _found(text: str) -> list[tuple[int, int, _Shape]]:
    """Stretches that do not touch; the earlier shape in the list wins where two claim the same place."""
    plain = _plain(text)
    taken: list[tuple[int, int, _Shape]] = []
    for shape in _SHAPES:
        taken += [one for one in _matches(shape, plain) if not any(_meet(one, other) for other in taken)]
    return sorted(taken, key=lambda one: one[0])


def _meet(one: tuple[int, int, _Shape], other: tuple[int, int, _Shape]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _matches(shape: _Shape, text: str) -> Iterator[tuple[int, int, _Shape]]:
    """A stretch of the right shape that fails its check does not hide one that begins within it."""
    match = shape.pattern.search(text)
    while match:
        is_real = shape.is_real(match[0])
        if is_real:
            yield match.start(), match.end(), shape
        match = shape.pattern.search(text, match.end() if is_real else match.start() + 1)


def _digits(text: str) -> str:
    return "".join(one for one in text.translate(_HAN_DIGITS) if one.isdigit())


def _is_id_card(text: str) -> bool:
    digits = _digits(text)[:17]
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, digits, strict=True))
    return _ID_CHECKS[total % 11] == text.translate(_HAN_DIGITS)[-1].upper()


def _is_bank_card(text: str) -> bool:
    """Luhn."""
    total = 0
    for place, digit in enumerate(reversed(_digits(text))):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _is_plate(text: str) -> bool:
    return sum(one.isdigit() for one in text) >= _PLATE_DIGITS


def _always(_text: str) -> bool:
    return True


def _cover_phone(text: str) -> str:
    digits = _digits(text)[-11:]
    return f"{digits[:3]}****{digits[-4:]}" if digits.startswith("1") and len(digits) == 11 else _cover_landline(text)


def _cover_landline(text: str) -> str:
    return f"{text[:3]}{'*' * (len(text) - 3)}"


def _cover_id_card(text: str) -> str:
    bare = re.sub(_GAP, "", text.translate(_HAN_DIGITS))
    return f"{bare[:3]}{'*' * 13}{bare[-2:]}"


def _cover_bank_card(text: str) -> str:
    return f"****{_digits(text)[-4:]}"


def _cover_email(text: str) -> str:
    name, _, host = text.partition("@")
    return f"{name[0]}***@{host}"


def _cover_plate(text: str) -> str:
    return f"{text[:2]}{'*' * 5}"


def _apart(pattern: str, *, of: str = r"\d") -> re.Pattern[str]:
    """Not within a longer number."""
    return re.compile(rf"(?<!{of})(?:{pattern})(?!{of})")


_CARD_LENGTHS = "|".join(rf"\d(?:{_GAP}\d){{{length - 1}}}(?!\d)" for length in range(19, 14, -1))
_SHAPES = (
    _Shape(
        EMAIL, re.compile(r"[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", re.ASCII), _always, _cover_email
    ),
    _Shape(ID_CARD, _apart(rf"(?:\d{_GAP}){{17}}[\dXx]", of=r"[\dA-Za-z]"), _is_id_card, _cover_id_card),
    _Shape(ID_CARD, re.compile(rf"[{_HAN}]{{17}}[{_HAN}Xx]"), _is_id_card, _cover_id_card),
    _Shape(BANK_CARD, re.compile(rf"(?<!\d)(?:{_CARD_LENGTHS})"), _is_bank_card, _cover_bank_card),
    _Shape(PHONE, _apart(rf"(?:\+?86{_GAP})?1{_GAP}[3-9](?:{_GAP}\d){{9}}"), _always, _cover_phone),
    _Shape(PHONE, re.compile(rf"[一幺][三四五六七八九][{_HAN}]{{9}}"), _always, _cover_phone),
    _Shape(PHONE, re.compile(r"\+\d{1,3}(?:[ -]?\d){6,12}(?!\d)"), _always, _cover_landline),
    _Shape(LANDLINE, _apart(r"0\d{2,3}[ -]?\d{7,8}"), _always, _cover_landline),
    _Shape(LANDLINE, _apart(r"\(0\d{2,3}\)[ -]?\d{7,8}"), _always, _cover_landline),
    _Shape(LANDLINE, _apart(r"(?!400|800)(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}"), _always, _cover_landline),
    _Shape(
        PLATE,
        re.compile(rf"[{_PROVINCES}][{_LETTER}][· ]?[{_LETTER}\d]{{4,5}}[{_LETTER}\d挂学警港澳领](?![A-Za-z\d])", re.I),
        _is_plate,
        _cover_plate,
    ),
)
