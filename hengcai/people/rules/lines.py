"""Who leads whom: a line of leads never comes back to where it began."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.people.rules.history import Span

Histories = Mapping[Hashable, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Loop:
    """The first day found on which a line of leads closes, and who is in it, in order."""

    day: date
    members: tuple[Any, ...]


def check_lead(person: Hashable, lead: Hashable) -> None:
    if lead is not None and person == lead:
        raise NotValid("people.lead_oneself", person=person)


def loop_from(person: Hashable, histories: Histories) -> Loop | None:
    """Follows the leads through time: a loop counts only on days when every step of it holds."""
    for span in histories.get(person, ()):
        found = _follow((person,), span, (span.since, span.until), histories)
        if found:
            return found
    return None


def _follow(
    path: tuple[Hashable, ...], span: Span, during: tuple[date, date | None], histories: Histories
) -> Loop | None:
    lead = span.stand.lead
    if lead is None:
        return None
    if lead == path[0]:
        return Loop(during[0], path)
    if lead in path:
        return None
    for further in histories.get(lead, ()):
        common = _common(during, further)
        found = _follow((*path, lead), further, common, histories) if common else None
        if found:
            return found
    return None


def _common(during: tuple[date, date | None], span: Span) -> tuple[date, date | None] | None:
    since = max(during[0], span.since)
    untils = [until for until in (during[1], span.until) if until is not None]
    until = min(untils, default=None)
    return None if until is not None and until < since else (since, until)


def line_upwards(person: Hashable, lead_of: Mapping[Hashable, Hashable]) -> list[Hashable]:
    """The lead, the lead's lead and so on; ends where nobody stands above, or before anyone comes twice."""
    line: list[Hashable] = []
    above = lead_of.get(person)
    while above is not None and above != person and above not in line:
        line.append(above)
        above = lead_of.get(above)
    return line


def line_downwards(person: Hashable, lead_of: Mapping[Hashable, Hashable]) -> dict[Hashable, int]:
    """Everyone below, with how many steps below."""
    led: dict[Hashable, list[Hashable]] = {}
    for one, lead in lead_of.items():
        led.setdefault(lead, []).append(one)
    depth: dict[Hashable, int] = {}
    waiting = [(person, 0)]
    for one, steps in waiting:
        fresh = [below for below in led.get(one, []) if below not in depth and below != person]
        depth.update(dict.fromkeys(fresh, steps + 1))
        waiting += [(below, steps + 1) for below in fresh]
    return depth
