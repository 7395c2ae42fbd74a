"""A briefing: cases of the library before a team, who was there, who has signed it as read."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.coaching import actions
from hengcai.coaching.library_models import Briefing
from hengcai.coaching.queries.briefings import briefing_sight, briefings_seen_by
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db


def prepared(*, by="zhao"):
    cast.wang()
    one = actions.show_case(co.case("warning"), by=cast.user("zhao"))
    today = clock.today()
    return actions.brief_case(cast.centre(), by=cast.user(by), case=co.again(one), on=today, today=today)


def hold(one, *, by="zhao", team="one", present=("li",), days=0):
    there = [cast.person(name).pk for name in present]
    return actions.hold_briefing(
        co.again(one),
        by=cast.user(by),
        team=cast.team(team),
        present=there,
        words="",
        today=clock.today() + timedelta(days),
    )


def refused(code, act, *args, **how):
    with pytest.raises((NotAllowed, NotNow, NotValid)) as refusal:
        act(*args, **how)
    assert refusal.value.code == code


def waits():
    return set(Duty.objects.filter(kind="briefing.read", done_at=None).values_list("user__username", flat=True))


def seen(one, name):
    found = briefings_seen_by(cast.user(name)).filter(pk=one.pk).first()
    return briefing_sight(found, cast.user(name)) if found else None


def test_who_was_there_is_kept_and_all_of_the_team_are_asked_to_sign():
    one = hold(prepared())
    assert {row.person.number: row.is_present for row in one.attendees.all()} == {"li": True, "wang": False}
    assert waits() == {"li", "wang"}
    actions.read_briefing(co.again(one), by=cast.user("wang"))
    assert waits() == {"li"}
    assert seen(one, "wang").own.read_at is not None
    assert not seen(one, "wang").may_read


def test_an_agent_reads_the_cases_and_only_their_own_line():
    one = hold(prepared())
    assert [row.person.number for row in seen(one, "li").attendees] == ["li"]
    assert len(seen(one, "li").cases) == 1
    assert len(seen(one, "zhao").attendees) == len(seen(one, "feng").attendees) == 2
    cast.he()
    assert seen(one, "he") is None
    refused("permission.reach", actions.read_briefing, co.again(one), by=cast.user("he"))


def test_what_was_shown_stays_as_it_was_shown():
    one = hold(prepared())
    case = one.cases.get().case
    refused("coaching.briefing_held", actions.unbrief_case, co.again(one), by=cast.user("zhao"), case=case)
    facts = {"by": cast.user("zhao"), "case": case, "on": clock.today(), "today": clock.today()}
    refused("coaching.briefing_held", actions.brief_case, cast.centre(), **facts)
    refused("coaching.briefing_held", hold, one)


def test_a_case_taken_back_leaves_the_sheet_without_it():
    one = hold(prepared())
    actions.withdraw_case(one.cases.get().case, by=cast.user("zhao"), reason="the process has changed")
    assert seen(one, "li").cases == []


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"team": "two"}, "coaching.briefing_team"),
        ({"present": ["he"]}, "coaching.briefing_stranger"),
        ({"days": -1}, "coaching.briefing_early"),
        ({"by": "lin"}, "permission.reach"),
        ({"by": "li"}, "permission.role"),
    ],
)
def test_by_whom_when_and_for_whom(how, code):
    one = prepared()
    cast.he()
    refused(code, hold, one, **how)


def test_without_a_case_there_is_nothing_to_hold():
    cast.zhao()
    made = Briefing.objects.create(on=clock.today(), by=cast.user("zhao"))
    refused("coaching.briefing_empty", hold, made)
