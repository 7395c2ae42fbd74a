"""The hold on a cut by real acts alone: filed, heard, ruled on, worked out anew; the money follows the answer."""

from decimal import Decimal

import pytest

from hengcai.appeals import actions as appeals
from hengcai.appraisal.rules.rulings import FIGURE, Part, Ruled
from hengcai.consequences import actions
from hengcai.consequences.models import Difference
from tests import cast
from tests.appeals import appeal_scene as ap
from tests.consequences import scene

pytestmark = pytest.mark.django_db
SURE = (("good", 0.02), ("pass", 0.97), ("fail", 0.01))
BETTER = [Ruled(Part(FIGURE, "", code), Decimal(100)) for code in ("wording", "listening", "records")]
TOTAL, CUT = Decimal(3000), Decimal(-200)  # 2000 at 1.0 and 1000 fixed; what 0.9 takes off


@pytest.fixture
def month():
    """Li's 73.3 stands for 0.9, and that it is no chance is certain."""
    made = ap.published_month()
    scene.bases()
    scene.sure_of(ap.result(), *SURE)
    return made


def decided(month):
    return scene.line(scene.decided(month), "li")


def run_of(month, name="2026-04", period=scene.APRIL):
    return scene.prepared(scene.month(name, period, grades={"li": ("85.0", "good")}))


def answered(appeal, ruled):
    outcome = "upheld" if ruled else "rejected"
    return ap.answered(appeal=ap.heard(appeal), outcome=outcome, ruled=ruled)


def test_without_an_appeal_the_certain_cut_is_taken_off(month):
    line = decided(month)
    assert (line.coefficient, line.total) == (Decimal("0.9"), TOTAL + CUT)


@pytest.mark.parametrize(
    ("ruled", "grade", "owed"),
    [([], "pass", CUT), (ap.better(), "good", Decimal(0)), (BETTER, "excellent", Decimal(400))],
)
def test_what_is_held_is_paid_or_taken_back_by_the_answer(month, ruled, grade, owed):
    appeal = ap.file()
    line = decided(month)
    assert (line.held_by, line.by_grade, line.total) == (appeal, Decimal("0.9"), TOTAL)
    appeal = answered(appeal, ruled)
    assert ap.result().band == grade
    assert sum(one.total for one in Difference.objects.all()) == owed
    later = run_of(month)
    rows = later.lines.filter(kind="difference", person__number="li")
    assert [one.total for one in rows] == ([owed] if owed else [])
    assert scene.PayRun.objects.get(pk=line.run_id).lines.get(pk=line.pk).total == TOTAL


def test_one_that_is_withdrawn_releases_the_cut_and_filed_anew_after_it_holds_nothing_twice(month):
    appeal = ap.file()
    decided(month)
    appeals.withdraw_appeal(appeal, by=cast.user("li"))
    assert Difference.objects.get().total == CUT
    second = answered(ap.file(), ap.better())
    assert second.fresh == ap.result()
    assert sum(one.total for one in Difference.objects.all()) == 0


def test_filed_after_the_month_is_paid_the_answer_is_money_on_top(month):
    line = decided(month)
    answered(ap.file(), ap.better())
    (found,) = Difference.objects.all()
    assert (found.line, found.total, found.cause) == (line, -CUT, "corrected")


def test_a_run_prepared_before_the_answer_is_not_decided_on_it(month):
    appeal = ap.file()
    run = scene.prepared(month)
    answered(appeal, ap.better())
    anew = actions.prepare_run_anew(run, by=cast.user("wu"))
    line = scene.line(anew, "li")
    assert (line.held_by, line.grade, line.coefficient) == (None, "good", 1)
    assert not Difference.objects.filter(line__isnull=False).exists()
