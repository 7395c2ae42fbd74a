"""What rechecks are drawn from and who may score them; whether a batch may be published."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from django.conf import settings
from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.base.errors import NotNow
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.analysts import able_analysts
from hengcai.quality.attending import plan_loads, presences, recheck_loads
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.drawing import read_analysts
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.hearing import near
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.card import Card, Marks
from hengcai.quality.rules.rechecks import is_beyond, marks_kept
from hengcai.quality.seating import seated_with

SENT = (Evaluation.State.SUBMITTED, Evaluation.State.PUBLISHED)
CHUNK = 500
ONE = Fraction(1)


def undrawn() -> QuerySet[Evaluation]:
    """Submitted, and in no draw of rechecks yet."""
    return Evaluation.objects.filter(state=Evaluation.State.SUBMITTED, is_current=True, recheck_draw=None)


def undrawn_to_publish() -> QuerySet[Evaluation]:
    """Those of them that cannot go out before: all where a share is drawn, else every fatal error."""
    return undrawn() if settings.RECHECK_SHARE else undrawn().filter(has_fatal=True)


def check_rechecked(rows: Sequence[Evaluation]) -> None:
    """Nothing of a batch goes out before all its rechecks are settled."""
    left = [row for row in rows if row.recheck_draw_id is None and (settings.RECHECK_SHARE or row.has_fatal)]
    if left:
        raise NotNow("quality.recheck_not_drawn", count=len(left))
    batches = {row.recheck_draw_id for row in rows if row.recheck_draw_id}
    open_count = Recheck.objects.filter(draw__in=batches).exclude(state=Recheck.State.SETTLED).count()
    if open_count:
        raise NotNow("quality.recheck_open", count=open_count)


def doubles(rows: Sequence[Evaluation]) -> dict[int, Evaluation]:
    """Evaluation → that of another analyst who heard the same contact, on the same card, without knowing of it."""
    found: dict[tuple[int, int], list[Evaluation]] = defaultdict(list)
    keys = [row.assignment.contact_id for row in rows]
    for start in range(0, len(keys), CHUNK):
        sent = Evaluation.objects.filter(
            assignment__contact__in=keys[start : start + CHUNK], state__in=SENT, is_current=True
        )
        for one in sent.select_related("assignment", "evaluator", "scorecard").order_by("submitted_at", "pk"):
            found[one.assignment.contact_id, one.scorecard_id].append(one)
    return {
        row.pk: other
        for row in rows
        for other in found[row.assignment.contact_id, row.scorecard_id]
        if other.evaluator_id != row.evaluator_id
    }


def allowed_of(rows: Sequence[Evaluation]) -> dict[int, list[int]]:
    """Evaluation → analysts who may score it again: were never given the contact, are not barred from hearing its agent
    by a plan, a shared team or a lead, and are not the one it is about."""
    analysts = list(able_analysts())
    barred = _barred(analysts, rows)
    given = _given(rows)
    return {
        row.pk: [
            one.pk
            for one in analysts
            if one.pk not in given[row.assignment.contact_id]
            and one.pk != row.evaluator_id
            and row.agent.user_id != one.pk
            and row.agent.number not in barred[_plan_of(row), one.pk]
        ]
        for row in rows
    }


def _plan_of(row: Evaluation) -> int:
    pick = row.assignment.pick
    return pick.draw.plan_id if pick else 0


def _barred(analysts: Sequence[User], rows: Sequence[Evaluation]) -> Mapping[tuple[int, int], frozenset[str]]:
    """(Plan, analyst) → numbers of agents they do not hear; plan 0: what was given by hand."""
    if not rows:
        return {}
    days = [row.contact_on for row in rows]
    close = near(analysts, (min(days), max(days)))
    plans = {row.pk: row for row in SamplingPlan.objects.filter(pk__in={_plan_of(row) for row in rows})}
    told = {key: {one.name: one.excluded for one in read_analysts(plan.analysts)} for key, plan in plans.items()}
    return {
        (key, one.pk): close[one.pk] | told.get(key, {}).get(one.username, frozenset())
        for key in {0, *plans}
        for one in analysts
    }


def _given(rows: Sequence[Evaluation]) -> Mapping[int, set[int]]:
    """Or sit with it in a calibration session."""
    found: dict[int, set[int]] = defaultdict(set)
    keys = [row.assignment.contact_id for row in rows]
    for start in range(0, len(keys), CHUNK):
        given = Assignment.objects.filter(contact__in=keys[start : start + CHUNK])
        for contact, analyst in given.values_list("contact", "analyst"):
            found[contact].add(analyst)
    for contact, analysts in seated_with(keys).items():
        found[contact] |= analysts
    return found


def open_loads() -> Counter[int]:
    """Analyst → what lies with them to score or to score again."""
    return recheck_loads() + plan_loads()


def capacities(allowed: Iterable[Sequence[int]], *, first: date, last: date) -> dict[int, Fraction]:
    """How much of the working days in which it is to be done an analyst is there, times their capacity in the newest
    plan that is going. Where none of them is there at all, all count as there: somebody has to have it."""
    who = sorted({one for some in allowed for one in some})
    own = _planned(who)
    there = {one: own[one] * found.share for one, found in presences(who, _working_days(first, last)).items()}
    return there if any(there.values()) else own


def _planned(who: Sequence[int]) -> dict[int, Fraction]:
    """Beside the largest of the plan, for plans reckon in units of their own; 1 for whom no plan names."""
    found = dict.fromkeys(who, ONE)
    names = {user.username: user.pk for user in User.objects.filter(pk__in=who)}
    going = SamplingPlan.objects.filter(state__in=(SamplingPlan.State.DRAWN, SamplingPlan.State.RUNNING))
    for plan in going.order_by("pk"):
        told = [one for one in read_analysts(plan.analysts) if one.capacity]
        most = max((one.capacity for one in told), default=ONE)
        found |= {names[one.name]: one.capacity / most for one in told if one.name in names}
    return found


def _working_days(first: date, last: date) -> list[date]:
    calendar, count = the_calendar(), (last - first).days + 1
    return [day for day in (first + timedelta(days=n) for n in range(count)) if calendar.day(day).is_working]


def first_marks(recheck: Recheck) -> tuple[Card, Marks]:
    evaluation = recheck.evaluation
    return card_of(evaluation.scorecard), marks_of(evaluation.answers.select_related("item"))


def second_marks(recheck: Recheck) -> Marks:
    return marks_kept(recheck.marks)


def bar() -> Fraction:
    return Fraction(settings.RECHECK_POINTS)


def is_apart(recheck: Recheck) -> bool:
    """Beyond the bar, so that the supervisor settles it."""
    card, first = first_marks(recheck)
    return is_beyond(card, first, second_marks(recheck), points=bar())
