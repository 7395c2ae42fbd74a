"""Texts in both languages, lists of them, and the shape around them."""

from collections.abc import Iterable, Iterator
from typing import Any

from hengcai.base.errors import NotValid

LANGUAGES = ("zh", "en")
LEVELS = (1, 2, 3, 4, 5)
ANCHORED = (1, 3, 4, 5)  # 2 lies between; a centre may write its own
FEWEST, MOST = 3, 5
LONGEST_ID = 40

Definition = dict[str, Any]


def mapping(thing: Any, where: str) -> Definition:
    if not isinstance(thing, dict):
        raise NotValid("framework.not_mapping", where=where)
    return thing


def part(thing: Any, key: str, where: str) -> Any:
    """A value that has to be there."""
    value = mapping(thing, where).get(key)
    if value is None:
        raise NotValid("framework.key_missing", where=where, key=key)
    return value


def items(thing: Any, key: str, where: str) -> list[Any]:
    value = part(thing, key, where)
    if not isinstance(value, list):
        raise NotValid("framework.not_list", where=f"{where}.{key}")
    return value


def code(thing: Any, where: str) -> str:
    value = part(thing, "id", where)
    if not (isinstance(value, str) and value.isascii() and value.isidentifier() and len(value) <= LONGEST_ID):
        raise NotValid("framework.id_malformed", where=where, id=value)
    return value


def check_text(thing: Any, where: str) -> None:
    """Both languages, neither empty, nothing else."""
    for language in LANGUAGES:
        text = mapping(thing, where).get(language)
        if not isinstance(text, str) or not text.strip():
            raise NotValid("framework.text_missing", where=where, language=language)
    if set(thing) != set(LANGUAGES):
        raise NotValid(
            "framework.language_unknown", where=where, languages=sorted(map(str, set(thing) - set(LANGUAGES)))
        )


def check_texts(thing: Any, names: Iterable[str], where: str) -> None:
    for name in names:
        check_text(part(thing, name, where), f"{where}.{name}")


def check_count(found: int, where: str) -> None:
    if not FEWEST <= found <= MOST:
        raise NotValid("framework.count", where=where, found=found, fewest=FEWEST, most=MOST)


def check_behaviours(thing: Any, key: str, where: str) -> None:
    """A list of good or of poor behaviours."""
    found = items(thing, key, where)
    check_count(len(found), f"{where}.{key}")
    for place, text in enumerate(found, start=1):
        check_text(text, f"{where}.{key}[{place}]")


def check_said(reason: str, code: str) -> None:
    """A reason someone has to give."""
    if not reason.strip():
        raise NotValid(code)


def repeated(codes: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in codes:
        if one in seen:
            yield one
        seen.add(one)
