"""Sums of published scores by month and team, and what counts in them."""

from datetime import UTC, date, datetime

import pytest

from hengcai.base.errors import NotAllowed
from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.measurement.clusters import Moved
from hengcai.people.models import Placement
from hengcai.quality.actions import sum_up_months
from hengcai.quality.models import Evaluation, TeamMonth
from hengcai.quality.permissions import SEE_MONTHS
from hengcai.quality.rules.months import Scored, by_month
from tests import cast
from tests.quality import scene

TODAY = date(2026, 3, 31)
HERE = (1, 10)


def scored(agent, on, total, *, contact=None, place=HERE):
    return Scored(place, agent, contact or hash((agent, on, total)), on, total)


def now_of(sums, team=10):
    (one,) = [one for one in sums if one.team == team]
    return Moved.of_numbers(one.moments)


def test_a_month_stands_beside_the_three_before_it_and_no_earlier_one():
    rows = [scored(1, date(2026, month, 5), total) for month, total in ((1, 50), (2, 60), (3, 70), (4, 80), (5, 90))]
    found = now_of(by_month(rows, today=date(2026, 5, 9))[date(2026, 5, 1)])
    assert (found.now.s, found.before.s, found.before.n) == (90, 210, 3)


def test_six_months_are_shown_the_ones_before_only_looked_back_on():
    rows = [scored(1, date(2025, month, 28), 50) for month in range(1, 13)]
    found = by_month(rows, today=date(2025, 12, 28))
    assert sorted(found) == [date(2025, month, 1) for month in range(7, 13)]
    assert now_of(found[date(2025, 7, 1)]).before.n == 3


def test_a_contact_that_two_scored_counts_once_with_their_mean():
    day = date(2026, 3, 5)
    rows = [scored(1, day, 70, contact=5), scored(1, day, 80, contact=5), scored(1, day, 60, contact=6)]
    found = now_of(by_month(rows, today=TODAY)[date(2026, 3, 1)])
    assert (found.now.n, found.now.s) == (2, 135)


def test_a_site_adds_its_teams_up_also_one_that_only_stood_earlier():
    day, earlier = date(2026, 3, 5), date(2026, 2, 5)
    rows = [scored(1, day, 70), scored(2, day, 80, place=(1, 11)), scored(3, earlier, 60, place=(1, 12))]
    sums = by_month(rows, today=TODAY)[date(2026, 3, 1)]
    site = now_of(sums, None)
    assert [one.team for one in sums] == [10, 11, None]
    assert (site.now.units, site.now.s, site.before.s) == (2, 150, 60)


@pytest.fixture
def published(db):
    made = [scene.evaluation(cast.li()), scene.evaluation(cast.wang())]
    scene.publish(made)
    return made


def sums(team="one"):
    return Moved.of_numbers(TeamMonth.objects.get(team=cast.team(team), month=date(2026, 3, 1)).moments)


def test_publishing_asks_once_for_the_sums_and_the_worker_adds_them_up(published):
    scene.publish([scene.evaluation(cast.li())])
    assert Job.objects.filter(kind="sum-up-months", state="queued").count() == 1
    assert work_once()
    assert Job.objects.get(kind="sum-up-months").state == "done"


def test_what_is_not_published_yet_is_not_in_the_sums(published):
    scene.evaluation(cast.wang(), at=datetime(2026, 3, 13, 4, tzinfo=UTC))
    sum_up_months(cast.centre(), by=cast.user("feng"), today=TODAY)
    assert sums().now.n == 2


def test_a_correction_counts_once_it_is_published(published):
    first = published[0]
    worse = scene.submit(
        first.assignment, {**scene.GOOD, "wording": scene.Mark("3")}, edit_count=first.edit_count, reason="misheard"
    )
    sum_up_months(cast.centre(), by=cast.user("feng"), today=TODAY)
    before = sums()
    scene.publish([worse])
    sum_up_months(cast.centre(), by=cast.user("feng"), today=TODAY)
    assert (before.now.n, sums().now.n) == (2, 2)
    assert sums().now.s == pytest.approx(
        before.now.s - float(first.total) + float(Evaluation.objects.get(pk=worse.pk).total)
    )


def test_an_agent_without_a_team_stands_in_no_sum(published):
    Placement.objects.filter(person=cast.li()).update(team=None)
    sum_up_months(cast.centre(), by=cast.user("feng"), today=TODAY)
    assert sums().now.units == 1


def test_leads_see_their_teams_sums_those_who_answer_for_all_the_sites_too(published):
    sum_up_months(cast.centre(), by=cast.user("feng"), today=TODAY)
    cast.he()
    seen = {name: SEE_MONTHS.rows(TeamMonth.objects.all(), cast.user(name)).count() for name in cast.ROLES}
    assert {name for name, count in seen.items() if count == 2} == {"feng", "zhou", "wu", "zheng", "qian"}
    assert {name for name, count in seen.items() if count} - {"feng", "zhou", "wu", "zheng", "qian"} == {"zhao"}


def test_who_only_scores_adds_nothing_up(db):
    with pytest.raises(NotAllowed):
        sum_up_months(cast.centre(), by=cast.user("chen"), today=TODAY)
