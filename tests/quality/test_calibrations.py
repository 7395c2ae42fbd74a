"""Calibration: blind until one's own marks are in, final once submitted, and no part of anybody's results."""

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal
from hengcai.evidence.models import Evidence
from hengcai.quality import states
from hengcai.quality.models import Evaluation
from hengcai.quality.rules.calibration import Agreed
from hengcai.quality.rules.card import Mark
from tests.quality import calibrating as cal
from tests.quality import scene

pytestmark = pytest.mark.django_db


def test_calibration_scores_enter_no_evaluation_and_no_evidence():
    before = scene.evaluation()
    evidence = list(Evidence.objects.values_list("pk", "source_revision"))
    cal.in_state("closed")
    assert list(Evaluation.objects.values_list("pk", "exact")) == [(before.pk, before.exact)]
    assert list(Evidence.objects.values_list("pk", "source_revision")) == evidence


def test_who_has_not_handed_in_is_left_out_only_when_the_chair_says_so():
    one = cal.score(cal.begin(cal.plan()), "chen", "cao")
    with pytest.raises(NotNow) as refusal:
        cal.reveal(one)
    assert refusal.value.facts["names"] == ("Tang",)
    cal.reveal(one, leave_out=True)
    assert list(one.seats.filter(is_left_out=True).values_list("analyst__username", flat=True)) == ["tang"]


def test_a_submitted_sheet_never_changes_and_the_same_twice_is_once():
    one = cal.begin(cal.plan())
    sheet = cal.hand_in(cal.sheets(one, "chen")[0], scene.GOOD, by="chen")
    assert cal.hand_in(sheet, scene.GOOD, by="chen").edit_count == 1
    with pytest.raises(NotNow):
        cal.save(sheet, cal.HARSH, by="chen")
    with pytest.raises(NotNow):
        cal.hand_in(sheet, cal.HARSH, by="chen")


def test_an_old_page_overwrites_nothing():
    sheet = cal.save(cal.sheets(cal.begin(cal.plan()), "chen")[0], {"wording": Mark("5")}, by="chen")
    with pytest.raises(NotNow):
        cal.save(sheet, {"wording": Mark("1", "cut")}, by="chen", edit_count=0)


def test_nobody_scores_anothers_sheet_or_chairs_what_they_score():
    one = cal.begin(cal.plan())
    with pytest.raises(NotAllowed):
        cal.save(cal.sheets(one, "chen")[0], {}, by="cao")
    with pytest.raises(NotAllowed):
        cal.reveal(one, by="chen")


def test_a_contact_somebody_was_given_before_is_not_scored_blind():
    known = scene.contact()
    scene.assignment(known)
    with pytest.raises(NotValid) as refusal:
        cal.plan(contacts=[known])
    assert refusal.value.code == "quality.calibration_heard"


def test_a_reference_needs_reasons_where_marks_differ_and_must_be_whole():
    one = cal.in_state("revealed")
    with pytest.raises(NotValid):
        cal.agree_marks(one, {"listening": Agreed("4")}, numbers=(1,))
    cal.agree_marks(one, numbers=(1, 2))
    with pytest.raises(NotNow):
        cal.agree(one)


def test_a_certificate_holds_six_months_and_retraining_has_its_reasons():
    one = cal.in_state("agreed")
    cal.certify(one)
    assert str(one.seats.get(analyst__username="chen").expires_on) == "2026-09-16"
    with pytest.raises(NotValid):
        cal.certify(one, name="tang", outcome="retraining")
    with pytest.raises(NotNow):
        cal.close(one)


STEPS = {
    "open_scoring": cal.begin, "reveal_marks": cal.reveal, "agree_marks": cal.agree_marks,
    "agree_reference": cal.agree, "certify_analyst": cal.certify, "close_calibration": cal.close,
}  # fmt: skip


@pytest.mark.parametrize("state", list(cal.WAY))
def test_every_forbidden_move_is_refused(state):
    one = cal.in_state(state)
    for move in states.CALIBRATION_MOVES:
        if state not in move.sources and move.name in STEPS:
            with pytest.raises(Refusal):
                STEPS[move.name](one)
