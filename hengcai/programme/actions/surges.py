"""Surges: found, put before the training managers, opened as an intensive or left with a reason. Nothing starts by itself."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.programme import duties, permissions, states
from hengcai.programme.actions.plans import Frame, draft_training_plan
from hengcai.programme.facts.surges import Seen, lately, surges_in
from hengcai.programme.models import Need, Surge, TrainingPlan
from hengcai.programme.rules.recommending import CERTAIN
from hengcai.training.models import Course


@action(permissions.FIND_SURGES)
def find_surges(centre: Centre, *, by: User, month: date, today: date) -> list[Surge]:
    """Of one month, each once: what was proposed in the months before it is the same surge."""
    known = lately(month)
    fresh = [one for one in surges_in(month, today=today) if (one.kind, one.rise.matter) not in known]
    return [_proposed(one, month) for one in fresh]


def _proposed(seen: Seen, month: date) -> Surge:
    facts = {**seen.rise.facts, "title": seen.title}
    made = Surge.objects.create(
        kind=seen.kind, matter=seen.rise.matter, month=month, facts=facts, course=seen.course, found_at=clock.now()
    )
    made.people.set(seen.people)
    duties.surged(made, seen.title.get("zh") or seen.title.get("en") or seen.rise.matter)
    return made


@action(states.OPEN_INTENSIVE)
def open_intensive(surge: Surge, *, by: User, course: Course, people: Collection[Person], frame: Frame) -> TrainingPlan:
    """A draft of an intensive with a need of the course for each of these people; its timetable and approval come after."""
    if course.state != Course.State.PUBLISHED:
        raise NotNow("training.course_not_in_use")
    known = set(surge.people.filter(pk__in=[one.pk for one in people]).values_list("pk", flat=True))
    chosen = [one for one in people if one.pk in known]
    if not chosen:
        raise NotValid("training.nobody_chosen")
    plan = draft_training_plan(Centre.objects.get(), by=by, frame=replace(frame, kind=TrainingPlan.Kind.INTENSIVE))
    code = course.reaches[0]["code"] if course.reaches else course.code
    Need.objects.bulk_create(
        Need(plan=plan, person=one, competency=code, is_certain=False, weight=CERTAIN, course=course, is_by_hand=True)
        for one in chosen
    )
    surge.plan, surge.course, surge.settled_by, surge.settled_on = plan, course, by, clock.today()
    surge.save(update_fields=["plan", "course", "settled_by", "settled_on"])
    duties.surge_settled(surge)
    return plan


@action(states.LEAVE_SURGE)
def leave_surge(surge: Surge, *, by: User, because: str) -> Surge:
    check_lengths(because)
    if not because.strip():
        raise NotValid("programme.surge_without_reason")
    surge.because, surge.settled_by, surge.settled_on = because.strip()[:400], by, clock.today()
    surge.save(update_fields=["because", "settled_by", "settled_on"])
    duties.surge_settled(surge)
    return surge
