"""One cell at a time: text, moment, day, score, choice, yes or no. Each refusal names the column and the value."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from hengcai.base.dates import written_day, written_moment
from hengcai.base.days import readings
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.tables.cell_values import why_no_id
from hengcai.interactions.rules import said
from hengcai.interactions.rules.said import meant

FIRST_YEAR, LAST_YEAR = 1990, 2199
YES = frozenset({"true", "yes", "y", "1", "是"}) | said.YES
NO = frozenset({"false", "no", "n", "0", "否"}) | said.NO
Words = Mapping[str, str]
NO_WORDS: Words = {}
Values = Mapping[str, Any]
Read = TypeVar("Read")


def text(values: Values, column: str, *, most: int) -> str:
    """What stands there without the spaces around it; empty where nothing does."""
    value = values.get(column)
    if value is None:
        return ""
    if not isinstance(value, str):
        value = _written(value, column)
    value = value.strip()
    if len(value) > most:
        raise NotValid("import.too_long", column=column, value=value, found=len(value), most=most)
    if "\0" in value:
        raise NotValid("import.zero_character", column=column)
    return str(value)


def _written(value: object, column: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    raise NotValid("table.not_text", column=column)


def required(values: Values, column: str, *, most: int) -> str:
    found = text(values, column, most=most)
    if not found:
        raise NotValid("table.value_missing", column=column)
    return found


def identity(values: Values, column: str, *, most: int) -> str:
    """What names a person or a thing, folded: no second one by what nobody sees."""
    found = folded(required(values, column, most=most))
    if not found:
        raise NotValid("table.value_missing", column=column)
    if code := why_no_id(found):
        raise NotValid(code, column=column, value=found)
    return found


def in_column(column: str, read: Callable[[], Read]) -> Read:
    """A refusal of what stands in a cell names its column."""
    try:
        return read()
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "column": column}) from None


def moment(written: str, column: str, *, zone: tzinfo) -> datetime:
    """ISO 8601 in UTC; without a zone it is the centre's, where clocks must have shown it once."""
    found = moments(written, column, zone=zone)
    if len(found) > 1:
        raise shown_twice(written, column, found, zone=zone)
    return found[0]


def moments(written: str, column: str, *, zone: tzinfo) -> tuple[datetime, ...]:
    """All it can mean, the earlier first: two where clocks of the zone were put back over it."""
    try:
        found = written_moment(written)
    except ValueError:
        raise NotValid("import.moment_malformed", column=column, value=written) from None
    _check_year(found.year, column, written)
    if found.tzinfo:
        return (found.astimezone(UTC),)
    if not (all_of_it := readings(found, zone)):
        raise NotValid("import.moment_skipped", column=column, value=written)
    return all_of_it


def shown_twice(written: str, column: str, found: Iterable[datetime], *, zone: tzinfo) -> NotValid:
    both = tuple(one.astimezone(zone).isoformat() for one in found)
    return NotValid("import.moment_twice", column=column, value=written, both=both)


def day(written: str, column: str) -> date:
    try:
        found = written_day(written)
    except ValueError:
        raise NotValid("import.day_malformed", column=column, value=written) from None
    _check_year(found.year, column, written)
    return found


def _check_year(year: int, column: str, written: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotValid("import.year_outside", column=column, value=written, first=FIRST_YEAR, last=LAST_YEAR)


def score(written: str, column: str, *, low: int, high: int) -> Decimal | None:
    """A number between two whole numbers with at most two decimals; none where nothing stands."""
    return _score(written, column, low, high) if written else None


@lru_cache(maxsize=4096)
def _score(written: str, column: str, low: int, high: int) -> Decimal:
    value = number(written, column)
    if not low <= value <= high:
        raise NotValid("import.outside", column=column, value=written, low=low, high=high)
    if value != round(value, 2):
        raise NotValid("import.too_many_places", column=column, value=written, most=2)
    return round(value, 2)


def number(written: str, column: str, *, signed: bool = False) -> Decimal:
    in_column(column, lambda: exact(written, signed=signed))
    return Decimal(written)


def choice(written: str, column: str, *, known: Collection[str], words: Words = NO_WORDS) -> str:
    """A code, or a word that stands for one."""
    found = meant(written, words).lower()
    if found not in known:
        raise NotValid("import.choice_unknown", column=column, value=written, known=tuple(known))
    return found


def yes_no(written: str, column: str) -> bool | None:
    if not written:
        return None
    found = written.lower()
    if found not in YES | NO:
        raise NotValid("import.yes_no_malformed", column=column, value=written)
    return found in YES
