"""A cycle as the tables the command line reads: whoever runs `hengcai appraise` over them gets the same scores.

Raters are numbers that mean nothing outside one person's rows, so that no table tells who a peer was.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from hengcai.appraisal import permissions
from hengcai.appraisal.figures import month_inputs
from hengcai.appraisal.inputs import customer_contacts, customer_period, skill_inputs, zone
from hengcai.appraisal.models import Cycle, Participant
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.tables import (
    COUNT_COLUMN,
    CUSTOMER_COLUMNS,
    INDICATOR_COLUMNS,
    RATING_COLUMNS,
    RECOMMEND,
    TEST_COLUMNS,
)
from hengcai.appraisal.rules.year_table import PART_COLUMNS, SERVICE
from hengcai.appraisal.yearly import year_inputs
from hengcai.base.days import day_of
from hengcai.base.permissions import Doer

INDICATOR_EXPORT = (*INDICATOR_COLUMNS, COUNT_COLUMN)
CUSTOMER_EXPORT = (*CUSTOMER_COLUMNS, RECOMMEND)
YEAR_EXPORT = (*PART_COLUMNS, SERVICE)
TEST_EXPORT = (*TEST_COLUMNS, "attempt")
PLACES = 30
"""Decimals of an exact share that has no end; far beyond what rounding to one place can see."""
Rows = Iterator[dict[str, str]]


def tables(cycle: Cycle, user: Doer) -> dict[str, tuple[tuple[str, ...], Rows]]:
    """File name → columns and rows."""
    permissions.RUN_CYCLE.enter(cycle, user)
    if cycle.kind == Cycle.Kind.YEAR:
        return {"parts": (YEAR_EXPORT, part_rows(cycle, but=user.pk))}
    if cycle.kind == Cycle.Kind.MONTH:
        return {"indicators": (INDICATOR_EXPORT, indicator_rows(cycle, but=user.pk))}
    return {
        "ratings": (RATING_COLUMNS, rating_rows(cycle, but=user.pk)),
        "csat": (CUSTOMER_EXPORT, csat_rows(cycle, but=user.pk)),
        "tests": (TEST_EXPORT, mark_rows(cycle, but=user.pk)),
    }


def part_rows(cycle: Cycle, *, but: int | None = None) -> Rows:
    """The months and quarters of a year, as they were announced."""
    for one, inputs in year_inputs(cycle, _participants(cycle, but)):
        for kind, parts in (("month", inputs.months), ("quarter", inputs.quarters)):
            for part in parts:
                code, final, _revision = part.as_json()
                cells = (one.person.number, kind, str(code), str(final), str(inputs.service_months))
                yield dict(zip(YEAR_EXPORT, cells, strict=True))


def rating_rows(cycle: Cycle, *, but: int | None = None) -> Rows:
    """An empty score is 'not observed'."""
    for one, inputs in skill_inputs(cycle, _participants(cycle, but)):
        for rated in inputs.ratings:
            cells = (one.person.number, rated.source, str(rated.rater), rated.item, _text(rated.level))
            yield dict(zip(RATING_COLUMNS, cells, strict=True))


def csat_rows(cycle: Cycle, *, but: int | None = None) -> Rows:
    numbers = {one.person_id: one.person.number for one in _participants(cycle, but)}
    rows = customer_contacts(customer_period(cycle)).order_by("agent__number", "started_at", "pk")
    here = zone()
    told = rows.values_list("agent_id", "started_at", "csat", "recommend")
    for person, at, *said in told.iterator(chunk_size=5000):
        if person in numbers:
            cells = (numbers[person], day_of(at, here).isoformat(), *map(_text, said))
            yield dict(zip(CUSTOMER_EXPORT, cells, strict=True))


def mark_rows(cycle: Cycle, *, but: int | None = None) -> Rows:
    for one, inputs in skill_inputs(cycle, _participants(cycle, but)):
        for test, attempt, mark in inputs.marks:
            yield dict(zip(TEST_EXPORT, (one.person.number, test, _text(mark), str(attempt)), strict=True))


def indicator_rows(cycle: Cycle, *, but: int | None = None) -> Rows:
    """An empty value is 'no data', an empty number 'nobody knows of how many'."""
    policy = parsed(cycle.policy)
    assert isinstance(policy, MonthPolicy)  # noqa: S101 - a month stands under a monthly policy
    for one, figures in month_inputs(cycle, _participants(cycle, but), policy):
        for indicator, value in figures.values(policy).items():
            n = figures.counts.get(indicator, "")
            cells = (one.person.number, indicator, _decimal(value), str(n))
            yield dict(zip(INDICATOR_EXPORT, cells, strict=True))


def _participants(cycle: Cycle, but: int | None) -> list[Participant]:
    """A member of the group does not get their own rows: they would hold what peers gave them."""
    rows = cycle.participants.select_related("person").order_by("pk")
    return list(rows.exclude(person__user=but) if but else rows)


def _text(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def _decimal(value: Fraction | None) -> str:
    """Exact where the decimals end, otherwise cut after thirty."""
    if value is None:
        return ""
    whole, rest = divmod(value.numerator, value.denominator)
    digits = ""
    while rest and len(digits) < PLACES:
        digit, rest = divmod(rest * 10, value.denominator)
        digits += str(digit)
    return f"{whole}.{digits}" if digits else str(whole)
