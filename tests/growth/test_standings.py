"""Steps are given by a person, one at a time, only where everything is met; the list is counted, not ranked."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

import pytest

from hengcai.base import clock
from hengcai.base.days import months_after
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.evidence.actions import Observation, note_evidence
from hengcai.framework.models import Competency, Framework
from hengcai.growth import actions
from hengcai.growth.models import Outlook, Standing
from hengcai.growth.queries.people import GroupFilter, outlooks_listed, re_ratings_listed, skill_groups
from hengcai.growth.reading import climbers
from hengcai.inbox.models import Duty
from hengcai.people.models import Employment, SkillTerm
from hengcai.people.queries.calendar import the_calendar
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
TODAY = cast.MONDAY
TEXT = """
name: {zh: 星级}
track: professional
posts: [inbound]
steps:
  - {name: {zh: 一星}, stars: 1, months: 0, wanted: {listening: "3.5"}, skill_groups: [普通]}
  - {name: {zh: 二星}, stars: 2, months: 6, wanted: {listening: "4"}, proofs: [{zh: 带教记录}], skill_groups: [普通, 投诉]}
"""


@pytest.fixture
def ladder():
    cast.wang()
    made = actions.write_ladder(cast.centre(), by=cast.user("zheng"), code="stars", text=TEXT)
    return actions.publish_ladder(made, by=cast.user("qian"), today=TODAY)


def rated(level, on=TODAY):
    listening = Competency.objects.get(code="listening", framework=Framework.objects.get(state="published"))
    one = Observation(
        cast.li().pk,
        listening,
        "rated",
        Fraction(level),
        "appraisal.participant",
        1,
        on.toordinal(),
        on,
        None,
        None,
        n=3,
    )
    note_evidence([one], by=cast.user("zheng"))


def step(ladder, order):
    return ladder.steps.get(order=order)


def rate(ladder, order, *, by="wu", today=TODAY):
    return actions.rate_standing(
        cast.li(), by=cast.user(by), step=step(ladder, order), because="按条件评定", today=today
    )


def refusal(kind, act, *args, **kwargs):
    with pytest.raises(kind) as caught:
        act(*args, **kwargs)
    return caught.value.code


def test_a_first_step_is_given_once_it_is_met_and_not_before(ladder):
    assert refusal(NotNow, rate, ladder, 1) == "growth.not_ready"
    rated("7/2")
    made = rate(ladder, 1)
    assert (made.outcome, made.re_rate_on, made.facts[0]["held"]) == ("first", date(2026, 9, TODAY.day), "7/2")


def test_the_way_up_is_one_step_at_a_time_with_time_and_proof(ladder):
    rated(5)
    assert refusal(NotNow, rate, ladder, 2) == "growth.first_step_first"
    rate(ladder, 1)
    assert refusal(NotNow, rate, ladder, 2) == "growth.not_ready"
    later = TODAY + timedelta(days=200)
    rated(5, on=later)
    with clock.set_to(clock.now() + timedelta(days=4000)):
        actions.note_proof(cast.li(), by=cast.user("zhao"), step=step(ladder, 2), place=0, seen_on=later)
    made = rate(ladder, 2, today=later)
    old = Standing.objects.exclude(pk=made.pk).get()
    assert (made.outcome, old.until) == ("raised", later - timedelta(days=1))
    assert refusal(NotNow, rate, ladder, 1, today=later) == "growth.too_early_to_lower"
    assert rate(ladder, 1, today=later + timedelta(days=200)).outcome == "lowered"


def test_nobody_decides_about_themselves_and_no_reason_is_no_decision(ladder):
    rated(5)
    with pytest.raises(NotAllowed):
        rate(ladder, 1, by="li")
    with pytest.raises(NotValid):
        actions.rate_standing(cast.li(), by=cast.user("wu"), step=step(ladder, 1), because=" ", today=TODAY)


def test_the_list_says_who_is_how_far_and_shows_each_their_own(ladder):
    rated(4)
    people = climbers(ladder, today=TODAY)
    actions.count_outlooks(ladder, by=cast.user("wu"), persons=people, today=TODAY)
    actions.count_outlooks(ladder, by=cast.user("wu"), persons=people, today=TODAY)
    found = {one.person.name: one.verdict for one in Outlook.objects.select_related("person")}
    assert found[cast.li().name] == "ready"
    assert found[cast.wang().name] == "one_step"
    assert {one.person for one in outlooks_listed(cast.user("li"))} == {cast.li()}
    assert len(outlooks_listed(cast.user("wu"))) == len(found)


def test_skill_groups_beside_the_step_show_both_kinds_of_difference(ladder):
    rated(5)
    rate(ladder, 1)
    SkillTerm.objects.create(agent=cast.li(), skill_group="投诉", since=TODAY)
    found = {one.group: (one.may, one.is_in) for one in skill_groups(cast.user("wu"), today=TODAY)}
    assert found == {"普通": (True, False), "投诉": (False, True)}
    both = skill_groups(cast.user("wu"), today=TODAY)
    assert [one.group for one in both if GroupFilter(group="投诉", person="li", differs=True).takes(one)] == ["投诉"]
    assert not [one for one in both if GroupFilter(person="wang").takes(one)]


def reminders():
    found = Duty.objects.filter(kind="growth.re_rate", done_at=None)
    return sorted((one.user.username, one.due_on, one.what) for one in found.select_related("user"))


def count(ladder, day):
    with clock.set_to(datetime.combine(day, time(9), tzinfo=UTC)):
        people = climbers(ladder, today=day)
        actions.count_outlooks(ladder, by=cast.user("wu"), persons=people, today=day)


def test_a_re_rating_is_brought_to_mind_two_weeks_before_it_is_due_and_goes_with_it(ladder):
    rated(5)
    due = rate(ladder, 1).re_rate_on
    ahead = [on for on in (due - timedelta(days=n) for n in range(25)) if the_calendar().add(on, 10).date >= due][-1]
    count(ladder, ahead - timedelta(days=1))
    assert reminders() == []
    for day in (ahead, ahead + timedelta(days=1), due + timedelta(days=3)):
        count(ladder, day)
        assert reminders() == [(name, due, f"{due:%Y-%m}") for name in ("wu", "zheng")]
    kept = rate(ladder, 1, today=due + timedelta(days=3))
    assert (kept.outcome, kept.re_rate_on, reminders()) == ("kept", months_after(due + timedelta(days=3), 6), [])
    assert [one.pk for one in re_ratings_listed(ladder, cast.user("wu"), today=TODAY)] == [kept.pk]
    assert list(re_ratings_listed(ladder, cast.user("wang"), today=TODAY)) == []


def test_whoever_has_left_the_posts_of_a_ladder_is_not_re_rated(ladder):
    rated(5)
    due = rate(ladder, 1).re_rate_on
    Employment.objects.filter(person=cast.li()).update(left_on=TODAY)
    count(ladder, due)
    assert reminders() == []


def test_a_new_version_carries_the_reminder_on(ladder):
    rated(5)
    due = rate(ladder, 1).re_rate_on
    count(ladder, due)
    fresh = actions.write_ladder(cast.centre(), by=cast.user("zheng"), code="stars", text=TEXT)
    fresh = actions.publish_ladder(fresh, by=cast.user("qian"), today=due)
    count(fresh, due)
    assert set(Duty.objects.filter(kind="growth.re_rate", done_at=None).values_list("source_id", flat=True)) == {
        fresh.pk
    }
