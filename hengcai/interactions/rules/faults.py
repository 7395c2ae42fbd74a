"""All that is wrong with a row, not the first alone: each column is read by itself, with nothing else in the row."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import tzinfo
from functools import partial
from typing import Any

from hengcai.base.errors import NotValid, invalid_in
from hengcai.base.ids import folded
from hengcai.interactions.rules import contact, measure
from hengcai.interactions.rules import values as cells

Values = Mapping[str, Any]
GOOD_CONTACT = {"id": "1", "agent": "1", "started_at": "2026-01-05T09:00:00", "channel": "call"}
GOOD_MEASURE = {"agent": "1", "period_start": "2026-01-01", "period_end": "2026-01-31", "measure": "m", "value": "1"}
TOGETHER = ("ended_at", "ends_at", "to", "until")
"""Columns that mean something only beside another."""
BESIDE = {
    "contact.ends_before_start": {"started_at", "ended_at"},
    "measure.ends_before_start": {"period_start", "period_end"},
    "shift.ends_before_start": {"starts_at", "ends_at"},
    "shift.too_long": {"starts_at", "ends_at"},
    "absence.ends_before_start": {"from", "to"},
    "step.ends_before_start": {"from", "to"},
    "skill.ends_before_start": {"since", "until"},
    "measure.not_its_parts": {"measure", "value", "numerator", "denominator"},
    "measure.denominator_zero": {"measure", "denominator", "numerator"},
}
"""The columns a refusal of several cells speaks of."""


def contact_faults(row: Values, *, zone: tzinfo, agents: Collection[str] | None) -> list[NotValid]:
    """`agents`: the numbers that are known; None where unknown ones are made."""
    read = partial(contact.contact_of, zone=zone, extra={})
    found = _by_column(row, GOOD_CONTACT, (*contact.REQUIRED, *contact.OPTIONAL), read)
    return found + _unknown(row, agents, found)


def measure_faults(row: Values, *, agents: Collection[str]) -> list[NotValid]:
    found = _by_column(row, GOOD_MEASURE, (*measure.REQUIRED, *measure.OPTIONAL), measure.measure_of)
    return found + _unknown(row, agents, found)


def row_faults(
    row: Values, good: Mapping[str, str], columns: Collection[str], read: Callable[[Values], object], *,
    agents: Collection[str] | None,
) -> list[NotValid]:  # fmt: skip
    """Of any kind: `good` is a row in which nothing is wrong; `agents` None where rows are about nobody."""
    found = _by_column(row, good, columns, read)
    return found + _unknown(row, agents, found)


def complaint_faults(row: Values, *, contacts: Collection[str]) -> list[NotValid]:
    checks: list[Callable[[], object]] = [
        lambda: cells.identity(row, "id", most=contact.LONGEST_ID),
        lambda: contact.complaint_of(cells.required(row, "complaint", most=20), "complaint"),
    ]
    found = [refusal for check in checks if (refusal := invalid_in(check))]
    key = folded(str(row.get("id") or ""))
    if key and key not in contacts and not _names(found, "id"):
        found.append(NotValid("complaint.contact_unknown", column="id", value=key))
    return found


def _by_column(
    row: Values, good: Mapping[str, str], columns: Collection[str], read: Callable[[Values], object]
) -> list[NotValid]:
    """First each cell alone among good ones, then all that are right together."""
    wrong: dict[str, NotValid] = {}
    for name in columns:
        if name in TOGETHER or not (name in good or row.get(name) not in ("", None)):
            continue
        refusal = invalid_in(partial(read, {**good, name: row.get(name)}))
        if refusal and refusal.facts.get("column") == name:
            wrong[name] = refusal
    return [*wrong.values(), *_together(row, good, set(wrong), read)]


def _together(
    row: Values, good: Mapping[str, str], aside: set[str], read: Callable[[Values], object]
) -> Iterator[NotValid]:
    """What cells that are right alone say against one another. Nothing is said of a cell beside one that is wrong."""
    while True:
        rest = {name: value for name, value in row.items() if name not in aside}
        refusal = invalid_in(partial(read, {**rest, **{name: good[name] for name in aside & good.keys()}}))
        column = str(refusal.facts.get("column", "")) if refusal else ""
        beside = BESIDE.get(refusal.code, {column}) if refusal else set()
        if refusal is None or beside <= aside:
            return
        if not beside & aside:
            yield refusal
        aside |= beside


def _unknown(row: Values, agents: Collection[str] | None, found: Collection[NotValid]) -> list[NotValid]:
    number = folded(str(row.get("agent") or ""))
    if agents is None or not number or number in agents or _names(found, "agent"):
        return []
    return [NotValid("contact.agent_unknown", column="agent", value=number)]


def _names(found: Collection[NotValid], column: str) -> bool:
    return any(refusal.facts.get("column") == column for refusal in found)
