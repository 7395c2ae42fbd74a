"""Training plans: needs taken from gaps, courses for them, a timetable, approval that enrols, and the close."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import EARLIEST, LATEST
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.people.queries import staff_on
from hengcai.programme import permissions, states
from hengcai.programme.facts.gaps import Gap, gaps_of, newest_quarter
from hengcai.programme.facts.offers import courses_in_use, learned_since, offers_of
from hengcai.programme.facts.rota import meetings_of, rota_of, seated_in
from hengcai.programme.models import Line, Need, TrainingPlan
from hengcai.programme.rules.recommending import Offer, offers_for, weight
from hengcai.programme.rules.timetable import Timetable, Want, timetable
from hengcai.training.actions import Order, assign_course, seat_people
from hengcai.training.models import Course, Enrolment, Session

LONGEST_PLAN_DAYS, CHUNK = 400, 500


@dataclass(frozen=True)
class Frame:
    """`because`: what makes an intensive needed. `away_percent`: of a team's people on shift, at most in training at once."""

    name: str
    kind: str
    first_on: date
    last_on: date
    because: str = ""
    budget: Decimal | None = None
    away_percent: int = 10


@action(permissions.WRITE_PLAN)
def draft_training_plan(centre: Centre, *, by: User, frame: Frame) -> TrainingPlan:
    return _write(TrainingPlan(made_by=by, made_at=clock.now()), frame)


@action(states.CHANGE)
def change_training_plan(plan: TrainingPlan, *, by: User, frame: Frame) -> TrainingPlan:
    return _write(plan, frame)


@action(states.GATHER)
def gather_needs(plan: TrainingPlan, *, by: User, competencies: Collection[str] = ()) -> TrainingPlan:
    """Anew from the newest published quarter, of who is still there when the plan begins; of these competencies alone where
    some are named. What had been settled by hand for the same person and competency stays, a course as long as it is in
    use."""
    cycle = newest_quarter()
    if cycle is None:
        raise NotNow("programme.no_quarter")
    there = set(staff_on(plan.first_on).values_list("pk", flat=True))
    gaps = [one for one in gaps_of(cycle) if one.person in there]
    gaps = [one for one in gaps if not competencies or one.competency in competencies]
    settled = {(one.person_id, one.competency): one for one in _settled(plan)}
    plan.cycle, plan.told = cycle, {}
    plan.save(update_fields=["cycle", "told"])
    plan.needs.exclude(required="").delete()
    kept = set(plan.needs.values_list("person", "competency"))
    gaps = [one for one in gaps if (one.person, one.competency) not in kept]
    Need.objects.bulk_create(_needs(plan, gaps, settled, cycle.period_end), batch_size=CHUNK)
    return plan


@action(states.SETTLE)
def settle_need(plan: TrainingPlan, *, by: User, need: Need, course: Course | None, dropped: str = "") -> Need:
    """Another course for it, or none with a reason."""
    check_lengths(dropped)
    if need.plan_id != plan.pk or (course is None and not dropped.strip()):
        raise NotValid("programme.need_unsettled")
    if course is not None and course.state != Course.State.PUBLISHED:
        raise NotNow("training.course_not_in_use")
    need.course, need.dropped, need.session, need.left_out = course, "" if course else dropped.strip()[:200], None, ""
    need.is_by_hand = course is not None
    need.save(update_fields=["course", "dropped", "session", "left_out", "is_by_hand"])
    return need


@action(states.CHANGE)
def settle_line(plan: TrainingPlan, *, by: User, course: Course, sessions: int, cost: Decimal, note: str = "") -> Line:
    check_lengths(note)
    if not 0 <= sessions <= 200 or not cost.is_finite() or not 0 <= cost < 10**9:
        raise NotValid("programme.line_wrong")
    values = {"sessions": sessions, "cost": cost, "note": note.strip()[:200]}
    line, _made = Line.objects.update_or_create(plan=plan, course=course, defaults=values)
    return line


@action(states.SEAT)
def make_timetable(plan: TrainingPlan, *, by: User) -> Timetable:
    """Of the sessions planned in its days, for those whose course has one; proposed until the plan is approved."""
    needs = list(plan.needs.filter(course__isnull=False).select_related("course"))
    meetings = meetings_of(plan, {one.course.code for one in needs if one.course})
    people = {one.person_id for one in needs}
    held = seated_in(people, plan)
    wants = [one for one in _wants(needs) if (one.person, one.course) not in held]
    found = timetable(wants, meetings, rota_of(people, plan))
    for one in needs:
        key = (one.person_id, one.course.code if one.course else "")
        one.session_id, one.left_out = held.get(key, found.seats.get(key)), found.left_out.get(key, "")
    Need.objects.bulk_update(needs, ["session", "left_out"], batch_size=CHUNK)
    plan.told = {"weight": found.weight, "bound": found.bound, "gap": found.gap, "is_optimal": found.is_optimal}
    plan.save(update_fields=["told"])
    return found


