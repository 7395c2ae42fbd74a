"""A stretch of text that is covered: what it is, where it lies, and which of its characters stay readable."""

from dataclasses import dataclass

PHONE, LANDLINE, ID_CARD, BANK_CARD = "phone", "landline", "id_card", "bank_card"
EMAIL, PLATE, ADDRESS, NAME, ACCOUNT = "email", "plate", "address", "name", "account"
COVER = "*"
# full width and half width are one and the same to whoever reads a number; each stays one character
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`; what lies from `hidden_start` to `hidden_end` is covered, the ends stay."""

    kind: str
    start: int
    end: int
    hidden_start: int
    hidden_end: int


def plain(text: str) -> str:
    """Half width, character for character, so that places in it are places in the text."""
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def kept_first(start: int, end: int) -> Stretch:
    """A name of which the first character stays."""
    return Stretch(NAME, start, end, start + 1, end)


def apart(stretches: list[Stretch]) -> list[Stretch]:
    """In their order and without overlap; the one found first keeps the place."""
    kept: list[Stretch] = []
    taken = bytearray(max((one.end for one in stretches), default=0))
    for one in stretches:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
