"""Means of a plan's contacts: weighted by their chances, beside the plain ones."""

from datetime import timedelta

import pytest

from hengcai.jobs.models import Job
from hengcai.jobs.worker import work_once
from hengcai.quality import plan_jobs
from hengcai.quality.actions import ask_for_estimates
from hengcai.quality.models import Assignment
from hengcai.quality.queries.estimated import Heard, estimated, estimates
from tests import cast
from tests.quality import plans, scene


def heard(rule, *scores, chance):
    return [Heard("", rule, score, chance) for score in scores]


def test_what_was_drawn_on_a_suspicion_weighs_as_little_as_it_is_rare():
    found = estimated("", [*heard("", 90, 80, chance=1 / 10), *heard("low", 30, 40, chance=1)])
    assert (found.n, found.plain) == (4, 60)
    assert found.weighted == pytest.approx((10 * 170 + 70) / 22)
    assert found.low < found.weighted < found.high


def test_a_rule_with_one_contact_is_taken_with_the_others_and_one_contact_says_nothing():
    found = estimated("", [*heard("", 90, 80, chance=1 / 10), *heard("low", 30, chance=1 / 2)])
    assert found.low < found.weighted < found.high
    alone = estimated("", heard("", 90, chance=1 / 10))
    assert (alone.weighted, alone.low, alone.high) == (pytest.approx(90), None, None)


@pytest.mark.django_db
def test_a_plan_tells_the_centre_and_its_teams_and_a_double_counts_once(monkeypatch):
    plans.contacts(60)
    made = plans.given()
    assert estimates(made).lines == []
    for work in Assignment.objects.filter(pick__draw__plan=made):
        scene.submit(work)
    centre, *teams = estimates(made).lines
    assert (centre.team, [one.team for one in teams]) == ("", ["Team one", "Team two"])
    assert centre.n == sum(one.n for one in teams) == plans.picks(made).count()
    assert cast.li().placements.get().team.name == "Team one"
    by_the_worker(made, centre, monkeypatch)


def by_the_worker(made, centre, monkeypatch):
    """Of a large plan it says from when the figures are, and which are asked for again once they are old."""
    monkeypatch.setattr(plan_jobs, "MANY", 1)
    told = estimates(made)
    assert (told.lines[0], told.at, told.is_stale) == (centre, None, True)
    Job.objects.all().delete()
    ask_for_estimates(made, by=cast.user("feng"))
    assert not estimates(made).is_stale
    assert work_once()
    made.refresh_from_db()
    told = estimates(made)
    assert (told.lines[0], told.at, told.is_stale) == (centre, made.estimated_at, False)
    monkeypatch.setattr(plan_jobs, "STALE", timedelta(0))
    while work_once():
        pass
    assert estimates(made).is_stale
