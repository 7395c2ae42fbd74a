"""Boards: how it stands for whoever decides; of a lead their own teams, nobody's pay, in few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.improvement.models import PlaceSum
from hengcai.insight.letters.boards import board_letter
from hengcai.insight.queries.boards import board_of, roles_with_a_board
from hengcai.quality.measure_models import QualityMonth
from tests import cast

pytestmark = pytest.mark.django_db
FEBRUARY, MARCH, TODAY = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 9)
OF = {"qian": "head", "feng": "quality_supervisor", "zhou": "trainer", "wu": "hr", "zheng": "appraisal_group"}


def counted(scope="centre", **where):
    for month, top in ((FEBRUARY, 120), (MARCH, 180)):
        told = {"passed": [top, 200], "contacts": [400], "satisfied": [80, 100], "score": [200, 17000, 1450000]}
        PlaceSum.objects.create(scope=scope, span="month", first=month, told=told, **where)


def letter(name, role, language="en"):
    return board_letter(board_of(cast.user(name), role, today=TODAY), language)


def test_what_moved_beyond_chance_stands_out_with_its_interval():
    counted()
    found = letter("qian", "head")
    assert len(found.stands_out) == 1
    assert "60.0% → 90.0%" in found.stands_out[0]
    (place,) = found.places
    assert {one.code: one.interval for one in place.lines}["passed"].startswith("[")
    assert [name for name, _drawing in place.drawings] == ["Satisfaction rate", "Pass rate"]


def test_a_lead_sees_their_own_teams_and_no_other():
    cast.zhao(), cast.li(), cast.he()
    counted(f"team:{cast.team('one').pk}", team=cast.team("one"))
    counted(f"team:{cast.team('two').pk}", team=cast.team("two"))
    assert [place.name for place in letter("zhao", "lead").places] == ["Team one"]


def test_without_a_team_or_a_figure_a_board_says_so():
    assert letter("zhao", "lead").places == []
    assert letter("qian", "head").stands_out == []


@pytest.mark.parametrize(("name", "role"), OF.items())
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_board_is_laid_out_in_both_languages_within_thirty_queries(name, role, language):
    counted()
    told = {"counts": {"accurate": [9, 10, 0], "handling": [0, 0, 0]}, "causes": {}, "alpha": None}
    QualityMonth.objects.create(month=MARCH, told=told)
    user = cast.user(name)
    with CaptureQueriesContext(connection) as found:
        letter(name, role, language)
    assert len(found) <= 30
    assert roles_with_a_board(user) == [role]


def test_the_trainers_board_has_no_grades_and_hr_has_attrition():
    cast.li()
    assert letter("zhou", "trainer").grades == []
    assert "0 leavers ÷ 2 employed" in letter("wu", "hr").attrition
