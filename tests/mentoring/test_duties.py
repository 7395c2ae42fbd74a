"""What stands in whose inbox, from the first sheet to the permit that runs out."""

from datetime import timedelta
from fractions import Fraction

import pytest

from hengcai.base import clock
from hengcai.inbox.models import Duty
from hengcai.mentoring import actions
from hengcai.mentoring.actions import Entered, Heard
from hengcai.mentoring.models import Permit
from hengcai.people.models import Employment
from tests import cast
from tests.mentoring.scene import PASSWORD, TODAY, at_nine, demand, pair, permit

pytestmark = pytest.mark.django_db
ZHOU, ZHAO, LI, FENG = "zhou", "zhao", "li", "feng"


@pytest.fixture(autouse=True)
def _today():
    with clock.set_to(at_nine()):
        yield


def owed(name):
    rows = Duty.objects.filter(user=cast.user(name), done_at=None).order_by("due_on")
    return [(one.kind, (one.due_on - TODAY).days) for one in rows]


def heard(made, days=0, **given):
    sheet = Heard(TODAY - timedelta(days=days), "核实身份漏了一步", "先核实再查", **given)
    return actions.note_listening(made, by=cast.user(ZHAO), heard=sheet, today=TODAY)


def test_a_sheet_is_due_every_week_and_waits_for_the_newcomer():
    made = actions.start_pair(pair(), by=cast.user(ZHOU))
    assert owed(ZHAO) == [("mentoring.sheet", 7)]
    first, second = heard(made, days=1), heard(made)
    assert owed(ZHAO) == [("mentoring.sheet", 7)]
    assert [kind for kind, _days in owed(LI)] == ["mentoring.confirm"]
    actions.sign_listening(first, by=cast.user(LI), password=PASSWORD)
    assert owed(LI)
    actions.sign_listening(second, by=cast.user(LI), password=PASSWORD)
    assert owed(LI) == []


def test_the_last_day_asks_for_an_end_and_the_end_for_both_signatures():
    made = actions.start_pair(pair(), by=cast.user(ZHOU))
    for _twice in range(2):
        actions.look_after_mentoring(cast.centre(), by=cast.user(ZHOU), today=made.last_on)
    assert (owed(ZHAO), owed(ZHOU)) == ([], [("mentoring.end", 30)])
    actions.end_pair(made, by=cast.user(ZHOU), summary="能独立查账单", today=TODAY)
    assert owed(ZHOU) == []
    assert [kind for kind, _days in owed(ZHAO) + owed(LI)] == ["mentoring.sign"] * 2
    actions.sign_pair(made, by=cast.user(ZHAO), password=PASSWORD)
    assert (owed(ZHAO), len(owed(LI))) == ([], 1)


def test_a_decision_is_asked_for_once_every_part_is_passed():
    made = permit()
    parts = [
        Entered("written", Fraction(80), "卷"),
        Entered("simulation", Fraction(1), "局"),
        Entered("calls", Fraction(20), "通", 2),
    ]
    for one in parts:
        assert owed(FENG) == []
        actions.enter_part(made, by=cast.user(ZHOU), entered=one, today=TODAY)
    assert [kind for kind, _days in owed(FENG)] == ["permit.decide"]
    actions.enter_part(made, by=cast.user(ZHOU), entered=Entered("written", Fraction(50), "重考"), today=TODAY)
    assert owed(FENG) == []
    actions.enter_part(made, by=cast.user(ZHOU), entered=parts[0], today=TODAY)
    actions.grant_permit(made, by=cast.user(FENG), today=TODAY)
    assert owed(FENG) == []


@pytest.mark.parametrize(("left", "is_told"), [(32, False), (31, True), (-3, True)])
def test_a_permit_that_runs_out_is_brought_to_the_lead_a_month_ahead(left, is_told):
    made = permit()
    Permit.objects.update(state="granted", decided_on=TODAY, valid_until=TODAY + timedelta(days=left))
    actions.look_after_mentoring(cast.centre(), by=cast.user(ZHOU), today=TODAY)
    assert owed(ZHAO) == ([("permit.renew", left)] if is_told else [])
    if is_told:
        permit(demand=demand())
        assert owed(ZHAO) == []
    assert made.valid_until is None


def test_nobody_is_asked_to_renew_the_permit_of_who_left():
    permit()
    Permit.objects.update(state="granted", decided_on=TODAY, valid_until=TODAY)
    Employment.objects.update(left_on=TODAY - timedelta(days=1))
    actions.look_after_mentoring(cast.centre(), by=cast.user(ZHOU), today=TODAY)
    assert owed(ZHAO) == []
