"""Courses in use as needs look at them, and what people have learned already."""

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction

from hengcai.programme.facts.outcomes import QUALITY
from hengcai.programme.models import Effect
from hengcai.programme.rules.recommending import NO_DIFFERENCE, UNKNOWN, WORKS, Offer
from hengcai.programme.rules.verdicts import BETTER, WORSE
from hengcai.programme.rules.verdicts import NO_DIFFERENCE as NO_EFFECT
from hengcai.training.facts.levels import broad_of
from hengcai.training.models import Course, Enrolment

USUAL = ("onboarding", "advanced")  # a change of post and an intensive have occasions of their own; a gap is none


def courses_in_use() -> dict[str, Course]:
    return {one.code: one for one in Course.objects.filter(state=Course.State.PUBLISHED).order_by("code")}


def offers_of(courses: Collection[Course]) -> list[Offer]:
    """Of those anybody may be sent to; what leads up a competency leads up the broad one it counts for as well."""
    broad = broad_of()
    told = _effects()
    return [
        Offer(one.code, _reaches(one, broad), Fraction(one.hours), tuple(one.posts), told.get(one.code, UNKNOWN))
        for one in courses
        if one.tier in USUAL
    ]


def _effects() -> dict[str, str]:
    """Course → what was measured on heard contacts: where a course was seen to do nothing, another goes before it."""
    rows = Effect.objects.filter(outcome=QUALITY).values_list("course", "verdict")
    known = {BETTER: WORKS, NO_EFFECT: NO_DIFFERENCE, WORSE: NO_DIFFERENCE}
    return {course: known[verdict] for course, verdict in rows if verdict in known}


def _reaches(course: Course, broad: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    own = {row["code"]: (row["from"], row["to"]) for row in course.reaches}
    return {broad.get(code, code): levels for code, levels in own.items()} | own


def learned_since(persons: Collection[int], day: date) -> set[tuple[int, str]]:
    """(person, course) finished after that day: what the gap of then already led to."""
    rows = Enrolment.objects.filter(person__in=persons, state=Enrolment.State.FINISHED, ended_on__gt=day)
    return set(rows.values_list("person_id", "course__code"))
