from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.workdays import Calendar
from hengcai.inbox import rules

OFF, ON = ("holiday", None), ("working", None)
DAYS = st.dates(date(2026, 1, 5), date(2026, 12, 20))
CALENDARS = st.dictionaries(DAYS, st.sampled_from([OFF, ON]), max_size=20).map(Calendar)


def told(due_on, opened_on, calendar):
    """The days on which a round that runs every day says something, and those on which it sends the duty up."""
    reminded, gone_up = [], []
    day = opened_on
    while day <= due_on + timedelta(days=40):
        last = reminded[-1] if reminded else None
        if rules.is_to_remind(due_on, opened_on=opened_on, reminded_on=last, today=day, calendar=calendar):
            reminded.append(day)
        if rules.is_to_escalate(due_on, is_escalated=bool(gone_up), today=day, calendar=calendar):
            gone_up.append(day)
        day += timedelta(days=1)
    return reminded, gone_up


@given(DAYS, st.integers(0, 20), CALENDARS)
def test_it_is_brought_to_mind_on_the_eve_and_on_the_day_and_goes_up_once(due_on, before, calendar):
    opened_on = due_on - timedelta(days=before)
    reminded, gone_up = told(due_on, opened_on, calendar)
    eve = rules.eve_of(due_on, calendar)
    assert calendar.day(eve).is_working
    assert calendar.until(eve, due_on).days == int(calendar.day(due_on).is_working)
    assert reminded == [day for day in (eve, due_on) if day > opened_on]
    assert gone_up == [calendar.add(due_on, 1).date]


@given(DAYS, st.integers(0, 20), CALENDARS, st.integers(1, 15))
def test_a_worker_that_stood_still_says_what_it_missed_once(due_on, before, calendar, away):
    """Of several rounds missed one reminder is left, and none after the last day."""
    opened_on = due_on - timedelta(days=before)
    reminded = []
    for number in range(0, before + away, away):
        day = opened_on + timedelta(days=number)
        last = reminded[-1] if reminded else None
        if rules.is_to_remind(due_on, opened_on=opened_on, reminded_on=last, today=day, calendar=calendar):
            reminded.append(day)
    assert len(reminded) <= 2
    assert all(rules.eve_of(due_on, calendar) <= day <= due_on for day in reminded)


@given(DAYS, DAYS, CALENDARS)
def test_nothing_further_off_than_the_horizon_is_spoken_of(today, due_on, calendar):
    if due_on > rules.horizon(today, calendar):
        assert rules.notice_day(due_on, today=today, calendar=calendar) is None


@given(st.none() | DAYS, st.none() | DAYS)
def test_a_last_day_is_never_brought_forward(due_on, wished):
    found = rules.lengthened(due_on, wished)
    assert found is None if due_on is None or wished is None else found == max(due_on, wished)
