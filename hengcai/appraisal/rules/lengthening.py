"""Announced last days are only ever put off."""

from collections.abc import Mapping
from datetime import date

from hengcai.base.errors import NotValid

Days = Mapping[str, date | None]


def lengthened(announced: Days, wished: Days) -> dict[str, tuple[date, date]]:
    """Which days move, from when to when. One that was never announced stays without; an earlier one is refused, and so
    is a wish that changes nothing."""
    moved: dict[str, tuple[date, date]] = {}
    for name, wish in wished.items():
        day = announced.get(name)
        if wish is None or day is None or wish == day:
            continue
        if wish < day:
            raise NotValid("appraisal.deadline_shortened", field=name, day=day, wish=wish)
        moved[name] = (day, wish)
    if not moved:
        raise NotValid("appraisal.nothing_lengthened")
    return moved
