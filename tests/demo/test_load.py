"""The demo centre in small: it loads, tells of the past in its time, its scores can be rebuilt, its chain holds."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db.models import F, Max, Q
from django.utils import timezone

from hengcai.accounts.models import system_user
from hengcai.appraisal.models import Correction, Cycle, Participant, RatingTask, Result
from hengcai.audit.models import Entry
from hengcai.audit.queries import verify
from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.demo import load
from hengcai.demo.load import load_demo, sign_in_lines
from hengcai.demo.timeline import at
from hengcai.evidence.models import Evidence
from hengcai.interactions.models import Contact, ImportRun, Measure
from hengcai.quality.actions import compare_plan
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation
from hengcai.quality.queries import rescore
from hengcai.quality.queries.plans import latest_comparison, plan_page
from hengcai.quality.recheck_models import Recheck

SIGN_INS = {"li", "wang", "zhao", "chen", "feng", "zhou", "wu", "zheng", "qian", "sun"}
pytestmark = pytest.mark.django_db


def quietly(code, **facts):
    assert sentence(code, "en", facts) != sentence(code, "zh", facts)


def holds_together(now):
    """What is true of a demo of any size, loaded on any day."""
    assert set(Cycle.objects.values_list("state", flat=True)) <= {"published", "preliminary", "collecting", "draft"}
    assert Result.objects.filter(status="scored").exists()
    for name in ("li", "wang", "zhao"):
        assert RatingTask.objects.filter(rater__user__username=name, state="open").exists()
    assert Assignment.objects.filter(state="open").exists()
    assert list(rescore()) == []
    assert verify() == []
    lies_in_the_past(now)
    a_plan_is_drawn()


def a_plan_is_drawn():
    """With second hearings that join all analysts, and it can be drawn again."""
    plan = SamplingPlan.objects.get(state="drawn")
    page = plan_page(plan)
    assert page.doubles
    assert page.separable.is_connected
    compare_plan(plan, by=system_user())
    assert latest_comparison(plan).is_same


def lies_in_the_past(now):
    assert not Contact.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=now)).exists()
    assert not Measure.objects.filter(period_end__gte=timezone.localdate(now)).exists()
    stamps = (Evaluation, "saved_at"), (Evaluation, "published_at"), (RatingTask, "sent_at"), (Result, "computed_at")
    for model, name in (
        *stamps,
        (ImportRun, "finished_at"),
        (Assignment, "assigned_at"),
        (Case, "reported_at"),
        (Dispute, "raised_at"),
    ):
        assert not model.objects.filter(**{f"{name}__gt": now}).exists(), name
    for cycle in Cycle.objects.filter(state="published"):
        assert timedelta(days=1) < cycle.published_at - at(cycle.period_end, 0) < timedelta(days=15)
    moments = list(Entry.objects.order_by("number").values_list("at", flat=True))
    assert all(first <= second for first, second in pairwise(moments))
    assert moments[-1] <= now
    assert not Evaluation.objects.filter(submitted_at__lt=F("assignment__contact__ended_at")).exists()
    for sent_at, ended_on in RatingTask.objects.exclude(sent_at=None).values_list(
        "sent_at", "participant__cycle__period_end"
    ):
        assert timezone.localdate(sent_at) > ended_on


@pytest.mark.slow
def test_a_small_demo_holds_together():
    outcome, now = load_demo(agents=13, seed=1, tell=quietly), timezone.localdate()
    assert {line.split()[0] for line in sign_in_lines(outcome)[:-1]} == SIGN_INS
    holds_together(timezone.now())
    assert Contact.objects.count() > 500
    assert Evaluation.objects.filter(state="published").exists()
    assert Evidence.objects.filter(kind="rated").exists()
    assert Recheck.objects.filter(state="settled").exists()
    assert not Evaluation.objects.filter(state="published", recheck_draw=None, decided_by=None).exists()
    assert set(Correction.objects.values_list("state", flat=True)) == {"made"}
    assert set(Dispute.objects.values_list("state", flat=True)) == {"open", "taken", "marked", "decided"}
    assert Evaluation.objects.filter(decided_by__isnull=False).exists()
    assert Evaluation.objects.filter(confirmed_at__isnull=False, dispute_closes_on__gte=now).exists()
    again = load_demo(agents=13, seed=1, tell=quietly)
    assert (again.is_new, again.password) == (False, outcome.password)


@pytest.mark.slow
def test_everybody_is_given_four_or_five_peers():
    load_demo(agents=24, seed=2, tell=quietly)
    drawn = RatingTask.objects.filter(source="peer").values_list("participant")
    assert set(Counter(drawn).values()) <= {4, 5}
    rated = Participant.objects.exclude(cycle__kind__in=("month", "special"))  # a re-test after a plan may ask no peers
    assert rated.exclude(pk__in=drawn).count() == 0


@pytest.mark.slow
@pytest.mark.parametrize("agents", [3, 4, 12])
def test_a_demo_of_few_agents_holds_together(agents):
    load_demo(agents=agents, seed=agents, tell=quietly)
    holds_together(timezone.now())


@pytest.mark.slow
@pytest.mark.parametrize("now", [
    at(date(2026, 11, 1), 0, 3), at(date(2026, 3, 4), 23, 59), at(date(2027, 1, 31), 12), at(date(2028, 2, 29), 9, 1),
])  # fmt: skip
def test_it_holds_together_on_the_first_and_last_of_a_month_at_any_hour(monkeypatch, now):
    monkeypatch.setattr(load, "now", lambda: now)
    load_demo(agents=5, seed=3, tell=quietly)
    holds_together(now)
    assert Contact.objects.aggregate(last=Max("ended_at"))["last"] > now - timedelta(days=6)


def test_too_few_agents_leave_the_home_untouched():
    with pytest.raises(NotValid):
        load_demo(agents=2, seed=1, tell=quietly)
    assert not Entry.objects.exists()
