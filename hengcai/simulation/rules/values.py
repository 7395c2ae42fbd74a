"""Plain values as files hold them, one by one; what cannot be read is refused with its place."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.simulation.rules.scenario import Text

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST = 2000
SHARE = re.compile(r"[0-9]{1,4}(/[0-9]{1,4}|\.[0-9]{1,4})?")


def both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def share_of(given: Any, place: str) -> Fraction:
    found = str(given).strip()
    if not SHARE.fullmatch(found) or found.endswith("/0") or Fraction(found) > 1:
        raise NotValid("simulation.share_wrong", place=place, share=found[:20])
    return Fraction(found)


def number_of(given: Any, place: str) -> Fraction:
    found = str(given).strip()
    if not SHARE.fullmatch(found.removeprefix("-")) or found.endswith("/0"):
        raise NotValid("simulation.condition_wrong", node=place)
    return Fraction(found)


def text_of(given: Any, place: str) -> Text:
    if not given:
        return Text()
    found = mapping_of(given, place, {"zh", "en"})
    sides = {name: str(found.get(name) or "").strip() for name in ("zh", "en")}
    check_lengths(*sides.values())
    if max(map(len, sides.values())) > LONGEST:
        raise NotValid("simulation.text_long", place=place, most=LONGEST)
    return Text(**sides)


def mapping_of(given: Any, place: str, known: set[str] | None = None) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise NotValid("simulation.unreadable", place=place)
    if unknown := [str(one) for one in given if known is not None and one not in known]:
        raise NotValid("simulation.key_unknown", place=place, key=unknown[0][:40])
    return given


def list_of(given: Any, place: str, most: int) -> Sequence[Any]:
    if given is None:
        return []
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        raise NotValid("simulation.unreadable", place=place)
    if len(given) > most:
        raise NotValid("simulation.too_many", place=place, most=most)
    return given
