"""Means of a plan's contacts: weighted by their chances, beside the plain ones."""

import pytest

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
def test_a_plan_tells_the_centre_and_its_teams_and_a_double_counts_once():
    plans.contacts(60)
    made = plans.given()
    assert estimates(made) == []
    for work in Assignment.objects.filter(pick__draw__plan=made):
        scene.submit(work)
    centre, *teams = estimates(made)
    assert (centre.team, [one.team for one in teams]) == ("", ["Team one", "Team two"])
    assert centre.n == sum(one.n for one in teams) == plans.picks(made).count()
    assert cast.li().placements.get().team.name == "Team one"
