"""Whoever sits with a contact in a calibration session is given it nowhere else; what a session asks of whom."""

import pytest

from hengcai.base.errors import NotAllowed, NotValid
from hengcai.inbox.models import Duty
from hengcai.quality.actions import give_picks
from hengcai.quality.rechecking import allowed_of
from tests import cast
from tests.quality import calibrating as cal
from tests.quality import disputing as dis
from tests.quality import plans, scene

pytestmark = pytest.mark.django_db


def waiting(kind):
    rows = Duty.objects.filter(kind=kind, done_at=None)
    return sorted(rows.values_list("user__username", flat=True))


@pytest.mark.parametrize("state", ["planned", "scoring", "closed"])
def test_a_contact_of_a_session_is_given_to_none_of_its_analysts_but_to_others(state):
    one = cal.in_state(state)
    contact = one.contacts.first().contact
    with pytest.raises(NotValid) as refusal:
        scene.assignment(contact, analyst=cal.analyst("cao"))
    assert refusal.value.code == "quality.contact_in_session"
    assert scene.assignment(contact, analyst=cal.analyst("lu")).contact == contact


def test_a_plan_gives_a_seated_analyst_no_contact_of_their_session():
    plans.contacts()
    plan = plans.running()
    pick = plans.picks(plan).exclude(analyst=None).filter(second=None).first()
    cal.plan(contacts=[pick.contact])
    give_picks(plan, by=cast.user("feng"), today=plans.AFTER, most=1000)
    pick.refresh_from_db()
    assert pick.trouble == "quality.contact_in_session"
    assert not pick.contact.assignments.exists()
    others = plans.picks(plan).exclude(pk=pick.pk)
    assert set(others.values_list("trouble", flat=True)) == {""}


def test_nobody_rechecks_or_decides_what_they_sit_with():
    made = dis.published()
    assert cal.analyst("tang").pk in allowed_of([made])[made.pk]
    dispute = dis.dispute(made)
    cal.plan(contacts=[made.assignment.contact], analysts=("cao", "tang"))
    assert cal.analyst("tang").pk not in allowed_of([made])[made.pk]
    with pytest.raises(NotAllowed):
        dis.take(dispute, by="cao")


def test_nobody_sits_in_two_sessions_with_one_contact():
    one = cal.in_state("scoring")
    with pytest.raises(NotValid) as refusal:
        cal.plan(contacts=[one.contacts.first().contact])
    assert refusal.value.code == "quality.calibration_heard"


def test_analysts_owe_their_marks_until_all_are_in_and_the_chair_what_follows():
    one = cal.begin(cal.plan())
    assert (waiting("calibration.score"), waiting("calibration.reveal")) == (["cao", "chen", "tang"], ["feng"])
    assert str(Duty.objects.get(kind="calibration.reveal").due_on) == "2026-03-20"
    cal.hand_in(cal.sheets(one, "chen")[0], scene.GOOD, by="chen")
    assert "chen" in waiting("calibration.score")
    cal.score(one, "chen", "cao")
    assert waiting("calibration.score") == ["tang"]
    cal.reveal(one, leave_out=True)
    assert [waiting(f"calibration.{kind}") for kind in ("score", "reveal", "conclude")] == [[], [], ["feng"]]
    for step in (cal.agree_marks, cal.agree, cal.certify_all, cal.close):
        step(one)
    assert not Duty.objects.filter(kind__startswith="calibration.", done_at=None).exists()
