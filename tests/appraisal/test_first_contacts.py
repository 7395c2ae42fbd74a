"""First-contact resolution by the record: who came back about the same matter, and when that can be known."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal.figures import month_inputs
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.parsing import parsed
from hengcai.base import clock
from hengcai.interactions.models import Contact
from tests import cast
from tests.appraisal import stage

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 4, 20, tzinfo=UTC)
NEW = 10**9  # a matter of its own for each contact that is only there to show how far the record reaches


def came(agent: str, day: str, matter: int | None = 1, **more) -> Contact:
    at = datetime.fromisoformat(f"2026-{day}+08:00").astimezone(UTC)
    ended = at + timedelta(minutes=5)
    place = {"agent": cast.person(agent), "started_at": at, "ended_at": ended, "channel": "call", "matter_key": matter}
    return Contact.objects.create(key=f"{agent}{day}{matter}{len(more)}", digest="", **{**place, **more})


def reaches(day: str) -> None:
    came("he", day, NEW)


def figures(cycle: Cycle, *, at: datetime = LATER):
    with clock.set_to(at):
        found = month_inputs(cycle, cycle.participants.select_related("person").order_by("pk"), parsed(cycle.policy))
        return {one.person.number: inputs for one, inputs in found}


def made_of(cycle: Cycle, name: str = "li", **more) -> list[int] | None:
    """Settled, of how many, of these by the record."""
    return figures(cycle, **more)[name].made_of.get("first_contact_resolution")


def test_nobody_back_within_seven_days_is_settled_and_the_seventh_day_counts():
    cycle = stage.open_month()
    for matter, again in enumerate(["03-12T10:00:00", "03-12T10:00:01", "03-13T09:00:00"], start=1):
        came("li", "03-05T10:00", matter)
        came("wang", again, matter)
    reaches("04-10T09:00")
    assert made_of(cycle) == [2, 3, 3]
    assert made_of(cycle, "wang") == [2, 2, 2]


def test_who_follows_an_earlier_contact_on_the_matter_is_not_in_the_count():
    cycle = stage.open_month()
    came("li", "02-26T10:00")
    came("wang", "03-03T10:00")
    came("wang", "03-09T10:00")
    reaches("04-10T09:00")
    assert (made_of(cycle), made_of(cycle, "wang")) == (None, None)


def test_a_return_goes_to_the_first_agents_account_whoever_took_it():
    cycle = stage.open_month()
    came("li", "03-05T10:00")
    came("wang", "03-06T10:00")
    reaches("04-10T09:00")
    assert (made_of(cycle), made_of(cycle, "wang")) == ([0, 1, 1], None)


def test_a_dropped_line_taken_up_within_ten_minutes_is_one_contact_of_the_first_agent():
    cycle = stage.open_month()
    came("li", "03-05T10:00", is_resolved_first=False)
    came("wang", "03-05T10:15", is_resolved_first=True)
    came("li", "03-06T10:00", 2)
    came("wang", "03-06T10:15:01", 2)
    reaches("04-10T09:00")
    assert (made_of(cycle), made_of(cycle, "wang")) == ([1, 2, 2], None)


def test_another_channel_or_a_ticket_is_no_dropped_line():
    cycle = stage.open_month()
    came("li", "03-05T10:00")
    came("wang", "03-05T10:06", channel="chat")
    came("li", "03-06T10:00", 2, channel="ticket", ended_at=datetime(2026, 3, 9, tzinfo=UTC))
    came("wang", "03-06T10:06", 2, channel="ticket")
    reaches("04-10T09:00")
    assert made_of(cycle) == [0, 2, 2]


def test_what_its_file_says_was_not_settled_is_not_whatever_the_record_says():
    cycle = stage.open_month()
    for matter, flag in enumerate((True, False, None), start=1):
        came("li", "03-05T10:00", matter, is_resolved_first=flag)
    came("li", "03-06T10:00", 4, is_resolved_first=True)
    came("wang", "03-08T10:00", 4, is_resolved_first=True)
    reaches("04-10T09:00")
    assert made_of(cycle) == [2, 4, 4]


def test_it_is_judged_only_when_the_days_are_over_and_the_record_reaches_so_far():
    cycle = stage.open_month()
    came("li", "03-05T10:00")
    came("li", "03-25T10:00", 2)
    reaches("03-31T23:00")
    assert made_of(cycle) == [1, 1, 1]
    reaches("04-01T10:00")
    assert made_of(cycle) == [2, 2, 2]
    assert made_of(cycle, at=datetime(2026, 4, 1, 1, 59, tzinfo=UTC)) == [1, 1, 1]
    assert made_of(cycle, at=datetime(2026, 4, 1, 2, 0, tzinfo=UTC)) == [2, 2, 2]


def test_the_last_moment_of_the_month_is_judged_once_the_record_is_a_week_further():
    cycle = stage.open_month()
    came("li", "03-31T23:59:59")
    reaches("04-07T23:59:58")
    assert made_of(cycle) is None
    reaches("04-08T08:00")
    assert made_of(cycle) == [1, 1, 1]


def test_without_customer_or_matter_the_mark_of_the_file_alone_tells():
    cycle = stage.open_month()
    for number, flag in enumerate((True, True, False, None)):
        came("li", f"03-05T10:0{number}", None, is_resolved_first=flag)
    assert made_of(cycle) == [2, 3, 0]


def test_both_kinds_make_one_share_of_one_number():
    cycle = stage.open_month()
    came("li", "03-05T10:00", None, is_resolved_first=True)
    came("li", "03-05T11:00", 1)
    came("li", "03-05T12:00", 2)
    came("wang", "03-07T12:00", 2)
    reaches("04-10T09:00")
    found = figures(cycle)["li"]
    assert found.counted["first_contact_resolution"] == Fraction(2, 3)
    assert found.made_of["first_contact_resolution"] == [2, 3, 2]
    assert found.counts["first_contact_resolution"] == 3


def test_a_policy_may_wait_longer_or_shorter():
    cycle = stage.open_month()
    came("li", "03-05T10:00")
    came("wang", "03-09T10:00")
    reaches("04-10T09:00")
    assert made_of(cycle) == [0, 1, 1]
    text = cycle.policy.text.replace("repeat_days: 7", "repeat_days: 3")
    Cycle.objects.update(policy=type(cycle.policy).objects.create(kind="monthly", number=99, name="x", text=text))
    assert made_of(Cycle.objects.select_related("policy").get()) == [1, 1, 1]


def test_a_thousand_contacts_cost_as_many_queries_as_three(django_assert_max_num_queries):
    cycle = stage.open_month()
    counts = []
    for more in (range(3), range(3, 40)):
        for matter in more:
            came("li", "03-05T10:00", matter)
            came("wang", f"03-{6 + matter % 20:02d}T10:00", matter)
        with CaptureQueriesContext(connection) as found:
            figures(cycle)
        counts.append(len(found))
    assert counts[0] == counts[1] <= 12
