"""Calibration is about the analysts: no score of it reaches an agent's month or quarter."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import RatingTask, Result
from hengcai.appraisal.standing import overtaken, stale_count
from tests import cast
from tests.appraisal import stage
from tests.quality import calibrating as cal
from tests.quality import disputing as dis

pytestmark = pytest.mark.django_db


def results(cycle):
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).order_by("participant")
    return [(row.participant_id, row.exact, row.detail, row.inputs) for row in rows]


def rated_quarter():
    cycle = stage.open_quarter()
    for form in RatingTask.objects.filter(participant__person__number="li"):
        stage.rate_by_file(form)
    return cycle


@pytest.mark.parametrize("opened", [stage.open_month, rated_quarter])
def test_a_closed_calibration_leaves_what_agents_are_appraised_by_as_it_was(opened):
    cycle = opened()
    dis.published(stage.person("li"))
    before = results(cycle)
    assert any(exact for _who, exact, *_more in before)
    cal.in_state("closed")
    assert (stale_count(cycle), list(overtaken(cycle))) == (0, [])
    assert results(cycle) == before
