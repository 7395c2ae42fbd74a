"""Time to resolution by the ticket log: who is credited, for which tickets, in service hours."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from hengcai.accounts.queries import the_centre
from hengcai.appraisal.figures import month_inputs
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.parsing import parsed
from hengcai.interactions.actions.hours import settle_service_hours
from hengcai.interactions.models import Measure, TicketStep
from hengcai.interactions.rules.openings import openings_of
from tests import cast
from tests.appraisal import stage

pytestmark = pytest.mark.django_db
CODE = "time_to_resolution"


def step(ticket, agent, start, end=None, **more):
    def at(day):
        return datetime.fromisoformat(f"2026-{day}+08:00").astimezone(UTC)

    return TicketStep.objects.create(
        ticket=ticket, agent=cast.person(agent), starts_at=at(start), ends_at=at(end) if end else None, **more
    )


def told(cycle: Cycle, name: str = "li"):
    """Hours on average, and over how many tickets."""
    found = month_inputs(cycle, cycle.participants.select_related("person").order_by("pk"), parsed(cycle.policy))
    inputs = {one.person.number: inputs for one, inputs in found}[name]
    return inputs.counted.get(CODE), inputs.made_of.get(CODE), inputs.counts.get(CODE)


def test_hours_are_those_in_the_closers_own_hands():
    cycle = stage.open_month()
    step("t1", "li", "03-02T09:00", "03-02T10:00")
    step("t1", "wang", "03-02T10:00", "03-03T10:00")
    step("t1", "li", "03-03T10:00", "03-03T12:00")
    step("t2", "li", "03-04T09:00", "03-04T10:30")
    assert told(cycle) == (Fraction(9, 4), [270, 2], 2)
    assert told(cycle, "wang") == (None, None, None)


def test_only_service_hours_count():
    cycle = stage.open_month()
    week = {day: openings_of("9:00-12:00, 13:00-18:00" if day < 5 else "") for day in range(7)}
    settle_service_hours(the_centre(), by=cast.user("sun"), week=week, is_closed_on_holidays=False)
    step("t1", "li", "03-06T17:00", "03-09T14:00")
    assert told(cycle)[0] == 5


def test_a_ticket_counts_in_the_month_it_is_closed_and_not_while_it_is_open():
    cycle = stage.open_month()
    step("before", "li", "02-27T09:00", "02-28T23:59")
    step("over", "li", "02-28T12:00", "03-01T00:00")
    step("open", "li", "03-02T09:00", "03-02T10:00")
    step("open", "wang", "03-02T10:00")
    step("later", "li", "03-31T09:00", "03-31T10:00")
    step("later", "li", "03-31T12:00", "04-01T00:00")
    assert told(cycle) == (Fraction(12), [720, 1], 1)


def test_the_log_goes_before_an_imported_mean_which_holds_where_it_says_nothing():
    cycle = stage.open_month()
    for name in ("li", "wang"):
        Measure.objects.create(
            agent=cast.person(name), code=CODE, period_start=cycle.period_start, period_end=cycle.period_end, value=30
        )
    step("t1", "li", "03-02T09:00", "03-02T10:00")
    assert told(cycle)[0] == 1
    assert told(cycle, "wang") == (Fraction(30), [1], None)
