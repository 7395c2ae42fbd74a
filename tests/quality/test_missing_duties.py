"""Rechecks and sessions that are older than their duties come into the inbox, once."""

from datetime import timedelta
from fractions import Fraction

import pytest

from hengcai.audit.models import Entry
from hengcai.base import clock
from hengcai.inbox.models import Duty
from hengcai.interactions.complaint_models import Complaint
from hengcai.jobs.models import Job
from hengcai.quality import actions
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.card import Mark
from hengcai.quality.tasks import ask_for_duties, fill_step
from tests import cast
from tests.quality import calibrating, scene

pytestmark = pytest.mark.django_db


def inboxes():
    rows = Duty.objects.filter(done_at=None).exclude(kind__in=("score", "answer"))
    return sorted(rows.values_list("kind", "source_id", "user__username"))


def fill():
    fill_step(0)
    return Entry.objects.filter(action="open_missing_duties").count()


@pytest.fixture
def _rechecks(settings):
    """One given out, one apart and waiting for the supervisor; and one that nobody may score."""
    settings.RECHECK_SHARE = Fraction(1)
    cast.user("cao")
    cast.user("zheng")
    scene.evaluation()
    apart = scene.evaluation(cast.wang())
    actions.draw_rechecks(cast.centre(), by=cast.user("feng"), today=cast.MONDAY, seed=1)
    far = {**scene.GOOD, "listening": Mark("1", "cut in"), "record": Mark("1", "none"), "apology": Mark("1", "none")}
    one = Recheck.objects.get(evaluation=apart)
    actions.submit_recheck(one, by=cast.user("cao"), marks=far, comment="", edit_count=0)


@pytest.mark.usefixtures("_rechecks")
def test_rechecks_older_than_their_duties_come_into_the_inboxes_once():
    before = inboxes()
    assert {kind for kind, _source, _user in before} == {"recheck.score", "recheck.settle"}
    Duty.objects.filter(kind__startswith="recheck.").delete()
    assert fill() == 1
    assert inboxes() == before
    assert fill() == 1
    assert inboxes() == before


@pytest.mark.usefixtures("_rechecks")
def test_what_is_late_stays_late_and_what_is_missing_is_due_today():
    late = Duty.objects.get(kind="recheck.score", done_at=None)
    Duty.objects.filter(kind="recheck.settle").delete()
    with clock.set_to(clock.now() + timedelta(days=300)):
        fill()
        assert Duty.objects.get(pk=late.pk).due_on == late.due_on
        assert set(Duty.objects.filter(kind="recheck.settle").values_list("due_on", flat=True)) == {clock.today()}


@pytest.mark.parametrize("state", ["scoring", "revealed", "agreed", "planned", "closed"])
def test_sessions_older_than_their_duties_come_into_the_inboxes_once(state):
    calibrating.in_state(state)
    before = inboxes()
    Duty.objects.filter(kind__startswith="calibration.").delete()
    fill()
    assert inboxes() == before
    assert bool(before) == (state in ("scoring", "revealed", "agreed"))
    entries = fill()
    assert inboxes() == before
    assert entries == bool(before)


def test_an_analyst_who_has_handed_in_everything_is_not_asked_again():
    one = calibrating.plan()
    calibrating.begin(one)
    calibrating.score(one, "chen")
    before = inboxes()
    assert "chen" not in {user for _kind, _source, user in before}
    Duty.objects.all().delete()
    fill()
    assert inboxes() == before


def test_it_is_looked_for_once_a_day():
    for _ in range(3):
        ask_for_duties()
    assert Job.objects.filter(kind="fill-inboxes").count() == 1
    Job.objects.update(state=Job.State.DONE)
    with clock.set_to(clock.now() + timedelta(days=1)):
        ask_for_duties()
        ask_for_duties()
    assert Job.objects.filter(kind="fill-inboxes").count() == 1


def test_complaints_older_than_their_duties_come_into_the_inboxes_once_and_judged_ones_do_not():
    for name in ("feng", "zheng"):
        cast.user(name)
    facts = {"agent": cast.li(), "text": "rude"}
    for day, judged in enumerate(("open", "upheld")):
        Complaint.objects.create(received_at=clock.now() - timedelta(days=day), judged=judged, **facts)
    assert not inboxes()
    fill()
    (waiting,) = {source for _kind, source, _user in inboxes()}
    assert Complaint.objects.get(pk=waiting).judged == "open"
    before = inboxes()
    fill()
    assert inboxes() == before