@action(states.APPROVE)
def approve_training_plan(plan: TrainingPlan, *, by: User, today: date) -> TrainingPlan:
    """By somebody who did not write it. Everybody is enrolled and has their seat at once."""
    if plan.made_by_id == by.pk:
        raise NotNow("programme.own_plan")
    needs = plan.needs.filter(course__isnull=False).select_related("course", "person", "session__course")
    for course in {one.course_id: one.course for one in needs if one.course}.values():
        _enrol([one for one in needs if one.course_id == course.pk], course, plan, by)
    _seat(needs, by)
    plan.approved_by, plan.approved_on = by, today
    plan.save(update_fields=["approved_by", "approved_on"])
    return plan


@action(states.CLOSE)
def close_training_plan(plan: TrainingPlan, *, by: User) -> TrainingPlan:
    """What is not finished stays with the people; the plan is counted as it stands."""
    return plan


def _write(plan: TrainingPlan, frame: Frame) -> TrainingPlan:
    check_lengths(frame.name, frame.because)
    if not frame.name.strip() or len(frame.name.strip()) > 120 or frame.kind not in TrainingPlan.Kind.values:
        raise NotValid("programme.name_missing")
    in_reach = EARLIEST <= frame.first_on <= frame.last_on <= LATEST
    is_short = (frame.last_on - frame.first_on).days <= LONGEST_PLAN_DAYS
    if not (in_reach and is_short) or not 1 <= frame.away_percent <= 100:
        raise NotValid("programme.days_wrong", most=LONGEST_PLAN_DAYS)
    if frame.kind == TrainingPlan.Kind.INTENSIVE and not frame.because.strip():
        raise NotValid("programme.because_missing")
    for name in ("kind", "first_on", "last_on", "budget", "away_percent"):
        setattr(plan, name, getattr(frame, name))
    plan.name, plan.because = frame.name.strip(), frame.because.strip()[:400]
    plan.save()
    return plan


def _needs(plan: TrainingPlan, gaps: Sequence[Gap], settled: dict[tuple[int, str], Need], day: date) -> list[Need]:
    courses = courses_in_use()
    offers, learned = offers_of(courses.values()), learned_since({one.person for one in gaps}, day)
    rows = []
    for gap in gaps:
        able = offers_for(gap.competency, level=gap.level, post=gap.post, offers=offers)
        fresh = [one for one in able if (gap.person, one.code) not in learned]
        kept = settled.get((gap.person, gap.competency))
        rows.append(
            Need(
                plan=plan, person_id=gap.person, competency=gap.competency, level=str(gap.level), required=str(gap.required),
                low=gap.low, high=gap.high, is_certain=gap.is_certain,
                weight=weight(size=gap.size, is_certain=gap.is_certain),
                **_course(kept, courses, fresh),
            )
        )  # fmt: skip
    return rows


def _settled(plan: TrainingPlan) -> "QuerySet[Need]":
    return plan.needs.filter(~Q(dropped="") | Q(is_by_hand=True)).select_related("course")


def _course(kept: Need | None, courses: Mapping[str, Course], fresh: Sequence[Offer]) -> dict[str, Any]:
    """What somebody chose before what is recommended; of their course the version in use today."""
    if kept is not None and kept.dropped:
        return {"course": None, "dropped": kept.dropped}
    chosen = courses.get(kept.course.code) if kept is not None and kept.course else None
    found = chosen or (courses[fresh[0].code] if fresh else None)
    return {"course": found, "is_by_hand": chosen is not None}


def _wants(needs: Sequence[Need]) -> list[Want]:
    """One a person and course: two gaps that one course closes weigh together."""
    found: dict[tuple[int, str], int] = {}
    for one in needs:
        if one.course:
            key = (one.person_id, one.course.code)
            found[key] = found.get(key, 0) + one.weight
    return [Want(person, course, heavy) for (person, course), heavy in found.items()]


def _enrol(needs: Sequence[Need], course: Course, plan: TrainingPlan, by: User) -> None:
    people = list({one.person_id: one.person for one in needs}.values())
    order = Order(plan.last_on, plan.name, origin=Enrolment.Origin.PLAN)
    made = assign_course(people, by=by, course=course, order=order, today=plan.first_on)
    ways = {one.person_id: one.pk for one in made}
    for one in needs:
        one.enrolment_id = ways[one.person_id]
    Need.objects.bulk_update(needs, ["enrolment"], batch_size=CHUNK)


def _seat(needs: "QuerySet[Need]", by: User) -> None:
    by_session: dict[int, dict[int, Person]] = {}
    sessions: dict[int, Session] = {}
    for one in needs:
        if one.session_id and one.session and one.session.state == Session.State.PLANNED:
            sessions[one.session_id] = one.session
            by_session.setdefault(one.session_id, {})[one.person_id] = one.person
    for key, people in by_session.items():
        seat_people(sessions[key], by=by, people=list(people.values()))
